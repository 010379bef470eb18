"""Look-alike alert: nearly identical looks of different brands. Pure.

Decision: two looks are nearly identical when their cosine is at least 0.985 by default weights,
which allows for one neighbouring colour or a shift in style and for no other garment; or when
they are one look in one photo. Closed answer lists make looks of which little is known equal by
chance: without a common photo both must answer six questions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from braind.domain import Brand, Floats
from braind.insights.kinds import LookAlike
from braind.looktable import UNKNOWN_ANSWERS
from braind.search import Levels, SearchIndex
from braind.search.evidence import LookPair, explain

NEARLY_IDENTICAL = 0.985
_KNOWN_ANSWERS = 6


@dataclass(frozen=True, slots=True)
class _Found:
    pair: LookPair
    same_photo: bool


def look_alikes(
    index: SearchIndex, brands: Iterable[Brand], brand: Brand, levels: Levels, top: int = 20
) -> tuple[LookAlike, ...]:
    """The looks of other ``brands`` that are nearly identical to looks of ``brand``.

    Common photos come first, then the most alike; each look of the brand is shown with its best
    counterpart in each other brand. ``levels`` are those of the index.
    """
    others = {other.id: other for other in brands if other.id != brand.id}
    rows = index.rows_of(brand.id)
    each = zip(rows.tolist(), index.each_row_scores(rows), strict=True)
    found = [one for row, scores in each for one in _counterparts(index, row, scores, others)]
    found.sort(key=lambda one: (not one.same_photo, -round(one.pair.score, 5), one.pair.query))
    by_brand: dict[int, list[_Found]] = defaultdict(list)
    for one in found[:top]:
        by_brand[int(index.table.brand_ids[one.pair.row])].append(one)
    told = {
        one: alike
        for number, ones in by_brand.items()
        for one, alike in zip(ones, _told(index, brand, others[number], ones, levels), strict=True)
    }
    return tuple(told[one] for one in found[:top])


def _counterparts(
    index: SearchIndex, row: int, scores: Floats, others: dict[int, Brand]
) -> Iterator[_Found]:
    """The best counterpart of a look in each other brand that has one."""
    table = index.table
    copies = np.zeros(len(index), np.bool_)
    copies[index.copies_of(row)] = True
    alike = copies | ((scores >= NEARLY_IDENTICAL) & _says_enough(table.answers[row]))
    rows = np.flatnonzero(alike & (table.brand_ids != table.brand_ids[row]))
    rows = rows[copies[rows] | _says_enough(table.answers[rows])]
    seen: set[int] = set()
    for place in _best_first(rows, scores, copies):
        number = int(table.brand_ids[place])
        if number in others and number not in seen:
            seen.add(number)
            yield _Found(LookPair(row, place, float(scores[place])), bool(copies[place]))


def _says_enough(answers: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Whether looks, answers (…, 10), answer enough questions to be told apart: bool (…)."""
    return np.asarray((answers < UNKNOWN_ANSWERS).sum(axis=-1) >= _KNOWN_ANSWERS)


def _best_first(rows: NDArray[np.intp], scores: Floats, copies: NDArray[np.bool_]) -> Iterator[int]:
    order = np.lexsort((rows, -scores[rows], ~copies[rows]))
    return (int(row) for row in rows[order])


def _told(
    index: SearchIndex, brand: Brand, other: Brand, ones: list[_Found], levels: Levels
) -> Iterator[LookAlike]:
    """The pairs with what their parts contribute."""
    match = explain(index, index.table, [one.pair for one in ones], other, 1.0, levels)
    for one, evidence in zip(ones, match.evidence, strict=True):
        yield LookAlike(brand, other, evidence, one.same_photo)
