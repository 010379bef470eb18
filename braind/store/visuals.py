"""Looks' visual vectors: in a table of their own, and in a file beside the library to be mapped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from braind.domain import VISUAL_SIZE, Look, Visual
from braind.store.connection import file_of
from braind.store.failures import sound_rows
from braind.store.rows import pack_visual, unpack_visuals
from braind.store.session import Cell, Session
from braind.store.sidecar import Array, Column, Sidecar
from braind.visualblock import VisualBlock, VisualSource

# The rows of fewer vectors are read in hundredths of a second.
_MANY = 5000
_COLUMNS = (Column("look_ids", "<i8"), Column("vectors", "<f2", (VISUAL_SIZE,)))
_INSERT = """
INSERT INTO visuals (look_id, recipe_id, vector)
SELECT id, recipe_id, :vector FROM looks WHERE id = :look_id ON CONFLICT DO NOTHING
"""
_OF_RECIPE = "FROM visuals WHERE recipe_id = (SELECT id FROM recipes WHERE text = :recipe)"


class Visuals(Session):
    """The part of a library that keeps what looks look like, where a recipe tells it."""

    def with_visuals(self, looks: Sequence[Look]) -> list[Look]:
        """The looks with their visual vectors, in the same order."""
        ids = json.dumps([int(look.id) for look in looks])
        with sound_rows():
            rows = self._rows(
                """SELECT look_id, vector FROM visuals
                WHERE look_id IN (SELECT value FROM json_each(:ids))""",
                ids=ids,
            )
            found = {row["look_id"]: unpack_visuals([row["vector"]])[0] for row in rows}
        return [replace(look, visual=found.get(look.id)) for look in looks]

    def _add_visuals(self, ids: Iterable[int], looks: Iterable[Look]) -> None:
        rows = [
            {"look_id": look_id, "vector": pack_visual(look)}
            for look_id, look in zip(ids, looks, strict=True)
            if look.visual is not None
        ]
        if rows:
            self._write_many(_INSERT, rows)
            self._write("UPDATE changes SET visuals = randomblob(16)")

    def _visual_block(
        self, recipe: str, look_ids: NDArray[np.int64], *, is_settled: bool
    ) -> VisualBlock | None:
        """The block of looks of a recipe, by id; None when it has no visual vectors.

        Many of them stay in a file beside the library, which is loaded where it is looked at; it
        holds as long as no vector is added. Not ``is_settled``, inside a transaction, it is not
        used, as that may be taken back.
        """
        count = int(self._value(f"SELECT COUNT(*) {_OF_RECIPE}", recipe=recipe))
        if not count:
            return None
        kept = (
            self._mapped_block(recipe, look_ids, count) if is_settled and count >= _MANY else None
        )
        if kept is None:
            pieces = self._visual_columns(recipe)
            kept = _block_of({c: np.concatenate(list(p)) for c, p in pieces.items()}, look_ids)
        return kept

    def _mapped_block(
        self, recipe: str, look_ids: NDArray[np.int64], count: int
    ) -> VisualBlock | None:
        """The block in the file beside the library, which is made if need be and if it can be."""
        sidecar = visual_sidecar(file_of(self._connection))
        facts = self._value("SELECT visuals FROM changes"), recipe
        most = 2 * count  # what was removed since may still be in it
        kept = _kept_block(sidecar.read(facts, most, is_mapped=True), look_ids)
        if kept is None:
            sidecar.write(facts, count, self._visual_columns(recipe))
            kept = _kept_block(sidecar.read(facts, most, is_mapped=True), look_ids)
        return kept

    def _visual_columns(self, recipe: str) -> dict[str, Iterator[Array]]:
        """The columns of a recipe's vectors, each piece by piece; raise ``StoreError``."""
        return {
            "look_ids": self._visual_pieces("look_id", recipe, _ids),
            "vectors": self._visual_pieces("vector", recipe, unpack_visuals),
        }

    def _visual_pieces(
        self, column: str, recipe: str, unpack: Callable[[tuple[Cell, ...]], Array]
    ) -> Iterator[Array]:
        sql = f"SELECT {column} {_OF_RECIPE} ORDER BY look_id"
        with sound_rows():
            for (cells,) in self._pieces(sql, recipe=recipe):
                yield unpack(cells)


def _ids(cells: tuple[Cell, ...]) -> Array:
    return np.array(cells, np.int64)


def visual_sidecar(library: Path) -> Sidecar:
    """The sidecar of the library file at a path."""
    return Sidecar(library.with_name(f"{library.name}-visual"), _COLUMNS)


def _kept_block(arrays: dict[str, Array] | None, look_ids: NDArray[np.int64]) -> VisualBlock | None:
    """The block of a sidecar, if it is one that rows could have given."""
    if arrays is None or not (np.diff(arrays["look_ids"]) > 0).all():
        return None
    try:
        return _block_of(arrays, look_ids)
    except ValueError:
        return None


def _block_of(arrays: dict[str, Array], look_ids: NDArray[np.int64]) -> VisualBlock:
    """Raises ValueError for vectors that are no numbers."""
    vectors: Visual = arrays["vectors"]
    return VisualBlock.by_id(VisualSource.of(vectors), arrays["look_ids"], look_ids)
