"""Numbers of bytes as people say them."""

from __future__ import annotations

UNITS = ("B", "kB", "MB", "GB", "TB")
STEP = 1000  # as download pages count


def size_words(count: float) -> str:
    """For example "176 MB" or "1.5 GB"."""
    unit = 0
    while count >= STEP and unit < len(UNITS) - 1:
        count, unit = count / STEP, unit + 1
    return f"{count:.1f} {UNITS[unit]}" if unit and count < 10 else f"{count:.0f} {UNITS[unit]}"
