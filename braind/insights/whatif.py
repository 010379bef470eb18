"""What-if: a brand with looks dropped or added, without touching the library. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from braind.domain import Brand, BrandMatch, Floats, Look, StyleProfile
from braind.insights.drift import distance, mean_look
from braind.insights.honesty import Wardrobe
from braind.insights.kinds import WhatIf
from braind.looktable import LookTable
from braind.search import Levels, SearchIndex, similar_brands

_NEIGHBOURS = 5


@dataclass(frozen=True, slots=True)
class Scene:
    """What stays the same while looks come and go.

    ``background`` and ``levels`` are those of the library as it is, so that before and after are
    judged by one measure.
    """

    index: SearchIndex
    brands: Sequence[Brand]
    recipe: str
    background: float | None
    levels: Levels


def imagine(
    scene: Scene, brand_id: int, looks: Sequence[Look], drop: Collection[int], add: Sequence[Look]
) -> WhatIf:
    """A brand before and after a change; ``looks`` are all of its looks.

    ``drop`` are ids of its looks; looks to ``add`` are in the library, and stay with their own
    brands as well. Looks that the brand has already are not added twice.
    """
    kept = [look for look in looks if look.id not in drop]
    there = {look.id for look in kept}
    fresh = {look.id: look for look in add if look.id not in there}
    after = [*kept, *(replace(look, brand_id=brand_id) for look in fresh.values())]
    table = _changed_table(scene.index.table, brand_id, drop, list(fresh))
    changed = SearchIndex(table, scene.index.words, scene.index.weights)
    return WhatIf(
        _profile(scene, scene.index, brand_id, looks),
        _profile(scene, changed, brand_id, after),
        _neighbours(scene, scene.index, brand_id),
        _neighbours(scene, changed, brand_id),
        distance(_centre(scene.index, brand_id), _centre(changed, brand_id)),
    )


def _changed_table(
    table: LookTable, brand_id: int, drop: Collection[int], fresh: Collection[int]
) -> LookTable:
    dropped = (table.brand_ids == brand_id) & np.isin(table.look_ids, list(drop))
    kept = np.flatnonzero(~dropped)
    added = np.flatnonzero(np.isin(table.look_ids, list(fresh)))
    changed = table.take(np.concatenate([kept, added]))
    brand_ids = changed.brand_ids.copy()
    brand_ids[len(kept) :] = brand_id
    return replace(changed, brand_ids=brand_ids)


def _profile(
    scene: Scene, index: SearchIndex, brand_id: int, looks: Sequence[Look]
) -> StyleProfile:
    wardrobe = Wardrobe.of(index, brand_id, looks)
    return wardrobe.profile(index, scene.recipe, scene.background)


def _neighbours(scene: Scene, index: SearchIndex, brand_id: int) -> tuple[BrandMatch, ...]:
    """The nearest brands, below the library's background as well."""
    ranking = similar_brands(index, scene.brands, brand_id, _NEIGHBOURS, scene.levels)
    return (ranking.matches + ranking.nearest)[:_NEIGHBOURS]


def _centre(index: SearchIndex, brand_id: int) -> Floats:
    return mean_look(index, index.rows_of(brand_id))
