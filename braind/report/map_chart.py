"""The map of brands as a drawing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from braind.insights.kinds import MapPoint
from braind.report.shapes import Anchor, Circle, Drawing, Label, Paint, Point, Rect, Shape, line

_MAP = (640.0, 396.0)
_REACH = (230.0, 156.0)
_KEY = 24.0  # the height of the key below a map
# Signs of our own name that leave room for the rest of the key.
_KEY_SIGNS = 26
_LEAST_REACH = 0.15
_GRID = Paint(stroke="line", width=1)
_TEXT = 12.0
_Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class MapWords:
    """The names at the ends of the axes, empty for a map without; and the words of the key."""

    left: str = ""
    right: str = ""
    top: str = ""
    bottom: str = ""
    ours: str = ""
    near: str = ""
    others: str = ""


def brand_map(points: Sequence[MapPoint], ours: int, near: set[int], words: MapWords) -> Drawing:
    """Brands on a plane: ``ours`` and the ``near`` ones (brand ids) stand out.

    Every brand has its mark. A name for which there is no room is left out, our own never.
    """
    width, height = _MAP
    frame = _Frame.around(points) if words.left else _Frame()
    places = {point.brand.id: frame.place(point.x, point.y) for point in points}
    order = sorted(points, key=lambda p: (p.brand.id != ours, p.brand.id not in near, p.brand.id))
    marks = [_mark(places[p.brand.id], p.brand.id == ours, p.brand.id in near) for p in order]
    ends = _axis_names(frame, words)
    # Brands that stand out come first, so that they get a name; drawn last, they lie on top.
    names = list(_names(order, places, [_bounds(end) for end in ends], ours, near))
    shapes = (*_ground(frame), *ends, *reversed(marks), *names, *_key(words))
    return Drawing(width, height, shapes)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the plane that is shown: its middle, and how far it reaches to each side."""

    middle: Point = (0.0, 0.0)
    reach: Point = (1.0, 1.0)

    @classmethod
    def around(cls, points: Sequence[MapPoint]) -> _Frame:
        """As much of named axes as the brands take up, but no splinter of it."""
        spans = [
            (min(values), max(values)) for values in zip(*((p.x, p.y) for p in points), strict=True)
        ]
        (x, y) = [(low + high) / 2 for low, high in spans]
        (across, up) = [max(_LEAST_REACH, (high - low) / 2) for low, high in spans]
        return cls((x, y), (across, up))

    def place(self, x: float, y: float) -> Point:
        """Where a point is drawn."""
        across, up = (x - self.middle[0]) / self.reach[0], (y - self.middle[1]) / self.reach[1]
        return _MAP[0] / 2 + _REACH[0] * across, (_MAP[1] - _KEY) / 2 - _REACH[1] * up


def _ground(frame: _Frame) -> list[Shape]:
    """The area, and lines through the middle of the axes where that is shown."""
    width, height = _MAP[0], _MAP[1] - _KEY
    x, y = frame.place(0, 0)
    shapes: list[Shape] = [
        Rect(0.5, 0.5, width - 1, height - 1, Paint(fill="surface", stroke="line"), 6)
    ]
    if 12 < y < height - 12:
        shapes.append(line((12, y), (width - 12, y), _GRID))
    if 12 < x < width - 12:
        shapes.append(line((x, 12), (x, height - 12), _GRID))
    return shapes


def _axis_names(frame: _Frame, words: MapWords) -> list[Label]:
    """The names at the ends of the axes, beside the lines through the middle."""
    width, height = _MAP[0], _MAP[1] - _KEY
    x, y = frame.place(0, 0)
    x, y = min(max(x, 12), width - 120), min(max(y, 40), height - 40)
    ends: tuple[tuple[float, float, str, Anchor], ...] = (
        (12, y - 6, words.left, "start"),
        (width - 12, y - 6, words.right, "end"),
        (x + 6, 20, words.top, "start"),
        (x + 6, height - 12, words.bottom, "start"),
    )
    return [Label(x, y, text, 11, "ink3", False, anchor) for x, y, text, anchor in ends if text]


def _bounds(label: Label) -> _Bounds:
    width = _text_width(label.text, label.is_bold)
    left = label.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * width
    return left, label.y - 10, left + width, label.y + 3


def _mark(place: Point, is_ours: bool, is_near: bool) -> Shape:
    x, y = place
    if is_ours:
        return Circle(x, y, 7, Paint(fill="accent", stroke="surface", width=1.5))
    if is_near:
        return Rect(x - 4.5, y - 4.5, 9, 9, Paint(fill="compare", stroke="surface", width=1))
    return Circle(x, y, 4, Paint(fill="line-strong", stroke="surface", width=1))


def _names(
    order: Sequence[MapPoint],
    places: Mapping[int, Point],
    ends: Sequence[_Bounds],
    ours: int,
    near: set[int],
) -> Iterator[Shape]:
    """Names beside their marks; one that stands out may cover a mark that does not, if it must."""
    every = {number: (x - 7, y - 7, x + 7, y + 7) for number, (x, y) in places.items()}
    standing_out = {ours, *near}
    taken = [*ends, *(every[number] for number in every if number in standing_out)]
    for point in order:
        number = point.brand.id
        text = shortened(point.brand.name, 22)
        color = "accent" if number == ours else "ink" if number in near else "ink3"
        spots = list(_spots(Label(*places[number], text, _TEXT, color, number == ours)))
        name = _free(spots, (*taken, *every.values()))
        if name is None and number in standing_out:
            name = _free(spots, taken) or (spots[0] if number == ours else None)
        if name is not None:
            taken.append(_bounds(name))
            yield from ((_veil(_bounds(name)), name) if number in standing_out else (name,))


def _free(spots: Iterable[Label], taken: Collection[_Bounds]) -> Label | None:
    return next((spot for spot in spots if _is_free(_bounds(spot), taken)), None)


def _veil(bounds: _Bounds) -> Rect:
    left, top, right, bottom = bounds
    paint = Paint(fill="surface", fill_opacity=0.8)
    return Rect(left - 1, top, right - left + 2, bottom - top, paint, 2)


def _spots(name: Label) -> Iterator[Label]:
    """The name beside, above and below the mark that it lies on."""
    yield replace(name, x=name.x + 11, y=name.y + 4)
    yield replace(name, x=name.x - 11, y=name.y + 4, anchor="end")
    yield replace(name, y=name.y - 11, anchor="middle")
    yield replace(name, y=name.y + 20, anchor="middle")
    for above in (-9, 17):
        yield replace(name, x=name.x + 8, y=name.y + above)
        yield replace(name, x=name.x - 8, y=name.y + above, anchor="end")


def _is_free(box: _Bounds, taken: Iterable[_Bounds]) -> bool:
    inside = box[0] >= 4 and box[2] <= _MAP[0] - 4 and box[1] >= 4 and box[3] <= _MAP[1] - _KEY - 4
    return inside and not any(_overlap(box, other) for other in taken)


def _overlap(a: _Bounds, b: _Bounds) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _key(words: MapWords) -> list[Shape]:
    x, y = 6.0, _MAP[1] - 8
    shapes: list[Shape] = []
    for number, text in enumerate((shortened(words.ours, _KEY_SIGNS), words.near, words.others)):
        mark = _mark((x + 4, y - 4), number == 0, number == 1)
        shapes += [mark, Label(x + 16, y, text, 11, "ink2")]
        x += 16 + _text_width(text, False) + 20
    return shapes


def _text_width(text: str, is_bold: bool) -> float:
    """A safe guess at a text's width, for a font that is not known."""
    wide = sum(east_asian_width(sign) in "WF" for sign in text)
    return _TEXT * (wide * 0.95 + (len(text) - wide) * (0.62 if is_bold else 0.58))


def shortened(text: str, most: int) -> str:
    """The text, cut to at most so many signs."""
    return text if len(text) <= most else text[: most - 1] + "…"
