"""What boxes have in common, and which of many boxes are one and the same."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from braind.domain import Box, Floats


def shared_area(one: Box, other: Box) -> float:
    """The area that two boxes have in common."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, width) * max(0.0, height)


def overlap(one: Box, other: Box) -> float:
    """Intersection over union, 0..1."""
    shared = shared_area(one, other)
    return shared / max(1e-6, one.area + other.area - shared)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all the given ones."""
    all_ = list(boxes)
    return Box(
        min(b.left for b in all_),
        min(b.top for b in all_),
        max(b.right for b in all_),
        max(b.bottom for b in all_),
    )


def clipped(box: Box, size: tuple[int, int]) -> Box:
    """The part of a box that lies in a picture of ``size`` (width, height)."""
    width, height = size
    return Box(
        min(max(0.0, box.left), width),
        min(max(0.0, box.top), height),
        min(max(0.0, box.right), width),
        min(max(0.0, box.bottom), height),
    )


def surest_boxes(boxes: Floats, scores: Floats, most_overlap: float) -> NDArray[np.intp]:
    """Greedy non-maximum suppression: which of boxes (N, 4) to keep, surest first.

    Columns are left, top, right, bottom; ``scores`` is (N,).
    """
    areas = np.prod(np.maximum(boxes[:, 2:] - boxes[:, :2], 0), axis=1)
    order = np.argsort(-scores, kind="stable")
    kept: list[int] = []
    while len(order):
        best, order = order[0], order[1:]
        kept.append(int(best))
        low = np.maximum(boxes[order, :2], boxes[best, :2])
        high = np.minimum(boxes[order, 2:], boxes[best, 2:])
        shared = np.prod(np.maximum(high - low, 0), axis=1)
        union = areas[order] + areas[best] - shared
        order = order[shared <= most_overlap * np.maximum(union, 1e-9)]
    return np.array(kept, np.intp)
