"""The parts that every upper garment shares: a body shell, front panels and sleeves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from braind.domain import Region
from braind.sample.figure import SIDES, Figure
from braind.sample.geometry import Knot, Path, Point, curve, ellipse, mirrored, mix, stroke
from braind.sample.pieces import Line, Piece, Pieces
from braind.sample.spec import Fabric
from braind.sample.tones import deeper, seam


@dataclass(frozen=True)
class Shell:
    """The measures of an upper garment, in mannequin units; eases are outside the body.

    ``neck`` is the half width of the neckline at ``neck_y`` and ``depth`` its lowest point;
    ``sleeve`` is where the sleeve ends on the arm (0 none, 1 wrist).
    """

    neck: float = 2.5
    neck_y: float = 12.9
    depth: float = 14.5
    vee: bool = False
    drop: float = 0.0
    chest: float = 0.5
    waist: float = 0.9
    hem: float = 39.0
    hem_ease: float = 0.5
    sleeve: float = 0.97
    arm: float = 0.35
    cuff: float = 0.3
    rib: bool = False
    flare: float = 0.0  # extra half width per unit below the hips


def side_knots(figure: Figure, shell: Shell) -> list[Knot]:
    """The right contour from the shoulder's neck end down to the hem corner."""
    h, s = figure.half, shell
    tip = figure.shoulder - 1.2 + s.drop
    knots: list[Knot] = [
        (s.neck, s.neck_y, 1), (tip, 14.3 + 0.4 * s.drop, 1),
        (max(h(17) - 0.3, tip - 0.4) + s.chest * 0.2, 16.6), (h(19.6) + s.chest, 19.6),
        (h(23) + s.chest * 0.8 + s.waist * 0.2, 23), (h(29) + s.waist, 29),
    ]  # fmt: skip
    if s.hem > 36:
        knots.append((h(35) + s.hem_ease * 0.8 + 0.1, 35))
    if s.hem > 45:
        knots.append((h(41) + s.hem_ease + s.flare * 1.5, 42))
    low = h(min(s.hem, 40)) + s.hem_ease + s.flare * max(0.0, s.hem - 38)
    return [*knots, (low, s.hem, 1)]


def body_outline(figure: Figure, shell: Shell) -> Path:
    """The whole shell, neckline to hem."""
    side = side_knots(figure, shell)
    low, s = side[-1][0], shell
    if s.vee:
        top: list[Knot] = [(0, s.depth, 1)]
    else:
        top = [(0, s.depth), (s.neck * 0.72, s.neck_y + (s.depth - s.neck_y) * 0.62)]
    half = [*top, *side, (low * 0.55, s.hem + 0.45), (0, s.hem + 0.6)]
    return curve(figure.torso(mirrored(half)))


def panel_outline(
    figure: Figure, shell: Shell, side: int, front: Sequence[Knot], back_hem: float = 0.5
) -> Path:
    """One front panel; ``front`` is its free edge from the hem up to the neck."""
    contour = side_knots(figure, shell)
    low = contour[-1][0]
    middle = (low + front[0][0]) / 2
    knots = [*contour, (middle, shell.hem + back_hem), *front]
    return curve(figure.torso([(side * k[0], *k[1:]) for k in knots]))


def body_folds(figure: Figure, shell: Shell, deep: float = 1.0) -> tuple[Path, ...]:
    """Drag lines from the armpits and soft breaks at the waist."""
    h, folds = figure.half, []
    for side in SIDES:
        edge = h(21) + shell.chest
        a = figure.torso(
            [(side * edge, 20.5), (side * edge * 0.72, 22.8), (side * edge * 0.5, 26.5)]
        )
        folds.append(stroke(a, (0.1, 0.42 * deep, 0)))
        w = h(29) + shell.waist
        b = figure.torso([(side * w, 27.6), (side * w * 0.6, 28.6), (side * w * 0.25, 28.2)])
        folds.append(stroke(b, (0.05, 0.3 * deep, 0)))
        if shell.hem > 34:
            c = figure.torso([(side * w, 30.6), (side * w * 0.66, 31.7), (side * w * 0.3, 33.6)])
            folds.append(stroke(c, (0.05, 0.36 * deep, 0)))
    if shell.hem > 36:
        weight = -1 if figure.pose.hip_tilt > 0 else 1
        d = figure.torso([(weight * h(33), 33), (weight * 2.4, 35.2), (-weight * 1.2, 38.8)])
        folds.append(stroke(d, (0, 0.4 * deep, 0.1)))
    return tuple(folds)


def sleeve_outline(
    figure: Figure, side: int, eases: Sequence[tuple[float, float]], drop: float = 0.0
) -> Path:
    """A set-in sleeve; ``eases`` are (position on the arm, ease), the last one its end."""
    arm, end = figure.arm(side), eases[-1][0]
    if arm.folded and end > 0.5:
        arm, end = arm.bones()[0], 1.0
        eases = [(t * 2, ease) for t, ease in eases if t < 0.48] + [(end, eases[-1][1] + 0.1)]
    tip = figure.at(side * (figure.shoulder - 1.8 + drop), 13.95 + 0.38 * drop)
    reach = figure.shoulder - 0.45 + drop * 0.7 + eases[0][1] * 0.3
    cap = figure.at(side * reach, 14.75 + drop * 0.6)
    pit = figure.at(side * (figure.half(19) - 0.1), 20.0)
    seam_knot = figure.at(side * (figure.shoulder - 2.1 + drop * 0.8), 16.8)
    outer = [arm.edge(t, True, ease * 0.72) for t, ease in eases]
    inner = [arm.edge(t, False, ease * 1.15) for t, ease in reversed(eases) if t > 0.22]
    bow = arm.off(min(end + 0.02, 1.02), 0)
    down: list[Knot] = [(*tip, 1), cap, *outer[:-1], (*outer[-1], 1), bow]
    return curve([*down, (*inner[0], 1), *inner[1:], (*pit, 1), seam_knot])


def sleeve_eases(shell: Shell) -> list[tuple[float, float]]:
    """Ease along a plain sleeve of ``shell``."""
    stops = [t for t in (0.08, 0.2, 0.34, 0.47, 0.6, 0.74, 0.87) if t < shell.sleeve - 0.06]
    start = shell.arm + 0.1
    eases = [(t, start + (shell.cuff - start) * max(0.0, (t - 0.3) / 0.7) * 0.6) for t in stops]
    eases[0] = (eases[0][0], start * 0.62)
    if shell.rib and shell.sleeve > 0.6:
        return [*eases, (shell.sleeve - 0.05, shell.cuff + 0.35), (shell.sleeve, shell.cuff * 0.3)]
    return [*eases, (shell.sleeve, shell.cuff)]


def sleeve_folds(figure: Figure, side: int, end: float, ease: float) -> tuple[Path, ...]:
    """Breaks at the elbow and the gathering above the cuff."""
    arm, folds = figure.arm(side), []
    bend = abs(figure.arm(side).angle() - figure.arm(side).angle(upper=False))
    size = 0.28 + min(0.3, bend / 200) + ease * 0.12
    wide = 1.3 + ease
    if end > 0.55:
        for t, reach in ((0.46, 0.9), (0.52, 1.0), (0.565, 0.7)):
            start, stop = arm.off(t, -wide), arm.off(t - 0.035, wide * (reach - 0.45))
            folds.append(stroke([start, mix(start, stop, 0.5), stop], (0.12, size, 0)))
    if end > 0.85:
        for t, s in ((end - 0.06, 1), (end - 0.12, -1)):
            start, stop = arm.off(t, s * wide), arm.off(t + 0.03, -s * wide * 0.3)
            folds.append(stroke([start, stop], (size * 0.9, 0)))
    start, stop = arm.off(0.16, -wide), arm.off(0.3, wide * 0.25)
    folds.append(stroke([start, mix(start, stop, 0.5), stop], (0.3, 0.34, 0)))
    return tuple(folds)


def forearm_shapes(
    figure: Figure, side: int, eases: Sequence[tuple[float, float]]
) -> tuple[Path, ...]:
    """The lower sleeve of a folded arm, with the elbow as a disc."""
    arm = figure.arm(side)
    if not arm.folded or eases[-1][0] <= 0.5:
        return ()
    fore, ease = arm.bones()[1], eases[-1][1] + 0.1
    stops = [(0.0, ease), *((t * 2 - 1, e) for t, e in eases if t > 0.55)]
    size = fore.width(0, True) + ease
    return curve(fore.tube(stops)), ellipse(arm.joints[1], (size, size))


def sleeve_pieces(
    figure: Figure, side: int, shell: Shell, fabric: Fabric, region: Region,
    eases: Sequence[tuple[float, float]] | None = None, lines: tuple[Line, ...] = (),
) -> Pieces:  # fmt: skip
    """One sleeve, its pattern along the upper arm; a folded forearm is a piece of its own."""
    arm = figure.arm(side)
    stops = eases or sleeve_eases(shell)
    outline = sleeve_outline(figure, side, stops, shell.drop)
    angle = 0.0 if fabric.pattern == "colorblock" else arm.angle()
    folds = sleeve_folds(figure, side, shell.sleeve, shell.arm)
    pivot = arm.joints[0] if fabric.pattern != "colorblock" else (0.0, 20.0)
    whole = Piece((outline,), fabric, region, folds=folds, lines=lines, angle=angle, pivot=pivot,
                  cast=0.38)  # fmt: skip
    fore = forearm_shapes(figure, side, stops)
    return [whole, replace(whole, shapes=fore, folds=())] if fore else [whole]


def seam_line(figure: Figure, knots: Sequence[Knot], color: str, width: float = 0.08,
              strength: float = 0.8) -> Line:  # fmt: skip
    """A thin line on the torso through neutral knots."""
    return Line(stroke(figure.torso(knots), (width, width, width)), color, strength)


def buttons(figure: Figure, x: float, heights: Sequence[float], color: str,
            radius: float = 0.28) -> list[Line]:  # fmt: skip
    """A column of buttons."""
    return [Line(ellipse(figure.at(x, y), (radius, radius), steps=12), color) for y in heights]


def hem_rib(figure: Figure, shell: Shell, fabric: Fabric, region: Region) -> Piece:
    """The ribbed band at the hem."""
    low = side_knots(figure, shell)[-1][0]
    top, y = shell.hem - 1.9, shell.hem
    half: list[Knot] = [
        (0, top + 0.5),
        (low * 0.6, top + 0.4),
        (low + 0.1, top, 1),
        (low * 0.95, y + 0.15, 1),
        (low * 0.55, y + 0.55),
        (0, y + 0.7),
    ]
    ticks = [k * 0.62 for k in range(-int(low / 0.62), int(low / 0.62) + 1)]
    lines = tuple(
        seam_line(figure, [(x, top), (x, y + 0.7)], seam(fabric.hex), 0.06, 0.4) for x in ticks
    )
    cloth = Fabric(fabric.color, deeper(fabric.hex, 0.06), "solid", "cotton")
    outline = curve(figure.torso(mirrored(half)))
    return Piece((outline,), cloth, region, lines=lines, cast=0.2)


def cuff_rib(figure: Figure, side: int, shell: Shell, fabric: Fabric, region: Region) -> Piece:
    """The ribbed band at the wrist."""
    arm, end = figure.arm(side), shell.sleeve
    start: Point = arm.edge(end - 0.055, True, shell.cuff * 0.5 + 0.12)
    knots: list[Knot] = [
        (*start, 1), (*arm.edge(end + 0.03, True, shell.cuff * 0.3), 1), arm.off(end + 0.045, 0),
        (*arm.edge(end + 0.03, False, shell.cuff * 0.3), 1),
        (*arm.edge(end - 0.055, False, shell.cuff * 0.5 + 0.12), 1), arm.off(end - 0.04, 0),
    ]  # fmt: skip
    cloth = Fabric(fabric.color, deeper(fabric.hex, 0.06), "solid", "cotton")
    lines = tuple(
        Line(stroke([arm.off(end - 0.055, x), arm.off(end + 0.03, x)], (0.06, 0.06)),
             seam(fabric.hex), 0.4)
        for x in (-0.8, -0.3, 0.2, 0.7)
    )  # fmt: skip
    return Piece((curve(knots),), cloth, region, lines=lines, cast=0.25)
