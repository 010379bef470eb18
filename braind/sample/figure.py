"""The posed mannequin that garments are cut on. Everything is in mannequin units.

Garments are authored on a neutral mannequin standing straight; ``Figure.torso`` bends those
coordinates into the pose, ``Limb`` gives the axis and the edges of arms and legs.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from braind.sample.geometry import Knot, Point, smoothstep
from braind.sample.poses import POSES, Pose, mirror
from braind.sample.spec import Body, Stance

FLOOR = 80.0
SIDES = (-1, 1)

# Half width of the torso by height, and half widths of limbs (outer, inner) along 0..1.
_TORSO = {
    "women": ((12.2, 14.3, 16, 19, 21.5, 25, 29, 32, 35, 38, 41),
              (2.6, 7.15, 6.8, 5.75, 5.9, 5.0, 4.4, 5.4, 6.35, 6.85, 6.85)),
    "men": ((12.2, 14.3, 16, 19, 21.5, 25, 30, 33, 36, 38, 41),
            (3.1, 8.6, 8.3, 7.1, 7.1, 6.4, 5.75, 5.9, 6.3, 6.5, 6.5)),
}  # fmt: skip
_LEG_AT = (0, 0.15, 0.3, 0.43, 0.5, 0.58, 0.68, 0.8, 0.92, 1)
_LEG_OUTER = (3.55, 3.45, 2.95, 2.25, 2.05, 2.0, 2.35, 1.75, 1.05, 1.1)
_LEG_INNER = (3.45, 3.3, 2.75, 2.1, 2.05, 1.9, 2.0, 1.6, 1.05, 1.2)
_ARM_AT = (0, 0.12, 0.3, 0.45, 0.5, 0.6, 0.8, 1)
_ARM_OUTER = (1.6, 1.75, 1.5, 1.25, 1.25, 1.35, 1.05, 0.8)
_ARM_INNER = (1.3, 1.5, 1.45, 1.2, 1.15, 1.25, 0.95, 0.75)
# Where a hand rests: distance from the contour, height.
_TARGETS = {"pocket": (-0.9, 36.2), "hip": (0.1, 33.0)}
_TRUNK = 0.93  # a fashion figure is short in the body and long in the leg
_LIMB_GIRTH = {"women": (0.92, 1.0), "men": (1.25, 1.14)}  # arm, leg


@dataclass(frozen=True)
class Limb:
    """An arm or a leg: 0 is shoulder or hip, 0.5 elbow or knee, 1 wrist or ankle."""

    side: int
    joints: tuple[Point, Point, Point]
    at: Sequence[float]
    outer: Sequence[float]
    inner: Sequence[float]
    girth: float = 1.0

    def point(self, t: float) -> Point:
        """A point on the axis, rounded near the middle joint; beyond 1 it goes straight on."""
        a, b, c = self.joints
        if 0.4 < t < 0.6:
            s = (t - 0.4) / 0.2
            start, end = _lerp(a, b, 0.8), _lerp(b, c, 0.2)
            return _lerp(_lerp(start, b, s), _lerp(b, end, s), s)
        return _lerp(a, b, t * 2) if t <= 0.5 else _lerp(b, c, t * 2 - 1)

    def normal(self, t: float) -> Point:
        """Unit vector to the outer side."""
        (x0, y0), (x1, y1) = self.point(t - 0.02), self.point(t + 0.02)
        dx, dy = x1 - x0, y1 - y0
        span = math.hypot(dx, dy) or 1.0
        return dy / span * self.side, -dx / span * self.side

    def width(self, t: float, outer: bool) -> float:
        """Half width of the bare limb."""
        profile = self.outer if outer else self.inner
        return float(np.interp(t, self.at, profile)) * self.girth

    def edge(self, t: float, outer: bool, ease: float = 0.0) -> Point:
        """A point of the contour, ``ease`` outside the skin."""
        reach = (self.width(t, outer) + ease) * (1 if outer else -1)
        return self.off(t, reach)

    def off(self, t: float, reach: float) -> Point:
        """A point beside the axis, outwards when ``reach`` is positive."""
        (x, y), (nx, ny) = self.point(t), self.normal(t)
        return x + nx * reach, y + ny * reach

    def tube(self, stops: Iterable[tuple[float, float]]) -> list[Knot]:
        """Knots around the limb: down the outer edge, up the inner; stops are (t, ease)."""
        listed = list(stops)
        down = [self.edge(t, True, ease) for t, ease in listed]
        up = [self.edge(t, False, ease) for t, ease in reversed(listed)]
        return [*down[:-1], (*down[-1], 1), (*up[0], 1), *up[1:]]

    @property
    def folded(self) -> bool:
        """True when the limb is bent so far that its outline would cross itself."""
        return abs((self.angle() - self.angle(upper=False) + 180) % 360 - 180) > 110

    def bones(self) -> tuple[Limb, Limb]:
        """The two straight halves, each a limb of its own from 0 to 1."""
        a, b, c = self.joints
        first = [t * 2 for t in self.at]
        second = [t * 2 - 1 for t in self.at]
        return (
            Limb(self.side, (a, _lerp(a, b, 0.5), b), first, self.outer, self.inner, self.girth),
            Limb(self.side, (b, _lerp(b, c, 0.5), c), second, self.outer, self.inner, self.girth),
        )

    def angle(self, upper: bool = True) -> float:
        """Direction of the upper or lower bone in degrees, 0 = straight down."""
        a, b = self.joints[:2] if upper else self.joints[1:]
        return -math.degrees(math.atan2(b[0] - a[0], b[1] - a[1]))


@dataclass(frozen=True)
class Figure:
    """A body in a pose."""

    body: Body
    pose: Pose
    turn: float

    @property
    def shoulder(self) -> float:
        """Half width between the shoulder tips."""
        return self.half(14.3)

    def half(self, y: float) -> float:
        """Half width of the torso at height ``y``."""
        heights, widths = _TORSO[self.body.gender]
        return float(np.interp(y, heights, widths)) * self.body.breadth

    def at(self, x: float, y: float) -> Point:
        """A neutral torso or skirt point, bent into the pose."""
        pose, low = self.pose, smoothstep((y - 19) / 14)
        center = pose.chest + (pose.hips - pose.chest) * low
        tilt = pose.shoulder_tilt + (pose.hip_tilt - pose.shoulder_tilt) * low
        drop = y if y < 13 else 13 + (min(y, 41) - 13) * _TRUNK + max(0.0, y - 41)
        if y > 41:
            below = smoothstep((y - 41) / 22)
            knees = (pose.legs[0].knee[0] + pose.legs[1].knee[0]) / 2
            center += (knees * 0.8 + pose.hips * 0.2 - pose.hips) * below
            tilt *= 1 - 0.8 * below
        bulge = self.turn * 1.5 * max(0.0, 1 - (x / self.half(min(y, 40))) ** 2)
        radians = math.radians(tilt)
        return center + x * math.cos(radians) + bulge, drop + x * math.sin(radians)

    def torso(self, knots: Iterable[Knot]) -> list[Knot]:
        """Neutral knots bent into the pose, corners kept."""
        return [(*self.at(k[0], k[1]), *k[2:]) for k in knots]

    def head(self, knots: Iterable[Knot], turned: float = 0.0) -> list[Knot]:
        """Neutral head knots (chin at y = 9.8) tilted; features move by ``turned``."""
        radians = math.radians(self.pose.head_tilt)
        c, s = math.cos(radians), math.sin(radians)
        base = self.at(0, 12)[0] - self.turn * 1.5
        moved = []
        for k in knots:
            x, y = k[0] + self.turn * turned, k[1] - 10.5
            moved.append((base + x * c - y * s, 10.5 + x * s + y * c, *k[2:]))
        return moved

    def arm(self, side: int) -> Limb:
        """The arm on picture side ``side`` (-1 left, 1 right)."""
        arm = self.pose.arms[0 if side < 0 else 1]
        start = self.at(side * (self.shoulder - 1.45), 15.6)
        long = 1.03 if self.body.gender == "men" else 1.0
        elbow = _swing(start, side, arm.upper, 11.9 * long)
        wrist = _swing(elbow, side, arm.fore, 10.2 * long * arm.reach)
        if arm.hand in _TARGETS:
            inset, height = _TARGETS[arm.hand]
            wrist = self.at(side * (self.half(height) + inset), height)
            elbow = _elbow(start, wrist, side, 11.9 * long, 10.2 * long * arm.reach)
        girth = _LIMB_GIRTH[self.body.gender][0] * self.body.breadth
        return Limb(side, (start, elbow, wrist), _ARM_AT, _ARM_OUTER, _ARM_INNER, girth)

    def leg(self, side: int) -> Limb:
        """The leg on picture side ``side``."""
        leg = self.pose.legs[0 if side < 0 else 1]
        hip = self.at(side * 3.35 * self.body.breadth, 39.0)
        girth = _LIMB_GIRTH[self.body.gender][1] * self.body.breadth
        return Limb(side, (hip, leg.knee, leg.ankle), _LEG_AT, _LEG_OUTER, _LEG_INNER, girth)

    def turnout(self, side: int) -> float:
        """How far the foot turns out."""
        return self.pose.legs[0 if side < 0 else 1].turnout

    def hand(self, side: int) -> str:
        """What the hand does."""
        return self.pose.arms[0 if side < 0 else 1].hand

    @property
    def leg_order(self) -> tuple[int, int]:
        """Sides of the legs, the further one first."""
        return (1, -1) if self.pose.front_leg == 0 else (-1, 1)


def _lerp(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _swing(start: Point, side: int, degrees: float, length: float) -> Point:
    radians = math.radians(degrees)
    return (
        start[0] + side * math.sin(radians) * length,
        start[1] + math.cos(radians) * length,
    )


def _elbow(start: Point, wrist: Point, side: int, upper: float, fore: float) -> Point:
    """Where the elbow must be, outwards, for the wrist to be where it is."""
    dx, dy = wrist[0] - start[0], wrist[1] - start[1]
    span = min(math.hypot(dx, dy), upper + fore - 0.2)
    bend = math.acos((upper**2 + span**2 - fore**2) / (2 * upper * span))
    angle = math.atan2(dx, dy) + side * bend
    return start[0] + math.sin(angle) * upper, start[1] + math.cos(angle) * upper


def pose_figure(body: Body, stance: Stance) -> Figure:
    """Put a body into a stance."""
    pose = POSES[stance.pose]
    return Figure(body, mirror(pose) if stance.mirrored else pose, stance.turn)
