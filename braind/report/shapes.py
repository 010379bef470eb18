"""Drawings as plain values: what charts and printed pages are made of.

Lengths are in points of a drawing of its own size, y grows downwards. Colours are "#rrggbb" or the
name of a colour of ``base.css``, so that a chart follows the page that it is on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is filled and outlined; an empty colour is none."""

    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    fill_opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Path:
    """Straight lines from point to point, and back to the first if it is closed."""

    points: tuple[Point, ...]
    paint: Paint
    is_closed: bool = True


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle about (x, y)."""

    x: float
    y: float
    radius: float
    paint: Paint


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle with its top left corner at (x, y); ``radius`` rounds its corners."""

    x: float
    y: float
    width: float
    height: float
    paint: Paint
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text; (x, y) lies on its baseline."""

    x: float
    y: float
    text: str
    size: float
    color: str = "ink"
    is_bold: bool = False
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class LookImage:
    """The picture of a look, as large as fits into the rectangle, centred in it."""

    x: float
    y: float
    width: float
    height: float
    look_id: int


Shape = Path | Circle | Rect | Label | LookImage


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on an area of this size, drawn in their order."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def line(start: Point, end: Point, paint: Paint) -> Path:
    """One straight line."""
    return Path((start, end), paint, is_closed=False)


def placed(shapes: Iterable[Shape], dx: float, dy: float, scale: float = 1.0) -> list[Shape]:
    """The shapes scaled about the origin, then moved."""
    return [_placed(shape, dx, dy, scale) for shape in shapes]


def _placed(shape: Shape, dx: float, dy: float, scale: float) -> Shape:
    if isinstance(shape, Path):
        points = tuple((dx + scale * x, dy + scale * y) for x, y in shape.points)
        return replace(shape, points=points, paint=_scaled(shape.paint, scale))
    x, y = dx + scale * shape.x, dy + scale * shape.y
    if isinstance(shape, Label):
        return replace(shape, x=x, y=y, size=scale * shape.size)
    if isinstance(shape, Circle):
        radius, paint = scale * shape.radius, _scaled(shape.paint, scale)
        return replace(shape, x=x, y=y, radius=radius, paint=paint)
    width, height = scale * shape.width, scale * shape.height
    if isinstance(shape, LookImage):
        return replace(shape, x=x, y=y, width=width, height=height)
    radius, paint = scale * shape.radius, _scaled(shape.paint, scale)
    return Rect(x, y, width, height, paint, radius)


def _scaled(paint: Paint, scale: float) -> Paint:
    return replace(paint, width=scale * paint.width)


@cache
def light_colors() -> dict[str, str]:
    """The colours of ``base.css`` for paper: "#rgb" or "#rrggbb" by name."""
    css = (files("braind.report") / "base.css").read_text(encoding="utf-8")
    block = css[: css.index("}")]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block))
