"""Texts from strangers, fit to be shown anywhere."""

from __future__ import annotations

import unicodedata

NAME_LENGTH = 80  # brands and lookbooks
OWNER_LENGTH = 100
LICENCE_LENGTH = 300

# Controls, formats (which turn the direction of writing, or show nothing), surrogates, private use.
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co"})


def clean_text(text: str, limit: int) -> str:
    """One line of visible letters, NFC, single spaces, at most ``limit`` long; may be empty.

    What is clean stays as it is. Marks of HTML, SQL or CSV are letters like any other: whoever
    shows a text escapes it.
    """
    spaced = " ".join(text.split())
    visible = "".join(c for c in spaced if unicodedata.category(c) not in _UNWANTED)
    composed = unicodedata.normalize("NFC", " ".join(visible.split()))
    return composed[:limit].rstrip()
