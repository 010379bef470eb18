"""Cropping faces away, so that nobody can be recognised in what BRAIND keeps.

Decision: faces are cropped, never blurred. Everything goes that lies in the columns of the
widened face box and above its lower edge, forehead and hair too; the neckline below stays. Where
the face detector and the parser disagree, both are believed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from braind.blobs import Blob, find_blobs
from braind.boxes import shared_area
from braind.domain import Box, Cutout, Region
from braind.figures import HEAD, region_mask

MASK_SCALE = 1.3  # moves each side of a face box out by 30 % of the box's width or height
COARSE = 2  # faces are looked for in every second pixel of the region map
MIN_FACE_SHARE = 0.1  # of the largest face's area: smaller ones are mislabelled specks
RIVAL_HEAD = 0.25  # of the largest head's area: smaller ones are stray hair
MOST_HEADS = 3
FACE_WINDOW = 2.0  # height of what is given to the detector, in face sizes
FACE_SHAPE = 2 / 3  # its width in heights
HAIR_WINDOW = 2.5  # side of a square, in hair widths, when no face is parsed: hair tells less well


class FaceBackend(Protocol):
    """Finds faces."""

    @property
    def identity(self) -> Mapping[str, object]:
        """What decides the answers, as JSON values."""
        ...

    @property
    def mask_scale(self) -> float:
        """How much is cropped around its boxes; see ``crop_face``."""
        ...

    def find_faces(self, cutouts: Sequence[Cutout]) -> list[tuple[Box, ...]]:
        """The face boxes of each cutout, in pixels of its ``rgba``, unscaled."""
        ...


def crop_face(cutout: Cutout, boxes: Sequence[Box], mask_scale: float = MASK_SCALE) -> Cutout:
    """The cutout without its faces: colour, alpha and region are zero there."""
    rgba = cutout.rgba.copy()
    regions = None if cutout.regions is None else cutout.regions.copy()
    cropped = tuple(_column_above(box, mask_scale - 1, rgba.shape) for box in boxes)
    for box in cropped:
        area = slice(int(box.top), int(box.bottom)), slice(int(box.left), int(box.right))
        rgba[area] = 0
        if regions is not None:
            regions[area] = Region.BACKGROUND
    if regions is not None:
        leftover = regions == Region.FACE
        rgba[leftover], regions[leftover] = 0, Region.BACKGROUND
    return replace(cutout, rgba=rgba, regions=regions, faces=cropped)


def _column_above(box: Box, margin: float, shape: tuple[int, ...]) -> Box:
    """The box grown by ``margin`` of its size on each side, up to the picture's upper edge."""
    wide, high = margin * box.width, margin * box.height
    return Box(
        max(0, int(np.floor(box.left - wide))),
        0,
        min(shape[1], int(np.ceil(box.right + wide))),
        min(shape[0], int(np.ceil(box.bottom + high))),
    )


def parsed_faces(cutout: Cutout) -> tuple[Box, ...]:
    """Boxes of the parser's FACE regions, largest first."""
    if cutout.regions is None:
        return ()
    blobs = find_blobs(cutout.regions[::COARSE, ::COARSE] == Region.FACE, min_area=2)
    return tuple(_to_box(blob) for blob in blobs if blob.area >= MIN_FACE_SHARE * blobs[0].area)


def with_parsed_faces(cutout: Cutout, boxes: Sequence[Box]) -> tuple[Box, ...]:
    """``boxes`` and those parsed faces that none of them covers by half."""
    return with_missed(boxes, parsed_faces(cutout))


def with_missed(boxes: Sequence[Box], parsed: Sequence[Box]) -> tuple[Box, ...]:
    """``boxes`` and those ``parsed`` faces that none of them covers by half."""
    missed = [
        face for face in parsed if all(shared_area(face, box) < 0.5 * face.area for box in boxes)
    ]
    return (*boxes, *missed)


def head_windows(cutout: Cutout, faces: Sequence[Box]) -> tuple[Box, ...]:
    """Where the heads are, for a detector to look at; may reach over the edge.

    A bystander who touches the person has a head too. A window is upright around one of the parsed
    ``faces``, or else a square at the upper end of hair and headwear. Empty: no head is known.
    """
    if cutout.regions is None:
        return ()
    heads = find_blobs(region_mask(cutout.regions[::COARSE, ::COARSE], HEAD), min_area=4)
    faceless = [
        head
        for head in (_to_box(blob) for blob in heads if blob.area >= RIVAL_HEAD * heads[0].area)
        if all(shared_area(face, head) == 0 for face in faces)
    ]
    return (*map(_around_face, faces), *map(_around_hair, faceless))[:MOST_HEADS]


def _around_face(face: Box) -> Box:
    high = FACE_WINDOW * max(face.width, face.height)
    return _window((face.left + face.right) / 2, (face.top + face.bottom) / 2, FACE_SHAPE, high)


def _around_hair(hair: Box) -> Box:
    side = HAIR_WINDOW * hair.width
    return _window((hair.left + hair.right) / 2, hair.top + 0.6 * hair.width, 1, side)


def _window(x: float, y: float, shape: float, height: float) -> Box:
    wide, high = shape * height / 2, height / 2
    return Box(x - wide, y - high, x + wide, y + high)


def _to_box(blob: Blob) -> Box:
    return Box(blob.left * COARSE, blob.top * COARSE, blob.right * COARSE, blob.bottom * COARSE)
