"""Telling copies of one photo, so that no photo is counted or shown twice."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# Perceptual hashes of one photo saved twice differ by a bit or two, of other photos by some 28.
_COPY_BITS = 4


def are_copies(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Whether two hashes (broadcast together) are of one photo; hash 0 is never a copy."""
    differing = np.bitwise_xor(a, b)
    for _ in range(_COPY_BITS):
        differing &= differing - np.uint64(1)  # clears the lowest bit that is set
    return np.asarray((differing == 0) & (a != 0) & (b != 0))


def first_copies(hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which of (..., K) hashes are no copy of an earlier kept one in their row: bool (..., K)."""
    copies = are_copies(hashes[..., :, None], hashes[..., None, :])
    keep = np.ones(hashes.shape, np.bool_)
    for column in range(1, hashes.shape[-1]):
        earlier = copies[..., column, :column] & keep[..., :column]
        keep[..., column] = ~earlier.any(axis=-1)
    return keep
