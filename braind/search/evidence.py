"""Why a brand matches: the pairs of looks behind its score, and what they have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from braind.domain import Brand, BrandMatch, EvidencePair, Floats
from braind.looktable import LookTable
from braind.search.index import SearchIndex
from braind.search.levels import Levels
from braind.search.photos import are_one_photo
from braind.search.vectors import WordTables, part_contributions
from braind.vocabulary import ANSWERS, QUESTIONS, STYLES, UNKNOWN, Part, Question, Style

MAX_PAIRS = 5
# Answers that nearly everything has; to share them is no reason.
_SAYS_LITTLE = frozenset({UNKNOWN, "solid"})
_HAS_STYLE = 0.5

_Word = TypeVar("_Word", Style, tuple[Question, str])


@dataclass(frozen=True, slots=True)
class LookPair:
    """A row of the queries' table, a row of the index's table, and their cosine."""

    query: int
    row: int
    score: float


def distinct_pairs(
    index: SearchIndex, pairs: Iterable[LookPair], queries: LookTable, *, one_to_one: bool
) -> list[LookPair]:
    """The first five of some pairs, best first, that show each photo of the library once.

    With ``one_to_one`` each photo of the queries is shown once, too.
    """
    chosen: list[LookPair] = []
    for pair in pairs:
        again = _seen(index.words, index.table, pair.row, [other.row for other in chosen])
        if one_to_one and not again:
            again = _seen(index.words, queries, pair.query, [other.query for other in chosen])
        if not again:
            chosen.append(pair)
        if len(chosen) == MAX_PAIRS:
            break
    return chosen


def best_first(
    queries: NDArray[np.intp], rows: NDArray[np.intp], scores: Floats
) -> Iterator[LookPair]:
    """Pairs of looks, (n,) each, best first; equal ones in the order of rows and then queries."""
    order = np.lexsort((queries, rows, -scores))
    for place in order:
        yield LookPair(int(queries[place]), int(rows[place]), float(scores[place]))


def _seen(words: WordTables, table: LookTable, row: int, rows: list[int]) -> bool:
    shown, asked = (table.take(np.array(some, np.intp)) for some in (rows, [row]))
    return row in rows or bool(are_one_photo(words, shown, asked).any())


def explain(
    index: SearchIndex,
    queries: LookTable,
    pairs: Sequence[LookPair],
    brand: Brand,
    score: float,
    levels: Levels,
) -> BrandMatch:
    """A match with its reasons, from evidence pairs; its rank is left 0.

    ``parts`` are shares of what the parts add to the pairs' mean cosine; a part that counts
    against the match has share 0.
    """
    query_rows = np.array([pair.query for pair in pairs], np.intp)
    rows = np.array([pair.row for pair in pairs], np.intp)
    ours = index.unit_vectors(queries.take(query_rows))
    added = part_contributions(ours, index.row_vectors(rows), index.block_starts)
    evidence = tuple(
        EvidencePair(
            int(queries.look_ids[pair.query]),
            int(index.table.look_ids[pair.row]),
            pair.score,
            part_shares(contribution, index.parts),
        )
        for pair, contribution in zip(pairs, added, strict=True)
    )
    return BrandMatch(
        brand,
        0,
        score,
        levels.level_of(score),
        part_shares(added.mean(axis=0), index.parts),
        evidence,
        _shared_answers(queries.answers[query_rows], index.table.answers[rows]),
        _shared_styles(queries.styles[query_rows], index.table.styles[rows]),
    )


def part_shares(contributions: Floats, parts: Sequence[Part]) -> dict[Part, float]:
    """What P parts add to a cosine, (P,), as shares that sum to 1.

    A part that counts against the match has share 0; where no part speaks for it, all are equal.
    """
    positive = np.maximum(contributions.astype(np.float64), 0)
    total = positive.sum()
    shares = positive / total if total > 0 else np.full(len(parts), 1 / len(parts))
    return dict(zip(parts, shares.tolist(), strict=True))


def _shared_answers(
    ours: NDArray[np.uint8], theirs: NDArray[np.uint8]
) -> tuple[tuple[Question, str], ...]:
    found: Counter[tuple[Question, str]] = Counter()
    for pair, number in np.argwhere(ours == theirs):
        question = QUESTIONS[number]
        word = ANSWERS[question][ours[pair, number]]
        if word not in _SAYS_LITTLE:
            found[question, word] += 1
    return _in_half_of_pairs(found, len(ours))


def _shared_styles(ours: Floats, theirs: Floats) -> tuple[Style, ...]:
    both = (ours >= _HAS_STYLE) & (theirs >= _HAS_STYLE)
    found: Counter[Style] = Counter(STYLES[number] for _, number in np.argwhere(both))
    return _in_half_of_pairs(found, len(ours))


def _in_half_of_pairs(found: Counter[_Word], pairs: int) -> tuple[_Word, ...]:
    return tuple(word for word, count in found.most_common() if 2 * count >= pairs)
