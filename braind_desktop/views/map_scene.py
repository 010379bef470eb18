"""What the map page asks the library, and how the answer becomes a scene."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from braind.vocabulary import STYLES, Style, label
from braind_desktop.charts.brandmap import MapBrand, MapScene, fitted
from braind_desktop.texts import capital, spoken_language

if TYPE_CHECKING:
    from braind.engine import Engine, MapAxis, PositionMap, WhiteSpot

AxisNames = tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Positions:
    """A map with what is drawn of its brands, by brand id: (strongest style, typical look)."""

    map: PositionMap
    typical: Mapping[int, tuple[Style, bytes]]
    spots: tuple[WhiteSpot, ...]
    mine: frozenset[int]


def ask_positions(
    axes: AxisNames, previous: PositionMap | None
) -> Callable[[Engine], Positions]:  # fmt: skip
    """The question for a map on two axes, or by similarity without."""

    def question(engine: Engine) -> Positions:
        named = (axis_of(axes[0]), axis_of(axes[1])) if axes else None
        positions = engine.position_map(named, None if named else previous)
        typical = {}
        for card in engine.cards():
            if card.profile:
                style = STYLES[int(card.profile.mean.argmax())]
                look = card.profile.typical[0]
                typical[card.brand.id] = style, engine.thumbnails([look])[look]
        mine = frozenset(brand.id for brand in engine.brands() if brand.is_mine)
        return Positions(positions, typical, engine.white_space(), mine)

    return question


def axis_of(name: str) -> MapAxis:
    """The axis of a name: a style, a measure, or two styles as in "casual:chic"."""
    from braind.engine import Axis, MapAxis

    low, _, high = name.partition(":")
    if high:
        return MapAxis(Style(high), Style(low))
    return MapAxis(Axis(low) if low in list(Axis) else Style(low))


def scene_of(positions: Positions) -> MapScene:
    """The brands with photos and styles; without axes they take up the whole plane."""
    from braind.engine import axis_ends

    brands = tuple(
        MapBrand(
            point.brand.id, point.brand.name, point.x, point.y, point.looks,
            positions.typical[point.brand.id][0],
            QImage.fromData(positions.typical[point.brand.id][1]),
            point.brand.id in positions.mine,
        )
        for point in positions.map.points
        if point.brand.id in positions.typical
    )  # fmt: skip
    language = spoken_language()
    names = {style: capital(label(style, language)) for style in STYLES}
    axes = positions.map.axes
    if axes is None:
        return MapScene(fitted(brands), (), names)
    (left, right), (bottom, top) = (axis_ends(axis, language) for axis in axes)
    return MapScene(brands, (left, right, bottom, top), names)
