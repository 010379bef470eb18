"""How alike is alike: levels that a library sets for itself.

Every sampled look is matched against the library as if it came from outside (itself and its copies
left out). ``background`` is the median score of the brands that it does not belong to,
``within`` the median score of its own brand. Where a library cannot tell:

- one brand only: ``background`` is the median cosine between two of its looks;
- no brand has a second look, or brands are no more alike inside than between: ``within`` lies
  halfway from ``background`` to identical;
- fewer than two looks: fixed levels.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats, Level
from braind.search.brandscores import best_looks, shrink, top_sums
from braind.search.index import SearchIndex
from braind.search.photos import first_looks

_SAMPLE = 200
_ROUNDING = 1e-9
# Scores that differ by less are equal: rounding must not decide between alike brands.
SCORE_DECIMALS = 5


@dataclass(frozen=True, slots=True)
class Levels:
    """Two scores of the library: between brands as a rule, and inside one brand as a rule."""

    background: float
    within: float

    def level_of(self, score: float) -> Level:
        """The word for a score."""
        if score >= self.within:
            return Level.VERY_SIMILAR
        if score >= round((self.background + self.within) / 2, SCORE_DECIMALS):
            return Level.SIMILAR
        return Level.SOMEWHAT if score >= self.background else Level.NO_MATCH

    @classmethod
    def between(cls, background: float, within: float | None) -> Levels:
        """Levels with ``within`` above ``background``: halfway to identical where it is not."""
        if within is None or within <= background:
            within = (background + 1) / 2
        return cls(round(background, SCORE_DECIMALS), round(within, SCORE_DECIMALS))


UNCALIBRATED = Levels(background=0.6, within=0.8)


def calibrate(index: SearchIndex, rng_seed: int = 0) -> Levels:
    """The levels for photo matches in this library, from at most 200 of its looks."""
    others: list[Floats] = []
    own_sums, own_counts = [], []
    rows = sample_rows(index, rng_seed)
    for row, scores in zip(rows.tolist(), index.each_row_scores(rows), strict=True):
        sums, counts = _leave_out_match(index, row, scores)
        own = index.brand_ids == index.table.brand_ids[row]
        elsewhere = ~own & (counts > 0)
        others.append(sums[elsewhere] / counts[elsewhere])
        own_sums.append(sums[own])
        own_counts.append(counts[own])
    single_brand = len(index.brand_ids) == 1
    background = _median_cosine(index, rng_seed) if single_brand else _median(others)
    if background is None:
        return UNCALIBRATED
    own_scores = shrink(np.concatenate(own_sums), np.concatenate(own_counts), background)
    return Levels.between(background, _median([own_scores[np.isfinite(own_scores)]]))


def look_background(index: SearchIndex, rng_seed: int = 0) -> float | None:
    """Median cosine between looks of different brands; None when there is one brand at most.

    Every two brands count the same, however many looks they have.
    """
    return _median_cosine(index, rng_seed) if len(index.brand_ids) > 1 else None


def _median_cosine(index: SearchIndex, rng_seed: int) -> float | None:
    """Median cosine of two looks, of different brands where there are any; copies left out."""
    rows = sample_rows(index, rng_seed)
    rows = rows[first_looks(index.words, index.table, rows)]
    vectors, brands = index.row_vectors(rows), index.table.brand_ids[rows]
    pairs = np.tri(len(rows), k=-1, dtype=np.bool_)
    if len(index.brand_ids) > 1:
        pairs &= brands[:, None] != brands
    _, number, counts = np.unique(brands, return_inverse=True, return_counts=True)
    shares = 1 / counts[number]
    return _weighted_median((vectors @ vectors.T)[pairs], np.outer(shares, shares)[pairs])


def sample_rows(index: SearchIndex, rng_seed: int) -> NDArray[np.intp]:
    """At most 200 rows in ascending order, as equally many of each brand as there are."""
    tickets = np.random.default_rng(rng_seed).random(len(index))
    order = np.lexsort((tickets, index.table.brand_ids))
    turns = np.arange(len(index)) - np.repeat(index.starts[:-1], np.diff(index.starts))
    # Nothing after the turn in which the sample is full is drawn.
    last = np.partition(turns, _SAMPLE - 1)[_SAMPLE - 1] if len(turns) > _SAMPLE else len(turns)
    order, turns = order[turns <= last], turns[turns <= last]
    return np.sort(order[np.lexsort((tickets[order], turns))[:_SAMPLE]])


def _leave_out_match(
    index: SearchIndex, row: int, scores: Floats
) -> tuple[Floats, NDArray[np.intp]]:
    scores[index.copies_of(row)] = -np.inf
    return top_sums(scores, best_looks(index, scores))


def _weighted_median(values: Floats, weights: NDArray[np.float64]) -> float | None:
    """The value below which half of the weight lies; midway where that is two values."""
    if not len(values):
        return None
    order = np.argsort(values)
    below = np.cumsum(weights[order])
    half = below[-1] / 2
    first = np.searchsorted(below, half * (1 - _ROUNDING))
    last = np.searchsorted(below, half * (1 + _ROUNDING), side="right")
    return float((values[order[first]] + values[order[last]]) / 2)


def _median(groups: list[Floats]) -> float | None:
    values = np.concatenate(groups) if groups else np.zeros(0, np.float32)
    return float(np.median(values)) if len(values) else None
