"""Connected components of small boolean maps, by union of runs (SciPy would cost its import)."""

from __future__ import annotations

from collections.abc import Sequence
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


def find_blobs(mask: Mask, min_area: int = 1) -> list[Blob]:
    """The blobs of a bool map (H, W) that are not smaller than ``min_area``, largest first.

    Their labels count from 1.
    """
    runs = _runs(mask)
    return _listed(runs, _union(runs, mask.shape[1]), min_area)


def label_blobs(mask: Mask) -> tuple[NDArray[np.int32], list[Blob]]:
    """An int32 map (H, W) of labels, 0 outside, and the blobs, largest first."""
    runs = _runs(mask)
    labels = _union(runs, mask.shape[1])
    return _painted(mask.shape, runs, labels), _listed(runs, labels, 1)


@dataclass(frozen=True, slots=True)
class _Runs:
    """Row, first column and end column of every horizontal run, in reading order."""

    rows: NDArray[np.intp]
    starts: NDArray[np.intp]
    ends: NDArray[np.intp]


def _runs(mask: Mask) -> _Runs:
    # One column of ground after each row: runs neither start before a row nor pass into the next.
    width = mask.shape[1] + 1
    padded = np.zeros(mask.shape[0] * width + 1, bool)
    padded[1:].reshape(-1, width)[:, :-1] = mask
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    rows, starts = np.divmod(edges[::2], width)
    return _Runs(rows, starts, edges[1::2] - rows * width)


def _touching(runs: _Runs, width: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Of every run, the first run of the row above that it touches, diagonally too, and the one
    after the last.
    """
    above = (runs.rows - 1) * (width + 2)  # one number per place keeps the rows apart
    places = runs.rows * (width + 2)
    first = np.searchsorted(places + runs.ends, above + runs.starts, "left")
    last = np.searchsorted(places + runs.starts, above + runs.ends, "right")
    return first, np.maximum(first, last)


def _union(runs: _Runs, width: int) -> NDArray[np.intp]:
    """A label for every run, from 1: the same for those that touch."""
    first, last = _touching(runs, width)
    own = np.arange(len(runs.rows))
    parent = np.where(last > first, first, own)
    while (parent != (above := parent[parent])).any():  # each is a tree that grows upwards
        parent = above
    joins = np.flatnonzero(last - first > 1)
    if len(joins):
        parent = _joined(parent, [(first[i], last[i]) for i in joins.tolist()])[parent]
    return np.cumsum(parent == own)[parent]


def _joined(parent: NDArray[np.intp], ranges: Sequence[tuple[int, int]]) -> NDArray[np.intp]:
    """A table from every run to the first run that its root is joined with."""
    table = list(range(len(parent)))

    def root(i: int) -> int:
        while table[i] != i:
            table[i] = table[table[i]]
            i = table[i]
        return i

    for start, end in ranges:
        roots = {root(i) for i in parent[start:end].tolist()}
        lowest = min(roots)
        for i in roots:
            table[i] = lowest
    return np.array([root(i) for i in table], np.intp)


def _painted(shape: tuple[int, ...], runs: _Runs, labels: NDArray[np.intp]) -> NDArray[np.int32]:
    steps = np.zeros((shape[0], shape[1] + 1), np.int32)
    steps[runs.rows, runs.starts] += labels
    steps[runs.rows, runs.ends] -= labels
    return np.cumsum(steps, axis=1, dtype=np.int32)[:, :-1]


def _listed(runs: _Runs, labels: NDArray[np.intp], min_area: int) -> list[Blob]:
    if not len(labels):
        return []
    count = int(labels.max()) + 1
    area = np.bincount(labels, runs.ends - runs.starts, count).astype(int)
    edges = []
    for values, choose in (
        (runs.starts, np.minimum), (runs.rows, np.minimum),
        (runs.ends, np.maximum), (runs.rows + 1, np.maximum),
    ):  # fmt: skip
        edge = np.full(count, 1 << 30 if choose is np.minimum else -1)
        choose.at(edge, labels, values)
        edges.append(edge.tolist())
    large = np.flatnonzero(area >= max(1, min_area)).tolist()
    blobs = [Blob(i, int(area[i]), *(edge[i] for edge in edges)) for i in large]
    return sorted(blobs, key=lambda blob: -blob.area)
