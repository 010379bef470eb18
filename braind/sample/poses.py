"""Poses in mannequin units: 80 tall, floor at y = 80, x = 0 under the pit of the neck.

"First" is the picture's left side. Angles are degrees from hanging straight down, outwards
positive; tilts are degrees, picture right lower when positive.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from braind.sample.geometry import Point


@dataclass(frozen=True)
class Arm:
    """Angles of upper arm and forearm, how foreshortened they are, and what the hand does."""

    upper: float
    fore: float
    reach: float = 1.0
    hand: str = "relaxed"  # relaxed, hip, pocket or grip


@dataclass(frozen=True)
class Leg:
    """Where knee and ankle are, and how far the foot turns out (-1..1)."""

    knee: Point
    ankle: Point
    turnout: float = 0.3


@dataclass(frozen=True)
class Pose:
    """A stance. ``hips`` and ``chest`` are sideways shifts of pelvis and rib cage."""

    arms: tuple[Arm, Arm]
    legs: tuple[Leg, Leg]
    hips: float = 0.0
    chest: float = 0.0
    hip_tilt: float = 0.0
    shoulder_tilt: float = 0.0
    head_tilt: float = 0.0
    front_leg: int = 0


_CONTRA = (Leg((-3.7, 57), (-2.0, 75.4), 0.2), Leg((3.9, 57.6), (5.6, 75.0), 0.7))

POSES: dict[str, Pose] = {
    "relaxed": Pose((Arm(9, 1), Arm(12, 3)), _CONTRA, -1.7, 0.1, 4.6, -3.2, 3.0),
    "hip": Pose(
        (Arm(36, -37, 0.93, "hip"), Arm(11, 2)), _CONTRA, -1.9, 0.2, 5.2, -3.8, -3.5
    ),
    "pocket": Pose(
        (Arm(11, 1), Arm(23, -23, 0.95, "pocket")), _CONTRA, -1.6, 0.1, 4.2, -3.0, -3.0
    ),
    "pockets": Pose(
        (Arm(23, -23, 0.95, "pocket"), Arm(22, -21, 0.95, "pocket")),
        (Leg((-4.6, 57), (-4.4, 75.3), 0.4), Leg((4.9, 57.2), (5.6, 75.4), 0.55)),
        -0.4, 0.0, 1.2, -1.0, 1.5,
    ),
    "stride": Pose(
        (Arm(14, 10, 0.97), Arm(6, -8, 0.95)),
        (Leg((-2.8, 57.6), (-1.2, 75.8), 0.12), Leg((3.4, 57.2), (2.9, 72.6), 0.15)),
        -0.9, 0.1, 3.0, -2.4, 1.0,
    ),
    "wide": Pose(
        (Arm(13, 4), Arm(13, 5)),
        (Leg((-5.6, 57), (-6.6, 75.2), 0.5), Leg((5.6, 57), (6.8, 75.4), 0.5)),
        0.0, 0.0, 0.6, -0.8, -1.5,
    ),
    "strap": Pose(
        (Arm(16, -152, 0.86, "grip"), Arm(10, 0)), _CONTRA, -1.2, 0.0, 3.0, -1.6, 3.0
    ),
    "crossed": Pose(
        (Arm(10, 2), Arm(12, 0)),
        (Leg((-3.0, 57), (-1.6, 75.0), 0.2), Leg((1.9, 57.4), (-0.2, 76.0), 0.45)),
        -1.2, 0.0, 3.2, -2.2, -2.0, 1,
    ),
    "walk": Pose(
        (Arm(5, -9, 0.95), Arm(15, 9, 0.96)),
        (Leg((-3.2, 57.4), (-2.4, 75.9), 0.2), Leg((4.0, 57.4), (5.0, 73.4), 0.45)),
        -0.8, 0.0, 2.6, -2.2, 1.5,
    ),
    "carry": Pose((Arm(12, -2, 1.0, "grip"), Arm(10, 2)), _CONTRA, -1.0, 0.0, 2.6, 1.6, -2.0),
}  # fmt: skip


def _flip_leg(leg: Leg) -> Leg:
    return replace(leg, knee=(-leg.knee[0], leg.knee[1]), ankle=(-leg.ankle[0], leg.ankle[1]))


def mirror(pose: Pose) -> Pose:
    """The same stance seen in a mirror."""
    return Pose(
        (pose.arms[1], pose.arms[0]),
        (_flip_leg(pose.legs[1]), _flip_leg(pose.legs[0])),
        -pose.hips,
        -pose.chest,
        -pose.hip_tilt,
        -pose.shoulder_tilt,
        -pose.head_tilt,
        1 - pose.front_leg,
    )
