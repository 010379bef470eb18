"""Skirts, dresses and jumpsuits."""

from __future__ import annotations

from dataclasses import dataclass, replace

from braind.domain import Region
from braind.sample.figure import Figure
from braind.sample.garments import necks
from braind.sample.garments.bottoms import CUTS as LEG_CUTS
from braind.sample.garments.bottoms import LegCut, leg_folds, leg_outline, waistband
from braind.sample.garments.prints import chest_print, print_pieces
from braind.sample.garments.shell import (
    Shell,
    body_folds,
    body_outline,
    buttons,
    seam_line,
    sleeve_pieces,
)
from braind.sample.geometry import Knot, Path, curve, mirrored, stroke
from braind.sample.pieces import Line, Piece, Pieces
from braind.sample.spec import Fabric, Garment
from braind.sample.tones import deeper, lighter, luma, seam

_TOP = 29.6


@dataclass(frozen=True)
class SkirtCut:
    """Hem height, half width there, and how the cloth hangs: pleats, flares or flat."""

    hem: float
    wide: float
    hang: str = "flat"  # flat, flare or pleat
    hip: float = 0.25


CUTS: dict[tuple[str, str], SkirtCut] = {
    ("skirt", "mini-flare"): SkirtCut(46.5, 10.8, "flare", 0.8),
    ("skirt", "mini-pleat"): SkirtCut(46.0, 10.2, "pleat", 0.8),
    ("skirt", "mini"): SkirtCut(46.5, 8.6),
    ("skirt", "pencil"): SkirtCut(58.5, 7.2),
    ("skirt", "midi-flare"): SkirtCut(62.0, 12.4, "flare", 0.7),
    ("skirt", "midi-pleat"): SkirtCut(63.5, 11.0, "pleat", 0.7),
    ("skirt", "maxi"): SkirtCut(72.0, 12.0, "flare", 0.6),
    ("dress", "aline"): SkirtCut(50.0, 11.4, "flare", 0.9),
    ("dress", "slip"): SkirtCut(63.0, 9.2, "flat", 0.3),
    ("dress", "shirt"): SkirtCut(56.0, 10.2, "flare", 0.9),
    ("dress", "knit"): SkirtCut(60.0, 8.2, "flat", 0.35),
    ("dress", "tiered"): SkirtCut(64.0, 13.4, "flare", 1.2),
    ("dress", "mini"): SkirtCut(46.0, 9.8, "flat", 1.0),
}

_BODICES: dict[str, Shell] = {
    "aline": Shell(neck=2.6, depth=14.8, chest=0.3, waist=0.35, hem=30, hem_ease=0.2, sleeve=0.3,
                   arm=0.6, cuff=0.5),
    "slip": Shell(neck=4.2, neck_y=15.4, depth=17.8, vee=True, chest=0.15, waist=0.7, hem=30,
                  hem_ease=0.6, sleeve=0),
    "shirt": Shell(neck=2.3, depth=14.4, chest=0.6, waist=0.5, hem=30, hem_ease=0.3, sleeve=0.95),
    "knit": Shell(chest=0.3, waist=0.6, hem=30, hem_ease=0.3, sleeve=0.97, arm=0.25, cuff=0.25),
    "tiered": Shell(neck=3.0, depth=15.2, chest=0.5, waist=0.9, hem=30, hem_ease=0.8, sleeve=0.95,
                    arm=0.8, cuff=0.25),
    "mini": Shell(neck=2.6, depth=14.4, chest=0.5, waist=1.2, hem=30, hem_ease=1.2, sleeve=0.95,
                  arm=0.4, cuff=0.5),
    "wide": Shell(neck=2.4, depth=18.0, vee=True, chest=0.4, waist=0.4, hem=31, hem_ease=0.3,
                  sleeve=0.34, arm=0.7, cuff=0.8),
    "utility": Shell(neck=2.3, depth=14.6, chest=0.8, waist=1.0, hem=31, hem_ease=0.5, sleeve=0.95,
                     arm=0.6, cuff=0.5),
}  # fmt: skip
_JUMPSUIT_LEGS = {"wide": LEG_CUTS["trousers", "wide"], "utility": LegCut(0.5, 0.9, 1.4, 1.2, 0.97)}


def _hem_half(figure: Figure, cut: SkirtCut) -> list[Knot]:
    """Right half of the hem from the corner to the middle, waved where cloth is gathered."""
    wide = cut.wide * figure.body.breadth
    if cut.hang == "flat":
        return [(wide, cut.hem, 1), (wide * 0.55, cut.hem + 0.55), (0, cut.hem + 0.75)]
    knots: list[Knot] = [(wide, cut.hem, 1)]
    count = 6 if cut.hang == "pleat" else 4
    for k in range(1, count * 2):
        x = wide * (1 - k / (count * 2))
        wave = 0.16 if k % 2 else -0.12
        knots.append((x, cut.hem + 0.95 * (1 - (x / wide) ** 2) + wave))
    return [*knots, (0, cut.hem + 0.8)]


def skirt_outline(figure: Figure, cut: SkirtCut, top: float = _TOP) -> Path:
    """A skirt from the waist down."""
    h, wide = figure.half, cut.wide * figure.body.breadth
    hip = h(36) + cut.hip
    slim = cut.hang == "flat"
    middle = (42, max(h(41), hip * 0.6 + wide * 0.4) + (0.1 if slim else 0))
    half: list[Knot] = [(0, top + 0.3), (h(top) + 0.2, top, 1), (h(33) + cut.hip * 0.8, 33),
                        (hip, 36.5), (middle[1], middle[0])]  # fmt: skip
    return curve(figure.torso(mirrored([*half, *_hem_half(figure, cut)])))


def _drapes(figure: Figure, cut: SkirtCut, top: float) -> tuple[Path, ...]:
    wide, h = cut.wide * figure.body.breadth, figure.half(top)
    folds = []
    if cut.hang == "flat":
        for s in (-1, 1):
            folds.append(stroke(figure.torso([(s * h, top + 3), (s * 2.6, 38), (s * 0.8, 42)]),
                                (0, 0.35, 0)))  # fmt: skip
        folds.append(stroke(figure.torso([(0.4, 42), (0.2, (42 + cut.hem) / 2), (0, cut.hem)]),
                            (0, 0.5, 0.5)))  # fmt: skip
        return tuple(folds)
    count = 6 if cut.hang == "pleat" else 4
    for k in range(count * 2):
        at = (k + 0.75) / count - 1
        if cut.hang == "pleat" or k % 2 == 0 or abs(at) > 0.55:
            start = top + (0.8 if cut.hang == "pleat" else 2.5 + 2 * (k % 3))
            knots = [(at * h * 0.95, start), (at * (h * 0.35 + wide * 0.6), 40),
                     (at * wide * 0.99, cut.hem + 0.8)]  # fmt: skip
            deep = 0.32 if cut.hang == "pleat" else 0.55 + 0.15 * (k % 3)
            folds.append(stroke(figure.torso(knots), (0.03, deep * 0.7, deep)))
    return tuple(folds)


def _highlights(figure: Figure, cut: SkirtCut, top: float) -> tuple[Path, ...]:
    if cut.hang == "flat":
        return ()
    wide, h = cut.wide * figure.body.breadth, figure.half(top)
    count = 6 if cut.hang == "pleat" else 4
    return tuple(
        stroke(figure.torso([(at * h, top + 3), (at * wide * 0.72, 41), (at * wide, cut.hem)]),
               (0, 0.25, 0.4))
        for at in ((k + 0.25) / count - 1 for k in range(count * 2))
    )  # fmt: skip


def skirt_piece(figure: Figure, cut: SkirtCut, fabric: Fabric, region: Region,
                top: float = _TOP, lines: tuple[Line, ...] = ()) -> Piece:  # fmt: skip
    """The hanging part of a skirt or dress."""
    tone = seam(fabric.hex)
    hem = [seam_line(figure, [(-14, cut.hem - 0.7), (0, cut.hem + 0.1), (14, cut.hem - 0.7)], tone,
                     0.05, 0.35)]  # fmt: skip
    return Piece((skirt_outline(figure, cut, top),), fabric, region,
                 folds=_drapes(figure, cut, top), lights=_highlights(figure, cut, top),
                 lines=(*lines, *hem), pivot=figure.at(0, 20), angle=figure.pose.hip_tilt * 0.5,
                 cast=0.45, sheer=0.92 if fabric.material == "chiffon" else 1.0)  # fmt: skip


def skirt(figure: Figure, garment: Garment) -> Pieces:
    """A skirt with its waistband."""
    cut, fabric = CUTS["skirt", garment.cut], garment.fabric
    lines: list[Line] = []
    if fabric.material in ("denim", "leather", "suede", "corduroy") and cut.hang == "flat":
        low = min(cut.hem + 2, 60)
        lines = [seam_line(figure, [(0.2, 31), (0.2, low)], seam(fabric.hex), 0.06, 0.7),
                 *buttons(figure, 0.2, [32.6 + 2.6 * k for k in range(int((low - 33) / 2.6))],
                          "#c9a368", 0.24)]  # fmt: skip
    pieces = [skirt_piece(figure, cut, fabric, Region.SKIRT, lines=tuple(lines))]
    if fabric.pattern == "graphic":
        outline = pieces[0].shapes
        pieces += print_pieces(fabric, Region.SKIRT, outline, figure.at(2.8, 40), 0.8)
    return [*pieces, waistband(figure, fabric, Region.SKIRT, False, _TOP)]


def _tiers(figure: Figure, cut: SkirtCut, fabric: Fabric) -> list[Line]:
    tone, lines = seam(fabric.hex), []
    for y in (41.0, 52.0):
        lines.append(seam_line(figure, [(-14, y - 0.6), (0, y), (14, y - 0.6)], tone, 0.09, 0.6))
        lines += [seam_line(figure, [(x, y - 0.2), (x * 1.05, y + 2.2)], tone, 0.07, 0.4)
                  for x in (k * 1.15 for k in range(-9, 10))]  # fmt: skip
    return lines


def one_piece_body(figure: Figure, garment: Garment) -> Pieces:
    """The trunk and skirt (or legs) of a dress or jumpsuit."""
    fabric, bodice, region = garment.fabric, _BODICES[garment.cut], Region.DRESS
    if garment.item == "jumpsuit":
        pieces = _jumpsuit_legs(figure, garment)
    else:
        cut = CUTS["dress", garment.cut]
        lines = tuple(_tiers(figure, cut, fabric)) if garment.cut == "tiered" else ()
        pieces = [skirt_piece(figure, cut, fabric, region, 29.0, lines)]
    body = body_outline(figure, bodice)
    pieces.append(
        Piece((body,), fabric, region, folds=body_folds(figure, bodice),
              lines=tuple(_bodice_lines(figure, garment)), cast=0.0,
              pivot=figure.at(0, 20), angle=figure.pose.shoulder_tilt,
              edge=0.0 if garment.cut in ("slip", "mini", "knit") else 0.5)
    )  # fmt: skip
    if fabric.pattern == "graphic":
        pieces += chest_print(figure, fabric, region, (body,))
    if garment.cut in ("shirt", "aline", "wide", "utility"):
        cloth = replace(fabric, hex=deeper(fabric.hex, 0.12), pattern="solid")
        pieces.append(waistband(figure, cloth, region, False, 29.2, 1.3))
    return pieces


def _bodice_lines(figure: Figure, garment: Garment) -> list[Line]:
    tone = seam(garment.fabric.hex)
    if garment.cut in ("shirt", "utility"):
        dot = lighter(garment.fabric.hex, 0.6) if luma(garment.fabric.hex) < 0.6 else tone
        return [seam_line(figure, [(x, 14.2), (x, 31)], tone, 0.06, 0.6) for x in (-0.55, 0.55)] + [
            *buttons(figure, 0, [16.5 + 3.2 * k for k in range(5)], dot, 0.22)
        ]
    if garment.cut == "aline":
        return [seam_line(figure, [(s * 3.4, 18), (s * 3.0, 24), (s * 2.5, 30)], tone, 0.05, 0.45)
                for s in (-1, 1)]  # fmt: skip
    return []


def _jumpsuit_legs(figure: Figure, garment: Garment) -> Pieces:
    cut = _JUMPSUIT_LEGS[garment.cut]
    return [
        Piece((leg_outline(figure, side, cut, 29.4),), garment.fabric, Region.DRESS,
              folds=leg_folds(figure, side, cut), pivot=figure.leg(side).joints[0], cast=0.3,
              angle=figure.leg(side).angle() * 0.6)
        for side in figure.leg_order
    ]  # fmt: skip


def one_piece_neck(figure: Figure, garment: Garment) -> Pieces:
    """Collar, straps or band of a dress or jumpsuit."""
    fabric, bodice, region = garment.fabric, _BODICES[garment.cut], Region.DRESS
    if garment.cut in ("shirt", "utility"):
        return necks.shirt_collar(figure, fabric, region)
    if garment.cut == "knit":
        return necks.turtleneck(figure, fabric, region)
    if garment.cut in ("aline", "mini"):
        light = replace(fabric, hex=lighter(fabric.hex, 0.75), pattern="solid")
        return necks.round_collar(figure, light, region)
    if garment.cut == "slip":
        shapes: tuple[Path, ...] = tuple(
            stroke(figure.torso([(s * 3.1, 13.4), (s * 4.1, 15.7)]), (0.16, 0.16)) for s in (-1, 1)
        )
        return [Piece(shapes, fabric, region, cast=0.15, volume=0, edge=0.3)]
    return necks.neck_rib(figure, bodice, fabric, region)


def one_piece_sleeve(figure: Figure, garment: Garment, side: int) -> Pieces:
    """One sleeve of a dress or jumpsuit."""
    bodice = _BODICES[garment.cut]
    if not bodice.sleeve:
        return []
    eases = None
    if garment.cut == "aline":
        eases = [(0.05, 1.0), (0.14, 1.35), (0.24, 1.1), (0.3, 0.35)]
    if garment.cut == "tiered":
        eases = [(0.06, 0.9), (0.2, 1.0), (0.4, 0.9), (0.6, 1.0), (0.8, 1.4), (0.89, 1.3),
                 (0.94, 0.25)]  # fmt: skip
    return sleeve_pieces(figure, side, bodice, garment.fabric, Region.DRESS, eases)


def sleeve_end(garment: Garment) -> float:
    """Where the sleeve of a dress or jumpsuit ends on the arm, 0 for none."""
    return _BODICES[garment.cut].sleeve
