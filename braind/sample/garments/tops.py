"""T-shirts, shirts, blouses, tops, sweaters, sweatshirts and hoodies."""

from __future__ import annotations

from dataclasses import replace

from braind.domain import Region
from braind.sample.figure import SIDES, Figure
from braind.sample.garments import necks
from braind.sample.garments.prints import chest_print
from braind.sample.garments.shell import (
    Shell,
    body_folds,
    body_outline,
    buttons,
    cuff_rib,
    hem_rib,
    seam_line,
    sleeve_pieces,
)
from braind.sample.geometry import Knot, stroke
from braind.sample.pieces import Line, Piece, Pieces
from braind.sample.spec import Fabric, Garment
from braind.sample.tones import deeper, lighter, luma, seam

SHELLS: dict[tuple[str, str], Shell] = {
    ("t-shirt", "regular"): Shell(sleeve=0.36, arm=0.75, cuff=0.85, waist=1.3, hem_ease=0.5),
    ("t-shirt", "fitted"): Shell(sleeve=0.26, arm=0.35, cuff=0.35, chest=0.2, waist=0.4, hem=36),
    ("t-shirt", "oversize"): Shell(sleeve=0.46, arm=1.3, cuff=1.6, drop=1.2, chest=1.5, waist=2.9,
                                   hem=42, hem_ease=1.1),
    ("shirt", "regular"): Shell(neck=2.3, depth=14.2, waist=1.2, hem=40, cuff=0.25),
    ("shirt", "oversize"): Shell(neck=2.3, depth=14.2, drop=1.0, chest=1.2, waist=2.6, hem=43,
                                 hem_ease=1.0, arm=0.9, cuff=0.4),
    ("shirt", "short"): Shell(neck=2.3, depth=15.0, sleeve=0.4, arm=0.95, cuff=1.2, waist=1.9,
                              hem=40, hem_ease=0.9, chest=0.8),
    ("blouse", "bow"): Shell(neck=2.2, depth=14.0, arm=0.7, cuff=0.3, waist=0.8, hem=37),
    ("blouse", "frill"): Shell(neck=2.3, depth=14.0, arm=0.8, cuff=0.3, waist=0.7, hem=37),
    ("blouse", "round"): Shell(neck=2.3, depth=14.0, arm=0.7, cuff=0.3, waist=0.8, hem=37),
    ("top", "camisole"): Shell(neck=4.4, neck_y=15.3, depth=17.6, chest=0.1, waist=0.3, hem=35,
                               sleeve=0),
    ("top", "tank"): Shell(neck=3.0, neck_y=13.3, depth=16.6, chest=0.1, waist=0.3, hem=36,
                           sleeve=0),
    ("top", "crop"): Shell(neck=3.4, depth=15.4, chest=0.2, waist=0.3, hem=28.5, sleeve=0.97,
                           arm=0.15, cuff=0.12),
    ("sweater", "crew"): Shell(neck=2.6, depth=14.5, chest=0.8, waist=1.7, hem=38.5, arm=0.6,
                               cuff=0.4, rib=True),
    ("sweater", "turtleneck"): Shell(chest=0.5, waist=0.9, hem=37.5, arm=0.4, cuff=0.3, rib=True),
    ("sweater", "vneck"): Shell(neck=2.5, depth=18.6, vee=True, chest=0.7, waist=1.5, hem=38.5,
                                arm=0.55, cuff=0.4, rib=True),
    ("sweater", "chunky"): Shell(neck=2.6, drop=1.0, chest=1.3, waist=2.8, hem=39.5, hem_ease=1.0,
                                 arm=1.1, cuff=0.5, rib=True),
    ("sweatshirt", "regular"): Shell(neck=2.6, chest=0.9, waist=2.0, hem=38.5, arm=0.7, cuff=0.45,
                                     rib=True),
    ("sweatshirt", "oversize"): Shell(neck=2.7, drop=1.3, chest=1.7, waist=3.3, hem=40.5,
                                      hem_ease=1.1, arm=1.3, cuff=0.5, rib=True),
    ("hoodie", "regular"): Shell(neck=2.7, chest=1.0, waist=2.2, hem=39, arm=0.8, cuff=0.45,
                                 rib=True),
    ("hoodie", "oversize"): Shell(neck=2.8, drop=1.4, chest=1.8, waist=3.4, hem=42, hem_ease=1.2,
                                  arm=1.35, cuff=0.5, rib=True),
    ("hoodie", "zip"): Shell(neck=2.7, chest=1.0, waist=2.2, hem=39, arm=0.8, cuff=0.45, rib=True),
}  # fmt: skip


def shell_of(garment: Garment, tucked: bool) -> Shell:
    """The measures of a top, pulled in at the waist when it is tucked in."""
    shell = SHELLS[garment.item, garment.cut]
    if tucked and shell.hem > 32:
        return replace(shell, hem=32.0, waist=min(shell.waist, 0.9), rib=False, hem_ease=0.2)
    return shell


def _placket(figure: Figure, shell: Shell, fabric: Fabric) -> list[Line]:
    tone, top = seam(fabric.hex), shell.depth
    dot = lighter(fabric.hex, 0.6) if luma(fabric.hex) < 0.6 else deeper(fabric.hex, 0.3)
    edges = [seam_line(figure, [(x, top), (x, shell.hem + 1)], tone, 0.055, 0.6)
             for x in (-0.55, 0.55)]  # fmt: skip
    heights = [top + 1.6 + k * 3.6 for k in range(int((shell.hem - top - 1.5) / 3.6) + 1)]
    return [*edges, *buttons(figure, 0, heights, dot, 0.22)]


def _chest_pocket(figure: Figure, fabric: Fabric, side: int = 1) -> Line:
    x, y = side * 2.3, 20.2
    knots: list[Knot] = [
        (x, y, 1),
        (x + side * 2.6, y, 1),
        (x + side * 2.6, y + 2.6, 1),
        (x + side * 1.3, y + 3.2, 1),
        (x, y + 2.6, 1),
        (x, y, 1),
    ]
    return Line(stroke(figure.torso(knots), (0.07, 0.07, 0.07)), seam(fabric.hex), 0.6)


def _body_lines(figure: Figure, garment: Garment, shell: Shell) -> list[Line]:
    fabric, tone = garment.fabric, seam(garment.fabric.hex)
    if garment.item == "shirt":
        return [*_placket(figure, shell, fabric), _chest_pocket(figure, fabric)]
    if garment.item == "blouse":
        return _placket(figure, shell, fabric)
    if garment.item in ("t-shirt", "top"):
        low = shell.hem - 0.7
        return [seam_line(figure, [(-12, low), (0, low + 0.6), (12, low)], tone, 0.05, 0.5)]
    if garment.item == "hoodie":
        pocket: list[Knot] = [
            (-3.0, 30.6, 1),
            (3.0, 30.6, 1),
            (4.9, 34.8, 1),
            (4.9, 36.8, 1),
            (-4.9, 36.8, 1),
            (-4.9, 34.8, 1),
            (-3.0, 30.6, 1),
        ]
        lines = [Line(stroke(figure.torso(pocket), (0.09, 0.09)), tone, 0.65)]
        if garment.cut == "zip":
            lines += [seam_line(figure, [(0, 15), (0, 40)], "#c9c9cc", 0.16, 0.95),
                      seam_line(figure, [(0, 15), (0, 40)], tone, 0.05, 0.8)]  # fmt: skip
        return lines
    if garment.item == "sweater" and garment.cut == "chunky":
        return _cables(figure, tone, shell.hem)
    return []


def _cables(figure: Figure, tone: str, low: float) -> list[Line]:
    """Twisted cords of an Aran knit."""
    lines = []
    for x in (-4.2, 0.0, 4.2):
        for phase in (-0.7, 0.7):
            knots = [
                (x + phase * (1 if k % 2 else -1), 16.5 + k * 1.7)
                for k in range(int((low - 18) / 1.7) + 1)
            ]
            lines.append(seam_line(figure, knots, tone, 0.12, 0.45))
    return lines


def _straps(figure: Figure, fabric: Fabric, region: Region) -> Pieces:
    shapes = tuple(
        stroke(figure.torso([(s * 3.0, 13.5), (s * 4.2, 15.6)]), (0.22, 0.22)) for s in SIDES
    )
    return [Piece(shapes, fabric, region, cast=0.15, volume=0, edge=0.3)]


def _neck(figure: Figure, garment: Garment, shell: Shell, region: Region) -> Pieces:
    fabric = garment.fabric
    if garment.item == "shirt":
        return necks.shirt_collar(figure, fabric, region, 0.9 if garment.cut == "short" else 0.4)
    if garment.item == "blouse":
        finish = {"bow": necks.bow, "frill": necks.frill, "round": necks.round_collar}
        return finish[garment.cut](figure, fabric, region)
    if garment.cut == "turtleneck":
        return necks.turtleneck(figure, fabric, region)
    if garment.item == "hoodie":
        return necks.hood_front(figure, fabric, region)
    if garment.cut == "camisole":
        return _straps(figure, fabric, region)
    return necks.neck_rib(figure, shell, fabric, region)


def top_body(figure: Figure, garment: Garment, tucked: bool, region: Region) -> Pieces:
    """The trunk of a top, without sleeves and collar."""
    shell, fabric = shell_of(garment, tucked), garment.fabric
    outline = body_outline(figure, shell)
    pivot = figure.at(0, 20)
    sheer = 0.88 if fabric.material == "chiffon" else 1.0
    body = Piece(
        (outline,), fabric, region, folds=body_folds(figure, shell, 0.7 + shell.waist * 0.2),
        lines=tuple(_body_lines(figure, garment, shell)), pivot=pivot, sheer=sheer,
        angle=figure.pose.shoulder_tilt,
    )  # fmt: skip
    pieces = [body]
    if fabric.pattern == "graphic":
        pieces += chest_print(figure, fabric, region, (outline,))
    if shell.rib:
        pieces.append(hem_rib(figure, shell, fabric, region))
    return pieces


def top_neck(figure: Figure, garment: Garment, tucked: bool, region: Region) -> Pieces:
    """Collar, bow, hood or band of a top."""
    return _neck(figure, garment, shell_of(garment, tucked), region)


def top_sleeve(figure: Figure, garment: Garment, side: int, region: Region) -> Pieces:
    """One sleeve of a top, with its cuff; nothing for a sleeveless one."""
    shell, fabric = SHELLS[garment.item, garment.cut], garment.fabric
    if not shell.sleeve:
        return []
    eases = None
    if garment.item == "blouse":
        eases = [(0.06, 0.9), (0.16, 1.15), (0.35, 0.8), (0.55, 0.8), (0.75, 1.2), (0.88, 1.35),
                 (0.93, 0.35), (0.98, 0.3)]  # fmt: skip
    lines: list[Line] = []
    if garment.item in ("shirt", "t-shirt") or garment.cut == "crop":
        arm, t = figure.arm(side), shell.sleeve - (0.09 if garment.cut != "short" else 0.04)
        t = shell.sleeve - 0.035 if garment.item == "t-shirt" else t
        across = [arm.off(t, 3.2), arm.off(t + 0.01, 0), arm.off(t, -3.2)]
        lines.append(Line(stroke(across, (0.06, 0.06)), seam(fabric.hex), 0.6))
    pieces = sleeve_pieces(figure, side, shell, fabric, region, eases, tuple(lines))
    if fabric.material == "chiffon":
        pieces = [replace(piece, sheer=0.8) for piece in pieces]
    if shell.rib and shell.sleeve > 0.6:
        pieces.append(cuff_rib(figure, side, shell, fabric, region))
    return pieces


def sleeve_end(garment: Garment) -> float:
    """Where the sleeve ends on the arm, 0 for none."""
    return SHELLS[garment.item, garment.cut].sleeve
