"""The library on disk: one SQLite file that holds brands, looks and thumbnails. The only SQL."""

from braind.store.library import Counts, Library
from braind.store.trash import KEPT_DAYS, InTrash

__all__ = ["KEPT_DAYS", "Counts", "InTrash", "Library"]
