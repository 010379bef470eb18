"""Text in lines, as wide as a column is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

# The width of a text (first), in the size (second) and weight (True: bold) that it is set in.
Measure = Callable[[str, float, bool], float]


def wrapped(text: str, width: float, size: float, is_bold: bool, measure: Measure) -> list[str]:
    """The text in lines of at most ``width``, broken at spaces, and inside words too long for one.

    Korean words are kept whole as well: broken at every syllable, they are hard to read.
    """
    lines = [""]
    for word in _words(text, width, size, is_bold, measure):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if not lines[-1] or measure(longer, size, is_bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def shortened_to(text: str, width: float, size: float, is_bold: bool, measure: Measure) -> str:
    """The text in one line, its end left out where it is too long."""
    if measure(text, size, is_bold) <= width:
        return text
    while text and measure(text + "...", size, is_bold) > width:
        text = text[:-1]
    return text.rstrip() + "..."


def _words(text: str, width: float, size: float, is_bold: bool, measure: Measure) -> Iterator[str]:
    for word in text.split():
        rest = word
        while rest:
            end = len(rest)
            while end > 1 and measure(rest[:end], size, is_bold) > width:
                end -= 1
            yield rest[:end]
            rest = rest[end:]
