"""Cardigans, jackets, blazers, coats, vests and capes."""

from __future__ import annotations

from dataclasses import replace

from braind.domain import Region
from braind.sample.figure import SIDES, Figure
from braind.sample.garments import necks
from braind.sample.garments.outer_cuts import CUTS, OuterCut
from braind.sample.garments.prints import print_pieces
from braind.sample.garments.shell import (
    body_folds,
    body_outline,
    buttons,
    cuff_rib,
    panel_outline,
    seam_line,
    side_knots,
    sleeve_eases,
    sleeve_pieces,
)
from braind.sample.geometry import Knot, Path, curve, stroke
from braind.sample.pieces import Line, Piece, Pieces
from braind.sample.spec import Fabric, Garment
from braind.sample.tones import deeper, lighter, luma, seam


def _front_edge(cut: OuterCut, side: int) -> list[Knot]:
    """The free edge of a panel from hem to neck; closed fronts overlap, the right one on top."""
    shell, (chest, waist, hem) = cut.shell, cut.gap
    if chest == 0:
        over = -0.9 if side > 0 else 0.3
        return [(hem if hem else over, shell.hem + 0.6, 1), (over, min(cut.low + 9, shell.hem)),
                (over, cut.low + 0.6, 1), (0.9, (cut.low + shell.neck_y) / 2)]  # fmt: skip
    return [(hem, shell.hem + 0.6, 1), (waist, 29), (chest, 20), (chest * 0.7 + 0.5, 16)]


def _pockets(figure: Figure, details: tuple[str, ...], tone: str, hem: float) -> list[Line]:
    lines: list[Line] = []
    for s in SIDES:
        if "flaps" in details:
            knots: list[Knot] = [
                (s * 2.9, 34.6, 1),
                (s * 6.9, 34.2, 1),
                (s * 6.9, 35.7, 1),
                (s * 2.9, 36.0, 1),
                (s * 2.9, 34.6, 1),
            ]
            lines.append(seam_line(figure, knots, tone, 0.09, 0.7))
        if "patch" in details:
            y = min(hem - 6.5, 33.5)
            knots = [(s * 2.8, y, 1), (s * 6.6, y, 1), (s * 6.7, y + 4.8, 1), (s * 2.8, y + 4.8, 1),
                     (s * 2.8, y, 1)]  # fmt: skip
            lines.append(seam_line(figure, knots, tone, 0.1, 0.7))
        if "welt" in details:
            lines.append(seam_line(figure, [(s * 3.4, 30.2), (s * 5.6, 33.6)], tone, 0.2, 0.7))
        if "chest" in details or "flap" in details:
            knots = [(s * 2.4, 19.6, 1), (s * 5.2, 19.6, 1), (s * 5.2, 20.8, 1), (s * 3.8, 21.5, 1),
                     (s * 2.4, 20.8, 1), (s * 2.4, 19.6, 1)]  # fmt: skip
            lines.append(seam_line(figure, knots, tone, 0.09, 0.75))
    return lines


def _fastenings(figure: Figure, cut: OuterCut, fabric: Fabric) -> list[Line]:
    details, low, hem = cut.details, cut.low, cut.shell.hem
    dot = lighter(fabric.hex, 0.5) if luma(fabric.hex) < 0.45 else deeper(fabric.hex, 0.45)
    if "one" in details:
        return buttons(figure, 0, [low + 0.5, low + 4.0], dot, 0.36)
    if "double" in details:
        rows = [low + 0.5 + 3.6 * k for k in range(3)]
        return [b for x in (-2.0, 2.0) for b in buttons(figure, x, rows, dot, 0.36)]
    if "buttons" in details:
        rows = [low + 0.8 + 3.0 * k for k in range(int((hem - low - 1) / 3) + 1)]
        return buttons(figure, 0, rows, dot, 0.3)
    if "toggles" in details:
        return [seam_line(figure, [(-2.2, y), (2.2, y)], "#c9a77a", 0.3, 1.0)
                for y in (20, 26, 32, 38)]  # fmt: skip
    return []


def _panel_lines(figure: Figure, cut: OuterCut, fabric: Fabric, side: int) -> list[Line]:
    tone, details, hem = seam(fabric.hex), cut.details, cut.shell.hem
    lines = _pockets(figure, details, tone, hem)
    edge = [(side * k[0], k[1]) for k in _front_edge(cut, side)]
    if "stitch" in details:
        gold = "#c7955a" if fabric.color in ("blue", "navy") else tone
        lines += [seam_line(figure, [(side * 3.0, 21.5), (side * 2.4, 34)], gold, 0.06),
                  seam_line(figure, [(side * 5.4, 21), (side * 4.6, 34)], gold, 0.06),
                  seam_line(figure, [(side * 9, 19.0), (0, 19.4)], gold, 0.06)]  # fmt: skip
    if "waist" in details:
        lines.append(seam_line(figure, [(side * 14, hem - 2.1), (0, hem - 1.5)], tone, 0.09, 0.8))
    if "zip" in details:
        metal = "#c8c9cc" if luma(fabric.hex) < 0.7 else "#77787c"
        shift = [(x + side * 0.3, y) for x, y in edge]
        lines.append(seam_line(figure, shift, metal, 0.17, 0.9))
    if "snaps" in details:
        lines += buttons(figure, side * (cut.gap[0] + 0.75), [18, 22, 26, 30], "#ece8dd", 0.3)
    if "quilt" in details:
        for y in (17.5, 21.3, 25.1, 28.9, 32.7, 36.2):
            lines.append(seam_line(figure, [(side * 14, y - 0.5), (side * 5, y + 0.3), (0, y)],
                                   tone, 0.16, 0.75))  # fmt: skip
    if "yoke" in details:
        lines.append(seam_line(figure, [(side * 12, 19.5), (side * 3, 21.5)], tone, 0.1, 0.7))
    if "rib" in details:
        lines.append(seam_line(figure, [(side * 14, hem - 1.5), (0, hem - 1.1)], tone, 0.08, 0.6))
        shift = [(x + side * 0.9, y) for x, y in edge]
        lines.append(seam_line(figure, shift, tone, 0.07, 0.6))
    if "slash" in details:
        lines.append(seam_line(figure, [(side * 5.6, 27.5), (side * 3.6, 30.6)], "#c8c9cc", 0.15))
    if "braid" in details:
        lines.append(seam_line(figure, [(x + side * 0.35, y) for x, y in edge], "#f0ebdd", 0.28))
    return lines


def _trims(figure: Figure, cut: OuterCut, fabric: Fabric, clip: tuple[Path, ...]) -> Pieces:
    """Trimmings that are shapes of their own: letter, contrast yoke, belt."""
    pieces: Pieces = []
    if "letter" in cut.details:
        ink = fabric.accents[0] if fabric.accents else "#f0ece0"
        cloth = replace(fabric, accents=(ink, ink), variant=6)
        pieces += print_pieces(cloth, Region.OUTER, clip, figure.at(4.6, 21), 0.5)
    if "block" in cut.details:
        ink = fabric.accents[0] if fabric.accents else lighter(fabric.hex, 0.7)
        shape = curve(figure.torso([(-14, 12, 1), (14, 12, 1), (14, 20.5, 1), (0, 22.5, 1),
                                    (-14, 20.5, 1)]))  # fmt: skip
        pieces.append(Piece((shape,), Fabric("", ink, "solid", fabric.material), Region.OUTER,
                            clip=clip, cast=0, edge=0.3, volume=0.6))  # fmt: skip
    if "belt" in cut.details:
        w = figure.half(30) + cut.shell.waist + 0.15
        band: list[Knot] = [
            (-w, 29.0, 1),
            (0, 29.4),
            (w, 29.0, 1),
            (w, 30.8, 1),
            (0, 31.2),
            (-w, 30.8, 1),
        ]
        tail: list[Knot] = [(-0.6, 30.6, 1), (0.9, 30.6, 1), (2.3, 36.6, 1), (1.0, 37, 1)]
        cloth = replace(fabric, hex=deeper(fabric.hex, 0.08))
        pieces += [Piece((curve(figure.torso(k)),), cloth, Region.OUTER, cast=0.3)
                   for k in (tail, band)]  # fmt: skip
    return pieces


def _collar(figure: Figure, cut: OuterCut, fabric: Fabric) -> Pieces:
    region, gap = Region.OUTER, cut.gap[0]
    if cut.neck in ("lapel", "peak", "biker"):
        wide = {"lapel": 5.0, "peak": 5.6, "biker": 5.2}[cut.neck]
        spread = gap * 0.9 + (0.25 if gap else 0.0)
        return necks.lapels(figure, fabric, region, cut.low, wide + gap * 0.5,
                            cut.neck != "lapel", spread)  # fmt: skip
    if cut.neck == "shirt":
        return necks.shirt_collar(figure, fabric, region, 1.2)
    if cut.neck in ("rib", "funnel"):
        high = 10.9 if cut.neck == "funnel" else 11.8
        return necks.stand_collar(figure, fabric, region, high, cut.neck == "rib")
    if cut.neck == "hood":
        return necks.hood_front(figure, fabric, region)[:1]
    return []


def outer_back(figure: Figure, garment: Garment) -> Pieces:
    """The inside of the back, seen between open fronts and below; and a lowered hood."""
    if garment.item == "cape":
        return []
    cut = CUTS[garment.item, garment.cut]
    lining = replace(garment.fabric, hex=deeper(garment.fabric.hex, 0.4), pattern="solid")
    shell = replace(cut.shell, hem=cut.shell.hem - 0.9, hem_ease=cut.shell.hem_ease - 0.5, depth=12,
                    vee=False)  # fmt: skip
    pieces = [Piece((body_outline(figure, shell),), lining, Region.OUTER, cast=0, edge=0.3,
                    folds=body_folds(figure, shell))]  # fmt: skip
    if cut.neck == "hood":
        return [*necks.hood_back(figure, garment.fabric, Region.OUTER), *pieces]
    return pieces


def outer_body(figure: Figure, garment: Garment) -> Pieces:
    """Front panels and everything on them, collar included."""
    cut, fabric = CUTS[garment.item, garment.cut], garment.fabric
    if cut.neck == "closed":
        return _pullover(figure, cut, fabric)
    folds = (*body_folds(figure, cut.shell, 1.1), *_skirt_folds(figure, cut))
    pieces, outlines = [], []
    for side in SIDES:
        outline = panel_outline(figure, cut.shell, side, _front_edge(cut, side))
        outlines.append(outline)
        lines = _panel_lines(figure, cut, fabric, side)
        pieces.append(
            Piece((outline,), fabric, Region.OUTER, folds=folds, lines=tuple(lines), cast=0.45,
                  pivot=figure.at(0, 20), angle=figure.pose.shoulder_tilt, edge=0.65)
        )  # fmt: skip
    if fabric.pattern == "graphic":
        pieces += print_pieces(fabric, Region.OUTER, tuple(outlines), figure.at(4.4, 22), 0.75)
    pieces += _trims(figure, cut, fabric, tuple(outlines))
    pieces += _collar(figure, cut, fabric)
    fasten = _fastenings(figure, cut, fabric)
    if fasten:
        pieces[1] = replace(pieces[1], lines=(*pieces[1].lines, *fasten))
    return pieces


def _pullover(figure: Figure, cut: OuterCut, fabric: Fabric) -> Pieces:
    piece = Piece((body_outline(figure, cut.shell),), fabric, Region.OUTER, cast=0.4,
                  folds=body_folds(figure, cut.shell), pivot=figure.at(0, 20))  # fmt: skip
    return [piece, *necks.neck_rib(figure, cut.shell, fabric, Region.OUTER)]


def _skirt_folds(figure: Figure, cut: OuterCut) -> tuple[Path, ...]:
    shell = cut.shell
    if shell.hem < 46:
        return ()
    low = side_knots(figure, shell)[-1][0]
    return tuple(
        stroke(figure.torso([(s * w * 0.75, 33), (s * w, 45), (s * w * 1.08, shell.hem + 0.5)]),
               (0, 0.4, 0.55))
        for s in SIDES for w in (low * 0.42, low * 0.74)
    )  # fmt: skip


def outer_sleeve(figure: Figure, garment: Garment, side: int) -> Pieces:
    """One sleeve of an outer garment."""
    cut = CUTS[garment.item, garment.cut]
    shell, fabric = cut.shell, garment.fabric
    if not shell.sleeve:
        return []
    lines: list[Line] = []
    arm, tone = figure.arm(side), seam(fabric.hex)
    if "quilt" in cut.details:
        lines = [Line(stroke([arm.off(t, 4), arm.off(t + 0.01, 0), arm.off(t, -4)], (0.15, 0.15)),
                      tone, 0.75) for t in (0.14, 0.3, 0.46, 0.62, 0.78, 0.9)]  # fmt: skip
    elif not shell.rib:
        lines = [Line(stroke([arm.off(0.88, 4), arm.off(0.885, -4)], (0.06, 0.06)), tone, 0.55)]
    cloth = fabric
    if garment.cut == "varsity" and fabric.accents:
        cloth = Fabric("", fabric.accents[-1], "solid", "leather")
    pieces = sleeve_pieces(figure, side, shell, cloth, Region.OUTER, sleeve_eases(shell),
                           tuple(lines))  # fmt: skip
    if shell.rib:
        pieces.append(cuff_rib(figure, side, shell, fabric, Region.OUTER))
    return pieces


def sleeve_end(garment: Garment) -> float:
    """Where the sleeve ends on the arm, 0 for none."""
    return 0.0 if garment.item == "cape" else CUTS[garment.item, garment.cut].shell.sleeve


def reaches_hips(garment: Garment) -> bool:
    """True when the garment is long enough to have the pockets that hands go into."""
    return garment.item != "cape" and CUTS[garment.item, garment.cut].shell.hem > 37
