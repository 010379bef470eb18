"""Brands and lookbooks."""

from __future__ import annotations

from braind.domain import Brand, Lookbook
from braind.errors import StoreError
from braind.store.names import clean_name, name_key
from braind.store.origins import Origins
from braind.store.session import Row

# A look that was analysed under several recipes is one look to people.
_BRANDS = """
SELECT id, name, is_mine, is_well_known,
    (SELECT COUNT(*) FROM (
        SELECT DISTINCT photo_hash, page, person FROM counted_looks
        WHERE brand_id = brands.id)) AS looks
FROM brands
"""
_LOOKBOOKS = """
SELECT id, brand_id, name,
    (SELECT COUNT(*) FROM (
        SELECT DISTINCT photo_hash, page, person FROM counted_looks
        WHERE lookbook_id = lookbooks.id)) AS looks
FROM lookbooks WHERE brand_id = :brand_id
"""


class Brands(Origins):
    """The part of a library that knows whose looks they are."""

    def brands(self) -> list[Brand]:
        """All brands with their numbers of looks, by name."""
        return [
            _brand(row) for row in self._rows(f"{_BRANDS} WHERE removed_at IS NULL ORDER BY key")
        ]

    def removed_brands(self) -> list[Brand]:
        """The brands in the trash, by name."""
        where = "WHERE removed_at IS NOT NULL ORDER BY name"
        return [_brand(row) for row in self._rows(f"{_BRANDS} {where}")]

    def brand(self, name: str) -> Brand:
        """The brand of this name, in any case and Hangul composition.

        Raises ``StoreError`` (``brand_not_found``).
        """
        rows = self._rows(f"{_BRANDS} WHERE key = :key", key=name_key(name))
        if not rows:
            raise _no_brand(name)
        return _brand(rows[0])

    def add_brand(self, name: str) -> Brand:
        """The brand of this name, made if there is none; the first spelling stays."""
        self._write(
            "INSERT INTO brands (name, key) VALUES (:name, :key) ON CONFLICT DO NOTHING",
            name=clean_name(name),
            key=name_key(name),
        )
        return self.brand(name)

    def rename_brand(self, brand_id: int, new: str) -> Brand:
        """Give a brand another name. ``StoreError``: ``name_taken``, ``brand_not_found``."""
        self._change(
            "UPDATE brands SET name = :name, key = :key WHERE id = :brand_id",
            brand_id,
            name=clean_name(new),
            key=name_key(new),
        )
        return self.brand(new)

    def remove_brand(self, brand_id: int) -> None:
        """Forget a brand with its lookbooks, looks, thumbnails, excluded photos and packs."""
        with self.transaction():
            self._change("DELETE FROM brands WHERE id = :brand_id", brand_id)
            self._forget_unused_packs()

    def mark(
        self, brand_id: int, *, is_mine: bool | None = None, is_well_known: bool | None = None
    ) -> None:
        """Set the marks that are given, leave the others. ``StoreError``: ``brand_not_found``."""
        self._change(
            """UPDATE brands SET is_mine = COALESCE(:is_mine, is_mine),
                is_well_known = COALESCE(:is_well_known, is_well_known) WHERE id = :brand_id""",
            brand_id,
            is_mine=is_mine,
            is_well_known=is_well_known,
        )

    def lookbooks(self, brand_id: int) -> list[Lookbook]:
        """A brand's lookbooks with their numbers of looks, by name."""
        rows = self._rows(f"{_LOOKBOOKS} ORDER BY key", brand_id=brand_id)
        return [Lookbook(**row) for row in rows]

    def add_lookbook(self, brand_id: int, name: str) -> Lookbook:
        """The brand's lookbook of this name, made if there is none.

        Raises ``StoreError`` (``brand_not_found``).
        """
        key = name_key(name)
        self._write(
            """INSERT INTO lookbooks (brand_id, name, key) VALUES (:brand_id, :name, :key)
            ON CONFLICT (brand_id, key) DO NOTHING""",
            brand_id=brand_id,
            name=clean_name(name),
            key=key,
        )
        return Lookbook(**self._rows(f"{_LOOKBOOKS} AND key = :key", brand_id=brand_id, key=key)[0])

    def lookbook_look_ids(self, name: str) -> list[int]:
        """Ids of the looks in the lookbooks of this name, whichever brands they are of.

        Raises ``StoreError`` (``lookbook_not_found``) when no brand has such a lookbook.
        """
        rows = self._rows(
            """SELECT looks.id AS id FROM lookbooks
            LEFT JOIN looks ON lookbook_id = lookbooks.id WHERE key = :key ORDER BY looks.id""",
            key=name_key(name),
        )
        if not rows:
            raise StoreError(
                "lookbook_not_found",
                f"No brand of the library has a lookbook “{name}”.",
                "Lookbooks are named when photos are imported.",
                lookbook=name,
            )
        return [row["id"] for row in rows if row["id"] is not None]

    def _change(self, sql: str, brand_id: int, **values: object) -> None:
        if not self._write(sql, brand_id=brand_id, **values):
            raise _no_brand(str(brand_id))


def _brand(row: Row) -> Brand:
    return Brand(
        id=row["id"],
        name=row["name"],
        looks=row["looks"],
        is_mine=bool(row["is_mine"]),
        is_well_known=bool(row["is_well_known"]),
    )


def _no_brand(brand: str) -> StoreError:
    return StoreError(
        "brand_not_found",
        f"The library has no brand “{brand}”.",
        "List the brands to see their names.",
        brand=brand,
    )
