"""The trash: removed brands and looks that can still be brought back."""

from __future__ import annotations

from dataclasses import dataclass

from braind.domain import Brand
from braind.errors import StoreError
from braind.store.brands import Brands
from braind.store.names import name_key

KEPT_DAYS = 30
_OLD = "removed_at <= datetime('now', :age)"
_COUNTS = """
SELECT (SELECT COUNT(*) FROM brands WHERE removed_at IS NOT NULL) AS brands,
    (SELECT COUNT(*) FROM edits WHERE removed_at IS NOT NULL) AS looks
"""


@dataclass(frozen=True, slots=True)
class InTrash:
    """How much the trash holds: brands with all that is theirs, and looks of other brands."""

    brands: int
    looks: int


class Trash(Brands):
    """The part of a library that forgets late."""

    def discard_brand(self, brand_id: int) -> None:
        """Put a brand into the trash; its name is free from then on.

        Raises ``StoreError`` (``brand_not_found``).
        """
        # No key of a name begins with a space, so this one collides with none.
        self._change(
            """UPDATE brands SET removed_at = CURRENT_TIMESTAMP, key = ' ' || id || ' ' || key
            WHERE id = :brand_id AND removed_at IS NULL""",
            brand_id,
        )

    def restore_brand(self, brand_id: int) -> Brand:
        """Take a brand out of the trash.

        Raises ``StoreError``: ``name_taken`` when a new brand has its name, ``brand_not_found``.
        """
        name = self._value(
            "SELECT name FROM brands WHERE id = :brand_id AND removed_at IS NOT NULL",
            brand_id=brand_id,
        )
        if name is None:
            raise StoreError(
                "brand_not_found",
                "The brand is not in the trash any more.",
                "Import its photos again.",
                brand=str(brand_id),
            )
        self._change(
            "UPDATE brands SET removed_at = NULL, key = :key WHERE id = :brand_id",
            brand_id,
            key=name_key(name),
        )
        return self.brand(name)

    def restore_looks(self) -> None:
        """Take all looks out of the trash that were put there one by one."""
        self._write("UPDATE edits SET removed_at = NULL WHERE removed_at IS NOT NULL")

    def trash(self) -> InTrash:
        """How much the trash holds."""
        return InTrash(**self._rows(_COUNTS)[0])

    def empty_trash(self, days: int = 0) -> InTrash:
        """Forget for good what has been in the trash for this many days; what was there before."""
        before, age = self.trash(), f"-{days} days"
        with self.transaction():
            self._write(f"DELETE FROM brands WHERE {_OLD}", age=age)
            self._write(
                f"""DELETE FROM looks WHERE id IN (SELECT looks.id FROM edits
                JOIN looks USING (brand_id, photo_hash, page, person) WHERE edits.{_OLD})""",
                age=age,
            )
            self._write(f"DELETE FROM edits WHERE {_OLD}", age=age)
            self._forget_unused_packs()
        return before
