"""Jeans, trousers, shorts, leggings, tights and socks."""

from __future__ import annotations

from dataclasses import dataclass

from braind.domain import Region
from braind.sample.figure import Figure, Limb
from braind.sample.garments.prints import print_pieces
from braind.sample.geometry import Knot, Path, curve, mix, stroke
from braind.sample.pieces import Line, Piece, Pieces
from braind.sample.spec import Fabric, Garment, region_of
from braind.sample.tones import deeper, lighter, seam

WAIST = 30.0


@dataclass(frozen=True)
class LegCut:
    """Eases at hip, thigh, knee and hem, and where the leg ends (1 is the ankle)."""

    hip: float
    thigh: float
    knee: float
    hem: float
    end: float = 1.01
    cuff: bool = False  # a turned-up or ribbed end
    crease: bool = False


CUTS: dict[tuple[str, str], LegCut] = {
    ("jeans", "slim"): LegCut(0.15, 0.15, 0.3, 0.45, 0.985),
    ("jeans", "straight"): LegCut(0.2, 0.3, 0.85, 1.2, 1.03),
    ("jeans", "wide"): LegCut(0.3, 0.7, 1.7, 2.6, 1.08),
    ("jeans", "cuffed"): LegCut(0.2, 0.35, 0.9, 1.15, 0.95, cuff=True),
    ("trousers", "slim"): LegCut(0.2, 0.3, 0.5, 0.6, 0.96, crease=True),
    ("trousers", "straight"): LegCut(0.3, 0.5, 1.0, 1.2, 1.04, crease=True),
    ("trousers", "wide"): LegCut(0.4, 0.9, 1.9, 2.9, 1.09, crease=True),
    ("trousers", "chino"): LegCut(0.35, 0.6, 0.9, 0.95, 0.95, cuff=True),
    ("trousers", "track"): LegCut(0.5, 0.9, 1.2, 0.75, 0.98, cuff=True),
    ("trousers", "cargo"): LegCut(0.6, 1.1, 1.7, 1.5, 1.0),
    ("shorts", "short"): LegCut(0.3, 0.7, 0.9, 1.0, 0.22),
    ("shorts", "bermuda"): LegCut(0.4, 0.9, 1.2, 1.5, 0.42),
    ("shorts", "athletic"): LegCut(0.5, 1.2, 1.5, 1.7, 0.3),
    ("leggings", "plain"): LegCut(0.08, 0.06, 0.08, 0.12, 0.96),
    ("leggings", "panel"): LegCut(0.08, 0.06, 0.08, 0.12, 0.96),
}


def eases(cut: LegCut) -> list[tuple[float, float]]:
    """(position, ease) down a trouser leg."""
    plan = ((0.04, cut.hip), (0.14, cut.hip * 0.4 + cut.thigh * 0.6), (0.26, cut.thigh),
            (0.38, (cut.thigh + cut.knee) / 2), (0.5, cut.knee),
            (0.62, cut.knee * 0.95 + cut.hem * 0.05), (0.76, (cut.knee + cut.hem) / 2 - 0.1),
            (0.9, cut.hem * 0.8 + cut.knee * 0.2))  # fmt: skip
    kept = [(t, ease) for t, ease in plan if t < cut.end - 0.05]
    return [*kept, (cut.end, cut.hem)]


def leg_outline(figure: Figure, side: int, cut: LegCut, waist: float = WAIST) -> Path:
    """One trouser leg with its half of the hips, reaching past the centre seam."""
    leg, h = figure.leg(side), figure.half
    top: list[Knot] = [
        (-side * 0.4, waist + 0.25, 1), (side * h(waist) * 0.6, waist + 0.2),
        (side * (h(waist) + 0.2), waist, 1), (side * (h(34) + 0.15 + cut.hip * 0.5), 34),
    ]  # fmt: skip
    stops = eases(cut)
    tube = leg.tube(stops)
    inner = [k for k in tube[len(stops) :] if k[1] > 42.6 or len(k) > 2]
    bow = leg.off(cut.end + 0.008, 0)
    crotch = figure.at(-side * 0.1, 42.4 + cut.thigh * 0.35)
    knots = [*figure.torso(top), *tube[: len(stops)], bow, *inner, (*crotch, 1)]
    return curve(knots)


def _across(leg: Limb, t0: float, x0: float, t1: float, x1: float, width: float) -> Path:
    start, stop = leg.off(t0, x0), leg.off(t1, x1)
    middle = mix(start, stop, 0.5)
    return stroke([start, (middle[0], middle[1] + 0.35), stop], (0.08, width, 0))


def leg_folds(figure: Figure, side: int, cut: LegCut) -> tuple[Path, ...]:
    """Drag lines from the crotch, breaks at the knee, stacking above the hem."""
    leg = figure.leg(side)
    crotch = figure.at(0, 41.6)
    folds = [
        stroke([crotch, leg.off(0.08, 0.4), leg.off(0.03, 3.0)], (0.05, 0.34, 0)),
        stroke([crotch, leg.off(0.14, -0.4), leg.off(0.2, 1.8)], (0.15, 0.4, 0)),
    ]
    if cut.end > 0.6 and cut.knee < 1.5:
        w = 2.4 + cut.knee
        folds += [_across(leg, 0.475, -w, 0.455, w * 0.2, 0.3),
                  _across(leg, 0.53, -w, 0.545, w * 0.4, 0.36),
                  _across(leg, 0.51, w, 0.53, w * 0.1, 0.3)]  # fmt: skip
    if cut.end > 0.85:
        w = 1.3 + cut.hem
        folds += [_across(leg, cut.end - 0.05, -w, cut.end - 0.065, w * 0.5, 0.3),
                  _across(leg, cut.end - 0.1, w, cut.end - 0.085, -w * 0.4, 0.3),
                  _across(leg, cut.end - 0.16, -w, cut.end - 0.18, w * 0.1, 0.26)]  # fmt: skip
    if cut.knee > 1.5:
        folds += [stroke([leg.off(0.2, x), leg.off(0.6, x * 1.15), leg.off(cut.end, x * 1.5)],
                         (0, 0.36, 0.5)) for x in (-1.5, 1.3)]  # fmt: skip
    return tuple(folds)


def _stitched(leg: Limb, stops: list[tuple[float, float]], outer: bool, tone: str) -> Line:
    knots = [leg.edge(t, outer, ease - 0.35) for t, ease in stops]
    return Line(stroke(knots, (0.055, 0.055)), tone, 0.75)


def _seams(figure: Figure, side: int, garment: Garment, cut: LegCut) -> list[Line]:
    leg, tone = figure.leg(side), seam(garment.fabric.hex)
    stops = eases(cut)
    lines = []
    if garment.item == "jeans":
        gold = "#c7955a" if garment.fabric.color in ("blue", "navy") else tone
        lines = [_stitched(leg, stops, True, gold),
                 Line(stroke([leg.off(cut.end - 0.02, -9), leg.off(cut.end - 0.018, 0),
                              leg.off(cut.end - 0.02, 9)], (0.06, 0.06)), gold, 0.75)]  # fmt: skip
    if cut.crease:
        lines.append(Line(stroke([leg.off(t, 0.1) for t in (0.06, 0.3, 0.5, 0.75, 1.0)],
                                 (0.02, 0.1, 0.1)), tone, 0.6))  # fmt: skip
    if garment.cut in ("track", "panel"):
        ink = garment.fabric.accents[0] if garment.fabric.accents else "#f2efe8"
        for shift in (0.55, 1.15) if garment.cut == "track" else (0.8,):
            knots = [leg.edge(t, True, ease - shift) for t, ease in stops]
            width = 0.17 if garment.cut == "track" else 0.4
            lines.append(Line(stroke(knots, (width, width)), ink, 0.95))
    if garment.cut == "cargo":
        box = [leg.off(0.33, 4.6), leg.off(0.33, 1.6), leg.off(0.45, 1.5), leg.off(0.45, 4.4)]
        lines.append(Line(stroke([(*k, 1) for k in box], (0.08, 0.08)), tone, 0.8))
        lines.append(Line(stroke([leg.off(0.355, 4.6), leg.off(0.355, 1.6)], (0.08, 0.08)), tone,
                          0.7))  # fmt: skip
    return lines


def _pocket_and_fly(figure: Figure, side: int, garment: Garment) -> list[Line]:
    tone, h = seam(garment.fabric.hex), figure.half
    if garment.item == "jeans" and garment.fabric.color in ("blue", "navy"):
        tone = "#b98950"
    scoop: list[Knot] = [
        (side * h(31) * 0.6, WAIST + 1.6),
        (side * h(32) * 0.68, 33.3),
        (side * (h(34) + 1), 34.6),
    ]
    lines = [Line(stroke(figure.torso(scoop), (0.08, 0.08)), tone, 0.8)]
    if side > 0 and garment.item in ("jeans", "shorts", "trousers") and garment.cut != "track":
        fly: list[Knot] = [(0.1, WAIST + 1.6), (0.1, 38), (0.0, 41.5)]
        lines.append(Line(stroke(figure.torso(fly), (0.07, 0.06)), tone, 0.75))
        curved: list[Knot] = [(1.2, WAIST + 1.6), (1.15, 36), (0.1, 38.6)]
        lines.append(Line(stroke(figure.torso(curved), (0.05, 0.05)), tone, 0.5))
    return lines


def _fades(leg: Limb, cut: LegCut) -> tuple[Path, ...]:
    """Worn thighs and shins of denim."""
    low = min(cut.end - 0.1, 0.85)
    return (stroke([leg.off(0.1, 0.4), leg.off(0.28, 0.5), leg.off(min(0.45, low), 0.3)],
                   (0.1, 0.85, 0.1)),)  # fmt: skip


def legs(figure: Figure, garment: Garment) -> Pieces:
    """Both legs of trousers, jeans, shorts or leggings, the further one first."""
    cut, fabric = CUTS[garment.item, garment.cut], garment.fabric
    region, pieces = region_of(garment.item), []
    for side in figure.leg_order:
        leg = figure.leg(side)
        outline = leg_outline(figure, side, cut)
        lines = [*_seams(figure, side, garment, cut), *_pocket_and_fly(figure, side, garment)]
        lights = _fades(leg, cut) if fabric.material == "denim" else ()
        pivot = leg.joints[0] if fabric.pattern != "colorblock" else (0.0, 36.0)
        pieces.append(
            Piece((outline,), fabric, region, folds=leg_folds(figure, side, cut), lights=lights,
                  lines=tuple(lines if garment.item != "leggings" else lines[:1]),
                  angle=leg.angle() * 0.6, pivot=pivot, cast=0.3)
        )  # fmt: skip
        if cut.cuff:
            pieces.append(_cuff(leg, cut, fabric, region, garment.cut == "track"))
        if fabric.pattern == "graphic":
            pieces += print_pieces(fabric, region, (outline,), leg.point(0.2), 0.75)
    return [*pieces, waistband(figure, fabric, region, garment.item != "leggings")]


def _cuff(leg: Limb, cut: LegCut, fabric: Fabric, region: Region, ribbed: bool) -> Piece:
    end, ease = cut.end, cut.hem * (0.5 if ribbed else 1) + 0.12
    knots: list[Knot] = [
        (*leg.edge(end - 0.05, True, ease), 1), (*leg.edge(end + 0.005, True, ease), 1),
        leg.off(end + 0.015, 0), (*leg.edge(end + 0.005, False, ease), 1),
        (*leg.edge(end - 0.05, False, ease), 1), leg.off(end - 0.04, 0),
    ]  # fmt: skip
    tone = deeper(fabric.hex, 0.08) if ribbed else lighter(fabric.hex, 0.22)
    cloth = Fabric(fabric.color, tone, "solid", fabric.material)
    return Piece((curve(knots),), cloth, region, cast=0.3)


def waistband(figure: Figure, fabric: Fabric, region: Region, loops: bool = True,
              y: float = WAIST, high: float = 1.5) -> Piece:  # fmt: skip
    """The band at the waist, with belt loops and a button when ``loops``."""
    h = figure.half
    knots: list[Knot] = [
        (-h(y) - 0.25, y, 1),
        (0, y + 0.35),
        (h(y) + 0.25, y, 1),
        (h(y + high) + 0.2, y + high, 1),
        (0, y + high + 0.4),
        (-h(y + high) - 0.2, y + high, 1),
    ]
    lines = []
    if loops:
        tone = seam(fabric.hex)
        for x in (-3.4, 3.4):
            pair = figure.torso([(x, y - 0.1), (x, y + high + 0.2)])
            lines.append(Line(stroke(pair, (0.2, 0.2)), tone, 0.6))
    outline = curve(figure.torso(knots))
    return Piece((outline,), fabric, region, lines=tuple(lines), cast=0.12, edge=0.6)


def hosiery(figure: Figure, garment: Garment) -> Pieces:
    """Tights over the whole leg, or socks up to where their cut says."""
    start = {"tights": 0.0, "knee": 0.6, "crew": 0.84, "ankle": 0.93}[garment.cut]
    pieces = []
    for side in figure.leg_order:
        leg = figure.leg(side)
        stops = [
            (t, 0.08)
            for t in (
                start,
                *(t for t in (0.15, 0.3, 0.43, 0.5, 0.58, 0.68, 0.8, 0.92) if t > start + 0.03),
                1.04,
            )
        ]
        knots = leg.tube(stops)
        if start:
            knots = [(*knots[0][:2], 1), *knots[1:-1], (*knots[-1][:2], 1)]
        band: tuple[Line, ...] = ()
        if start:
            tone = seam(garment.fabric.hex)
            band = (Line(stroke([leg.off(start + 0.03, -4), leg.off(start + 0.03, 4)],
                                (0.06, 0.06)), tone, 0.5),)  # fmt: skip
        sheer = 0.86 if garment.fabric.material == "chiffon" else 1.0
        pieces.append(Piece((curve(knots),), garment.fabric, Region.LEGWEAR, lines=band, cast=0.15,
                            sheer=sheer, pivot=leg.joints[0]))  # fmt: skip
    return pieces
