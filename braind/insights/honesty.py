"""A brand's profile, and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from braind.domain import Brand, Look, StyleProfile
from braind.insights.bootstrap import cohesion_interval, steady_neighbours, style_intervals
from braind.insights.kinds import Doubt, HonestProfile, SelfTest
from braind.insights.selftest import is_recognised, leave_shoots_out
from braind.insights.shoots import group_shoots
from braind.profiles import Shoots, build_profile
from braind.search import SearchIndex
from braind.search.photos import first_looks

FEWEST_LOOKS = 8


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """A brand's different looks, oldest first, with their shoots and their rows of the index."""

    brand_id: int
    looks: list[Look]
    shoots: Shoots
    rows: NDArray[np.intp]

    @classmethod
    def of(cls, index: SearchIndex, brand_id: int, looks: Sequence[Look]) -> Wardrobe:
        """From the brand's looks; those that the index does not have are left out."""
        rows = {int(index.table.look_ids[row]): row for row in index.rows_of(brand_id)}
        known = sorted((look for look in looks if look.id in rows), key=lambda look: look.id)
        own = np.array([rows[look.id] for look in known], np.intp)
        kept = np.flatnonzero(first_looks(index.words, index.table, own))
        return cls(
            brand_id,
            [known[place] for place in kept],
            Shoots.of(group_shoots(known, index.words)[kept].tolist()),
            own[kept],
        )

    def profile(self, index: SearchIndex, recipe: str, background: float | None) -> StyleProfile:
        """What the looks have in common, every shoot counting the same."""
        shoots = self.shoots.numbers.tolist()
        vectors = index.row_vectors(self.rows)
        return build_profile(self.brand_id, self.looks, vectors, recipe, background, shoots)

    def rows_by_shoot(self) -> list[NDArray[np.intp]]:
        """The rows of each shoot."""
        return [self.rows[self.shoots.numbers == number] for number in range(len(self.shoots))]


def honest_profile(
    index: SearchIndex,
    brands: Sequence[Brand],
    wardrobe: Wardrobe,
    recipe: str,
    background: float | None,
) -> HonestProfile:
    """The profile of a brand, its intervals, its steadiest neighbours, and what speaks against it.

    ``background`` is the library's, None with one brand. Copies of a photo count once, in
    ``profile.count`` as well.
    """
    shoots, by_shoot = wardrobe.shoots, wardrobe.rows_by_shoot()
    profile = wardrobe.profile(index, recipe, background)
    table = index.table.take(wardrobe.rows)
    test = None
    if background is not None:
        test = leave_shoots_out(index, wardrobe.brand_id, by_shoot, background)
    return HonestProfile(
        profile,
        len(shoots),
        style_intervals(shoots.means_of(table.styles)),
        cohesion_interval(shoots.means_of(index.row_vectors(wardrobe.rows)), background),
        steady_neighbours(index, brands, wardrobe.brand_id, wardrobe.rows, shoots),
        test,
        tuple(_doubts(profile.count, len(shoots), len(index.brand_ids), test)),
    )


def _doubts(looks: int, shoots: int, brands: int, test: SelfTest | None) -> Iterator[Doubt]:
    if looks < FEWEST_LOOKS:
        yield Doubt.FEW_LOOKS
    if shoots == 1:
        yield Doubt.ONE_SHOOT
    if brands < 2:
        yield Doubt.NO_OTHER_BRAND
    if test is not None and not is_recognised(test):
        yield Doubt.NOT_RECOGNISED
