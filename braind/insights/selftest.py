"""Whether a brand is recognised by looks that the library has not seen.

Every shoot in turn is taken out and asked about as if it came from outside: all brands are ranked
for its looks by the rules of search (the mean of a brand's best three looks, copies of the look
left out), the brand itself through its other shoots.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats
from braind.insights.kinds import SelfTest
from braind.insights.shoots import even_places
from braind.search import SearchIndex
from braind.search.brandscores import best_looks, shrink, top_sums
from braind.search.levels import SCORE_DECIMALS

# Looks that are asked about, in all; shoots, and looks of a shoot, are spread evenly.
_ASKED = 96


def leave_shoots_out(
    index: SearchIndex, brand_id: int, shoots: Sequence[NDArray[np.intp]], background: float
) -> SelfTest | None:
    """The self-test of a brand; ``shoots`` are its rows of the index, shoot by shoot.

    None with fewer than two shoots, which leave nothing to be recognised by, or no other brand.
    """
    brands = len(index.brand_ids)
    if len(shoots) < 2 or brands < 2:
        return None
    tested = [shoots[place] for place in even_places(len(shoots), _ASKED)]
    own = int(np.searchsorted(index.brand_ids, brand_id))
    most = _ASKED // len(tested)
    places = [_place(_score(index, shoot, most, background), own) for shoot in tested]
    ranks, firsts = zip(*places, strict=True)
    return SelfTest(len(tested), brands, float(np.mean(ranks)), float(np.mean(firsts)), 1 / brands)


def is_recognised(test: SelfTest) -> bool:
    """Whether the mean rank beats guessing by more than the standard error of guessing.

    Who comes first less often than by guessing is not recognised, whatever the mean rank.
    """
    guessed = (test.brands + 1) / 2
    error = sqrt((test.brands**2 - 1) / 12 / test.shoots)
    return test.mean_rank < guessed - error and test.first >= test.chance


def _score(index: SearchIndex, shoot: NDArray[np.intp], most: int, background: float) -> Floats:
    """All brands' scores (B,) for a shoot that is left out: the mean over its looks."""
    asked = shoot[even_places(len(shoot), most)]
    each = zip(asked.tolist(), index.each_row_scores(asked), strict=True)
    scores = [_brand_scores(index, shoot, row, alike, background) for row, alike in each]
    return np.asarray(np.mean(scores, axis=0), np.float32)


def _brand_scores(
    index: SearchIndex, left_out: NDArray[np.intp], row: int, scores: Floats, background: float
) -> Floats:
    scores[index.copies_of(row)] = -np.inf
    scores[left_out] = -np.inf
    return shrink(*top_sums(scores, best_looks(index, scores)), background)


def _place(scores: Floats, own: int) -> tuple[float, float]:
    """The rank of a brand among all, and whether it is the first; ties are shared out."""
    rounded = scores.round(SCORE_DECIMALS)
    better = int((rounded > rounded[own]).sum())
    equal = int((rounded == rounded[own]).sum())
    return better + (equal + 1) / 2, 0.0 if better else 1 / equal
