"""Looking again from nearer: who is small in a photo is coarse in the map of the whole photo.

The detector then sees a window around that person alone, and what it finds there takes the place of
what it saw from afar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from braind.boxes import overlap
from braind.domain import Box, Detection, Person
from braind.letterbox import Size, fitted_size

AROUND = 0.16  # of the person's height, left free on each side
GAIN = 1.3  # a person who would not get this much larger is not looked at again
SAME = 0.6  # overlap of two boxes from which they show the same person


def window_around(person: Person, photo: Size, frame: Size) -> Box | None:
    """Where to look again, in whole pixels of a photo of size ``photo`` that a net sees in
    ``frame``; None when the person would not get much larger. Sizes are (width, height).
    """
    box, room = person.box, AROUND * person.box.height
    window = Box(
        max(0, int(box.left - room)),
        max(0, int(box.top - room)),
        min(photo[0], int(box.right + room) + 1),
        min(photo[1], int(box.bottom + room) + 1),
    )
    size = int(window.width), int(window.height)
    now, then = (fitted_size(seen, frame)[1] / seen[1] for seen in (photo, size))
    return window if then >= GAIN * now else None


def with_closeups(detection: Detection, near: Sequence[Person | None]) -> Detection:
    """The detection with those people in the place of its own for whom there is a nearer look."""
    people = tuple(close or far for far, close in zip(detection.people, near, strict=True))
    reasons = people[0].missing if len(people) == 1 else detection.reasons
    return Detection(people, reasons)


def found_again(person: Person, window: Box, seen: Detection) -> Person | None:
    """The same person in the detection of the window, at their place in the photo; None when the
    window shows somebody else, or nobody.
    """
    moved = [_moved(other, window.left, window.top) for other in seen.people]
    best = max(moved, key=lambda other: overlap(person.box, other.box), default=None)
    return best if best is not None and overlap(person.box, best.box) >= SAME else None


def _moved(person: Person, right: float, down: float) -> Person:
    return replace(
        person,
        box=_shifted(person.box, right, down),
        parts={part: _shifted(box, right, down) for part, box in person.parts.items()},
        frame=_shifted(person.frame, right, down),
    )


def _shifted(box: Box, right: float, down: float) -> Box:
    return Box(box.left + right, box.top + down, box.right + right, box.bottom + down)
