"""Questions about one brand: how far its profile can be trusted, and what styles are in it."""

from __future__ import annotations

from braind.engine.holdings import Holdings
from braind.insights.honesty import Wardrobe, honest_profile
from braind.insights.kinds import HonestProfile, SubStyle
from braind.insights.substyles import sub_styles


class HonestCalls(Holdings):
    """The part of an engine that doubts its own profiles. Runs no model.

    Every call raises ``StoreError`` (``brand_not_found``) and ``ModelError``.
    """

    def honest_profile(self, brand: str) -> HonestProfile:
        """What the looks of a brand have in common, how far that can be trusted, and why not."""
        comparison = self._compare()
        return honest_profile(
            comparison.index,
            comparison.brands,
            self._wardrobe(brand),
            self.recipe,
            comparison.background,
        )

    def sub_styles(self, brand: str) -> tuple[SubStyle, ...]:
        """The styles inside a brand, largest first; none where its looks are of a piece."""
        return sub_styles(self._compare().index, self._wardrobe(brand).rows)

    def _wardrobe(self, name: str) -> Wardrobe:
        found = self.library.brand(name)
        looks = self.library.looks(found.id, recipe=self.recipe)
        return Wardrobe.of(self._compare().index, found.id, looks)
