"""Telling copies of one photo, and of one look, so that nothing is counted or shown twice.

Decision: two photos are one when their perceptual hashes differ by four bits at most and much the
same was read in them (a cosine of 0.85 by default weights). Hashes of one photo saved twice differ
by a bit or two and of other photos by some 28, but among tens of thousands of studio photos some of
different looks come as near by chance. Two people in one photo share it and are two looks.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from braind.looktable import LookTable
from braind.search.near import are_near
from braind.search.vectors import WordTables, compose_look, unit_rows
from braind.vocabulary import DEFAULT_WEIGHTS

_READ_AS_ONE = 0.85
# Looks that are compared with all others at a time.
_BLOCK = 256
# Pairs whose readings are compared at a time.
_PAIRS = 4096

Mask = NDArray[np.bool_]


def are_one_photo(words: WordTables, a: LookTable, b: LookTable) -> Mask:
    """Whether looks are of one photo or copies of it, row by row: (n,).

    Both tables have n looks; one of a single look is compared with every look of the other.
    """
    found = are_near(a.near_hashes, b.near_hashes)
    itself = (a.look_ids == b.look_ids) & (a.look_ids > 0)
    doubtful = np.flatnonzero(found & (a.people == b.people) & ~itself)
    if len(doubtful):
        found[doubtful] = _are_read_alike(words, _rows(a, doubtful), _rows(b, doubtful))
    return found


def are_one_look(words: WordTables, a: LookTable, b: LookTable) -> Mask:
    """Whether looks are of the same person in one photo or copies of it; see ``are_one_photo``."""
    return np.asarray(are_one_photo(words, a, b) & (a.people == b.people))


def first_looks(words: WordTables, table: LookTable, rows: NDArray[np.intp]) -> Mask:
    """Which of (..., K) rows of a table are no copy of an earlier kept look in their row.

    Negative rows stand for no look and are kept.
    """
    groups = np.atleast_2d(rows)
    keep = np.ones(groups.shape, np.bool_)
    group, later, earlier = _near_pairs(table, groups)
    if len(group):
        ones, others = table.take(groups[group, later]), table.take(groups[group, earlier])
        found = np.flatnonzero(are_one_look(words, ones, others))
        # Earlier looks come first, so whether they are kept is settled.
        for g, place, before in zip(group[found], later[found], earlier[found], strict=True):
            keep[g, place] &= not keep[g, before]
    return keep.reshape(rows.shape)


def _near_pairs(
    table: LookTable, groups: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Pairs of one group's rows with near hashes: group, place, earlier place; in that order."""
    hashes = np.where(groups >= 0, table.near_hashes[groups], np.uint64(0))
    places = np.arange(groups.shape[1])
    found = [np.zeros((3, 0), np.intp)]
    for start in range(0, len(places), _BLOCK):
        block = slice(start, start + _BLOCK)
        near = are_near(hashes[:, block, None], hashes[:, None, : block.stop])
        group, place, before = np.nonzero(near & (places[block, None] > places[: block.stop]))
        found.append(np.array([group, place + start, before]))
    group, later, earlier = np.concatenate(found, axis=1)
    return group, later, earlier


def _rows(table: LookTable, places: NDArray[np.intp]) -> LookTable:
    return table.take(np.minimum(places, len(table) - 1))


def _are_read_alike(words: WordTables, a: LookTable, b: LookTable) -> Mask:
    alike = np.zeros(len(a), np.bool_)
    for start in range(0, len(a), _PAIRS):  # many copies are very many pairs
        block = np.arange(start, min(start + _PAIRS, len(a)))
        ones, others = _as_read(words, a.take(block)), _as_read(words, b.take(block))
        alike[block] = (ones * others).sum(axis=1) >= _READ_AS_ONE
    return alike


def _as_read(words: WordTables, looks: LookTable) -> NDArray[np.float32]:
    return unit_rows(compose_look(looks, words, DEFAULT_WEIGHTS))
