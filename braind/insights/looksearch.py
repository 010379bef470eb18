"""Search within looks: those that meet wishes, the most alike or the clearest first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats, Look
from braind.insights.kinds import Trait
from braind.insights.lookquery import Wish
from braind.looktable import LookTable
from braind.search import SearchIndex
from braind.search.evidence import part_shares
from braind.search.levels import SCORE_DECIMALS
from braind.search.photos import are_one_look
from braind.search.vectors import part_contributions
from braind.vocabulary import QUESTIONS, STYLES, Part, Style, answer_index
from braind.wording import HAS_STYLE

Mask = NDArray[np.bool_]


def meeting(table: LookTable, wishes: Sequence[Wish]) -> Mask:
    """Which looks meet every wish by any of its traits: (N,)."""
    kept = np.ones(len(table), np.bool_)
    for wish in wishes:
        met = np.zeros(len(table), np.bool_)
        for trait in wish:
            met |= _has(table, trait)
        kept &= met
    return kept


def most_alike(index: SearchIndex, look: Look, wanted: Mask, top: int) -> list[tuple[int, float]]:
    """Rows of the wanted looks (N,) that are most like a look, with their cosines, best first.

    The look itself and its copies are left out, further copies of one look too.
    """
    table = index.table
    asked = LookTable.of([look])
    scores = np.round(index.look_scores(asked), SCORE_DECIMALS)
    own = are_one_look(index.words, table, asked)
    rows = np.flatnonzero(wanted & ~own & (table.look_ids != (look.id or -1)))
    rows = rows[np.argsort(-scores[rows], kind="stable")]
    return [(row, float(scores[row])) for row in _different(index, rows, top)]


def clearest(index: SearchIndex, wishes: Sequence[Wish], wanted: Mask, top: int) -> list[int]:
    """Rows of the wanted looks (N,), those first that have most of the wished styles.

    Among equals, every brand shows one look before any shows its next.
    """
    rows = np.flatnonzero(wanted)
    brands = index.table.brand_ids[rows]  # sorted, as the index is
    turns = np.arange(len(rows)) - np.searchsorted(brands, brands)
    order = np.lexsort((turns, -_style_strength(index.table.styles[rows], wishes)))
    return _different(index, rows[order], top)


def alike_parts(index: SearchIndex, look: Look, rows: Sequence[int]) -> list[dict[Part, float]]:
    """What each part adds to how alike a look and some rows are, as shares that sum to 1."""
    ours = index.unit_vectors(LookTable.of([look]))
    theirs = index.row_vectors(np.array(rows, np.intp))
    added = part_contributions(ours, theirs, index.block_starts)
    return [part_shares(one, index.parts) for one in added]


def _has(table: LookTable, trait: Trait) -> Mask:
    if trait.question is None:
        return np.asarray(table.styles[:, STYLES.index(Style(trait.word))] >= HAS_STYLE)
    answers = table.answers[:, QUESTIONS.index(trait.question)]
    return np.asarray(answers == answer_index(trait.question, trait.word))


def _style_strength(styles: Floats, wishes: Sequence[Wish]) -> Floats:
    """The wished styles' scores of looks (n, 7), summed: (n,)."""
    columns = [
        STYLES.index(Style(trait.word)) for wish in wishes for trait in wish if not trait.question
    ]
    return np.asarray(styles[:, columns].sum(axis=1), np.float32)


def _different(index: SearchIndex, rows: NDArray[np.intp], top: int) -> list[int]:
    """The first rows that show different looks, at most ``top``."""
    table = index.table
    kept: list[int] = []
    for row in rows.tolist():
        if len(kept) == top:
            break
        shown, next_one = table.take(np.array(kept, np.intp)), table.take(np.array([row]))
        if not are_one_look(index.words, shown, next_one).any():
            kept.append(row)
    return kept
