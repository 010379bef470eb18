"""Text in columns, for letters of any width."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

BAR = 20
_FULL, _EMPTY = "█", "░"


def width(text: str) -> int:
    """How many columns of a terminal the text takes; Hangul takes two a letter."""
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )


def pad(text: str, columns: int) -> str:
    """The text, filled up with spaces."""
    return text + " " * max(0, columns - width(text))


def bar(share: float, columns: int = BAR) -> str:
    """A share of 0..1 as a bar."""
    full = round(min(1.0, max(0.0, share)) * columns)
    return _FULL * full + _EMPTY * (columns - full)


def table(rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()) -> str:
    """Rows in aligned columns; the columns in ``numbers`` are set flush right."""
    if not rows:
        return ""
    widths = [max(width(row[i]) for row in rows) for i in range(len(rows[0]))]

    def cell(i: int, text: str) -> str:
        gap = " " * (widths[i] - width(text))
        return gap + text if i in numbers else text + gap

    return "\n".join(
        "  ".join(cell(i, text) for i, text in enumerate(row)).rstrip() for row in rows
    )


def indented(text: str, by: int = 2) -> str:
    """Every line that is not empty, moved to the right."""
    return "\n".join(" " * by + line if line else line for line in text.split("\n"))
