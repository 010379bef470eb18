"""Seasons from the names that people give to lookbooks: "SS24", "2024 봄/여름", "autumn 2024"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """The parts of a fashion year, in their order."""

    RESORT = "resort"
    SPRING = "spring"
    SPRING_SUMMER = "SS"
    SUMMER = "summer"
    PRE_FALL = "pre-fall"
    AUTUMN = "autumn"
    AUTUMN_WINTER = "FW"
    WINTER = "winter"


_ORDER = tuple(Phase)


@dataclass(frozen=True, slots=True)
class LookbookSeason:
    """A phase of a year; its text is for example "2024 SS"."""

    year: int
    phase: Phase

    def __str__(self) -> str:
        return f"{self.year} {self.phase}"

    @property
    def place(self) -> tuple[int, int]:
        """Where it lies in time, for sorting."""
        return self.year, _ORDER.index(self.phase)


_JOINT = r"[\s/&+·.,_\-]*(?:and[\s_]+)?"
_SPRING, _SUMMER = r"(?:spring|봄)", r"(?:summer|여름)"
_AUTUMN, _WINTER = r"(?:autumn|fall|가을)", r"(?:winter|겨울)"
# Letters beside an abbreviation make it another word: "class", "few".
_ALONE = r"(?<![a-z]){}(?![a-z])"
# The first that is found counts, so the longer names stand before their parts.
_PHASES: tuple[tuple[Phase, str], ...] = (
    (Phase.PRE_FALL, r"(?:pre|프리)[\s\-]*(?:fall|autumn|폴)"),
    (Phase.RESORT, _ALONE.format(r"(?:resort|cruise|pre[\s\-]*spring)") + "|리조트|크루즈"),
    (Phase.SPRING_SUMMER, _SPRING + _JOINT + _SUMMER),
    (Phase.AUTUMN_WINTER, _AUTUMN + _JOINT + _WINTER),
    (Phase.SPRING_SUMMER, _ALONE.format(r"s[\s/\-&]?s")),
    (Phase.AUTUMN_WINTER, _ALONE.format(r"[fa][\s/\-&]?w")),
    (Phase.SPRING, _ALONE.format("spring") + "|봄"),
    (Phase.SUMMER, _ALONE.format("summer") + "|여름"),
    (Phase.AUTUMN, _ALONE.format("(?:autumn|fall)") + "|가을"),
    (Phase.WINTER, _ALONE.format("winter") + "|겨울"),
)
_LONG_YEAR = re.compile(r"(?<!\d)((?:19[5-9]|20\d)\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d.])['’]?(\d\d)(?![\d.])")


def season_of(name: str) -> LookbookSeason | None:
    """The season that a lookbook's name tells, or None if it lacks a part of a year or the year.

    Abbreviations, English and Korean words and years of two or four digits are read in any order
    and case. Of two years ("FW 2024/25") the first counts.
    """
    text = name.casefold()
    for phase, pattern in _PHASES:
        found = re.search(pattern, text)
        if found:
            year = _year(text[: found.start()] + " " + text[found.end() :])
            return None if year is None else LookbookSeason(year, phase)
    return None


def _year(rest: str) -> int | None:
    long = _LONG_YEAR.search(rest)
    if long:
        return int(long[1])
    short = _SHORT_YEAR.search(rest)
    # Libraries hold photos: a short year of the 1930s or 1940s is more likely one to come.
    return None if short is None else int(short[1]) + (2000 if int(short[1]) < 50 else 1900)
