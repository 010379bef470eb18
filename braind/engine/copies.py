"""Near duplicates: photos of a brand that seem to be copies of each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from braind.domain import Look
from braind.looktable import LookTable
from braind.search.photos import are_near, are_one_photo
from braind.search.vectors import WordTables
from braind.store import Library


class CopyFinder:
    """Knows the perceptual hashes of the brands that it is asked about."""

    def __init__(self, library: Library, recipe: str, words: WordTables) -> None:
        self._library = library
        self._recipe = recipe
        self._words = words
        self._known: dict[int, tuple[list[int], list[int]]] = {}

    def find(self, brand_id: int, looks: Sequence[Look]) -> int | None:
        """The id of the oldest look whose photo the one of some new looks seems to be a copy of."""
        ids, hashes = self._of_brand(brand_id)
        near = are_near(np.array(hashes, np.uint64), np.array(looks[0].near_hash, np.uint64))
        stored = self._library.looks(ids=[ids[place] for place in np.flatnonzero(near)])
        for known in stored:
            known_table = LookTable.of([known])
            if are_one_photo(self._words, LookTable.of(looks), known_table).any():
                return known.id
        return None

    def add(self, look: Look) -> None:
        """Remember a look that was just stored."""
        ids, hashes = self._of_brand(look.brand_id)
        ids.append(look.id)
        hashes.append(look.near_hash)

    def _of_brand(self, brand_id: int) -> tuple[list[int], list[int]]:
        if brand_id not in self._known:
            stored = self._library.near_hashes(brand_id, self._recipe)
            self._known[brand_id] = list(stored), list(stored.values())
        return self._known[brand_id]
