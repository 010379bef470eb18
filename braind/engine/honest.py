"""Questions about one brand: how far its profile can be trusted, and what styles are in it."""

from __future__ import annotations

from collections.abc import Sequence

from braind.domain import Look, StyleProfile
from braind.engine.holdings import Holdings
from braind.insights.honesty import Wardrobe, honest_profile
from braind.insights.kinds import HonestProfile, SubStyle
from braind.insights.substyles import sub_styles


class HonestCalls(Holdings):
    """The part of an engine that tells what a brand is like, and doubts it. Runs no model.

    Every call raises ``StoreError`` (``brand_not_found``) and ``ModelError``.
    """

    def profile(self, brand: str) -> StyleProfile:
        """What the looks of a brand have in common: the profile in ``honest_profile``, sooner."""
        comparison = self._compare()
        wardrobe = self._wardrobe(brand)
        return wardrobe.profile(comparison.index, self.recipe, comparison.background)

    def honest_profile(self, brand: str) -> HonestProfile:
        """What the looks of a brand have in common, how far that can be trusted, and why not."""
        return self._honest(self._wardrobe(brand))

    def sub_styles(self, brand: str) -> tuple[SubStyle, ...]:
        """The styles inside a brand, largest first; none where its looks are of a piece."""
        return sub_styles(self._compare().index, self._wardrobe(brand).rows)

    def _honest(self, wardrobe: Wardrobe) -> HonestProfile:
        comparison = self._compare()
        return honest_profile(
            comparison.index, comparison.brands, wardrobe, self.recipe, comparison.background
        )

    def _wardrobe(self, name: str, looks: Sequence[Look] | None = None) -> Wardrobe:
        """The brand's different looks; ``looks`` are all of them, if they are at hand."""
        found = self.library.brand(name)
        if looks is None:
            looks = self.library.looks(found.id, recipe=self.recipe)
        return Wardrobe.of(self._compare().index, found.id, looks)
