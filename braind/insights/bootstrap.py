"""How far a profile would move if other shoots had been photographed.

Percentile bootstrap (Efron 1979) over shoots: looks of one shoot share place, day and stylist, so
resampling looks would promise far too much. The draws are fixed, and so are the answers.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from braind.domain import Brand, Floats
from braind.insights.kinds import Interval, Neighbour
from braind.insights.shoots import even_places
from braind.profiles import Shoots, cohesion_of
from braind.search import SearchIndex
from braind.search.affinity import affinities, brand_voices, voices_of
from braind.search.levels import SCORE_DECIMALS
from braind.vocabulary import STYLES

RESAMPLES = 1000
_SEED = 20
# Resamples in which brands are compared, which takes longer, and the brands that have a chance.
_COMPARED, _CANDIDATES = 200, 8
_NEAREST = 3
_SPEAKERS = 48
_PERCENTILES = (2.5, 97.5)
# Two shoots have one pair: what other shoots would do to it cannot be seen.
_FEWEST_SHOOTS = 3
ANYTHING = Interval(0.0, 1.0)


def draw_shoots(shoots: int, resamples: int = RESAMPLES) -> NDArray[np.int64]:
    """How often each shoot is drawn in each resample: int64 (R, S), rows sum to S."""
    chances = np.full(shoots, 1 / shoots)
    return np.random.default_rng(_SEED).multinomial(shoots, chances, size=resamples)


def style_intervals(shoot_styles: Floats) -> tuple[Interval, ...]:
    """Where the mean styles may lie: each shoot's mean styles (S, 7) -> one interval a style.

    Anything is possible as long as there is one shoot.
    """
    count = len(shoot_styles)
    if count < 2:
        return (ANYTHING,) * len(STYLES)
    means: NDArray[np.float64] = draw_shoots(count) @ shoot_styles.astype(np.float64) / count
    return tuple(_interval(column) for column in means.T)


def cohesion_interval(shoot_vectors: Floats, background: float | None) -> Interval:
    """Where the cohesion may lie: each shoot's mean look vector (S, D) -> interval.

    A shoot that is drawn twice is not compared with itself, which would pass for cohesion. Below
    three shoots anything is possible.
    """
    count = len(shoot_vectors)
    if count < _FEWEST_SHOOTS:
        return ANYTHING
    cosines = shoot_vectors.astype(np.float64) @ shoot_vectors.T
    np.fill_diagonal(cosines, 0)
    drawn = draw_shoots(count)
    pairs = count**2 - np.square(drawn).sum(axis=1)
    sums = np.einsum("rs,rs->r", drawn @ cosines, drawn)
    return _interval(cohesion_of(sums[pairs > 0] / pairs[pairs > 0], background))


def steady_neighbours(
    index: SearchIndex,
    brands: Sequence[Brand],
    brand_id: int,
    rows: NDArray[np.intp],
    shoots: Shoots,
) -> tuple[Neighbour, ...]:
    """The other brands by the share of resamples in which they are among the nearest three.

    ``rows`` are the brand's rows of the index and ``shoots`` theirs. A resample is compared
    through the different shoots in it. Only the eight brands that are nearest to the whole brand
    are compared with: others have no chance.
    """
    others = [brand for brand in brands if brand.id != brand_id and brand.id in index.brand_ids]
    if not others or not len(rows):
        return ()
    spoken, groups = _speakers(rows, shoots)
    rivals = _likely(index, sorted(others, key=lambda brand: (brand.name, brand.id)), spoken)
    drawn = draw_shoots(len(groups), _COMPARED)
    resamples = voices_of(index, (spoken[times[groups.numbers] > 0] for times in drawn))
    alike = affinities(resamples, brand_voices(index, [brand.id for brand in rivals]))
    shares = np.bincount(_nearest(alike, _NEAREST).ravel(), minlength=len(rivals)) / _COMPARED
    neighbours = [Neighbour(b, float(s)) for b, s in zip(rivals, shares, strict=True) if s > 0]
    return tuple(sorted(neighbours, key=lambda neighbour: -neighbour.share))


def _likely(index: SearchIndex, others: Sequence[Brand], spoken: NDArray[np.intp]) -> list[Brand]:
    """The brands that are nearest to the whole of a brand, in the order in which they came."""
    voices = brand_voices(index, [brand.id for brand in others])
    alike = affinities(voices_of(index, [spoken]), voices)
    return [others[place] for place in np.sort(_nearest(alike, _CANDIDATES)[0])]


def _nearest(alike: NDArray[np.float64], most: int) -> NDArray[np.intp]:
    """Where in each row the largest values are, largest first; equal ones in their order."""
    return np.argsort(-alike.round(SCORE_DECIMALS), axis=1, kind="stable")[:, :most]


def _speakers(rows: NDArray[np.intp], shoots: Shoots) -> tuple[NDArray[np.intp], Shoots]:
    """Some 48 of the rows, each shoot's equally many and spread over it, and their shoots."""
    each = max(1, _SPEAKERS // len(shoots))
    members = (np.flatnonzero(shoots.numbers == number) for number in range(len(shoots)))
    places = np.sort(np.concatenate([own[even_places(len(own), each)] for own in members]))
    return rows[places], Shoots.of(shoots.numbers[places].tolist())


def _interval(values: NDArray[np.float64]) -> Interval:
    low, high = np.percentile(values, _PERCENTILES)
    return Interval(float(low), float(high))
