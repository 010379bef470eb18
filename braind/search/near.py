"""Near hashes, found without comparing all with all.

Of five parts of two hashes that differ by four bits at most, one at least is equal in both. So only
hashes that share a part are compared: among n, some n / 1,638 of them instead of n.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

COPY_BITS = 4
_PARTS = COPY_BITS + 1
_PART_BITS = -(-64 // _PARTS)
_MASK = (1 << _PART_BITS) - 1
_SHIFTS = tuple(range(0, 64, _PART_BITS))

Hashes = NDArray[np.uint64]


def are_near(a: Hashes, b: Hashes | np.uint64) -> NDArray[np.bool_]:
    """Whether two hashes (broadcast together) may be of one photo; hash 0 is near to none."""
    differing = np.bitwise_xor(a, b)
    for _ in range(COPY_BITS):
        differing &= differing - np.uint64(1)  # clears the lowest bit that is set
    return np.asarray((differing == 0) & (a != 0) & (b != 0))


class NearHashes:
    """Hashes uint64 (N,) of which the near ones are asked for many times; sorted when first asked.

    Immutable; safe to share between threads.
    """

    def __init__(self, hashes: Hashes) -> None:
        self._hashes = hashes

    def near(self, near_hash: np.uint64) -> NDArray[np.intp]:
        """Where the hashes are that are near to one, ascending: (n,)."""
        found = np.zeros(len(self._hashes), np.bool_)
        for shift, (places, parts) in zip(_SHIFTS, self._sorted, strict=True):
            part = _part(near_hash, shift)
            start, stop = np.searchsorted(parts, part), np.searchsorted(parts, part, side="right")
            found[places[start:stop]] = True
        rows = np.flatnonzero(found)
        return rows[are_near(self._hashes[rows], near_hash)]

    @cached_property
    def _sorted(self) -> list[tuple[NDArray[np.intp], NDArray[np.uint16]]]:
        """For each part: the hashes' places in its order, and the part in that order."""
        columns = [_part(self._hashes, shift) for shift in _SHIFTS]
        orders = [np.argsort(column, kind="stable") for column in columns]
        return [(order, column[order]) for order, column in zip(orders, columns, strict=True)]


def _part(hashes: Hashes | np.uint64, shift: int) -> NDArray[np.uint16]:
    return np.asarray(hashes >> np.uint64(shift) & np.uint64(_MASK), np.uint16)


class GrowingHashes:
    """Hashes by id, of which more come while near ones are asked for."""

    def __init__(self) -> None:
        self._by_part: list[tuple[int, defaultdict[int, list[tuple[int, int]]]]] = [
            (shift, defaultdict(list)) for shift in _SHIFTS
        ]

    def add(self, id_: int, near_hash: int) -> None:
        """Remember an unsigned hash of 64 bits."""
        entry = id_, near_hash
        for shift, entries in self._by_part:
            entries[near_hash >> shift & _MASK].append(entry)

    def near(self, near_hash: int) -> list[int]:
        """The ids of the hashes that are near to one, ascending; hash 0 is near to none."""
        found = set[int]()
        for shift, entries in self._by_part if near_hash else ():
            for id_, other in entries.get(near_hash >> shift & _MASK, ()):
                if other and (near_hash ^ other).bit_count() <= COPY_BITS:
                    found.add(id_)
        return sorted(found)
