"""From a person's keypoints to body parts, and what of the body the photo does not show.

Keypoints are those of Halpe26, of which the first 17 are COCO's: 0 nose, 1-2 eyes, 3-4 ears,
5-6 shoulders, 7-8 elbows, 9-10 wrists, 11-12 hips, 13-14 knees, 15-16 ankles, 17 head, 18 neck,
19 hip, 20-21 big toes, 22-23 small toes, 24-25 heels; left before right.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from braind.boxes import clipped
from braind.domain import BodyPart, Box, Floats, Person, Reason

SEEN = 0.3  # score from which a keypoint counts
INSIDE = 0.02  # of the photo's size: how far from its border a foot or head has to be
ROOM = 0.03  # of the body's height: flesh and cloth around the keypoints

_HEAD = (0, 1, 2, 3, 4, 17)
_SHOULDERS, _HIPS, _KNEES, _ANKLES = (5, 6), (11, 12), (13, 14), (15, 16)
_ENDS = {BodyPart.LEFT_FOOT: (20, 22, 24), BodyPart.RIGHT_FOOT: (21, 23, 25)}
_ANKLE = {BodyPart.LEFT_FOOT: 15, BodyPart.RIGHT_FOOT: 16}
_CUT = {BodyPart.LEFT_FOOT: Reason.LEFT_FOOT, BodyPart.RIGHT_FOOT: Reason.RIGHT_FOOT}


def person_of(box: Box, score: float, points: Floats, size: tuple[int, int]) -> Person:
    """The person in a detector's box.

    ``points`` is float32 (17 or 26, 3): x and y in pixels of the photo, and a score; ``size`` is
    the photo's (width, height).
    """
    skeleton = Skeleton(points, box, size)
    whole = clipped(box, size)
    parts = {**skeleton.parts(), BodyPart.WHOLE_BODY: whole}
    return Person(whole, parts, skeleton.missing(), min(max(score, 0.0), 1.0), whole)


class Skeleton:
    """The keypoints of one person in a photo; see ``person_of``."""

    def __init__(self, points: Floats, box: Box, size: tuple[int, int]) -> None:
        self._points, self._size = points, size
        self._room = ROOM * box.height
        self._seen: NDArray[np.bool_] = points[:, 2] >= SEEN
        margin = np.array(size) * INSIDE
        place = points[:, :2]
        self._inside = self._seen & ((place > margin) & (place < size - margin)).all(axis=1)

    def missing(self) -> tuple[Reason, ...]:
        """Why this is no whole body; half a body includes its feet."""
        reasons = () if self._any(_HEAD, self._inside) else (Reason.NO_HEAD,)
        cut = [reason for part, reason in _CUT.items() if not self._has_foot(part)]
        if len(cut) == 2 and not self._any(_KNEES, self._seen):
            return (Reason.HALF_BODY, *reasons)
        return (*reasons, *cut)

    def parts(self) -> dict[BodyPart, Box]:
        """Boxes of the parts that are seen, without the whole body."""
        found = {}
        if self._all(_SHOULDERS) and self._all(_HIPS):
            found[BodyPart.UPPER_BODY] = self._around((*_SHOULDERS, *_HIPS))
        if self._all(_HIPS) and self._all(_KNEES) and self._all(_ANKLES):
            tips = [tip for ends in _ENDS.values() for tip in ends]
            found[BodyPart.LOWER_BODY] = self._around((*_HIPS, *_KNEES, *_ANKLES, *tips))
        for part, ends in _ENDS.items():
            if self._has_foot(part):
                found[part] = self._around((_ANKLE[part], *ends))
        return {part: box for part, box in found.items() if box.area > 0}

    def _has_foot(self, part: BodyPart) -> bool:
        """The ankle, and a toe or the heel where the keypoints have any, well inside the photo."""
        ends = [end for end in _ENDS[part] if end < len(self._points)]
        tip = self._any(ends, self._inside) if ends else True
        return bool(self._inside[_ANKLE[part]]) and tip

    def _any(self, numbers: Sequence[int], flags: NDArray[np.bool_]) -> bool:
        return bool(flags[[n for n in numbers if n < len(flags)]].any())

    def _all(self, numbers: Sequence[int]) -> bool:
        return bool(self._seen[list(numbers)].all())

    def _around(self, numbers: Sequence[int]) -> Box:
        """The box of those of the points that are seen, with room to its sides and below."""
        known = [n for n in numbers if n < len(self._points) and self._seen[n]]
        x, y = self._points[known, 0], self._points[known, 1]
        box = Box(
            float(x.min()) - self._room, float(y.min()),
            float(x.max()) + self._room, float(y.max()) + self._room,
        )  # fmt: skip
        return clipped(box, self._size)
