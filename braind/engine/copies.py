"""Near duplicates: photos of a brand that seem to be copies of each other."""

from __future__ import annotations

import numpy as np

from braind.domain import Look
from braind.search.photos import are_copies
from braind.store import Library


class CopyFinder:
    """Knows the perceptual hashes of the brands that it is asked about."""

    def __init__(self, library: Library, recipe: str) -> None:
        self._library = library
        self._recipe = recipe
        self._known: dict[int, tuple[list[int], list[int]]] = {}

    def find(self, brand_id: int, near_hash: int) -> int | None:
        """The id of the oldest look whose photo this one seems to be a copy of."""
        ids, hashes = self._of_brand(brand_id)
        copies = are_copies(np.array(hashes, np.uint64), np.array(near_hash, np.uint64))
        return ids[int(copies.argmax())] if copies.any() else None

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
