"""Connected components of small boolean maps, by union of runs (SciPy would cost its import)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Blob:
    """One 8-connected component: its label in the map, pixel count and half-open pixel box."""

    label: int
    area: int
    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Columns that it spans."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Rows that it spans."""
        return self.bottom - self.top


def find_blobs(mask: Mask, min_area: int = 1) -> tuple[NDArray[np.int32], list[Blob]]:
    """Label a bool map (H, W): an int32 map of the same shape and the blobs, largest first.

    Labels count from 1; 0 is outside. Smaller blobs than ``min_area`` keep their label in the map
    but are not listed.
    """
    rows, starts, ends = _runs(mask)
    if not len(rows):
        return np.zeros(mask.shape, np.int32), []
    run_labels = _union(len(rows), *_touching(rows, starts, ends, mask.shape[1]))
    labels = _painted(mask.shape, rows, starts, ends, run_labels)
    blobs = _measured(rows, starts, ends, run_labels)
    return labels, sorted((b for b in blobs if b.area >= min_area), key=lambda b: -b.area)


def _runs(mask: Mask) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Row, first column and end column of every horizontal run, in reading order."""
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), np.int8)
    padded[:, 1:-1] = mask
    step = np.diff(padded, axis=1)
    rows, starts = np.nonzero(step == 1)
    return rows, starts, np.nonzero(step == -1)[1]


def _touching(
    rows: NDArray[np.intp], starts: NDArray[np.intp], ends: NDArray[np.intp], width: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pairs of runs of neighbouring rows that touch, diagonally too."""
    stride = width + 2  # one number per place keeps the rows apart
    below = (rows + 1) * stride
    first = np.searchsorted(rows * stride + ends, below + starts, "left")
    last = np.searchsorted(rows * stride + starts, below + ends, "right")
    counts = np.maximum(last - first, 0)
    upper = np.repeat(np.arange(len(rows)), counts)
    within = np.arange(len(upper)) - np.repeat(np.cumsum(counts) - counts, counts)
    return upper, first[upper] + within


def _union(count: int, ones: NDArray[np.intp], others: NDArray[np.intp]) -> NDArray[np.int32]:
    """Dense labels from 1 for ``count`` runs joined by the given pairs."""
    parent = list(range(count))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for one, other in zip(ones.tolist(), others.tolist(), strict=True):
        first, second = root(one), root(other)
        # The lower number stays the root, so that parents always come before their children.
        parent[max(first, second)] = min(first, second)
    labels = [0] * count
    found = 0
    for i, above in enumerate(parent):
        if above == i:
            found += 1
            labels[i] = found
        else:
            labels[i] = labels[above]
    return np.array(labels, np.int32)


def _painted(
    shape: tuple[int, ...],
    rows: NDArray[np.intp],
    starts: NDArray[np.intp],
    ends: NDArray[np.intp],
    labels: NDArray[np.int32],
) -> NDArray[np.int32]:
    steps = np.zeros((shape[0], shape[1] + 1), np.int32)
    steps[rows, starts] += labels
    steps[rows, ends] -= labels
    return np.cumsum(steps, axis=1, dtype=np.int32)[:, :-1]


def _measured(
    rows: NDArray[np.intp],
    starts: NDArray[np.intp],
    ends: NDArray[np.intp],
    labels: NDArray[np.int32],
) -> list[Blob]:
    count = int(labels.max()) + 1
    area = np.bincount(labels, ends - starts, count).astype(int)
    edges = []
    for values, choose in (
        (starts, np.minimum), (rows, np.minimum), (ends, np.maximum), (rows + 1, np.maximum),
    ):  # fmt: skip
        edge = np.full(count, 1 << 30 if choose is np.minimum else -1)
        choose.at(edge, labels, values)
        edges.append(edge.tolist())
    return [Blob(i, int(area[i]), *(edge[i] for edge in edges)) for i in range(1, count)]
