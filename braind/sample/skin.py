"""Bare body: legs, torso, arms and hands."""

from __future__ import annotations

import math

from braind.domain import Region
from braind.sample.figure import SIDES, Figure
from braind.sample.geometry import Knot, Path, curve, ellipse, mirrored, stroke
from braind.sample.pieces import Line, Piece, Pieces
from braind.sample.spec import Fabric
from braind.sample.tones import deeper

_BARE = [(t, 0.0) for t in (0, 0.15, 0.3, 0.43, 0.5, 0.58, 0.68, 0.8, 0.92, 1.0)]

# Hand outlines: (along the forearm, towards the body), wrist at 0.
_HANDS: dict[str, tuple[Knot, ...]] = {
    "relaxed": (
        (-0.4, -0.8, 1), (1.2, -1.15), (2.6, -1.2), (4.0, -0.95), (5.2, -0.55), (5.9, 0.05),
        (5.75, 0.4), (5.0, 0.62), (3.7, 0.85), (2.9, 1.0), (3.5, 1.35), (3.75, 1.75),
        (3.3, 1.95), (2.2, 1.6), (1.1, 1.15), (-0.4, 0.8, 1),
    ),
    "grip": (
        (-0.4, -0.8, 1), (1.0, -1.25), (2.4, -1.5), (3.4, -1.25), (3.75, -0.3), (3.55, 0.75),
        (2.9, 1.35), (2.0, 1.5), (1.0, 1.2), (-0.4, 0.8, 1),
    ),
    "hip": (
        (-0.4, -0.8, 1), (1.2, -1.1), (2.8, -1.0), (4.2, -0.7), (4.6, -0.1), (4.2, 0.4),
        (3.0, 0.8), (2.4, 1.1), (2.6, 1.8), (2.3, 2.0), (1.6, 1.7), (0.8, 1.1), (-0.4, 0.8, 1),
    ),
}  # fmt: skip
_FINGERS: dict[str, tuple[tuple[Knot, Knot], ...]] = {
    "relaxed": (((3.0, -0.5), (5.3, -0.15)), ((3.0, 0.0), (5.5, 0.2)), ((2.7, 0.95), (2.0, 0.55))),
    "grip": (((1.9, -1.3), (2.2, 0.6)), ((2.5, -1.4), (2.8, 0.7)), ((3.1, -1.2), (3.3, 0.5))),
    "hip": (((2.4, -0.4), (4.3, -0.35)), ((2.4, 0.1), (4.2, 0.05))),
}
_HAND_TURN = {"relaxed": 2.0, "grip": 0.0, "hip": 46.0}


def bare(figure: Figure) -> Fabric:
    """The skin as a cloth."""
    return Fabric("", figure.body.skin, "solid", "skin")


def leg_pieces(figure: Figure, side: int) -> Pieces:
    """A bare leg down to the ankle."""
    leg = figure.leg(side)
    tone = deeper(figure.body.skin, 0.2)
    knee = [
        Line(stroke([leg.off(0.475, 1.3), leg.off(0.49, 1.7), leg.off(0.525, 1.25)], (0, 0.12, 0)),
             tone, 0.7),
        Line(stroke([leg.off(0.53, 1.1), leg.off(0.55, 0), leg.off(0.53, -1.1)], (0, 0.12, 0)),
             tone, 0.7),
    ]  # fmt: skip
    shin = stroke([leg.off(0.6, -0.3), leg.off(0.75, -0.35), leg.off(0.9, 0)], (0, 0.3, 0))
    return [
        Piece((curve(leg.tube(_BARE)),), bare(figure), Region.SKIN, lines=tuple(knee),
              lights=(shin,), cast=0.15, edge=0.4)
    ]  # fmt: skip


def torso_pieces(figure: Figure) -> Pieces:
    """Neck, shoulders and trunk without arms."""
    h, neck = figure.half, 2.0 if figure.body.gender == "men" else 1.65
    half: list[Knot] = [
        (neck, 8.0, 1), (neck * 0.97, 10.6), (neck * 1.15, 12.2), (neck * 2.0, 13.35),
        (figure.shoulder - 1.3, 14.4), (figure.shoulder - 0.9, 16.5), (h(19), 19), (h(21.5), 21.5),
        (h(25), 25), (h(29), 29), (h(32), 32), (h(36), 36), (h(39), 39), (5.5, 43), (0, 43),
    ]  # fmt: skip
    outline = curve(figure.torso(mirrored(half)))
    tone = deeper(figure.body.skin, 0.25)
    bones = []
    for side in SIDES:
        knots = figure.torso([(side * 0.6, 13.9), (side * 2.6, 13.5), (side * 5.2, 13.6)])
        bones.append(Line(stroke(knots, (0, 0.14, 0)), tone, 0.55))
    return [
        Piece((outline,), bare(figure), Region.SKIN, lines=tuple(bones), cast=0, edge=0.35),
    ]


def arm_pieces(figure: Figure, side: int, start: float = 0.0) -> Pieces:
    """A bare arm from the shoulder cap, or from ``start`` under a sleeve, to the wrist."""
    arm = figure.arm(side)
    shapes: tuple[Path, ...] = ()
    upper, stops = arm, [(t, 0.0) for t in (0.1, 0.3, 0.45, 0.5, 0.6, 0.8, 1.0) if t >= start]
    if arm.folded:
        upper, fore = arm.bones()
        stops = [(t, 0.0) for t in (0.2, 0.5, 0.8, 1.0) if t >= start * 2 or t == 1]
        size = upper.width(1, True)
        shapes = (curve(fore.tube([(0, 0), (0.3, 0), (0.6, 0), (1, 0)])),
                  ellipse(arm.joints[1], (size, size)))  # fmt: skip
    if len(stops) > 1:
        knots = upper.tube(stops)
        if not start:
            cap = figure.at(side * (figure.shoulder - 1.9), 14.0)
            knots = [cap, arm.edge(0.02, True), *knots, arm.edge(0.04, False, -0.5)]
        shapes = (curve(knots), *shapes)
    bend = Line(
        stroke([arm.off(0.5, -1.3), arm.off(0.5, 0.1)], (0.05, 0.1, 0)),
        deeper(figure.body.skin, 0.25), 0.5,
    )  # fmt: skip
    return [Piece(shapes, bare(figure), Region.SKIN, lines=(bend,), cast=0.2, edge=0.4)]


def _hand_knots(figure: Figure, side: int, knots: tuple[Knot, ...], kind: str) -> list[Knot]:
    arm = figure.arm(side)
    degrees = arm.angle(upper=False) + side * _HAND_TURN[kind]
    a = math.radians(degrees)
    along, inward = (-math.sin(a), math.cos(a)), (-side * math.cos(a), -side * math.sin(a))
    x, y = arm.joints[2]
    size = 1.1 if figure.body.gender == "men" else 0.96
    return [
        (
            x + (along[0] * k[0] + inward[0] * k[1]) * size,
            y + (along[1] * k[0] + inward[1] * k[1]) * size,
            *k[2:],
        )
        for k in knots
    ]


def hand_pieces(figure: Figure, side: int) -> Pieces:
    """The hand, or nothing when it is in a pocket."""
    kind = figure.hand(side)
    if kind == "pocket":
        return []
    outline: Path = curve(_hand_knots(figure, side, _HANDS[kind], kind), steps=5)
    tone = deeper(figure.body.skin, 0.3)
    fingers = [
        Line(stroke(_hand_knots(figure, side, finger, kind), (0.07, 0.06)), tone, 0.6)
        for finger in _FINGERS[kind]
    ]
    return [Piece((outline,), bare(figure), Region.SKIN, lines=tuple(fingers), cast=0.3, edge=0.5)]


def pocket_shapes(figure: Figure, side: int) -> tuple[Path, Path]:
    """The opening line of the pocket that a hand is in, and all that it swallows."""
    arm = figure.arm(side)
    start, end = arm.off(0.9, 1.9), arm.off(0.965, -1.7)
    low = arm.joints[2][1] + 6
    far = start[0] + side * 5
    inside = curve([(*start, 1), (*end, 1), (end[0] - side * 3, low, 1), (far, low, 1),
                    (far, start[1], 1)], steps=2)  # fmt: skip
    return stroke([arm.off(0.905, 1.3), end], (0.1, 0.14)), inside
