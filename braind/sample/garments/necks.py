"""Collars, hoods, bows and other neck finishes, in painting order."""

from __future__ import annotations

from braind.domain import Region
from braind.sample.figure import SIDES, Figure
from braind.sample.garments.shell import Shell, seam_line
from braind.sample.geometry import Knot, Path, curve, mirrored, stroke
from braind.sample.pieces import Line, Piece, Pieces
from braind.sample.spec import Fabric
from braind.sample.tones import deeper, seam


def _sides(figure: Figure, knots: list[Knot]) -> tuple[Path, ...]:
    return tuple(curve(figure.torso([(s * k[0], *k[1:]) for k in knots])) for s in SIDES)


def _solid(fabric: Fabric, darker: float = 0.0) -> Fabric:
    tone = deeper(fabric.hex, darker) if darker else fabric.hex
    return Fabric(fabric.color, tone, "solid", fabric.material)


def neck_rib(figure: Figure, shell: Shell, fabric: Fabric, region: Region) -> Pieces:
    """A narrow band around a round or pointed neckline."""
    n, y, d = shell.neck, shell.neck_y, shell.depth
    if shell.vee:
        knots: list[Knot] = [(-n, y), (0, d), (n, y)]
        lines = [(-n, y), (0, d + 0.1, 1), (n, y)]
    else:
        knots = [(-n, y), (-n * 0.72, y + (d - y) * 0.62), (0, d), (n * 0.72, y + (d - y) * 0.62),
                 (n, y)]  # fmt: skip
        lines = knots
    shape = stroke(figure.torso(lines), (0.42, 0.5, 0.55, 0.5, 0.42))
    cloth = _solid(fabric, 0.08)
    return [Piece((shape,), cloth, region, cast=0.15, volume=0.4, edge=0.5)]


def turtleneck(figure: Figure, fabric: Fabric, region: Region) -> Pieces:
    """A folded roll collar."""
    half: list[Knot] = [
        (0, 10.9),
        (1.7, 10.6),
        (2.35, 10.5, 1),
        (2.7, 12.2),
        (2.9, 13.6),
        (1.7, 14.4),
        (0, 14.7),
    ]
    outline = curve(figure.torso(mirrored(half)))
    fold = stroke(figure.torso([(-2.4, 12.6), (0, 13.3), (2.4, 12.6)]), (0, 0.25, 0))
    return [Piece((outline,), fabric, region, folds=(fold,), cast=0.25)]


def shirt_collar(figure: Figure, fabric: Fabric, region: Region, open_: float = 0.4) -> Pieces:
    """Two pointed leaves; ``open_`` spreads them."""
    leaf: list[Knot] = [
        (1.15, 11.4, 1),
        (2.2, 11.7),
        (2.95, 13.0, 1),
        (2.5 + open_, 15.9, 1),
        (0.15 + open_ * 0.6, 14.5 + open_, 1),
        (0.9, 12.9),
    ]
    return [Piece(_sides(figure, leaf), fabric, region, cast=0.3, edge=0.65)]


def round_collar(figure: Figure, fabric: Fabric, region: Region) -> Pieces:
    """A Peter Pan collar."""
    leaf: list[Knot] = [
        (1.6, 11.9, 1),
        (2.8, 12.9),
        (3.9, 14.4),
        (3.4, 16.2),
        (1.8, 16.5),
        (0.12, 14.6, 1),
        (0.9, 13.6),
    ]
    return [Piece(_sides(figure, leaf), _solid(fabric), region, cast=0.3)]


def bow(figure: Figure, fabric: Fabric, region: Region) -> Pieces:
    """A pussy bow with hanging ends."""
    tails: list[Knot] = [(0.0, 14.6, 1), (1.0, 15.4), (1.9, 20.4, 1), (0.9, 21.2, 1), (0.3, 18)]
    loops: list[Knot] = [(0.1, 14.6, 1), (1.4, 13.4), (3.0, 13.6), (3.1, 15.6), (1.5, 15.8)]
    band: list[Knot] = [(-2.2, 11.9), (0, 13.9), (2.2, 11.9), (2.5, 13.0), (0, 15.1), (-2.5, 13.0)]
    folds = tuple(
        stroke(figure.torso([(s * 0.3, 14.6), (s * 1.5, 14.4), (s * 2.5, 14.7)]), (0, 0.25, 0))
        for s in SIDES
    )
    knot = curve(figure.torso([(-0.6, 14.0), (0.6, 14.0), (0.65, 15.3), (-0.65, 15.3)]))
    return [
        Piece((curve(figure.torso(band)),), fabric, region, cast=0.15),
        Piece(_sides(figure, tails), fabric, region, cast=0.3),
        Piece(_sides(figure, loops), fabric, region, folds=folds, cast=0.3),
        Piece((knot,), fabric, region, cast=0.2),
    ]


def frill(figure: Figure, fabric: Fabric, region: Region, low: float = 24.0) -> Pieces:
    """Ruffles down both sides of the placket."""
    pieces: Pieces = []
    for reach in (2.6, 1.5):
        knots: list[Knot] = [(0.1, 13.8, 1)]
        steps = 7
        for k in range(steps):
            y = 14.2 + (low - 14.2) * k / (steps - 1)
            wide = reach * (1 - 0.45 * k / steps)
            knots += [(wide, y), (wide - 0.55, y + (low - 14) / steps / 2)]
        knots.append((0.1, low + 0.3, 1))
        folds = tuple(
            stroke(figure.torso([(s * 0.2, 15 + k * 1.4), (s * reach * 0.8, 14.6 + k * 1.4)]),
                   (0.05, 0.16, 0.02))
            for s in SIDES for k in range(6)
        )  # fmt: skip
        pieces.append(Piece(_sides(figure, knots), fabric, region, folds=folds, cast=0.25))
    return pieces


def hood_back(figure: Figure, fabric: Fabric, region: Region) -> Pieces:
    """A lowered hood, the part behind the neck."""
    half: list[Knot] = [(0, 8.9), (2.4, 9.2), (4.5, 10.8), (5.2, 13.2), (3.8, 15.0), (0, 15.5)]
    outline = curve(figure.torso(mirrored(half)))
    inner = curve(figure.torso(mirrored([(0, 10.2), (2.2, 10.5), (3.5, 12.2), (2.2, 14), (0, 15)])))
    return [
        Piece((outline,), fabric, region, cast=0),
        Piece((inner,), _solid(fabric, 0.35), region, cast=0, edge=0),
    ]


def hood_front(figure: Figure, fabric: Fabric, region: Region, cord: str = "#f1eee6") -> Pieces:
    """The hood's front edges and its cord."""
    leaf: list[Knot] = [
        (2.2, 10.6),
        (3.9, 11.2),
        (5.0, 13.2),
        (3.6, 15.2),
        (1.4, 16.3),
        (0.0, 16.4, 1),
        (0.0, 14.9, 1),
        (1.3, 14.2),
        (2.1, 12.6),
    ]
    fold = [
        stroke(figure.torso([(s * 3.2, 12), (s * 3.0, 13.8), (s * 1.2, 15.4)]), (0, 0.3, 0))
        for s in SIDES
    ]
    cords = tuple(
        Piece((stroke(figure.torso([(s * 0.85, 15.4), (s * 1.1, 17.5), (s * 0.95, end)]),
                      (0.13, 0.13, 0.17)),), Fabric("", cord), region, cast=0.3, volume=0, edge=0.3)
        for s, end in ((-1, 20.6), (1, 21.3))
    )  # fmt: skip
    return [
        Piece(_sides(figure, leaf), fabric, region, folds=tuple(fold), cast=0.3),
        *cords,
    ]


def stand_collar(figure: Figure, fabric: Fabric, region: Region, high: float = 11.3,
                 ribbed: bool = False) -> Pieces:  # fmt: skip
    """A short upright collar, open at the front."""
    leaf: list[Knot] = [
        (1.5, high, 1),
        (2.35, high + 0.1),
        (2.9, 12.9, 1),
        (1.9, 14.2),
        (0.45, 15.2, 1),
        (0.35, 13.9, 1),
        (1.3, 12.8),
    ]
    lines: tuple[Line, ...] = ()
    if ribbed:
        lines = tuple(
            seam_line(figure, [(s * (1.2 + k * 0.45), 11), (s * (0.5 + k * 0.75), 15.2)],
                      seam(fabric.hex), 0.06, 0.45)
            for s in SIDES for k in range(4)
        )  # fmt: skip
    return [Piece(_sides(figure, leaf), _solid(fabric, 0.05), region, lines=lines, cast=0.3)]


def lapels(figure: Figure, fabric: Fabric, region: Region, low: float = 27.0, wide: float = 5.0,
           peak: bool = False, gap: float = 0.3) -> Pieces:  # fmt: skip
    """Notched or peaked lapels meeting at height ``low``, with the collar above them."""
    tip_y = 16.4 if peak else 17.6
    lapel: list[Knot] = [
        (2.0, 12.8),
        (2.9, 15.4, 1),
        (wide, tip_y, 1),
        (wide * 0.72, 21),
        (gap + 0.1, low, 1),
        (gap, low - 1.0),
        (1.1, 19.5),
        (1.5, 15.5),
    ]
    collar: list[Knot] = [
        (1.5, 11.3, 1),
        (2.4, 11.7),
        (3.5, 13.4),
        (wide * 0.86, 16.3, 1),
        (2.7, 16.9, 1),
        (1.75, 14.8),
    ]
    return [
        Piece(_sides(figure, lapel), fabric, region, cast=0.4, volume=0.5, edge=0.7),
        Piece(_sides(figure, collar), fabric, region, cast=0.3, volume=0.6, edge=0.7),
    ]
