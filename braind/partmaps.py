"""Region maps for people who are known by boxes only.

A detector of body parts names no garments. What lies between neck and hips then counts as the
upper garment and what is below as the lower one, which is all that later stages need to look at
the right pixels; which garments these are, they read from the pixels. The whole head counts as
face, because nothing tells where the face ends: it is all cropped away.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from braind.blobs import Mask
from braind.domain import BodyPart, Box, Person, Reason, Region

HIPS = 0.47  # of the body height from the top, when no box tells
CHIN = 0.13  # the same
NECK_SHARE = 0.25  # of what is above the upper body's box: neck, not head
LEAST_HEAD = 0.05  # of the body height: a box of the upper body that starts higher holds the head
_SHOES = {BodyPart.LEFT_FOOT: Region.LEFT_SHOE, BodyPart.RIGHT_FOOT: Region.RIGHT_SHOE}


def regions_of_parts(person: Person, box: Box, mask: Mask) -> NDArray[np.uint8]:
    """uint8 (H, W) map of ``Region`` values; ``mask`` (H, W) is the person, ``box`` its place."""
    height, width = mask.shape
    x, y = width / box.width, height / box.height
    chin, hips = (round((line - box.top) * y) for line in (_chin(person), _hips(person)))
    bands = np.full(mask.shape, Region.TROUSERS, np.uint8)
    bands[: max(0, hips)] = Region.UPPER
    bands[: max(0, chin)] = Region.FACE
    for part, shoe in _SHOES.items():
        foot = person.parts.get(part)
        if foot is not None:
            rows = slice(
                max(0, round((foot.top - box.top) * y)), round((foot.bottom - box.top) * y)
            )
            left, right = (round((edge - box.left) * x) for edge in (foot.left, foot.right))
            bands[rows, max(0, left) : max(0, right)] = shoe
    return np.where(mask, bands, Region.BACKGROUND).astype(np.uint8)


def _chin(person: Person) -> float:
    """The photo's row where the head ends."""
    top, height = person.box.top, person.box.height
    if Reason.NO_HEAD in person.missing:
        return top
    upper = person.parts.get(BodyPart.UPPER_BODY)
    if upper is None or upper.top - top < LEAST_HEAD * height:
        return top + CHIN * height
    return top + (1 - NECK_SHARE) * (upper.top - top)


def _hips(person: Person) -> float:
    """The photo's row between upper and lower body."""
    upper, lower = (person.parts.get(p) for p in (BodyPart.UPPER_BODY, BodyPart.LOWER_BODY))
    lines = [upper.bottom] if upper else []
    lines += [lower.top] if lower else []
    return sum(lines) / len(lines) if lines else person.box.top + HIPS * person.box.height
