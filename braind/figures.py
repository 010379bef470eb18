"""Telling the people of one region map apart: whose pixels are whose."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from braind.blobs import Blob, Mask, find_blobs, label_blobs
from braind.domain import Region

Regions = NDArray[np.uint8]
HEAD = (Region.FACE, Region.HAIR, Region.HEADWEAR)

DUST = 0.004  # of the largest blob's area: specks that are nobody's
PERSON_AREA = 0.15  # of the largest: less is a bystander far behind or a stray patch
PERSON_HEIGHT = 0.5  # of the largest: a headless blob this tall is a person seen from the neck down
HEAD_SHARE = 0.02  # of its own area: a head is about 5 % of a figure, a mislabelled speck less
GAP = 0.15  # of the taller one's height: a hidden belt or bare ankle may cut a figure in two
SAME_HEAD = 0.8  # of a head's width: nearer heads are one head with parted hair
RIVAL_HEAD = 0.3  # of the largest head's area


@dataclass(frozen=True, slots=True)
class Figure:
    """One person's pixels: a bool mask of the whole map, and their count."""

    mask: Mask
    area: int


def region_mask(regions: Regions, wanted: Collection[Region]) -> Mask:
    """Where a uint8 map shows one of the ``wanted`` regions.

    A few comparisons are much faster than ``np.isin`` or a table.
    """
    mask = np.zeros(regions.shape, bool)
    for region in wanted:
        mask |= regions == region
    return mask


def find_figures(regions: Regions, expect_several: bool) -> list[Figure]:
    """The people of a uint8 map (H, W) of ``Region`` values, largest first.

    ``expect_several`` allows one connected shape to be split between its heads.
    """
    marks, blobs = label_blobs(regions != Region.BACKGROUND)
    if not blobs:
        return []
    heads = region_mask(regions, HEAD)
    groups = _grouped(blobs, np.bincount(marks[heads], minlength=len(blobs) + 1))
    masks = [np.isin(marks, [blob.label for blob in group]) for group in groups]
    if expect_several and len(masks) == 1:
        masks = _split_by_heads(masks[0], heads)
    figures = [Figure(mask, int(np.count_nonzero(mask))) for mask in masks]
    return sorted(figures, key=lambda figure: -figure.area)


def _grouped(blobs: list[Blob], head_area: NDArray[np.intp]) -> list[list[Blob]]:
    """Blobs by person; what belongs to nobody is left out."""
    largest = blobs[0]
    groups: list[list[Blob]] = []
    for blob in blobs:
        if blob.area < DUST * largest.area:
            break
        headed = _headed([blob], head_area)
        home = next(
            (g for g in groups if _near(blob, g) and not (headed and _headed(g, head_area))), None
        )
        if home is not None:
            home.append(blob)
        elif blob.area >= PERSON_AREA * largest.area and (
            headed or blob.height >= PERSON_HEIGHT * largest.height
        ):
            groups.append([blob])
    return groups


def _headed(group: list[Blob], head_area: NDArray[np.intp]) -> bool:
    return any(head_area[blob.label] >= max(2, HEAD_SHARE * blob.area) for blob in group)


def _near(blob: Blob, group: list[Blob]) -> bool:
    """Whether the blob lies in the group's columns, inside or within a small gap."""
    left, right = min(b.left for b in group), max(b.right for b in group)
    top, bottom = min(b.top for b in group), max(b.bottom for b in group)
    shared = min(right, blob.right) - max(left, blob.left)
    gap = max(top, blob.top) - min(bottom, blob.bottom)
    return shared >= 0.5 * min(right - left, blob.width) and gap <= GAP * max(
        bottom - top, blob.height
    )


def _split_by_heads(mask: Mask, heads: Mask) -> list[Mask]:
    """Each pixel goes to the nearest head, by column; one head gives the mask unchanged."""
    blobs = find_blobs(mask & heads, min_area=3)
    centres: list[float] = []
    for blob in blobs:
        centre, room = (blob.left + blob.right) / 2, SAME_HEAD * blobs[0].width
        if blob.area >= RIVAL_HEAD * blobs[0].area and all(abs(centre - c) > room for c in centres):
            centres.append(centre)
    if len(centres) < 2:
        return [mask]
    columns = np.arange(mask.shape[1]) + 0.5
    owner = np.abs(columns[:, None] - np.array(centres)).argmin(axis=1)
    return [mask & (owner == i) for i in range(len(centres))]
