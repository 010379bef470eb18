"""Bags, hats, glasses, scarves, ties and belts."""

from __future__ import annotations

from braind.domain import Region
from braind.sample.figure import SIDES, Figure
from braind.sample.garments.bottoms import waistband
from braind.sample.geometry import Knot, curve, ellipse, mirrored, stroke
from braind.sample.pieces import Line, Piece, Pieces
from braind.sample.spec import Fabric, Garment
from braind.sample.tones import deeper, lighter, seam

BAGS = ("tote", "shoulder", "crossbody", "backpack", "clutch")
HATS = ("cap", "beanie", "bucket", "beret", "fedora")
EXTRAS = ("scarf", "tie", "belt", "glasses", "sunglasses")


def carrying_side(figure: Figure) -> int:
    """The side of the lower, freer hand: where a bag hangs."""
    kinds = [figure.hand(side) for side in SIDES]
    for kind in ("grip", "relaxed", "pocket", "hip"):
        if kind in kinds:
            return SIDES[kinds.index(kind)]
    return -1


def _box(x: float, y: float, wide: float, high: float, taper: float) -> list[Knot]:
    low, inner = y + high, wide * 0.9
    return [
        (x - wide * taper, y, 1),
        (x + wide * taper, y, 1),
        (x + wide, low - 0.9, 1),
        (x + wide * 0.98, low - 0.2),
        (x + inner, low, 1),
        (x - inner, low, 1),
        (x - wide * 0.98, low - 0.2),
        (x - wide, low - 0.9, 1),
    ]


def bag_behind(figure: Figure, garment: Garment) -> Pieces:
    """What lies behind the body: a backpack."""
    if garment.item != "backpack":
        return []
    w = figure.shoulder
    half: list[Knot] = [
        (0, 14.2),
        (w * 0.7, 14.4),
        (w + 1.1, 17.0),
        (w + 1.5, 27),
        (w + 0.9, 31.5),
        (w * 0.6, 32.6),
        (0, 32.8),
    ]
    return [Piece((curve(figure.torso(mirrored(half))),), garment.fabric, Region.BAG, cast=0)]


def bag_straps(figure: Figure, garment: Garment) -> Pieces:
    """Straps over the trunk, under the sleeves."""
    dark = Fabric("", deeper(garment.fabric.hex, 0.15), "solid", garment.fabric.material)
    s = carrying_side(figure)
    if garment.item == "backpack":
        shapes = tuple(
            stroke(figure.torso([(k * 4.3, 13.4), (k * 5.2, 18), (k * 6.0, 24.5)]), (0.75, 0.65))
            for k in SIDES
        )
    elif garment.item == "crossbody":
        shapes = (stroke(figure.torso([(-s * 4.0, 13.3), (0, 21.5), (s * 7.4, 34.5)]),
                         (0.3, 0.3)),)  # fmt: skip
    else:
        return []
    return [Piece(shapes, dark, Region.BAG, cast=0.3, volume=0.3)]


def bag_front(figure: Figure, garment: Garment) -> Pieces:
    """The bag itself, in the hand, at the hip or under the arm."""
    if garment.item == "backpack":
        return []
    s, fabric = carrying_side(figure), garment.fabric
    arm = figure.arm(s)
    hand = arm.off(1.0, 0) if figure.hand(s) != "grip" else arm.point(1.12)
    dark = Fabric("", deeper(fabric.hex, 0.2), "solid", fabric.material)
    if garment.item in ("tote", "clutch") and figure.pose.arms[SIDES.index(s)].fore < -90:
        hand = figure.at(s * 8.6, 39)
    x, y = hand[0] + s * 0.4, hand[1] + 2.2
    if garment.item == "tote":
        knots, drop = _box(x, y + 6.0, 5.0, 10.5, 0.9), 6.2
    elif garment.item == "clutch":
        knots, drop = _box(x, y - 0.2, 4.2, 5.2, 1.0), 0.0
    elif garment.item == "shoulder":
        base = figure.at(s * (figure.half(33) + 1.6), 30.5)
        x, y = base
        knots, drop = _box(x, y, 4.0, 6.2, 0.9), 0.0
    else:
        base = figure.at(s * (figure.half(34) + 0.2), 34)
        x, y = base
        knots, drop = _box(x, y, 3.6, 5.0, 1.0), 0.0
    pieces: Pieces = []
    if drop:
        loop = stroke([(x - 2.6, y + drop), (x - 1.6, y + 0.8), (x, y - 0.2), (x + 1.6, y + 0.8),
                       (x + 2.6, y + drop)], (0.22, 0.22))  # fmt: skip
        pieces.append(Piece((loop,), dark, Region.BAG, cast=0.15, volume=0))
    if garment.item == "shoulder":
        top = figure.at(s * (figure.shoulder - 3.2), 13.6)
        strap = stroke([top, (x - s * 0.6, (y + top[1]) / 2), (x, y + 0.5)], (0.24, 0.24))
        pieces.append(Piece((strap,), dark, Region.BAG, cast=0.25, volume=0))
    outline = curve(knots)
    low = float(outline[:, 1].max())
    flap = Line(stroke([(x - 6, y + drop + 1.8), (x, y + drop + 2.6), (x + 6, y + drop + 1.8)],
                       (0.08, 0.08)), seam(fabric.hex), 0.7)  # fmt: skip
    clasp = Line(ellipse((x, (y + drop) * 0.55 + low * 0.45), (0.4, 0.4), steps=12), "#d7b878", 0.9)
    body = Piece((outline,), fabric, Region.BAG, lines=(flap, clasp), cast=0.4, pivot=(x, y))
    return [*pieces, body]


def hat(figure: Figure, garment: Garment) -> Pieces:
    """A hat on the hair."""
    fabric, region = garment.fabric, Region.HEADWEAR
    tone = seam(fabric.hex)

    def part(half: list[Knot], cast: float = 0.35, lines: tuple[Line, ...] = (),
             cloth: Fabric = fabric) -> Piece:  # fmt: skip
        shape = curve(figure.head(mirrored(half)))
        return Piece((shape,), cloth, region, lines=lines, cast=cast)

    if garment.item == "beanie":
        ticks = tuple(
            Line(stroke(figure.head([(x * 0.75, -1.5), (x, 1.0), (x, 3.0)]), (0.06, 0.06)), tone,
                 0.5) for x in (-3.2, -2.2, -1.2, -0.2, 0.8, 1.8, 2.8)
        )  # fmt: skip
        crown = part([(0, -1.7), (2.1, -1.3), (3.7, 0.6), (4.0, 2.6, 1), (0, 3.0)], lines=ticks)
        band = part([(0, 1.5), (4.1, 1.0, 1), (4.15, 2.9, 1), (0, 3.4)], lines=ticks)
        return [crown, band]
    if garment.item == "cap":
        seams = (Line(stroke(figure.head([(0, -1.3), (0.1, 1.2)], 0.8), (0.06, 0.06)), tone, 0.6),)
        crown = part([(0, -1.3), (2.2, -1.0), (3.7, 0.6), (3.85, 2.7, 1), (0, 2.2)], lines=seams)
        visor = Fabric(fabric.color, deeper(fabric.hex, 0.12), "solid", fabric.material)
        return [crown, part([(0, 1.7), (2.4, 1.9), (3.75, 2.6, 1), (2.6, 3.7), (0, 4.1)], 0.5,
                            cloth=visor)]  # fmt: skip
    if garment.item == "bucket":
        crown = part([(0, -1.4), (2.6, -1.2), (3.6, 0.2), (3.9, 2.2, 1), (0, 2.4)])
        brim = part([(0, 1.5), (3.8, 1.2, 1), (5.2, 3.9, 1), (2.4, 3.9), (0, 3.7)], 0.6)
        return [brim, crown]
    if garment.item == "beret":
        shape: list[Knot] = [
            (-3.6, 2.2),
            (-4.4, 0.4),
            (-2.0, -1.9),
            (2.0, -1.8),
            (5.0, -0.2),
            (5.1, 1.6),
            (3.6, 2.3),
            (0, 1.7),
        ]
        return [Piece((curve(figure.head(shape)),), fabric, region, cast=0.35)]
    crown = part([(0, -2.2), (1.6, -2.6), (3.2, -1.8), (3.7, 2.0, 1), (0, 2.3)])
    ribbon = Fabric("", lighter("#1e1d22", 0.05), "solid", "silk")
    band = part([(0, 0.8), (3.62, 0.6, 1), (3.75, 2.0, 1), (0, 2.3)], cloth=ribbon)
    return [part([(0, 1.4), (4.0, 1.3), (6.4, 1.8), (4.2, 3.0), (0, 3.2)], 0.5), crown, band]


def glasses(figure: Figure, garment: Garment) -> Pieces:
    """Spectacles or sunglasses."""
    dark = garment.item == "sunglasses"
    frame, shapes = garment.fabric.hex, []
    for s in SIDES:
        x, y = figure.head([(s * 1.45, 5.1)], 0.8)[0][:2]
        if dark:
            shapes.append(ellipse((x, y), (1.0, 0.72)))
        else:
            around = ellipse((x, y), (0.95, 0.85))
            shapes.append(stroke([tuple(p) for p in [*around[::3], around[0]]], (0.09, 0.09)))
    bridge = stroke(figure.head([(-0.5, 4.9), (0, 4.75), (0.5, 4.9)], 0.8), (0.12, 0.12))
    return [Piece((*shapes, bridge), Fabric("", frame, "solid", "leather"), Region.FACE, cast=0.15,
                  volume=0.4 if dark else 0, edge=0)]  # fmt: skip


def scarf(figure: Figure, garment: Garment) -> Pieces:
    """A scarf wound once, one end hanging."""
    fabric, region = garment.fabric, Region.ACCESSORY
    loop: list[Knot] = [(0, 10.6), (2.4, 10.3), (3.9, 11.6), (4.0, 14.0), (2.4, 15.6), (0, 16.1)]
    tail: list[Knot] = [
        (0.9, 14.5, 1),
        (3.4, 14.2, 1),
        (4.1, 22),
        (4.2, 29.5, 1),
        (1.3, 29.8, 1),
        (1.5, 22),
    ]
    fringe = tuple(
        Line(stroke(figure.torso([(x, 28), (x, 30)]), (0.07, 0.07)), seam(fabric.hex), 0.6)
        for x in (1.7, 2.2, 2.7, 3.2, 3.7)
    )
    folds = tuple(
        stroke(figure.torso([(-3.4, 12 + k), (0, 13.2 + k), (3.3, 12.2 + k)]), (0, 0.28, 0))
        for k in (0, 1.5)
    )
    return [
        Piece((curve(figure.torso(tail)),), fabric, region, lines=fringe, cast=0.4),
        Piece((curve(figure.torso(mirrored(loop))),), fabric, region, folds=folds, cast=0.4),
    ]


def tie(figure: Figure, garment: Garment, low: float = 29.5) -> Pieces:
    """A necktie with its knot."""
    blade: list[Knot] = [
        (-0.5, 15.0, 1),
        (0.5, 15.0, 1),
        (1.15, low - 2.4),
        (1.2, low - 1.4, 1),
        (0, low, 1),
        (-1.2, low - 1.4, 1),
        (-1.15, low - 2.4),
    ]
    knot: list[Knot] = [(-0.95, 13.7, 1), (0.95, 13.7, 1), (0.55, 15.5, 1), (-0.55, 15.5, 1)]
    return [
        Piece((curve(figure.torso(shape)),), garment.fabric, Region.ACCESSORY, cast=0.3, angle=40,
              pivot=figure.at(0, 15))
        for shape in (blade, knot)
    ]  # fmt: skip


def belt(figure: Figure, garment: Garment) -> Pieces:
    """A belt through the loops of a waistband."""
    band = waistband(figure, garment.fabric, Region.ACCESSORY, False, 30.2, 1.15)
    buckle: list[Knot] = [(-0.9, 30.4, 1), (0.9, 30.4, 1), (0.9, 31.9, 1), (-0.9, 31.9, 1)]
    metal = Fabric("", "#c9b27a", "solid", "leather")
    return [band, Piece((curve(figure.torso(buckle)),), metal, Region.ACCESSORY, cast=0.2)]
