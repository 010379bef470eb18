"""The map of brands, for programs and for people."""

from __future__ import annotations

from collections.abc import Sequence

from braind.cli.shapes import Shape
from braind.cli.tables import indented, pad, table, width
from braind.cli.texts import say
from braind.domain import Brand
from braind.insights.axes import axis_ends
from braind.insights.kinds import MapAxis, MapPoint, PositionMap, WhiteSpot
from braind.vocabulary import label

_COLUMNS, _ROWS = 60, 17
_LEAST_SPAN = 0.2


def map_shape(positions: PositionMap, spots: Sequence[WhiteSpot]) -> Shape:
    """Places on both axes, -1..1; ``gap`` in units of the usual gap between neighbours."""
    return {
        "axes": positions.axes and [_axis_shape(axis) for axis in positions.axes],
        "trust": None if positions.trust is None else round(positions.trust, 4),
        "points": [
            {"brand": p.brand.name, "x": round(p.x, 4), "y": round(p.y, 4), "looks": p.looks}
            for p in positions.points
        ],
        "white_space": [
            {
                "styles": {style.value: round(share, 4) for style, share in spot.styles},
                "gap": round(spot.gap, 4),
                "nearest": [brand.name for brand in spot.nearest],
            }
            for spot in spots
        ],
    }


def _axis_shape(axis: MapAxis) -> Shape:
    return {"high": axis.high.value, "low": axis.low and axis.low.value}


def map_view(
    positions: PositionMap, spots: Sequence[WhiteSpot], brands: Sequence[Brand], language: str
) -> str:
    """A plot of numbers, whose they are, and the white space."""
    placed = {point.brand.id for point in positions.points}
    missing = [brand.name for brand in brands if brand.looks and brand.id not in placed]
    blocks = [_plot(positions, language), _legend(positions.points)] if placed else []
    if missing:
        blocks.append(say("not_on_map", language, brands=", ".join(missing)))
    if not blocks:
        return say("nothing_to_compare", language)
    if positions.trust is not None:
        blocks.append(say("map_trust", language, trust=f"{positions.trust:.2f}"))
    return "\n\n".join([*blocks, *([_white_space(spots, language)] if spots else [])])


def _legend(points: Sequence[MapPoint]) -> str:
    rows = [
        (str(number), point.brand.name, f"{point.x:+.2f}", f"{point.y:+.2f}")
        for number, point in enumerate(points, 1)
    ]
    return table(rows, numbers=(0, 2, 3))


def _plot(positions: PositionMap, language: str) -> str:
    """The brands' numbers in a frame that holds them all; ends of the axes around it."""
    canvas = _Canvas(positions.points)
    for number, point in enumerate(positions.points, 1):
        canvas.put(str(number), point)
    lines = canvas.lines()
    if positions.axes is None:
        return "\n".join(lines)
    (left, right), (bottom, top) = (axis_ends(axis, language) for axis in positions.axes)
    middle = pad("", _COLUMNS + 2 - width(left) - width(right) - 4)
    return "\n".join([f"↑ {top}", *lines, f"← {left}{middle}{right} →", f"↓ {bottom}"])


class _Canvas:
    """A frame of letters that is as wide as the points lie apart."""

    def __init__(self, points: Sequence[MapPoint]) -> None:
        self._x = _range([point.x for point in points])
        self._y = _range([point.y for point in points])
        self._cells = [[" "] * _COLUMNS for _ in range(_ROWS)]

    def put(self, mark: str, point: MapPoint) -> None:
        """Write a mark at its place, or as near beside it as there is room in the row."""
        row = self._cells[_ROWS - 1 - _step(point.y, self._y, _ROWS)]
        wanted = _step(point.x, self._x, _COLUMNS)
        # A blank on either side keeps "1" and "2" from being read as "12".
        free = [
            start
            for start in range(_COLUMNS - len(mark) + 1)
            if not "".join(row[max(0, start - 1) : start + len(mark) + 1]).strip()
        ]
        if free:
            start = min(free, key=lambda start: abs(start - wanted))
            row[start : start + len(mark)] = mark

    def lines(self) -> list[str]:
        """The frame with what was put into it."""
        rule = "─" * _COLUMNS
        return [f"┌{rule}┐", *(f"│{''.join(row)}│" for row in self._cells), f"└{rule}┘"]


def _range(values: Sequence[float]) -> tuple[float, float]:
    """The ends of an axis of the plot: a small difference must not fill it."""
    low, high = min(values), max(values)
    missing = max(0.0, _LEAST_SPAN - (high - low)) / 2
    return low - missing, high + missing


def _step(value: float, bounds: tuple[float, float], steps: int) -> int:
    low, high = bounds
    return round((value - low) / (high - low) * (steps - 1))


def _white_space(spots: Sequence[WhiteSpot], language: str) -> str:
    rows = [
        (
            " + ".join(f"{label(style, language)} {100 * share:.0f}%" for style, share in s.styles),
            f"×{s.gap:.1f}",
            ", ".join(brand.name for brand in s.nearest),
        )
        for s in spots
    ]
    return say("white_space", language) + "\n" + indented(table(rows, numbers=(1,)))
