"""What search scans: the looks that count, in compact columns, from the rows or from a sidecar."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from braind.looktable import LookTable
from braind.store.connection import file_of
from braind.store.edits import Edits
from braind.store.failures import sound_rows
from braind.store.rows import unpack_positions, unpack_styles
from braind.store.session import Cell
from braind.store.sidecar import Array, Column, Sidecar
from braind.store.visuals import Visuals
from braind.vocabulary import ANSWERS, QUESTIONS, STYLES

# Fewer looks are read and calibrated before anybody waits: nothing is kept beside the library.
MANY_LOOKS = 5000
_COLUMNS = (
    Column("look_ids", "<i8"),
    Column("near_hashes", "<u8"),
    Column("brand_ids", "<i4"),
    Column("styles", "<f4", (len(STYLES),)),
    Column("people", "<u2"),
    Column("answers", "u1", (len(QUESTIONS),)),
)
_VECTORS = """
SELECT id, brand_id, styles, answers, near_hash, person FROM looks INDEXED BY looks_for_search
WHERE recipe_id = (SELECT id FROM recipes WHERE text = :recipe) ORDER BY id
"""


class Scan(Edits, Visuals):
    """The part of a library that search reads."""

    def vectors(self, recipe: str) -> LookTable:
        """What search scans: the looks of a recipe that count, by id, as edited by hand.

        See ``LookTable`` for the arrays, which may be read-only. A large table is kept in a file
        beside the library, from which it is loaded as long as nothing has changed.
        """
        sidecar = search_sidecar(file_of(self._connection))
        with self._snapshot() as state:
            facts = search_facts(state, recipe)
            most = int(self._value("SELECT COUNT(*) FROM looks"))
            kept = _table_of(sidecar.read(facts, most)) if state else None
            table = self._read_table(recipe) if kept is None else kept
            visual = self._visual_block(recipe, table.look_ids, is_settled=state is not None)
        if state and kept is None and len(table) >= MANY_LOOKS:
            arrays = {column.name: (getattr(table, column.name),) for column in _COLUMNS}
            sidecar.write(facts, len(table), arrays)
        return replace(table, visual=visual)

    def _read_table(self, recipe: str) -> LookTable:
        with sound_rows():
            pieces = [_piece(columns) for columns in self._pieces(_VECTORS, recipe=recipe)]
            table = LookTable.concatenated(pieces)
        return self._edited_table(table, recipe)


def search_sidecar(library: Path) -> Sidecar:
    """The sidecar of the library file at a path."""
    return Sidecar(library.with_name(f"{library.name}-search"), _COLUMNS)


def search_facts(state: bytes | None, recipe: str) -> object:
    """All that decides what is in it: answers are positions in lists, corrected by their words."""
    return state, recipe, STYLES, ANSWERS


def _piece(columns: tuple[tuple[Cell, ...], ...]) -> LookTable:
    ids, brand_ids, styles, answers, near_hashes, people = columns
    return LookTable(
        look_ids=np.array(ids, np.int64),
        brand_ids=np.array(brand_ids, np.int32),
        styles=unpack_styles(styles),
        answers=unpack_positions(answers),
        near_hashes=np.array(near_hashes, np.int64).view(np.uint64),
        people=np.array(people, np.uint16),
    )


def _table_of(arrays: dict[str, Array] | None) -> LookTable | None:
    """The table of a sidecar, if it is one that rows could have given."""
    if arrays is None:
        return None
    table = LookTable(**arrays, visual=None)
    beyond = np.array([len(ANSWERS[question]) for question in QUESTIONS])
    is_sound = (
        np.isfinite(table.styles).all()
        and (np.diff(table.look_ids) > 0).all()
        and (table.answers < beyond).all()
    )
    return table if is_sound else None
