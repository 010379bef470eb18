"""A piece: one painted shape of a figure, described before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from braind.domain import Region
from braind.sample.geometry import Path, Point
from braind.sample.spec import Fabric


@dataclass(frozen=True)
class Line:
    """A seam, stitch, crease, strand or button edge drawn on a piece and clipped to it."""

    shape: Path  # a closed outline
    color: str
    strength: float = 1.0


@dataclass(frozen=True)
class Piece:
    """One shape with its cloth and light.

    ``folds`` and ``lights`` are closed shapes that darken and brighten; ``volume`` is how round
    the shape is shaded, ``cast`` how strong a shadow it throws on what lies below, ``edge`` how
    strong its contour is; ``angle`` turns the pattern by degrees and ``pivot`` is its origin.
    """

    shapes: tuple[Path, ...]
    fabric: Fabric
    region: Region
    folds: tuple[Path, ...] = ()
    lights: tuple[Path, ...] = ()
    lines: tuple[Line, ...] = ()
    clip: tuple[Path, ...] = ()
    volume: float = 0.8
    cast: float = 0.3
    edge: float = 0.55
    angle: float = 0.0
    pivot: Point = (0.0, 20.0)
    sheer: float = 1.0


Pieces = list[Piece]
