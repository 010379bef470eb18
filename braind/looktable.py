"""The compact columns that search scans: what a library knows about its looks, 52 bytes a look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from braind.domain import Answer, Floats, Look
from braind.visualblock import VisualBlock, join
from braind.vocabulary import ANSWERS, QUESTIONS, STYLES, answer_index

# The position of "unknown" in each question's list, uint8 (10,); known answers come before it.
UNKNOWN_ANSWERS = np.array([len(ANSWERS[question]) - 1 for question in QUESTIONS], np.uint8)

_COLUMNS = ("look_ids", "brand_ids", "styles", "answers", "near_hashes", "people")


@dataclass(frozen=True, slots=True)
class LookTable:
    """N looks of one recipe, one row each; the row order has no meaning.

    ``look_ids`` int64 (N,); ``brand_ids`` int32 (N,); ``styles`` float32 (N, 7) in the order of
    ``vocabulary.STYLES``; ``answers`` uint8 (N, 10), positions in ``vocabulary.ANSWERS`` in the
    order of ``vocabulary.QUESTIONS``. ``near_hashes`` uint64 (N,) are the photos' perceptual
    hashes, by which copies of one photo are told; 0 (also the default) means not known. ``people``
    uint16 (N,) count the people of a photo from 0, the default. ``visual`` are their visual
    vectors, None where the recipe has none.
    """

    look_ids: NDArray[np.int64]
    brand_ids: NDArray[np.int32]
    styles: Floats
    answers: NDArray[np.uint8]
    near_hashes: NDArray[np.uint64] = field(default_factory=lambda: np.zeros(0, np.uint64))
    people: NDArray[np.uint16] = field(default_factory=lambda: np.zeros(0, np.uint16))
    visual: VisualBlock | None = None

    def __post_init__(self) -> None:
        count = len(self.look_ids)
        for name in ("near_hashes", "people"):
            if not len(getattr(self, name)):
                zeros = np.zeros(count, getattr(self, name).dtype)
                object.__setattr__(self, name, zeros)
        shapes = {
            "brand_ids": (count,),
            "styles": (count, len(STYLES)),
            "answers": (count, len(QUESTIONS)),
            "near_hashes": (count,),
            "people": (count,),
        }
        for name, shape in shapes.items():
            if getattr(self, name).shape != shape:
                raise ValueError(f"{name} must have shape {shape}")
        if self.visual is not None and len(self.visual) != count:
            raise ValueError(f"visual must have {count} rows")

    def __len__(self) -> int:
        return len(self.look_ids)

    @classmethod
    def empty(cls) -> LookTable:
        """The table of a library without looks."""
        return cls(
            np.zeros(0, np.int64),
            np.zeros(0, np.int32),
            np.zeros((0, len(STYLES)), np.float32),
            np.zeros((0, len(QUESTIONS)), np.uint8),
        )

    @classmethod
    def of(cls, looks: Sequence[Look]) -> LookTable:
        """The table of some looks, in their order."""
        if not looks:
            return cls.empty()
        return cls(
            np.array([look.id for look in looks], np.int64),
            np.array([look.brand_id for look in looks], np.int32),
            np.array([look.styles.values for look in looks], np.float32),
            np.array([encode_answers(look.answers) for look in looks], np.uint8),
            np.array([look.near_hash for look in looks], np.uint64),
            np.array([look.person for look in looks], np.uint16),
            VisualBlock.of([look.visual for look in looks]),
        )

    @classmethod
    def concatenated(cls, tables: Sequence[LookTable]) -> LookTable:
        """The looks of some tables, one table after the other."""
        if not tables:
            return cls.empty()
        joined = {c: np.concatenate([getattr(table, c) for table in tables]) for c in _COLUMNS}
        return cls(**joined, visual=join([(table.visual, len(table)) for table in tables]))

    def columns(self) -> Iterator[NDArray[Any]]:
        """All arrays that are in it, those of the visual vectors last."""
        yield from (getattr(self, name) for name in _COLUMNS)
        if self.visual is not None:
            yield self.visual.rows
            yield from (source.vectors for source in self.visual.sources)

    def take(self, rows: NDArray[np.intp]) -> LookTable:
        """A copy of some rows, in the given order."""
        return LookTable(
            self.look_ids[rows],
            self.brand_ids[rows],
            self.styles[rows],
            self.answers[rows],
            self.near_hashes[rows],
            self.people[rows],
            None if self.visual is None else self.visual.take(rows),
        )


def encode_answers(answers: Sequence[Answer]) -> NDArray[np.uint8]:
    """Answers as positions in ``vocabulary.ANSWERS``: uint8 (10,); unasked questions: unknown."""
    row = UNKNOWN_ANSWERS.copy()
    for answer in answers:
        row[QUESTIONS.index(answer.question)] = answer_index(answer.question, answer.word)
    return row
