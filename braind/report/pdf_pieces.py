"""Pieces of a printed page: shapes with their height, that are never torn apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from braind.report.pdf_text import Measure, wrapped
from braind.report.shapes import Label, Paint, Rect, Shape, placed

LEADING = 1.5
HAIRLINE = Paint(stroke="line", width=0.7)
TRACK = 4.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Shapes about their own top left corner, and how high they are, in points.

    ``gap`` is the room below, where something follows; ``holds_next`` keeps the next piece on the
    same page.
    """

    height: float
    shapes: tuple[Shape, ...]
    gap: float = 0.0
    holds_next: bool = False


def stacked(pieces: Sequence[Piece], gap: float = 0.0) -> Piece:
    """Pieces below each other as one."""
    shapes: list[Shape] = []
    top, room = 0.0, 0.0
    for piece in pieces:
        top += room
        shapes += placed(piece.shapes, 0, top)
        top, room = top + piece.height, piece.gap
    return Piece(top, tuple(shapes), gap)


def beside(pieces: Sequence[tuple[Piece, float]], gap: float = 0.0) -> Piece:
    """Pieces, each at its own distance from the left, as one."""
    shapes = [shape for piece, left in pieces for shape in placed(piece.shapes, left, 0)]
    return Piece(max((piece.height for piece, _ in pieces), default=0.0), tuple(shapes), gap)


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set."""

    size: float
    color: str = "ink"
    is_bold: bool = False
    leading: float = LEADING


def paragraph(text: str, width: float, type_: Type, measure: Measure, gap: float = 0.0) -> Piece:
    """A text in lines."""
    step = type_.size * type_.leading
    rows = wrapped(text, width, type_.size, type_.is_bold, measure)
    lines = [
        Label(0, number * step + baseline(type_.size, step), row, type_.size, type_.color,
              type_.is_bold)
        for number, row in enumerate(rows)
    ]  # fmt: skip
    return Piece(step * len(rows), tuple(lines), gap)


def baseline(size: float, step: float) -> float:
    """Where in a line of height ``step`` the letters stand."""
    return step / 2 + 0.36 * size


def track(
    left: float,
    middle: float,
    width: float,
    share: float,
    color: str,
    interval: tuple[float, float] | None = None,
) -> list[Shape]:
    """A share of 0..1 as a bar, with whiskers for its interval."""
    top, radius = middle - TRACK / 2, TRACK / 2
    shapes: list[Shape] = [Rect(left, top, width, TRACK, Paint(fill="line"), radius)]
    filled = width * min(1.0, max(0.0, share))
    if filled >= TRACK:
        shapes.append(Rect(left, top, filled, TRACK, Paint(fill=color), radius))
    elif filled > 0:
        shapes.append(Rect(left, top, filled, TRACK, Paint(fill=color)))
    if interval is not None:
        low, high = (left + width * min(1.0, max(0.0, end)) for end in interval)
        ink = Paint(fill="ink")
        shapes.append(Rect(low, middle - 0.35, max(0.7, high - low), 0.7, ink))
        shapes += [Rect(end - 0.35, middle - 4, 0.7, 8, ink) for end in (low, high)]
    return shapes
