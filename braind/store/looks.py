"""Looks, their thumbnails, and the photos that gave none."""

from __future__ import annotations

import json
from collections.abc import Sequence

from braind.domain import Look, PackOrigin, Reason
from braind.errors import StoreError
from braind.events import PhotoExcluded
from braind.store.edits import TAKE_BACK
from braind.store.failures import sound_rows
from braind.store.origins import Origins
from braind.store.rows import (
    look_from_row,
    look_row,
    pack_path,
    pack_reasons,
    to_unsigned,
    unpack_path,
    unpack_reasons,
)
from braind.store.scan import Scan
from braind.store.session import Row

_COLUMNS = (
    "brand_id", "lookbook_id", "recipe_id", "photo_hash", "page", "person", "styles", "answers",
    "confidences", "near_hash", "ground_hash", "taken_at", "path", "box", "reasons", "palette",
    "free_words", "pack_id",
)  # fmt: skip
_INSERT_LOOK = f"""
INSERT INTO looks ({", ".join(_COLUMNS)}) VALUES ({", ".join(f":{c}" for c in _COLUMNS)})
ON CONFLICT (brand_id, photo_hash, page, person, recipe_id) DO NOTHING
"""
_LOOK_ID = """
SELECT id FROM looks WHERE brand_id = :brand_id AND photo_hash = :photo_hash AND page = :page
    AND person = :person AND recipe_id = :recipe_id
"""
_INSERT_THUMBNAIL = """
INSERT INTO thumbnails (look_id, webp) VALUES (:look_id, :webp) ON CONFLICT DO NOTHING
"""
_INSERT_EXCLUDED = """
INSERT INTO excluded_photos (brand_id, recipe_id, photo_hash, page, path, reasons)
VALUES (:brand_id, :recipe_id, :photo_hash, :page, :path, :reasons)
ON CONFLICT (brand_id, photo_hash, page, recipe_id) DO NOTHING
"""
_WEBP = b"RIFF"
_MOST_BYTES = 256 * 1024  # of a thumbnail
_OF_RECIPE = "recipe_id = (SELECT id FROM recipes WHERE text = :recipe)"
_FILTERS = {
    "brand_id": "found.brand_id = :brand_id",
    "lookbook_id": "found.lookbook_id = :lookbook_id",
    "recipe": "recipes.text = :recipe",
    "ids": "found.id IN (SELECT value FROM json_each(:ids))",
}
# The "+" keeps SQLite from the search index, which would have it visit every wide row. What is in
# the trash is not known: importing it again brings it back.
_NOT_IN_TRASH = "brand_id NOT IN (SELECT id FROM brands WHERE removed_at IS NOT NULL)"
_KNOWN_PHOTOS = f"""
SELECT photo_hash, page FROM looks LEFT JOIN edits USING (brand_id, photo_hash, page, person)
WHERE +{_OF_RECIPE} AND edits.removed_at IS NULL AND {_NOT_IN_TRASH}
UNION ALL SELECT photo_hash, page FROM excluded_photos WHERE {_OF_RECIPE} AND {_NOT_IN_TRASH}
"""


class Looks(Scan, Origins):
    """The part of a library that keeps what was computed; edits by hand overrule it."""

    def add_looks(
        self,
        brand_id: int,
        lookbook_id: int | None,
        looks: Sequence[Look],
        origin: PackOrigin | None = None,
    ) -> list[int]:
        """Store looks in one transaction; their ids, in the given order.

        Thumbnails and visual vectors are stored with them.
        A look of the same photo, page, person and recipe that the brand has already is left as it
        is, and its id returned; it comes back from the trash if it was there. ``id``, ``brand_id``
        and ``lookbook_id`` of the looks are ignored; ``lookbook_id`` None or 0 means no lookbook.
        ``origin`` is the pack that they come from, if they were not read from photos here. Raises
        ``StoreError``: ``look_invalid`` for numbers that are not finite, ``brand_not_found`` for a
        brand or lookbook that is gone.
        """
        rows = [look_row(look) for look in looks]
        with self.transaction():
            pack_id = self._pack_id(origin) if origin else None
            recipes = {recipe: self._recipe_id(recipe) for recipe in {k.recipe for k in looks}}
            for row, look in zip(rows, looks, strict=True):
                row |= {
                    "brand_id": int(brand_id),
                    "lookbook_id": int(lookbook_id) if lookbook_id else None,
                    "recipe_id": recipes[look.recipe],
                    "pack_id": pack_id,
                }
            self._write_many(_INSERT_LOOK, rows)
            self._write_many(TAKE_BACK, rows)
            ids = [self._look_id(row) for row in rows]
            self._add_thumbnails(ids, looks)
            self._add_visuals(ids, looks)
            self._forget_unused_packs()
        return ids

    def _look_id(self, row: Row) -> int:
        return int(self._value(_LOOK_ID, **row))

    def _add_thumbnails(self, ids: Sequence[int], looks: Sequence[Look]) -> None:
        pairs = zip(ids, looks, strict=True)
        rows = [{"look_id": id_, "webp": look.thumbnail} for id_, look in pairs if look.thumbnail]
        self._write_many(_INSERT_THUMBNAIL, rows)

    def add_excluded(
        self,
        brand_id: int,
        photo_hash: str,
        path: str,
        reasons: Sequence[Reason],
        recipe: str,
        page: int | None = None,
    ) -> None:
        """Remember a photo that shows no usable whole body, so that it is not analysed again."""
        with self.transaction():
            self._write(
                _INSERT_EXCLUDED,
                brand_id=brand_id,
                recipe_id=self._recipe_id(recipe),
                photo_hash=photo_hash,
                page=page or 0,
                path=pack_path(path),
                reasons=pack_reasons(reasons),
            )

    def excluded(self, brand_id: int, recipe: str | None = None) -> list[PhotoExcluded]:
        """A brand's excluded photos, oldest first; of one recipe, if one is given."""
        only = f"AND {_OF_RECIPE}" if recipe is not None else ""
        rows = self._rows(
            f"""SELECT path, reasons FROM excluded_photos
            WHERE brand_id = :brand_id {only} ORDER BY id""",
            brand_id=brand_id,
            recipe=recipe,
        )
        return [PhotoExcluded(unpack_path(r["path"]), unpack_reasons(r["reasons"])) for r in rows]

    def photo_pages(self, recipe: str) -> set[tuple[str, int | None]]:
        """(content hash, page) of every photo analysed under the recipe, excluded ones included."""
        columns = self._columns(_KNOWN_PHOTOS, recipe=recipe)
        return {(photo_hash, page or None) for photo_hash, page in zip(*columns, strict=True)}

    def photo_hashes(self, recipe: str) -> set[str]:
        """Content hashes of the photos analysed under the recipe, excluded ones included.

        A document counts from its first stored page on; ``photo_pages`` tells the pages apart.
        """
        return {photo_hash for photo_hash, _ in self.photo_pages(recipe)}

    def looks(
        self,
        brand_id: int | None = None,
        ids: Sequence[int] | None = None,
        *,
        lookbook_id: int | None = None,
        recipe: str | None = None,
        every: bool = False,
    ) -> list[Look]:
        """The looks that meet every given condition, oldest first, without thumbnails or
        visual vectors (see ``with_visuals``).

        With ``ids``, they come in the order of ``ids``; ids that are not there are left out. Looks
        that are excluded or removed by hand are left out, too, unless ``every`` look is wanted.
        """
        wanted = None if ids is None else [int(id_) for id_ in ids]
        given = {
            "brand_id": brand_id,
            "lookbook_id": lookbook_id,
            "recipe": recipe,
            "ids": None if wanted is None else json.dumps(wanted),
        }
        values = {name: value for name, value in given.items() if value is not None}
        table = "looks" if every else "counted_looks"
        conditions = " AND ".join(["TRUE", *(_FILTERS[name] for name in values)])
        with sound_rows():
            rows = self._rows(
                f"""SELECT found.*, recipes.text AS recipe FROM {table} AS found
                JOIN recipes ON recipes.id = recipe_id WHERE {conditions} ORDER BY found.id""",
                **values,
            )
            looks = [look_from_row(row) for row in rows]
        found = self._edited(looks)
        return [found[id_] for id_ in (found if wanted is None else wanted) if id_ in found]

    def thumbnail(self, look_id: int) -> bytes:
        """The face-free WebP of a look, empty if it has none or it is larger than any of ours.

        Raises ``StoreError`` (``look_not_found``).
        """
        webp = self._value(
            """SELECT COALESCE(CASE WHEN length(webp) <= :most THEN webp END, x'')
            FROM looks LEFT JOIN thumbnails ON look_id = looks.id WHERE looks.id = :look_id""",
            look_id=look_id,
            most=_MOST_BYTES,
        )
        if webp is None:
            raise StoreError(
                "look_not_found",
                f"The library has no look {look_id}.",
                "It may have been removed: refresh the list.",
                look_id=int(look_id),
            )
        # What decodes it would take other kinds of pictures, too, some of which fetch others.
        return bytes(webp) if webp[:4] == _WEBP else b""

    def has_looks(self) -> bool:
        """Whether there is a look that counts, whatever models have read it."""
        return bool(self._value("SELECT EXISTS (SELECT 1 FROM counted_looks)"))

    def look_count(self, brand_id: int, recipe: str) -> int:
        """How many looks of a brand count that were read under the recipe."""
        return int(
            self._value(
                f"SELECT COUNT(*) FROM counted_looks WHERE brand_id = :brand_id AND +{_OF_RECIPE}",
                brand_id=brand_id,
                recipe=recipe,
            )
        )

    def newest_look(self, brand_id: int) -> int:
        """The id of the look that came last to a brand, 0 without looks."""
        newest = self._value("SELECT MAX(id) FROM looks WHERE brand_id = :id", id=brand_id)
        return int(newest or 0)

    def move_photo(self, photo_hash: str, path: str) -> int:
        """Tell where the photo of these bytes is now; how many looks and exclusions it moved."""
        moved = 0
        with self.transaction():
            for table in ("looks", "excluded_photos"):
                moved += self._write(
                    f"UPDATE {table} SET path = :path WHERE photo_hash = :photo_hash",
                    path=pack_path(path),
                    photo_hash=photo_hash,
                )
        return moved

    def near_hashes(self, brand_id: int, recipe: str | None = None) -> dict[int, int]:
        """A brand's perceptual hashes (unsigned, 64 bits) by look id; of one recipe, if given."""
        only = f"AND {_OF_RECIPE}" if recipe is not None else ""
        rows = self._rows(
            f"SELECT id, near_hash FROM looks WHERE brand_id = :brand_id {only} ORDER BY id",
            brand_id=brand_id,
            recipe=recipe,
        )
        return {row["id"]: to_unsigned(row["near_hash"]) for row in rows}
