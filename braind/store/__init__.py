"""The library on disk: one SQLite file that holds brands, looks and thumbnails. The only SQL."""

from braind.store.library import Counts, Library

__all__ = ["Counts", "Library"]
