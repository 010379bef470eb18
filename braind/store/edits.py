"""What people decided about looks by hand: kept apart from what models read, and stronger."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from braind.domain import Answer, Edit, Look
from braind.looktable import LookTable
from braind.store.failures import sound_rows
from braind.store.session import Row, Session
from braind.vocabulary import QUESTIONS, Question, answer_index

_SAME_LOOK = "USING (brand_id, photo_hash, page, person)"
_EDITS = f"""
SELECT looks.id, is_excluded, is_pinned, removed_at, edits.answers AS corrected
FROM edits JOIN looks {_SAME_LOOK} JOIN recipes ON recipes.id = recipe_id
"""
_SET = """
INSERT INTO edits (brand_id, photo_hash, page, person, is_excluded, is_pinned, removed_at, answers)
SELECT brand_id, photo_hash, page, person, :is_excluded, :is_pinned,
    CASE WHEN :is_removed THEN CURRENT_TIMESTAMP END, :answers
FROM looks WHERE id = :look_id
ON CONFLICT DO UPDATE SET is_excluded = excluded.is_excluded, is_pinned = excluded.is_pinned,
    removed_at = CASE WHEN :is_removed THEN COALESCE(removed_at, excluded.removed_at) END,
    answers = excluded.answers
"""
# Importing a look again takes it out of the trash.
TAKE_BACK = """
UPDATE edits SET removed_at = NULL WHERE brand_id = :brand_id AND photo_hash = :photo_hash
    AND page = :page AND person = :person AND removed_at IS NOT NULL
"""


class Edits(Session):
    """The part of a library that keeps what was decided by hand."""

    def edits(self, ids: Sequence[int] | None = None, recipe: str | None = None) -> dict[int, Edit]:
        """The edits of looks by look id: of these, or of a recipe's; unedited looks are left out.

        Several looks of one person in a photo, read by different models, share their edit.
        """
        conditions, values = ["TRUE"], dict[str, object]()
        if ids is not None:
            conditions.append("looks.id IN (SELECT value FROM json_each(:ids))")
            values["ids"] = json.dumps([int(id_) for id_ in ids])
        if recipe is not None:
            conditions.append("recipes.text = :recipe")
            values["recipe"] = recipe
        rows = self._rows(f"{_EDITS} WHERE {' AND '.join(conditions)}", **values)
        with sound_rows():
            return {row["id"]: _edit(row) for row in rows}

    def edit_looks(self, edits: Mapping[int, Edit]) -> None:
        """Set what was decided about looks, by look id, in one transaction; ids that are gone pass.

        Answers outside the vocabulary count as "unknown" in search, as those of models do.
        """
        self._write_many(_SET, [_row(look_id, edit) for look_id, edit in edits.items()])

    def _edited(self, looks: Iterable[Look]) -> dict[int, Look]:
        """Looks by id, with what was decided by hand."""
        found = {look.id: look for look in looks}
        for look_id, edit in self.edits(list(found)).items():
            look = found[look_id]
            answers = tuple(_corrected(answer, edit) for answer in look.answers)
            found[look_id] = replace(look, answers=answers, is_pinned=edit.is_pinned)
        return found

    def _edited_table(self, table: LookTable, recipe: str) -> LookTable:
        """The looks that count, with corrected answers."""
        edits = self.edits(recipe=recipe)
        out = {look_id for look_id, edit in edits.items() if edit.is_excluded or edit.is_removed}
        gone = [row["id"] for row in self._rows("SELECT id FROM brands WHERE removed_at NOTNULL")]
        for look_id, edit in edits.items():
            row = int(np.searchsorted(table.look_ids, look_id))
            for question, word in edit.answers.items():
                table.answers[row, QUESTIONS.index(question)] = answer_index(question, word)
        if not out and not gone:
            return table
        counts = ~np.isin(table.look_ids, list(out)) & ~np.isin(table.brand_ids, gone)
        return table.take(np.flatnonzero(counts))


def _corrected(answer: Answer, edit: Edit) -> Answer:
    """Somebody who looked is sure."""
    word = edit.answers.get(answer.question)
    return answer if word is None else Answer(answer.question, word, 1.0)


def _edit(row: Row) -> Edit:
    return Edit(
        bool(row["is_excluded"]),
        bool(row["is_pinned"]),
        row["removed_at"] is not None,
        {Question(question): word for question, word in json.loads(row["corrected"]).items()},
    )


def _row(look_id: int, edit: Edit) -> Row:
    return {
        "look_id": int(look_id),
        "is_excluded": edit.is_excluded,
        "is_pinned": edit.is_pinned,
        "is_removed": edit.is_removed,
        "answers": json.dumps({question.value: word for question, word in edit.answers.items()}),
    }
