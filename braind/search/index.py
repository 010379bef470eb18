"""The factorised exact scan: cosines to all looks of a library without any stored vector.

A look vector has 257 numbers, of which only 7 + 10 are free, so a query is scored as
``(style · q_style + Σ table_q[answer_q]) / (|look| |query|)`` with small tables made per query.

Decision: questions are joined in groups whose joint answers fit 8,192 entries (three groups; the
tables stay in the first-level cache), and each look keeps one uint16 code a group. Three gathers
replace ten; 300,000 looks take some 2–3 ms of one core. Plain uint16 codes were as fast as codes
widened to machine words and take a quarter of the memory.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Mapping
from dataclasses import fields
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats
from braind.looktable import LookTable
from braind.search.near import NearHashes
from braind.search.photos import are_one_look
from braind.search.vectors import (
    WordTables,
    block_starts,
    block_weights,
    compose_look,
    known_answers,
    unit_rows,
)
from braind.vocabulary import ANSWERS, DEFAULT_WEIGHTS, QUESTIONS, Part

_JOINT_LIMIT = 8192
_CHUNK = 16384
_STYLE_BIT = len(QUESTIONS)


class SearchIndex:
    """The looks of a library, laid out for scanning. Immutable; safe to share between threads.

    ``table`` holds the looks sorted by brand and look id, whatever order they came in; all arrays
    of this class are in that order. ``brand_ids`` int32 (B,) are the brands that have looks, and
    the looks of brand number b are the rows ``starts[b]`` to ``starts[b + 1]``. ``words`` maps
    every question to a table float32 (answers, dimensions) whose rows have length 1 or 0.
    Raises ValueError when a word table does not fit the vocabulary, or for a bad weight.
    """

    def __init__(
        self,
        table: LookTable,
        words: WordTables,
        weights: Mapping[Part, float] = DEFAULT_WEIGHTS,
    ) -> None:
        _check_words(words)
        self.table = table.take(np.lexsort((table.look_ids, table.brand_ids)))
        self.words = words
        self.brand_ids, first = np.unique(self.table.brand_ids, return_index=True)
        self.starts = np.append(first, len(table)).astype(np.intp)
        self.block_starts = block_starts(words)
        self._near = NearHashes(self.table.near_hashes)
        self._styles = unit_rows(self.table.styles)
        self._groups = _group_questions()
        answers = known_answers(self.table.answers)
        self._codes = [_joint_code(answers, group) for group in self._groups]
        self._known = self._known_bits(self._styles, answers)
        self._weigh(weights)

    def __len__(self) -> int:
        return len(self.table)

    def with_weights(self, weights: Mapping[Part, float]) -> SearchIndex:
        """The same looks under other weights; cheap: only the norms are made again."""
        other = copy.copy(self)
        other._weigh(weights)
        return other

    def rows_of(self, brand_id: int) -> NDArray[np.intp]:
        """The rows of a brand's looks, (n,); none when it has no looks here."""
        start, stop = np.searchsorted(self.table.brand_ids, [brand_id, brand_id + 1])
        return np.arange(start, stop)

    def copies_of(self, row: int) -> NDArray[np.intp]:
        """The rows that show the look of a row, itself included, ascending: (n,)."""
        near = self._near.near(self.table.near_hashes[row])
        one = self.table.take(np.array([row]))
        return np.union1d(near[are_one_look(self.words, self.table.take(near), one)], [row])

    def fingerprint(self) -> str:
        """A digest of everything that scores, copies and levels are computed from."""
        digest = hashlib.sha256(self._blocks.tobytes())
        for field in fields(self.table):
            digest.update(np.ascontiguousarray(getattr(self.table, field.name)).data)
        for question in QUESTIONS:
            words = np.ascontiguousarray(self.words[question])
            digest.update(repr(words.shape).encode() + words.tobytes())
        return digest.hexdigest()

    def look_scores(self, query: LookTable) -> Floats:
        """Cosine of one look, a table of one row, to all looks: float32 (N,).

        A look or query of which nothing weighted is known scores 0.
        """
        style, row = unit_rows(query.styles), known_answers(query.answers)
        inverse = self._inverse_by_bits[self._known_bits(style, row)[0]]
        direction = style[0] * self._blocks[0] * inverse
        tables = [self._joint_table(row[0], group) * inverse for group in self._groups]
        scores = np.empty(len(self), np.float32)
        gathered = np.empty(_CHUNK, np.float32)
        for start in range(0, len(self), _CHUNK):
            chunk = slice(start, start + _CHUNK)
            out = scores[chunk]
            np.dot(self._styles[chunk], direction, out=out)
            for table, codes in zip(tables, self._codes, strict=True):
                # Mode "clip" alone writes straight into ``out``; no code is ever out of range.
                out += np.take(table, codes[chunk], out=gathered[: len(out)], mode="clip")
            out *= self._inverse_norms[chunk]
        return scores

    def row_scores(self, row: int) -> Floats:
        """Cosine of the look of one row to all looks, itself included: float32 (N,)."""
        return self.look_scores(self.table.take(np.array([row])))

    def unit_vectors(self, looks: LookTable) -> Floats:
        """Dense look vectors of length 1 (or 0) of n looks: float32 (n, D)."""
        return unit_rows(compose_look(looks, self.words, self.weights))

    def row_vectors(self, rows: NDArray[np.intp]) -> Floats:
        """Dense look vectors of length 1 (or 0) of some rows: (n,) -> (n, D)."""
        return self.unit_vectors(self.table.take(rows))

    def _weigh(self, weights: Mapping[Part, float]) -> None:
        """Norms depend on the weights only through what is known: 11 bits, so 2,048 cases."""
        self.weights = dict(weights)
        self._blocks = block_weights(weights)
        bits = np.arange(1 << (_STYLE_BIT + 1))[:, None] >> np.arange(_STYLE_BIT + 1) & 1
        norms = np.sqrt(bits @ np.append(self._blocks[1:], self._blocks[0]))
        self._inverse_by_bits = np.divide(1, norms, out=np.zeros_like(norms), where=norms > 0)
        self._inverse_by_bits = self._inverse_by_bits.astype(np.float32)
        self._inverse_norms = self._inverse_by_bits[self._known]

    def _known_bits(self, unit_styles: Floats, answers: NDArray[np.uint8]) -> NDArray[np.uint16]:
        """Which blocks of each look are not zero: one bit a question, the highest for style."""
        bits = np.zeros(len(answers), np.uint16)
        bits[unit_styles.any(axis=1)] = 1 << _STYLE_BIT
        for number, question in enumerate(QUESTIONS):
            has_vector = np.asarray(self.words[question].any(axis=1), np.uint16)
            bits += (has_vector << number)[answers[:, number]]
        return bits

    def _joint_table(self, answers: NDArray[np.uint8], group: tuple[int, ...]) -> Floats:
        """What each joint answer of a group of questions adds to the dot product with a query."""
        tables = []
        for number in group:
            words = self.words[QUESTIONS[number]]
            tables.append(words @ words[answers[number]] * self._blocks[1 + number])
        return np.asarray(reduce(np.add.outer, tables), np.float32).ravel()


def _group_questions() -> list[tuple[int, ...]]:
    groups: list[tuple[int, ...]] = [()]
    size = 1
    for number, question in enumerate(QUESTIONS):
        size *= len(ANSWERS[question])
        if size > _JOINT_LIMIT:
            groups.append(())
            size = len(ANSWERS[question])
        groups[-1] += (number,)
    return groups


def _joint_code(answers: NDArray[np.uint8], group: tuple[int, ...]) -> NDArray[np.uint16]:
    sizes = tuple(len(ANSWERS[QUESTIONS[number]]) for number in group)
    columns = tuple(answers[:, number].astype(np.intp) for number in group)
    return np.ravel_multi_index(columns, sizes).astype(np.uint16)


def _check_words(words: WordTables) -> None:
    for question in QUESTIONS:
        if len(words[question]) != len(ANSWERS[question]):
            raise ValueError(f"the word table of {question} does not fit its answer list")
