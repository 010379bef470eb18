"""White space: mixtures of styles that no brand of the library stands for.

Decision: a mixture lies where a brand would lie that mixed the library's own looks of those styles.
Hardly a look has one style only, so that a pure style as such would seem empty in every library.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import numpy as np

from braind.domain import Brand, Floats
from braind.insights.kinds import WhiteSpot
from braind.search import SearchIndex
from braind.vocabulary import STYLES, Style

_STEPS = 6  # mixtures are made of sixths
_MOST_STYLES = 3
_NEAREST = 3
# Brands that stand for the same thing may lie that far from each other.
_LEAST_GAP = 0.02


def white_spots(index: SearchIndex, brands: Iterable[Brand], top: int = 5) -> tuple[WhiteSpot, ...]:
    """The emptiest mixtures of one to three styles, emptiest first; () for fewer than two brands.

    Only those are listed that lie further from every brand than brands lie from their nearest
    neighbour as a rule (the median). Each spot counts as taken for the next one, so that they
    spread out: the farthest-point rule of Gonzalez (1985).
    """
    known = {brand.id: brand for brand in brands}
    rows = [row for row, brand_id in enumerate(index.brand_ids.tolist()) if brand_id in known]
    if len(rows) < 2:
        return ()
    owners = [known[int(index.brand_ids[row])] for row in rows]
    taken = shares(mean_styles(index))[rows]
    mixtures = style_mixtures()
    places = mixtures @ pure_styles(index)
    gaps, usual = _distances(places, taken), usual_gap(taken)
    spots = (
        WhiteSpot(
            _named(mixtures[spot]),
            float(gaps[spot].min() / usual),
            tuple(owners[n] for n in np.argsort(gaps[spot], kind="stable")[:_NEAREST]),
        )
        for spot in _farthest_first(places, gaps.min(axis=1), usual, top)
    )
    return tuple(sorted(spots, key=lambda spot: -spot.gap))


def mean_styles(index: SearchIndex) -> Floats:
    """The mean style scores of each brand: float32 (B, 7)."""
    sums = np.cumsum(index.table.styles, axis=0, dtype=np.float64)
    sums = np.vstack([np.zeros(len(STYLES)), sums])[index.starts]
    return (np.diff(sums, axis=0) / np.diff(index.starts)[:, None]).astype(np.float32)


def style_mixtures() -> Floats:
    """Every mixture of at most three styles in sixths: float32 (M, 7), rows sum to 1."""
    found = []
    for amount in range(1, _MOST_STYLES + 1):
        for styles in combinations(range(len(STYLES)), amount):
            for cuts in combinations(range(1, _STEPS), amount - 1):
                mixture = np.zeros(len(STYLES), np.float32)
                mixture[list(styles)] = np.diff([0, *cuts, _STEPS])
                found.append(mixture / _STEPS)
    return np.stack(found)


def shares(scores: Floats) -> Floats:
    """Rows of style scores (N, 7) scaled to sum to 1; equal shares where all scores are 0."""
    totals = scores.sum(axis=1, keepdims=True)
    even = np.full_like(scores, 1 / len(STYLES))
    return np.asarray(np.divide(scores, totals, out=even, where=totals > 0), np.float32)


def pure_styles(index: SearchIndex) -> Floats:
    """Where a brand of one style would lie: the mean shares of that style's looks, (7, 7).

    Those are the looks that have more of it than of any other style; where the library has none,
    it is the style by itself.
    """
    looks = shares(index.table.styles)
    strongest = looks.argmax(axis=1)
    places = np.eye(len(STYLES), dtype=np.float32)
    for style in np.unique(strongest):
        places[style] = looks[strongest == style].mean(axis=0)
    return places


def usual_gap(places: Floats) -> float:
    """The median distance of brands (B, 7), two at least, to their nearest neighbour."""
    gaps = _distances(places, places)
    np.fill_diagonal(gaps, np.inf)
    return max(float(np.median(gaps.min(axis=1))), _LEAST_GAP)


def _distances(a: Floats, b: Floats) -> Floats:
    return np.asarray(np.linalg.norm(a[:, None] - b[None], axis=2), np.float32)


def _farthest_first(places: Floats, gaps: Floats, usual: float, top: int) -> list[int]:
    """Rows of the mixtures (M, 7) that stay emptiest when those before them count as taken."""
    spots: list[int] = []
    while len(spots) < top:
        # Rounded, so that the order among equals does not hang on the last bit.
        best = int(np.round(gaps, 5).argmax())
        if gaps[best] <= usual:
            break
        spots.append(best)
        gaps = np.minimum(gaps, _distances(places, places[[best]])[:, 0])
    return spots


def _named(mixture: Floats) -> tuple[tuple[Style, float], ...]:
    order = np.argsort(-mixture, kind="stable")
    return tuple((STYLES[n], float(mixture[n])) for n in order if mixture[n] > 0)
