"""Which looks were photographed in one go.

Decision: two photos are of one shoot when they come from one folder or document and were taken
within an hour of each other or before the same ground; copies of a photo are of one shoot wherever
they lie. What is joined to a third is joined (single link), so a shoot may go on for a day, and its
looks may differ as they like: what is worn has no say in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from braind.domain import Look
from braind.ground import Grounds
from braind.looktable import LookTable
from braind.search.near import NearHashes
from braind.search.photos import are_one_photo
from braind.search.vectors import WordTables

PAUSE_S = 3600
_NONE = -1


def group_shoots(looks: Sequence[Look], words: WordTables) -> NDArray[np.intp]:
    """The number of each look's shoot, intp (n,), from 0 in the order of the shoots' first looks.

    Which looks are together does not depend on their order.
    """
    facts = _Facts.of(looks, words)
    shoots = np.full(len(looks), _NONE, np.intp)
    for first in range(len(looks)):
        if shoots[first] == _NONE:
            _spread(facts, shoots, first)
    return shoots


def even_places(count: int, most: int) -> NDArray[np.intp]:
    """At most ``most`` of ``count`` places, spread evenly and ascending."""
    return np.linspace(0, count - 1, min(most, count)).round().astype(np.intp)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What tells shoots apart: one row a look; 0 in ``times`` and ``grounds`` is not known."""

    sources: NDArray[np.intp]
    times: NDArray[np.int64]
    grounds: Grounds
    table: LookTable
    near: NearHashes
    words: WordTables

    @classmethod
    def of(cls, looks: Sequence[Look], words: WordTables) -> _Facts:
        numbers, table = dict[str, int](), LookTable.of(looks)
        sources = [numbers.setdefault(_source_of(look), len(numbers)) for look in looks]
        return cls(
            np.array(sources, np.intp),
            np.array([look.taken_at for look in looks], np.int64),
            Grounds.of(np.array([look.ground_hash for look in looks], np.uint64)),
            table,
            NearHashes(table.near_hashes),
            words,
        )

    def joined_to(self, row: int, others: NDArray[np.intp]) -> NDArray[np.intp]:
        """Which of some other rows are in one shoot with a row for a reason of their own."""
        # Grounds are dear to compare, so only those of one source are.
        here = others[self.sources[others] == self.sources[row]]
        in_time = np.abs(self.times[here] - self.times[row]) <= PAUSE_S
        in_time &= (self.times[here] > 0) & (self.times[row] > 0)
        one = np.array([row])
        near = self.near.near(self.table.near_hashes[row])
        joined = np.zeros(len(self.table), np.bool_)
        joined[near] = are_one_photo(self.words, self.table.take(near), self.table.take(one))
        joined[here] |= in_time | self.grounds.take(here).are_one_with(self.grounds.take(one))
        return others[joined[others]]


def _source_of(look: Look) -> str:
    """A document, or the folder of a photo (a folder in an archive, too)."""
    path = look.path.replace("\\", "/")
    return path.rpartition("/")[0] if look.page is None else path


def _spread(facts: _Facts, shoots: NDArray[np.intp], first: int) -> None:
    """Give a look, and all that are joined to it over any number of others, the next number."""
    number = shoots.max() + 1
    shoots[first] = number
    waiting = [first]
    alone = np.flatnonzero(shoots == _NONE)
    while waiting and len(alone):
        joined = facts.joined_to(waiting.pop(), alone)
        shoots[joined] = number
        waiting.extend(joined.tolist())
        alone = alone[shoots[alone] == _NONE]
