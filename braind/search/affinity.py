"""Brand → competitors: how alike two brands are as wholes.

``affinity(A, B) = (mutual best looks + centroid cosine) / 2``: the mean over A's looks of their
best match in B, averaged with the same from B to A, and the cosine of the two brands' mean looks.
It is symmetric. The library's background is not subtracted from it but is the lower tick of its
levels, so that brands and photos are spoken of in one way: ``background`` is the median affinity
of two brands, ``within`` the median affinity of the two halves of one brand.

Decision: every brand speaks through at most 48 of its looks, spread evenly over it (fewer in
libraries of more than 125 brands). A best match among many looks is better by chance alone, so
this also keeps big brands from being everybody's neighbour.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from braind.domain import Brand, BrandMatch, Floats
from braind.search.evidence import LookPair, distinct_pairs, explain
from braind.search.index import SearchIndex
from braind.search.levels import UNCALIBRATED, Levels
from braind.search.photos import first_copies
from braind.search.ranking import Ranking, arrange
from braind.search.vectors import unit_rows

_MAX_SPEAKERS, _MIN_SPEAKERS = 48, 6
_ALL_SPEAKERS = 6000


def similar_brands(
    index: SearchIndex, brands: Iterable[Brand], brand_id: int, top: int = 5
) -> Ranking:
    """Rank the other ``brands`` by how alike they are to one brand, with one-to-one look pairs.

    Empty when the brand has no looks.
    """
    numbers = {int(known): number for number, known in enumerate(index.brand_ids)}
    if brand_id not in numbers:
        return Ranking((), (), UNCALIBRATED)
    speakers = _speakers(index)
    affinities = _affinities(index, speakers)
    levels = _brand_levels(index, speakers, affinities)
    row = affinities[numbers[brand_id]]
    rivals = (brand for brand in brands if brand.id in numbers and brand.id != brand_id)
    scored = [(brand, float(row[numbers[brand.id]])) for brand in rivals]

    def build(brand: Brand, score: float) -> BrandMatch:
        ours, theirs = speakers[numbers[brand_id]], speakers[numbers[brand.id]]
        pairs = distinct_pairs(_look_pairs(index, ours, theirs), index.table, index.table, True)
        return explain(index, index.table, pairs, brand, score, levels)

    return arrange(scored, levels, top, build)


def _speakers(index: SearchIndex) -> list[NDArray[np.intp]]:
    """The rows that each brand speaks through: different photos, spread evenly over the brand."""
    brands = max(1, len(index.brand_ids))
    most = int(np.clip(_ALL_SPEAKERS // brands, _MIN_SPEAKERS, _MAX_SPEAKERS))
    speakers = []
    for start, stop in pairwise(index.starts):
        rows = np.arange(start, stop)
        spread = rows[np.linspace(0, len(rows) - 1, min(most, len(rows))).round().astype(np.intp)]
        speakers.append(spread[first_copies(index.table.near_hashes[spread])])
    return speakers


def _affinities(index: SearchIndex, speakers: list[NDArray[np.intp]]) -> Floats:
    """All brands against all: float32 (B, B), symmetric, the diagonal without meaning."""
    vectors = index.row_vectors(np.concatenate(speakers))
    starts = np.cumsum([0, *(len(rows) for rows in speakers)])
    centroids = unit_rows(np.add.reduceat(vectors, starts[:-1], axis=0))
    best = np.stack(
        [
            np.maximum.reduceat(vectors[start:stop] @ vectors.T, starts[:-1], axis=1).mean(axis=0)
            for start, stop in pairwise(starts)
        ]
    )
    one_way = (best + centroids @ centroids.T) / 2
    return np.asarray((one_way + one_way.T) / 2, np.float32)


def _brand_levels(
    index: SearchIndex, speakers: list[NDArray[np.intp]], affinities: Floats
) -> Levels:
    pairs = affinities[np.triu_indices(len(affinities), k=1)]
    if not len(pairs):
        return UNCALIBRATED
    halves = [
        float(_affinities(index, [rows[::2], rows[1::2]])[0, 1])
        for rows in speakers
        if len(rows) > 1
    ]
    return Levels.between(float(np.median(pairs)), float(np.median(halves)) if halves else None)


def _look_pairs(
    index: SearchIndex, ours: NDArray[np.intp], theirs: NDArray[np.intp]
) -> list[LookPair]:
    cosines = index.row_vectors(ours) @ index.row_vectors(theirs).T
    return [
        LookPair(int(query), int(row), float(cosines[i, j]))
        for i, query in enumerate(ours)
        for j, row in enumerate(theirs)
    ]
