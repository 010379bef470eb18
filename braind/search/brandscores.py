"""From look scores to brand scores: the mean of the best three, shrunk for tiny brands.

Decision: each look that a brand lacks for three is filled in by half a look of the library's
background, ``score = (Σ top k + ½ (3 - k) background) / (k + ½ (3 - k))``. A brand with three
looks or more is not touched, so other brands never change its score; a brand with one lucky look
gets halfway from background to that look, and cannot beat three looks that are nearly as good.
Copies of one look count once.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats
from braind.search.index import SearchIndex
from braind.search.photos import first_looks

TOP_LOOKS = 3
_MISSING_LOOK_WEIGHT = 0.5
# Enough to find five different looks in a brand even when some are there twice.
_CANDIDATES = 12


def best_looks(index: SearchIndex, scores: Floats) -> NDArray[np.intp]:
    """Rows of each brand's best looks, best first: (B, 12); -1 where there is none.

    ``scores`` is (N,); looks that score minus infinity are left out, and so are further copies of
    one look.
    """
    rows = np.full((len(index.brand_ids), _CANDIDATES), -1, np.intp)
    for number, (start, stop) in enumerate(pairwise(index.starts)):
        best = _largest(scores[start:stop])
        rows[number, : len(best)] = start + best
    rows[(rows >= 0) & ~np.isfinite(scores[rows])] = -1
    if len(rows):
        rows[~first_looks(index.words, index.table, rows)] = -1
    return rows


def _largest(scores: Floats) -> NDArray[np.intp]:
    first = max(0, len(scores) - _CANDIDATES)
    best = np.argpartition(scores, first)[first:] if first else np.arange(len(scores))
    return best[np.lexsort((best, -scores[best]))]


def top_sums(scores: Floats, rows: NDArray[np.intp]) -> tuple[Floats, NDArray[np.intp]]:
    """Sum of each brand's three best scores, and how many there were: float32 (B,), intp (B,)."""
    there = rows >= 0
    top = there & (np.cumsum(there, axis=1) <= TOP_LOOKS)
    sums = np.where(top, scores[rows], 0).sum(axis=1, dtype=np.float32)
    return sums, top.sum(axis=1, dtype=np.intp)


def shrink(sums: Floats, counts: NDArray[np.intp], background: float) -> Floats:
    """Brand scores (B,) of ``top_sums``; a brand without any look scores minus infinity."""
    missing = _MISSING_LOOK_WEIGHT * (TOP_LOOKS - counts)
    scores = (sums + missing * background) / (counts + missing)
    return np.where(counts > 0, scores, -np.inf).astype(np.float32)
