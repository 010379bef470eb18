"""Questions about a brand and its rivals: what differs, what is too alike, what would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from braind.domain import Brand, Look
from braind.engine.holdings import Holdings
from braind.errors import StoreError
from braind.insights.differences import compare_brands
from braind.insights.drift import drift_steps, seasons_of
from braind.insights.kinds import Differentiation, DriftStep, LookAlike, WhatIf
from braind.insights.lookalikes import look_alikes
from braind.insights.whatif import Scene, imagine
from braind.store.names import name_key
from braind.vocabulary import DEFAULT_WEIGHTS


class RivalCalls(Holdings):
    """The part of an engine that sets a brand against others. Runs no model.

    Every call raises ``StoreError`` (``brand_not_found`` and what is named), ``ModelError``.
    """

    def differences(self, brand: str, other: str) -> Differentiation:
        """What a brand shares with another brand and what sets it apart.

        Raises ``StoreError``: ``same_brand``, and ``brand_empty`` when one has no looks.
        """
        ours, theirs = self._with_looks(brand), self._with_looks(other)
        if ours.id == theirs.id:
            raise StoreError(
                "same_brand",
                f"“{ours.name}” cannot be compared with itself.",
                "Name two different brands.",
                brand=ours.name,
            )
        return compare_brands(self._compare().index, ours.id, theirs)

    def look_alikes(self, brand: str) -> tuple[LookAlike, ...]:
        """The brand's looks that other brands have nearly the same, common photos first."""
        found, comparison = self.library.brand(brand), self._compare()
        index, levels = comparison.weighted(DEFAULT_WEIGHTS)
        return look_alikes(index, comparison.brands, found, levels)

    def what_if(
        self,
        brand: str,
        drop: Iterable[int] = (),
        add: Iterable[int] = (),
        *,
        drop_lookbooks: Iterable[str] = (),
        add_lookbooks: Iterable[tuple[str, str]] = (),
    ) -> WhatIf:
        """Profile and neighbours of a brand without some of its looks, or with others' as well.

        Looks are given by id or by lookbook: the brand's own by name, others as (brand, lookbook).
        The library is not touched. Raises ``StoreError``: ``look_not_found``,
        ``look_of_other_brand``, ``lookbook_not_found``, and ``brand_empty`` when nothing is left.
        """
        found, comparison = self.library.brand(brand), self._compare()
        looks = self.library.looks(found.id, recipe=self.recipe)
        dropped = self._looks_to_drop(found, drop, drop_lookbooks)
        added = self._known_looks(add)
        for owner, name in add_lookbooks:
            added += self._looks_of_lookbook(self.library.brand(owner), name)
        if not added and dropped >= {look.id for look in looks}:
            raise _empty(found)
        scene = Scene(
            comparison.index,
            comparison.brands,
            self.recipe,
            comparison.background,
            comparison.brand_levels,
        )
        return imagine(scene, found.id, looks, dropped, added)

    def drift(self, brand: str) -> tuple[DriftStep, ...]:
        """How the brand moved season over season, oldest first.

        Seasons are read from the lookbooks' names; ``undated_looks`` tells what is left out.
        """
        found, comparison = self.library.brand(brand), self._compare()
        seasons = seasons_of(self._lookbook_names(found))
        looks = self.library.looks(found.id, recipe=self.recipe)
        dated = {k.id: seasons[k.lookbook_id] for k in looks if k.lookbook_id in seasons}
        return drift_steps(comparison.index, comparison.brands, found.id, dated)

    def undated_looks(self, brand: str) -> dict[str, int]:
        """How many looks ``drift`` leaves out, by lookbook; "" stands for no lookbook at all."""
        found = self.library.brand(brand)
        names = self._lookbook_names(found)
        seasons = seasons_of(names)
        looks = self.library.looks(found.id, recipe=self.recipe)
        undated = (look.lookbook_id for look in looks if look.lookbook_id not in seasons)
        return {names.get(book, ""): count for book, count in sorted(Counter(undated).items())}

    def _lookbook_names(self, brand: Brand) -> dict[int, str]:
        return {book.id: book.name for book in self.library.lookbooks(brand.id)}

    def _with_looks(self, name: str) -> Brand:
        found = self.library.brand(name)
        if found.id not in self._compare().index.brand_ids:
            raise _empty(found)
        return found

    def _looks_to_drop(self, brand: Brand, ids: Iterable[int], books: Iterable[str]) -> set[int]:
        looks = self._known_looks(ids)
        for name in books:
            looks += self._looks_of_lookbook(brand, name)
        for look in looks:
            if look.brand_id != brand.id:
                raise StoreError(
                    "look_of_other_brand",
                    f"Look {look.id} is not one of “{brand.name}”.",
                    "Only the brand's own looks can be dropped.",
                    look_id=look.id,
                    brand=brand.name,
                )
        return {look.id for look in looks}

    def _known_looks(self, ids: Iterable[int]) -> list[Look]:
        wanted = list(dict.fromkeys(ids))
        looks = self.library.looks(ids=wanted, recipe=self.recipe)
        missing = [look_id for look_id in wanted if look_id not in {look.id for look in looks}]
        if missing:
            raise StoreError(
                "look_not_found",
                f"The library has no look {missing[0]} that the current models have read.",
                "It may have been removed: list the looks again.",
                look_id=missing[0],
            )
        return looks

    def _looks_of_lookbook(self, brand: Brand, name: str) -> list[Look]:
        for book in self.library.lookbooks(brand.id):
            if name_key(book.name) == name_key(name):
                return self.library.looks(brand.id, lookbook_id=book.id, recipe=self.recipe)
        raise StoreError(
            "lookbook_not_found",
            f"“{brand.name}” has no lookbook “{name}”.",
            "Check the spelling.",
            brand=brand.name,
            lookbook=name,
        )


def _empty(brand: Brand) -> StoreError:
    return StoreError(
        "brand_empty",
        f"There are no looks of “{brand.name}” to compare.",
        "Import photos of it, or drop fewer of its looks.",
        brand=brand.name,
    )
