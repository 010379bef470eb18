"""Brand → competitors: how alike two brands are as wholes.

``affinity(A, B)`` is the mean of three terms, each of them 1 for brands of equal looks:

- mutual best looks: the mean over A's looks of their best cosine in B, and the same from B to A;
- centres: the cosine of the two brands' mean looks;
- habits: how much of their styles and answers the two have in common (intersection of histograms,
  Swain and Ballard 1991).

Decision: it depends on these two brands and on nothing else, so brands that come and go never
change a score or an order. The library's background is therefore subtracted where a
score is judged and shown (``Levels``, ``closeness``), not inside it: ``background`` is the median
affinity of two brands, ``within`` the median affinity of the two halves of one brand.

Decision: every brand speaks through at most 48 different looks. A best match among many looks is
better by chance alone, so this also keeps big brands from being everybody's neighbour. Which ones
is drawn by tickets that hang on the look ids alone: a look that comes or goes changes one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from braind.domain import Brand, BrandMatch
from braind.search.evidence import best_first, distinct_pairs, explain
from braind.search.habits import habits
from braind.search.index import SearchIndex
from braind.search.levels import UNCALIBRATED, Levels
from braind.search.photos import first_looks
from braind.search.ranking import Ranking, arrange

Doubles = NDArray[np.float64]

_SPEAKERS = 48
# Looks that are drawn, so that 48 different ones remain when some are there twice.
_DRAWN = 72
# Brands that set the levels: 780 pairs are plenty for a median.
_JUDGES = 40


@dataclass(frozen=True, slots=True)
class Voices:
    """What brands, or groups of looks, bring into a comparison: G groups, N rows in all.

    ``rows`` intp (N,) are rows of the index, and those of group g begin at ``starts[g]``;
    ``vectors`` (N, D) are their look vectors of length 1, ``centres`` (G, D) the directions of
    the groups' mean looks, ``habits`` (G, C) see ``habits.habits``.
    """

    rows: NDArray[np.intp]
    starts: NDArray[np.intp]
    vectors: Doubles
    centres: Doubles
    habits: Doubles

    @property
    def groups(self) -> list[NDArray[np.intp]]:
        """The rows of each group."""
        return np.split(self.rows, self.starts[1:])


def similar_brands(
    index: SearchIndex,
    brands: Iterable[Brand],
    brand_id: int,
    top: int = 5,
    levels: Levels | None = None,
) -> Ranking:
    """Rank the other ``brands`` by how alike they are to one brand, with one-to-one look pairs.

    ``levels`` judge the scores in place of the index's own (``brand_levels``). Empty when the
    brand has no looks.
    """
    rivals = [brand for brand in brands if brand.id in index.brand_ids and brand.id != brand_id]
    if brand_id not in index.brand_ids or not rivals:
        return Ranking((), (), levels or UNCALIBRATED)
    ours, theirs = brand_voices(index, [brand_id]), brand_voices(index, [b.id for b in rivals])
    judged, our_vectors = levels or brand_levels(index), index.row_vectors(ours.rows)
    speakers = {brand.id: rows for brand, rows in zip(rivals, theirs.groups, strict=True)}

    def build(brand: Brand, score: float) -> BrandMatch:
        theirs_of = speakers[brand.id]
        # A matrix product would wake the threads of BLAS for so little.
        cosines = np.einsum("id,jd->ij", our_vectors, index.row_vectors(theirs_of))
        queries, rows = np.meshgrid(ours.rows, theirs_of, indexing="ij")
        pairs = best_first(queries.ravel(), rows.ravel(), cosines.ravel())
        shown = distinct_pairs(index, pairs, index.table, one_to_one=True)
        return explain(index, index.table, shown, brand, score, judged)

    return arrange(
        zip(rivals, affinities(ours, theirs)[0].tolist(), strict=True), judged, top, build
    )


def brand_voices(index: SearchIndex, brand_ids: Iterable[int]) -> Voices:
    """The voices of brands, each of which has looks."""
    return voices_of(index, [index.rows_of(number) for number in brand_ids])


def voices_of(index: SearchIndex, groups: Iterable[NDArray[np.intp]]) -> Voices:
    """The voices of groups of looks, at least one look each, through at most 48 looks each."""
    return _voices(index, [_speakers(index, rows) for rows in groups])


def affinities(a: Voices, b: Voices) -> Doubles:
    """How alike every group of a is to every group of b: (A, B), each -1..1."""
    # In float64, so that the order of summing never shows in SCORE_DECIMALS.
    cosines = a.vectors @ b.vectors.T
    forth = np.maximum.reduceat(cosines, b.starts, axis=1)
    back = np.maximum.reduceat(cosines, a.starts, axis=0)
    best = (_group_means(forth, a) + _group_means(back.T, b).T) / 2
    common = np.array([np.minimum(mine, b.habits).sum(axis=1) for mine in a.habits])
    return np.asarray((best + a.centres @ b.centres.T + common) / 3)


def brand_levels(index: SearchIndex) -> Levels:
    """How alike two brands, and two halves of a brand, are as a rule."""
    judges = index.brand_ids[np.argsort(_tickets(index.brand_ids), kind="stable")][:_JUDGES]
    if len(judges) < 2:
        return UNCALIBRATED
    voices = brand_voices(index, judges.tolist())
    pairs = affinities(voices, voices)[np.triu_indices(len(judges), k=1)]
    split = [rows for rows in voices.groups if len(rows) > 1]
    within = None
    if split:
        halves = (_voices(index, [rows[half::2] for rows in split]) for half in (0, 1))
        within = float(np.median(affinities(*halves).diagonal()))
    return Levels.between(float(np.median(pairs)), within)


def _speakers(index: SearchIndex, rows: NDArray[np.intp]) -> NDArray[np.intp]:
    drawn = rows[np.argsort(_tickets(index.table.look_ids[rows]), kind="stable")][:_DRAWN]
    return drawn[first_looks(index.words, index.table, drawn)][:_SPEAKERS]


def _voices(index: SearchIndex, groups: Sequence[NDArray[np.intp]]) -> Voices:
    rows = np.concatenate(groups)
    starts = np.cumsum([0, *(len(group) for group in groups[:-1])])
    vectors = index.row_vectors(rows).astype(np.float64)
    centres = np.add.reduceat(vectors, starts, axis=0)
    lengths = np.linalg.norm(centres, axis=1, keepdims=True)
    table = index.table
    worn = [habits(table.styles[g], table.answers[g], index.weights) for g in groups]
    return Voices(
        rows, starts, vectors, centres / np.where(lengths > 0, lengths, 1), np.array(worn)
    )


def _group_means(values: Doubles, voices: Voices) -> Doubles:
    """Means over the rows of each group: (N, K) -> (G, K)."""
    sizes = np.diff(voices.starts, append=len(voices.rows))
    return np.asarray(np.add.reduceat(values, voices.starts, axis=0) / sizes[:, None])


def _tickets(ids: NDArray[np.integer]) -> NDArray[np.uint64]:
    """Numbers that look random and hang on nothing but the ids (the mixing of splitmix64)."""
    mixed = ids.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))
