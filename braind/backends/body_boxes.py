"""From the boxes of a YOLO detector to people.

A detector of BRAIND's own kind knows five classes: left foot, right foot, lower body, upper body,
whole body. One that was trained for people and their 17 keypoints does as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from braind.boxes import around, clipped, shared_area
from braind.domain import BodyPart, Box, Floats, Person, Reason
from braind.errors import ModelError
from braind.skeleton import person_of

WITHIN = 0.5  # of a part's area: less of it in a body's box is somebody else's
_SPELLINGS = {
    "leftfoot": BodyPart.LEFT_FOOT,
    "rightfoot": BodyPart.RIGHT_FOOT,
    "lowerbody": BodyPart.LOWER_BODY,
    "upperbody": BodyPart.UPPER_BODY,
    "wholebody": BodyPart.WHOLE_BODY,
    "fullbody": BodyPart.WHOLE_BODY,
}
_CUT = {BodyPart.LEFT_FOOT: Reason.LEFT_FOOT, BodyPart.RIGHT_FOOT: Reason.RIGHT_FOOT}


@dataclass(frozen=True, slots=True)
class Found:
    """One box in pixels of the photo; ``points`` (17, 3) are its keypoints, or None."""

    label: str
    box: Box
    score: float
    points: Floats | None = None


def part_named(label: str) -> BodyPart | None:
    """The body part that a detector's class stands for, in any spelling."""
    return _SPELLINGS.get(re.sub("[^a-z]", "", label.lower()))


def check_classes(labels: Iterable[str], has_points: bool) -> None:
    """Raise ``ModelError`` for a detector that cannot tell a whole body from half of one."""
    names = list(labels)
    if {part_named(name) for name in names} >= set(BodyPart) or ("person" in names and has_points):
        return
    raise ModelError(
        "detector_unfit",
        f"The detector finds {', '.join(names[:8])}, which does not tell whole bodies.",
        "Use one with the classes left foot, right foot, lower body, upper body and whole body, "
        "or one that finds people with keypoints.",
    )


def people_in(found: Sequence[Found], size: tuple[int, int]) -> list[Person]:
    """The people of a photo of ``size`` (width, height); see ``stages.person.detection_of``."""
    inside = [_inside(one, size) for one in found]
    boxes = [one for one in inside if one.box.area > 0]
    skeletons = [(one, one.points) for one in boxes if one.points is not None]
    if skeletons:
        return [person_of(one.box, one.score, points, size) for one, points in skeletons]
    return _people_of_parts([(part, one) for one in boxes if (part := part_named(one.label))])


def _inside(one: Found, size: tuple[int, int]) -> Found:
    return Found(one.label, clipped(one.box, size), min(max(one.score, 0.0), 1.0), one.points)


def _people_of_parts(parts: Sequence[tuple[BodyPart, Found]]) -> list[Person]:
    bodies = [one for part, one in parts if part is BodyPart.WHOLE_BODY]
    rest = [(part, one) for part, one in parts if part is not BodyPart.WHOLE_BODY]
    if not bodies and rest:
        return [_half(rest)]
    owned: dict[int, dict[BodyPart, Found]] = {i: {} for i in range(len(bodies))}
    for part, one in sorted(rest, key=lambda pair: -pair[1].score):
        owner = max(owned, key=lambda i: shared_area(bodies[i].box, one.box), default=None)
        if owner is not None and _belongs(one, bodies[owner]):
            owned[owner].setdefault(part, one)
    return [_person(bodies[i], own) for i, own in owned.items()]


def _belongs(one: Found, body: Found) -> bool:
    return shared_area(body.box, one.box) >= WITHIN * one.box.area


def _person(body: Found, own: dict[BodyPart, Found]) -> Person:
    boxes = {part: one.box for part, one in own.items()}
    return Person(
        body.box, {**boxes, BodyPart.WHOLE_BODY: body.box}, _missing(boxes), body.score, body.box
    )


def _missing(boxes: dict[BodyPart, Box]) -> tuple[Reason, ...]:
    """An upper body that is not found has no head to show either."""
    head = () if BodyPart.UPPER_BODY in boxes else (Reason.NO_HEAD,)
    cut = [reason for part, reason in _CUT.items() if part not in boxes]
    if BodyPart.LOWER_BODY not in boxes:
        return (Reason.HALF_BODY, *head)
    return (*head, *cut)


def _half(parts: Sequence[tuple[BodyPart, Found]]) -> Person:
    """Somebody of whom only parts are seen."""
    box = around([one.box for _, one in parts])
    boxes = {part: one.box for part, one in sorted(parts, key=lambda p: p[1].score)}
    missing = (Reason.HALF_BODY, *(r for r in _missing(boxes) if r is Reason.NO_HEAD))
    score = max(one.score for _, one in parts)
    return Person(box, {**boxes, BodyPart.WHOLE_BODY: box}, missing, score, box)
