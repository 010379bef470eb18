"""How a brand moved season over season, and who was nearest in each. Pure."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from braind.domain import Brand, Floats
from braind.insights.differences import strength_of
from braind.insights.kinds import Difference, DriftStep, Trait
from braind.insights.seasons import LookbookSeason, season_of
from braind.search import SearchIndex
from braind.search.affinity import affinities, brand_voices, voices_of
from braind.search.levels import SCORE_DECIMALS
from braind.search.photos import first_looks
from braind.vocabulary import STYLES

_NEAREST = 3
# How much style scores vary inside a season of a brand as a rule, and gaps not worth telling.
_DEVIATION, _LEAST_GAP = 0.25, 0.1


def seasons_of(names: Mapping[int, str]) -> dict[int, LookbookSeason]:
    """The seasons of the lookbooks (id to name) whose names tell one."""
    found = {lookbook: season_of(name) for lookbook, name in names.items()}
    return {lookbook: season for lookbook, season in found.items() if season is not None}


def drift_steps(
    index: SearchIndex,
    brands: Iterable[Brand],
    brand_id: int,
    seasons: Mapping[int, LookbookSeason],
) -> tuple[DriftStep, ...]:
    """The seasons of a brand, oldest first; ``seasons`` gives that of each look, by look id.

    Looks without a season are left out, and copies of one photo inside a season count once. The
    other brands are compared as wholes, whatever season their looks are of.
    """
    groups = _rows_by_season(index, brand_id, seasons)
    if not groups:
        return ()
    rivals = [brand for brand in brands if brand.id in index.brand_ids and brand.id != brand_id]
    nearest = _nearest(index, list(groups.values()), rivals)
    centres = [mean_look(index, rows) for rows in groups.values()]
    moved = [0.0, *(distance(before, after) for before, after in pairwise(centres))]
    return tuple(
        DriftStep(str(season), len(rows), index.table.styles[rows].mean(axis=0), far, near)
        for (season, rows), far, near in zip(groups.items(), moved, nearest, strict=True)
    )


def changed_styles(before: DriftStep, after: DriftStep) -> tuple[Difference, ...]:
    """The styles that moved from one season (``theirs``) to a later one (``ours``), most first."""
    sizes = before.looks, after.looks
    error = math.sqrt(sum(1 / size for size in sizes))
    found = []
    for style, now, then in zip(STYLES, after.styles, before.styles, strict=True):
        effect = float(now - then) / _DEVIATION
        strength = strength_of(effect, error, min(sizes))
        if strength and abs(now - then) >= _LEAST_GAP:
            found.append(Difference(Trait(style.value), float(now), float(then), effect, strength))
    return tuple(sorted(found, key=lambda difference: -abs(difference.effect)))


def mean_look(index: SearchIndex, rows: NDArray[np.intp]) -> Floats:
    """The mean of some looks' vectors of length 1: float32 (D,); zeros for no looks."""
    vectors = index.row_vectors(rows)
    return np.asarray(vectors.sum(axis=0) / max(1, len(rows)), np.float32)


def distance(a: Floats, b: Floats) -> float:
    """Cosine distance 0..2 of two vectors (D,); 0 when either is zero."""
    lengths = float(np.linalg.norm(a)) * float(np.linalg.norm(b))
    return max(0.0, 1 - float(a @ b) / lengths) if lengths > 0 else 0.0


def _rows_by_season(
    index: SearchIndex, brand_id: int, seasons: Mapping[int, LookbookSeason]
) -> dict[LookbookSeason, NDArray[np.intp]]:
    """The rows of different looks of each season, in the order of time."""
    found: dict[LookbookSeason, list[int]] = defaultdict(list)
    for row in index.rows_of(brand_id):
        season = seasons.get(int(index.table.look_ids[row]))
        if season is not None:
            found[season].append(int(row))
    ordered = {season: np.array(found[season]) for season in sorted(found, key=_place)}
    return {
        season: rows[first_looks(index.words, index.table, rows)]
        for season, rows in ordered.items()
    }


def _place(season: LookbookSeason) -> tuple[int, int]:
    return season.place


def _nearest(
    index: SearchIndex, groups: Sequence[NDArray[np.intp]], rivals: Sequence[Brand]
) -> list[tuple[Brand, ...]]:
    """The three brands that are most like each group of looks."""
    if not rivals:
        return [()] * len(groups)
    voices = brand_voices(index, [brand.id for brand in rivals])
    scores = affinities(voices_of(index, groups), voices).round(SCORE_DECIMALS)
    return [_best(row.tolist(), rivals) for row in scores]


def _best(scores: Sequence[float], rivals: Sequence[Brand]) -> tuple[Brand, ...]:
    ranked = sorted(
        zip(scores, rivals, strict=True), key=lambda pair: (-pair[0], pair[1].name, pair[1].id)
    )
    return tuple(brand for _, brand in ranked[:_NEAREST])
