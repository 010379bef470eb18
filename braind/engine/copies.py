"""Near duplicates: photos of a brand that seem to be copies of each other."""

from __future__ import annotations

from collections.abc import Sequence

from braind.domain import Look
from braind.looktable import LookTable
from braind.search.near import GrowingHashes
from braind.search.photos import are_one_photo
from braind.search.vectors import WordTables
from braind.store import Library


class CopyFinder:
    """Knows the perceptual hashes of the brands that it is asked about."""

    def __init__(self, library: Library, recipe: str, words: WordTables) -> None:
        self._library = library
        self._recipe = recipe
        self._words = words
        self._known: dict[int, GrowingHashes] = {}

    def find(self, brand_id: int, looks: Sequence[Look]) -> int | None:
        """The id of the oldest look whose photo the one of some new looks seems to be a copy of."""
        near = self._of_brand(brand_id).near(looks[0].near_hash)
        for known in self._library.looks(ids=near) if near else []:
            known_table = LookTable.of([known])
            if are_one_photo(self._words, LookTable.of(looks), known_table).any():
                return known.id
        return None

    def add(self, look: Look) -> None:
        """Remember a look that was just stored."""
        self._of_brand(look.brand_id).add(look.id, look.near_hash)

    def _of_brand(self, brand_id: int) -> GrowingHashes:
        if brand_id not in self._known:
            self._known[brand_id] = GrowingHashes()
            for look_id, near_hash in self._library.near_hashes(brand_id, self._recipe).items():
                self._known[brand_id].add(look_id, near_hash)
        return self._known[brand_id]
