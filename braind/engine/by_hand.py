"""What people decide by hand: about looks, and about what is to be thrown away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from braind.domain import Brand, Edit
from braind.engine.holdings import Holdings
from braind.store import InTrash


class HandCalls(Holdings):
    """The part of an engine that keeps decisions; models never overrule them."""

    def edits(self, look_ids: Iterable[int]) -> dict[int, Edit]:
        """What was decided about looks, by look id; an empty edit where nothing was."""
        wanted = list(look_ids)
        return dict.fromkeys(wanted, Edit()) | self.library.edits(wanted)

    def edit_looks(self, edits: Mapping[int, Edit]) -> None:
        """Decide about looks, by look id; each edit takes the place of an earlier one.

        Giving back what ``edits`` told before takes the change back.
        """
        self.library.edit_looks(edits)
        self.refresh()

    def discard(self, brand: str) -> Brand:
        """Put a brand into the trash, from where ``restore`` takes it for 30 days."""
        found = self.library.brand(brand)
        self.library.discard_brand(found.id)
        self.refresh()
        return found

    def restore(self, brand_id: int) -> Brand:
        """Take a brand out of the trash. ``StoreError``: ``brand_not_found``, ``name_taken``."""
        restored = self.library.restore_brand(brand_id)
        self.refresh()
        return restored

    def restore_looks(self) -> None:
        """Take all looks out of the trash that were put there one by one."""
        self.library.restore_looks()
        self.refresh()

    def removed_brands(self) -> list[Brand]:
        """The brands in the trash, by name, for ``restore``."""
        return self.library.removed_brands()

    def trash(self) -> InTrash:
        """How much lies in the trash."""
        return self.library.trash()

    def empty_trash(self) -> InTrash:
        """Forget for good what lies in the trash; returns what that was."""
        return self.library.empty_trash()
