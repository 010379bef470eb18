"""One figure's region map, measured: head, feet, neck and hip lines, upper and lower body."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from braind.blobs import Mask, find_blobs
from braind.domain import BodyPart, Box, Region
from braind.figures import HEAD, Regions, region_mask

HIPS = (0.38, 0.47, 0.50)  # highest, usual and lowest hip line, in body heights from the top
NECK = 0.14  # in body heights from the top, when no face tells
SOLE = 0.06  # of the body height: where a shoeless foot is looked for
ANKLE = 0.15  # of the body height: the lower legs
SPECK = 0.02  # of the body height, squared: fewer pixels of a part are noise
TO_HIPS = 3.5  # head heights from the top to the hips

_BELOW = (Region.TROUSERS, Region.SKIRT, Region.LEGWEAR)
_SHOES = (Region.LEFT_SHOE, Region.RIGHT_SHOE)


def _box_of(mask: Mask) -> Box | None:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return None
    return Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)


class Body:
    """Measures of a uint8 map (H, W) of ``Region`` values with one figure; boxes in its cells."""

    def __init__(self, regions: Regions) -> None:
        self.regions = regions
        self.mask: Mask = regions != Region.BACKGROUND
        box = _box_of(self.mask)
        assert box is not None, "a figure has pixels"
        self.box = box
        self._speck = max(2.0, (SPECK * box.height) ** 2)

    @cached_property
    def has_head(self) -> bool:
        """More than a speck of face, hair or headwear is seen."""
        return self._is_part(self.head)

    @property
    def room_above(self) -> float:
        """Clear height above the figure, in body heights."""
        return self.box.top / self.box.height

    @property
    def room_below(self) -> float:
        """Clear height below the figure, in body heights."""
        return float(self.regions.shape[0] - self.box.bottom) / self.box.height

    def room_around(self, foot: BodyPart) -> float:
        """Clear space below and on the foot's side of the lower legs, in body heights."""
        ankle = int(self.box.bottom - ANKLE * self.box.height)
        legs = _box_of(self.mask[ankle:]) or self.box
        left_side = foot is BodyPart.RIGHT_FOOT  # of the photo
        beside = legs.left if left_side else self.regions.shape[1] - legs.right
        return min(self.room_below, beside / self.box.height)

    @property
    def heads_tall(self) -> float:
        """The figure's height in head heights, chin to crown; 0 when no face is seen."""
        face = _box_of(self.regions == Region.FACE)
        return 0.0 if face is None else self.box.height / (face.bottom - self.box.top)

    def share_of(self, mask: Mask) -> float:
        """A part's area over the squared body height, which does not depend on the width."""
        return int(np.count_nonzero(mask)) / self.box.height**2

    @cached_property
    def soles(self) -> Mask:
        """Where shoes are seen, or else bare or stockinged feet."""
        shoes = region_mask(self.regions, _SHOES)
        return shoes if self._is_part(shoes) else self._bare_feet()

    @property
    def head(self) -> Mask:
        """Where face, hair or headwear are seen."""
        return region_mask(self.regions, HEAD)

    @property
    def lower_share(self) -> float:
        """How much of the figure's height lies below its hips."""
        return (self.box.bottom - self._hips(whole=False)) / self.box.height

    def feet(self) -> dict[BodyPart, Box]:
        """Boxes of the feet that are seen. The wearer's left foot is on the viewer's right."""
        blobs = [blob for blob in find_blobs(self.soles)[:2] if blob.area >= self._speck]
        if len(blobs) < 2 or blobs[1].area < 0.2 * blobs[0].area:
            return self._feet_by_label()
        right, left = sorted(blobs, key=lambda blob: blob.left + blob.right)
        return {
            BodyPart.LEFT_FOOT: Box(left.left, left.top, left.right, left.bottom),
            BodyPart.RIGHT_FOOT: Box(right.left, right.top, right.right, right.bottom),
        }

    def halves(self, whole: bool) -> dict[BodyPart, Box]:
        """Boxes of upper and lower body, as far as there is any.

        ``whole`` says that head and feet are seen, so that the body's height tells where hips are.
        """
        hips = self._hips(whole)
        body = self.mask & (self.regions != Region.BAG)
        found = {}
        for part, top, bottom in (
            (BodyPart.UPPER_BODY, round(self._neck()), round(hips)),
            (BodyPart.LOWER_BODY, round(hips), int(self.box.bottom)),
        ):
            box = _box_of(body[top:bottom])
            if box is not None and box.height >= 2:
                found[part] = Box(box.left, box.top + top, box.right, box.bottom + top)
        return found

    def _is_part(self, mask: Mask) -> bool:
        return int(np.count_nonzero(mask)) >= self._speck

    def _feet_by_label(self) -> dict[BodyPart, Box]:
        """Feet that touch each other, or one foot alone, by what the map calls them."""
        feet = {}
        for part, region in zip((BodyPart.LEFT_FOOT, BodyPart.RIGHT_FOOT), _SHOES, strict=True):
            mask = self.regions == region
            box = _box_of(mask)
            if box is not None and self._is_part(mask):
                feet[part] = box
        return feet

    def _bare_feet(self) -> Mask:
        """The ends of bare or stockinged legs, when the figure ends inside the photo."""
        mask = region_mask(self.regions, (Region.SKIN, Region.LEGWEAR))
        if self.room_below <= 0:
            return np.zeros_like(mask)
        mask[: int(self.box.bottom - SOLE * self.box.height)] = False
        return mask

    def _neck(self) -> float:
        face = _box_of(self.regions == Region.FACE)
        if face is not None:
            return min(face.bottom, self.box.top + 0.25 * self.box.height)
        return self.box.top + (NECK * self.box.height if self.has_head else 0)

    def _below(self) -> float | None:
        """The first row that trousers, skirt or legwear fill for the most part."""
        lower = region_mask(self.regions, _BELOW).sum(axis=1)
        rows = np.flatnonzero(lower > 0.5 * np.maximum(self.mask.sum(axis=1), 1))
        return float(rows[0]) if len(rows) else None

    def _hips(self, whole: bool) -> float:
        highest, usual, lowest = (self.box.top + share * self.box.height for share in HIPS)
        below = self._below()
        if whole:
            return usual if below is None else float(np.clip(below, highest, lowest))
        if below is not None:
            return below
        head = self._neck() - self.box.top
        return min(self.box.bottom, self.box.top + TO_HIPS * head) if head else usual
