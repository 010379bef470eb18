"""The factorised exact scan: cosines to all looks of a library without any stored vector.

A look vector has 257 numbers, of which only 7 + 10 are free, so a query is scored as
``(style · q_style + Σ table_q[answer_q]) / (|look| |query|)`` with small tables made per query.

Decision: questions are joined in groups whose joint answers fit 8,192 entries (three groups; the
tables stay in the first-level cache), and each look keeps one uint16 code a group. Three gathers
replace ten; 300,000 looks take some 2–3 ms of one core. Plain uint16 codes were as fast as codes
widened to machine words and take a quarter of the memory.

The visual block of a recipe that has one is scanned densely (see ``braind.visualblock``), some
260 ms of one core for 300,000 looks; 32 queries together take not twice as long.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
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
    parts_of,
    unit_rows,
)
from braind.visualblock import VisualBlock
from braind.vocabulary import ANSWERS, DEFAULT_WEIGHTS, QUESTIONS, Part

_JOINT_LIMIT = 8192
_CHUNK = 16384
_STYLE_BIT = len(QUESTIONS)
_VISUAL_BIT = _STYLE_BIT + 1
# Queries whose visual vectors are compared at a time.
_TOGETHER = 32


class SearchIndex:
    """The looks of a library, laid out for scanning. Immutable; safe to share between threads.

    ``table`` holds the looks sorted by brand and look id, whatever order they came in; all arrays
    of this class are in that order. ``brand_ids`` int32 (B,) are the brands that have looks, and
    the looks of brand number b are the rows ``starts[b]`` to ``starts[b + 1]``. ``parts`` are
    those that a score is made of. ``words`` maps
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
        self.has_visual = table.visual is not None
        self.parts = parts_of(self.has_visual)
        self.block_starts = block_starts(words, self.has_visual)
        self._near = NearHashes(self.table.near_hashes)
        self._styles = unit_rows(self.table.styles)
        self._groups = _group_questions()
        answers = known_answers(self.table.answers)
        self._codes = [_joint_code(answers, group) for group in self._groups]
        self._known = self._known_bits(self._styles, answers, self.table.visual)
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
        for column in self.table.columns():
            digest.update(np.ascontiguousarray(column).data)
        for question in QUESTIONS:
            words = np.ascontiguousarray(self.words[question])
            digest.update(repr(words.shape).encode() + words.tobytes())
        return digest.hexdigest()

    def look_scores(self, query: LookTable) -> Floats:
        """Cosine of one look, a table of one row, to all looks: float32 (N,).

        A look or query of which nothing weighted is known scores 0.
        """
        return next(self.each_look_scores(query))

    def each_look_scores(self, queries: LookTable) -> Iterator[Floats]:
        """``look_scores`` of one look after another: cheaper than to ask for each."""
        for start in range(0, len(queries), _TOGETHER):
            some = self._fit(queries.take(np.arange(start, min(start + _TOGETHER, len(queries)))))
            visual = self._visual_dots(some)
            for number in range(len(some)):
                one = some.take(np.array([number]))
                yield self._scan(one, None if visual is None else visual[number])

    def _scan(self, query: LookTable, visual: Floats | None) -> Floats:
        """Cosines of one look; ``visual`` is what its visual vector adds to the dot products."""
        style, row = unit_rows(query.styles), known_answers(query.answers)
        inverse = self._inverse_by_bits[self._known_bits(style, row, query.visual)[0]]
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
            if visual is not None:
                out += visual[chunk] * inverse
            out *= self._inverse_norms[chunk]
        return scores

    def _visual_dots(self, queries: LookTable) -> Floats | None:
        """What the visual vectors of Q looks add to the dot products: (Q, N); None for nothing."""
        block, weight = self.table.visual, self._blocks[-1]
        if block is None or queries.visual is None or not weight:
            return None
        if not queries.visual.known().any():
            return None
        return block.dots(queries.visual.unit_vectors() * weight)

    def _fit(self, looks: LookTable) -> LookTable:
        """Looks with a visual block, in which nothing may be known, if and only if we have one."""
        if self.has_visual == (looks.visual is not None):
            return looks
        return replace(looks, visual=VisualBlock.unknown(len(looks)) if self.has_visual else None)

    def each_row_scores(self, rows: NDArray[np.intp]) -> Iterator[Floats]:
        """``look_scores`` of the look of each of some rows, itself included."""
        return self.each_look_scores(self.table.take(rows))

    def unit_vectors(self, looks: LookTable) -> Floats:
        """Dense look vectors of length 1 (or 0) of n looks: float32 (n, D)."""
        return unit_rows(compose_look(self._fit(looks), self.words, self.weights))

    def row_vectors(self, rows: NDArray[np.intp]) -> Floats:
        """Dense look vectors of length 1 (or 0) of some rows: (n,) -> (n, D)."""
        return self.unit_vectors(self.table.take(rows))

    def _weigh(self, weights: Mapping[Part, float]) -> None:
        """Norms depend on the weights only through what is known: 11 bits, so 2,048 cases.

        A visual block makes it twice as many.
        """
        self.weights = dict(weights)
        self._blocks = block_weights(weights, self.has_visual)
        count = len(self._blocks)
        style, questions, visual = np.split(self._blocks, [1, 1 + len(QUESTIONS)])
        bits = np.arange(1 << count)[:, None] >> np.arange(count) & 1
        weights_of_bits = np.concatenate([questions, style, visual])
        norms = np.sqrt(bits @ weights_of_bits)
        self._inverse_by_bits = np.divide(1, norms, out=np.zeros_like(norms), where=norms > 0)
        self._inverse_by_bits = self._inverse_by_bits.astype(np.float32)
        self._inverse_norms = self._inverse_by_bits[self._known]

    def _known_bits(
        self, unit_styles: Floats, answers: NDArray[np.uint8], visual: VisualBlock | None
    ) -> NDArray[np.uint16]:
        """Which blocks of each look are not zero: one bit a question, then style, then visual."""
        bits = np.zeros(len(answers), np.uint16)
        bits[unit_styles.any(axis=1)] = 1 << _STYLE_BIT
        for number, question in enumerate(QUESTIONS):
            has_vector = np.asarray(self.words[question].any(axis=1), np.uint16)
            bits += (has_vector << number)[answers[:, number]]
        if visual is not None:
            bits[visual.known()] += 1 << _VISUAL_BIT
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
