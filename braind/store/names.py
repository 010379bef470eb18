"""Names as people mean them: one spelling to show, one key to compare."""

from __future__ import annotations

import unicodedata

from braind.errors import StoreError


def clean_name(name: str) -> str:
    """The name to store: NFC, trimmed, single spaces, encodable. Raises ``StoreError`` if empty."""
    # Folder names that the system could not decode hold lone surrogates, which SQLite refuses.
    encodable = name.encode("utf-8", "replace").decode("utf-8")
    cleaned = " ".join(unicodedata.normalize("NFC", encodable).split())
    if not cleaned:
        raise StoreError("name_empty", "A name is missing.", "Type at least one letter.")
    return cleaned


def name_key(name: str) -> str:
    """What two names share when they differ in case, spacing or Hangul composition only."""
    return unicodedata.normalize("NFC", clean_name(name).casefold())
