"""Photo → brands: ranked by score, with levels and reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from braind.domain import Brand, BrandMatch, Floats, Level, Look
from braind.looktable import LookTable
from braind.search.brandscores import best_looks, shrink, top_sums
from braind.search.evidence import LookPair, best_first, distinct_pairs, explain
from braind.search.index import SearchIndex
from braind.search.levels import SCORE_DECIMALS, Levels

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Ranking:
    """Brands by similarity, best first, and the levels that they were judged by.

    ``matches`` are at or above the library's background; ``nearest`` are the best three below it,
    to be shown only when asked for. Ranks count through both.
    """

    matches: tuple[BrandMatch, ...]
    nearest: tuple[BrandMatch, ...]
    levels: Levels


@dataclass(frozen=True, slots=True)
class _Hits:
    """One query's best looks of each brand: rows and scores (B, K), and brand scores (B,)."""

    rows: NDArray[np.intp]
    scores: Floats
    brand_scores: Floats


def rank_brands(
    index: SearchIndex,
    brands: Iterable[Brand],
    queries: Sequence[Look],
    levels: Levels,
    top: int = 10,
) -> Ranking:
    """Rank ``brands`` by how alike their looks are to the query looks (mean over the queries).

    A query that is itself in the library (its id is not 0) is not compared with itself. Brands
    without looks are left out, as are queries of which nothing weighted is known. Equal scores
    are ordered by the brands' names.
    """
    asked = _comparable(index, queries)
    if not len(asked) or not len(index):
        return Ranking((), (), levels)
    hits = [
        _hits(index, scores, look_id, levels)
        for scores, look_id in zip(index.each_look_scores(asked), asked.look_ids, strict=True)
    ]
    scores = _mean_of_finite(np.array([hit.brand_scores for hit in hits]))
    numbers = {int(brand_id): number for number, brand_id in enumerate(index.brand_ids)}
    scored = [(brand, float(scores[numbers[brand.id]])) for brand in brands if brand.id in numbers]

    def build(brand: Brand, score: float) -> BrandMatch:
        pairs = distinct_pairs(index, _pairs(hits, numbers[brand.id]), asked, one_to_one=False)
        return explain(index, asked, pairs, brand, score, levels)

    return arrange(scored, levels, top, build)


def arrange(
    scored: Iterable[tuple[Brand, float]],
    levels: Levels,
    top: int,
    build: Callable[[Brand, float], BrandMatch],
) -> Ranking:
    """The ranking of brands by score; only brands that are listed are built.

    Scores that are not finite are left out; equal ones are ordered by name, then id.
    """
    rounded = [(brand, round(s, SCORE_DECIMALS)) for brand, s in scored if np.isfinite(s)]
    rounded.sort(key=lambda pair: (-pair[1], pair[0].name, pair[0].id))
    listed = [pair for pair in rounded if levels.level_of(pair[1]) is not Level.NO_MATCH]
    below = rounded[len(listed) : len(listed) + _NEAREST]
    return Ranking(
        tuple(replace(build(*pair), rank=rank) for rank, pair in enumerate(listed[:top], 1)),
        tuple(replace(build(*pair), rank=rank) for rank, pair in enumerate(below, 1 + len(listed))),
        levels,
    )


def _comparable(index: SearchIndex, queries: Sequence[Look]) -> LookTable:
    table = LookTable.of(queries)
    says_something = index.unit_vectors(table).any(axis=1)
    return table.take(np.flatnonzero(says_something))


def _hits(index: SearchIndex, scores: Floats, look_id: int, levels: Levels) -> _Hits:
    if look_id:
        scores[index.table.look_ids == look_id] = -np.inf
    rows = best_looks(index, scores)
    return _Hits(rows, scores[rows], shrink(*top_sums(scores, rows), levels.background))


def _mean_of_finite(scores: Floats) -> Floats:
    """Mean over queries (Q, B) -> (B,); minus infinity for brands that no query scored."""
    finite = np.isfinite(scores)
    counts = finite.sum(axis=0)
    sums = np.where(finite, scores, 0).sum(axis=0)
    return np.where(counts > 0, sums / np.maximum(counts, 1), -np.inf).astype(np.float32)


def _pairs(hits: Sequence[_Hits], brand_number: int) -> Iterator[LookPair]:
    rows = np.array([hit.rows[brand_number] for hit in hits])
    scores = np.array([hit.scores[brand_number] for hit in hits])
    queries, places = np.nonzero(rows >= 0)
    return best_first(queries, rows[queries, places], scores[queries, places])
