"""What other models have read: looks that wait for their photos to be read again."""

from __future__ import annotations

from dataclasses import dataclass

from braind.store.rows import unpack_path
from braind.store.session import Session

# Whether the brand's photo has been read under the recipe already, with or without a look.
_NOT_YET = """
NOT EXISTS (SELECT 1 FROM looks WHERE brand_id = old.brand_id
    AND photo_hash = old.photo_hash AND page = old.page AND recipe_id = :recipe_id)
AND NOT EXISTS (SELECT 1 FROM excluded_photos WHERE brand_id = old.brand_id
    AND photo_hash = old.photo_hash AND page = old.page AND recipe_id = :recipe_id)
"""
_COUNT = f"""
SELECT COUNT(*) FROM (
    SELECT DISTINCT brand_id, photo_hash, page, person FROM counted_looks AS old
    WHERE recipe_id IS NOT :recipe_id AND {_NOT_YET})
"""
_PHOTOS = f"""
SELECT brands.name AS brand, COALESCE(MAX(lookbooks.name), '') AS lookbook, photo_hash, page,
    MAX(path) AS path, MAX(is_partial) AS is_partial, MIN(from_pack) AS from_pack
FROM (
    SELECT brand_id, lookbook_id, photo_hash, page, path, reasons <> '[]' AS is_partial,
        pack_id IS NOT NULL AS from_pack, recipe_id, id FROM counted_looks
    UNION ALL
    SELECT brand_id, NULL, photo_hash, page, path, 0, 0, recipe_id, id FROM excluded_photos
    WHERE brand_id NOT IN (SELECT id FROM brands WHERE removed_at IS NOT NULL)
) AS old
JOIN brands ON brands.id = old.brand_id LEFT JOIN lookbooks ON lookbooks.id = lookbook_id
WHERE recipe_id IS NOT :recipe_id AND {_NOT_YET}
    AND (:brand_id IS NULL OR old.brand_id = :brand_id)
GROUP BY old.brand_id, photo_hash, page ORDER BY old.brand_id, MIN(old.id)
"""


@dataclass(frozen=True, slots=True)
class StalePhoto:
    """A photo of a brand that the recipe in use has not read.

    ``lookbook`` is a name, empty for none; ``is_partial`` says that people who are not seen whole
    were kept; ``from_pack`` that its looks came in a pack, without a photo.
    """

    brand: str
    lookbook: str
    photo_hash: str
    page: int | None
    path: str
    is_partial: bool
    from_pack: bool


class Stale(Session):
    """The part of a library that knows what other recipes have read."""

    def stale_count(self, recipe: str) -> int:
        """How many looks have not been analysed under ``recipe`` yet."""
        return int(self._value(_COUNT, recipe_id=self._known_recipe(recipe)))

    def stale_photos(self, recipe: str, brand_id: int | None = None) -> list[StalePhoto]:
        """The photos, excluded ones too, that ``recipe`` has not read yet; of one brand, if given.

        Brand by brand, oldest first.
        """
        rows = self._rows(_PHOTOS, recipe_id=self._known_recipe(recipe), brand_id=brand_id)
        return [
            StalePhoto(
                brand=row["brand"],
                lookbook=row["lookbook"],
                photo_hash=row["photo_hash"],
                page=row["page"] or None,
                path=unpack_path(row["path"]),
                is_partial=bool(row["is_partial"]),
                from_pack=bool(row["from_pack"]),
            )
            for row in rows
        ]

    def _known_recipe(self, recipe: str) -> int | None:
        found = self._value("SELECT id FROM recipes WHERE text = :text", text=recipe)
        return None if found is None else int(found)
