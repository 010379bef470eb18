"""Shoes, cut around the foot: (outwards from the ankle, down), floor at 4.6 plus the heel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from braind.domain import Region
from braind.sample.figure import Figure
from braind.sample.geometry import Knot, Path, curve, ellipse, stroke
from braind.sample.pieces import Line, Piece, Pieces
from braind.sample.skin import bare
from braind.sample.spec import Fabric, Garment
from braind.sample.tones import deeper, lighter, seam


@dataclass(frozen=True)
class Last:
    """How a shoe is built; ``shaft`` is where a boot's leg starts (1 for none)."""

    heel: float = 0.3
    toe: float = 2.05  # half width
    point: float = 0.0  # how far the toe is drawn out
    sole: float = 0.5
    shaft: float = 1.0
    open_: float = 0.0  # how much instep shows


LASTS: dict[str, Last] = {
    "sneakers": Last(0.5, 2.05, 0, 0.85),
    "chunky": Last(0.9, 2.4, 0, 1.35),
    "runners": Last(0.6, 2.1, 0.2, 0.9),
    "boots": Last(0.8, 2.1, 0.1, 0.75, 0.86),
    "chelsea": Last(0.5, 1.9, 0.25, 0.5, 0.87),
    "tall": Last(1.2, 1.8, 0.4, 0.4, 0.58),
    "loafers": Last(0.4, 1.9, 0.25, 0.4, open_=0.9),
    "brogues": Last(0.4, 1.9, 0.35, 0.4),
    "pumps": Last(2.2, 1.5, 1.0, 0.22, open_=2.1),
    "maryjanes": Last(0.6, 1.8, 0.1, 0.4, open_=1.5),
    "sandals": Last(0.4, 1.9, 0.0, 0.45, open_=3.0),
}


def heel_of(garment: Garment) -> float:
    """How much the shoe raises the body."""
    return LASTS[garment.item].heel


@dataclass(frozen=True)
class Foot:
    """Maps shoe coordinates onto the posed foot."""

    x: float
    y: float
    side: int
    skew: float
    stretch: float
    size: float

    def knots(self, shape: Sequence[Knot]) -> list[Knot]:
        """Place ``shape``; lower points lean the way that the foot points."""
        return [
            (
                self.x + self.side * (k[0] * self.size + self.skew * k[1] * 0.62),
                self.y + k[1] * self.stretch,
                *k[2:],
            )
            for k in shape
        ]

    def path(self, shape: Sequence[Knot]) -> Path:
        """``shape`` as a closed outline."""
        return curve(self.knots(shape))

    def line(self, shape: Sequence[Knot], width: float, color: str, strength: float = 0.8) -> Line:
        """A line through ``shape``."""
        return Line(stroke(self.knots(shape), (width, width)), color, strength)


def _foot(figure: Figure, side: int, last: Last) -> Foot:
    x, y = figure.leg(side).joints[2]
    size = 1.14 if figure.body.gender == "men" else 0.98
    return Foot(x, y, side, figure.turnout(side), (4.6 + last.heel) / 4.6, size)


def _upper(last: Last) -> list[Knot]:
    w, p, o = last.toe, last.point, last.open_
    top = -0.7 + o
    spread = 1.12 + min(o, 1.6) * 0.12
    if o:
        return [
            (-spread, top - 0.9 * min(o, 1), 1),
            (-spread * 0.55, top + 0.55),
            (0, top + 0.85),
            (spread * 0.55, top + 0.55),
            (spread, top - 1.0 * min(o, 1), 1),
            (w * 0.92, 2.4),
            (w, 3.5),
            (w * 0.72, 4.45 + p * 0.2),
            (0.1, 4.75 + p * 0.55),
            (-w * 0.75, 4.4 + p * 0.2),
            (-w * 0.96, 3.3),
            (-w * 0.85, 2.1),
        ]
    return [
        (-1.35, top, 1),
        (0, top + 0.25),
        (1.4, top, 1),
        (1.5, 1.1),
        (w * 0.95, 2.5),
        (w * 1.04, 3.6),
        (w * 0.76, 4.5 + p * 0.2),
        (0.1, 4.75 + p * 0.5),
        (-w * 0.76, 4.45 + p * 0.2),
        (-w, 3.4),
        (-w * 0.86, 2.2),
        (-1.4, 0.9),
    ]


def _sole(last: Last) -> list[Knot]:
    w, p, s = last.toe * 1.05, last.point, last.sole
    return [
        (w * 1.02, 3.75 - s * 0.2, 1),
        (w * 0.8, 4.5 - s * 0.3 + p * 0.2),
        (0.1, 4.8 - s * 0.35 + p * 0.5),
        (-w * 0.8, 4.4 - s * 0.3 + p * 0.2),
        (-w, 3.55 - s * 0.2, 1),
        (-w, 3.7 + s * 0.5),
        (-w * 0.74, 4.5 + s * 0.55 + p * 0.2),
        (0.1, 4.75 + s * 0.62 + p * 0.5),
        (w * 0.78, 4.55 + s * 0.55 + p * 0.2),
        (w * 1.03, 3.9 + s * 0.5),
    ]


def _details(foot: Foot, item: str, last: Last, fabric: Fabric) -> list[Line]:
    tone, pale = seam(fabric.hex), lighter(fabric.hex, 0.55)
    w = last.toe
    if item in ("sneakers", "chunky", "runners", "boots"):
        lace = pale if item != "boots" else "#d8b981"
        rows = [foot.line([(-0.75, y), (0.8, y + 0.12)], 0.13, lace, 0.95)
                for y in (0.2, 0.85, 1.5, 2.15)]  # fmt: skip
        tongue = foot.line([(-0.95, -0.5), (-1.0, 1.2), (-0.9, 2.6)], 0.08, tone, 0.7)
        other = foot.line([(1.0, -0.5), (1.05, 1.2), (1.0, 2.6)], 0.08, tone, 0.7)
        cap = foot.line([(-w, 3.2), (0, 2.75), (w, 3.3)], 0.08, tone, 0.7)
        swoosh = fabric.accents[0] if fabric.accents else lighter(fabric.hex, 0.4)
        stripe = foot.line([(1.35, 1.0), (1.75, 2.0), (2.2, 2.7)], 0.24, swoosh, 0.9)
        return [tongue, other, cap, *rows, *([stripe] if item != "boots" else [])]
    if item == "loafers":
        return [
            foot.line([(-1.7, 2.0), (0, 2.5), (1.8, 2.0)], 0.3, tone, 0.8),
            foot.line([(-1.5, 1.6), (-1.2, 3.2), (0, 3.7), (1.25, 3.2), (1.5, 1.6)], 0.08, tone),
        ]
    if item == "brogues":
        return [
            foot.line([(-w, 3.0), (0, 2.5), (w, 3.0)], 0.1, tone),
            foot.line([(-0.5, 0.6), (0.55, 0.7)], 0.12, tone),
            foot.line([(-0.5, 1.3), (0.55, 1.4)], 0.12, tone),
            foot.line([(-0.9, -0.4), (-0.7, 2.2)], 0.07, tone),
            foot.line([(0.95, -0.4), (0.75, 2.2)], 0.07, tone),
        ]
    if item == "chelsea":
        return [foot.line([(1.2, -0.5), (1.35, 1.4), (1.0, 2.0)], 0.1, tone, 0.8)]
    return []


def _shaft(figure: Figure, side: int, last: Last, fabric: Fabric, region: Region) -> Piece:
    leg = figure.leg(side)
    ease = 0.5 if last.shaft < 0.8 else 0.42
    middle = [t for t in (0.66, 0.74, 0.82, 0.9, 0.96) if t > last.shaft + 0.04]
    knots = leg.tube([(last.shaft, ease), *((t, ease + 0.05) for t in middle), (1.07, ease + 0.1)])
    knots = [(*knots[0][:2], 1), *knots[1:-1], (*knots[-1][:2], 1)]
    folds = tuple(
        stroke([leg.off(t, -2), leg.off(t + 0.01, 0.8)], (0.25, 0)) for t in (0.93, 0.975)
    )
    band = Line(stroke([leg.off(last.shaft + 0.015, -4), leg.off(last.shaft + 0.015, 4)],
                       (0.08, 0.08)), seam(fabric.hex), 0.6)  # fmt: skip
    return Piece((curve(knots),), fabric, region, folds=folds, lines=(band,), cast=0.25)


def _open_parts(foot: Foot, item: str, fabric: Fabric, region: Region) -> Pieces:
    """Straps over the instep."""
    if item == "maryjanes":
        strap = stroke(foot.knots([(-1.7, 1.15), (0, 0.75), (1.75, 1.2)]), (0.3, 0.3))
        buckle = Line(ellipse(foot.knots([(1.45, 1.1)])[0][:2], (0.28, 0.28), steps=10),  # type: ignore[arg-type]
                      "#d9c089", 0.95)  # fmt: skip
        return [Piece((strap,), fabric, region, lines=(buckle,), cast=0.2, volume=0.3)]
    if item == "sandals":
        shapes = tuple(
            stroke(foot.knots(k), (w, w)) for k, w in (
                ([(-2.0, 3.2), (0, 2.8), (2.0, 3.25)], 0.42), ([(-1.6, 1.6), (0, 1.2), (1.7, 1.7)],
                0.36), ([(-1.25, -0.4), (0, -0.1), (1.3, -0.4)], 0.3))
        )  # fmt: skip
        return [Piece(shapes, fabric, region, cast=0.2, volume=0.3)]
    return []


def _instep(figure: Figure, foot: Foot, legwear: Garment | None) -> Piece:
    shape: list[Knot] = [
        (-1.1, -0.6, 1),
        (1.05, -0.6, 1),
        (1.35, 1.2),
        (1.85, 2.8),
        (1.85, 3.9),
        (1.1, 4.55),
        (-1.1, 4.5),
        (-1.75, 3.6),
        (-1.6, 2.4),
        (-1.3, 1.0),
    ]
    covered = legwear is not None
    fabric = legwear.fabric if legwear else bare(figure)
    tone = deeper(figure.body.skin, 0.28)
    toes = () if covered else tuple(
        foot.line([(x, 3.75), (x * 1.05, 4.5)], 0.06, tone, 0.6) for x in (-0.7, -0.05, 0.55, 1.1)
    )  # fmt: skip
    region = Region.LEGWEAR if covered else Region.SKIN
    return Piece((foot.path(shape),), fabric, region, lines=toes, cast=0, edge=0.15)


def shoe(figure: Figure, garment: Garment, side: int, legwear: Garment | None) -> Pieces:
    """One shoe, its sole and what shows of the foot in it."""
    last, fabric = LASTS[garment.item], garment.fabric
    region = Region.RIGHT_SHOE if side < 0 else Region.LEFT_SHOE  # the wearer's, who faces us
    foot, pieces = _foot(figure, side, last), []
    rubber = garment.item in ("sneakers", "chunky", "runners")
    sole = Fabric("", "#efece4" if rubber else deeper(fabric.hex, 0.45), "solid", "leather")
    if last.heel > 1:
        stem: list[Knot] = [(0.2, 2.2, 1), (1.5, 2.0, 1), (1.15, 4.55, 1), (0.75, 4.55, 1)]
        pieces.append(Piece((foot.path(stem),), sole, region, cast=0))
    if last.open_ or legwear:
        pieces.append(_instep(figure, foot, legwear))
    pieces.append(Piece((foot.path(_sole(last)),), sole, region, cast=0, volume=0.5))
    if last.shaft < 1:
        pieces.append(_shaft(figure, side, last, fabric, region))
    shine = stroke(foot.knots([(-0.9, 3.3), (-0.2, 3.9), (0.8, 3.8)]), (0, 0.3, 0))
    if garment.item != "sandals":
        pieces.append(
            Piece((foot.path(_upper(last)),), fabric, region, lights=(shine,), cast=0.2, edge=0.6,
                  lines=tuple(_details(foot, garment.item, last, fabric)), pivot=(foot.x, foot.y))
        )  # fmt: skip
    return [*pieces, *_open_parts(foot, garment.item, fabric, region)]
