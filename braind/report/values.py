"""Numbers as people read them in a report."""

from __future__ import annotations

from datetime import date

from braind.insights.kinds import Interval
from braind.report.texts import text


def two_digits(value: float) -> str:
    """A score of 0..1."""
    return f"{value:.2f}"


def percents(share: float) -> str:
    """A share in whole percents."""
    return f"{100 * share:.0f}%"


def span(interval: Interval, language: str) -> str:
    """An interval of scores."""
    low, high = two_digits(interval.low), two_digits(interval.high)
    return text("span", language, low=low, high=high)


def day_words(day: date, language: str) -> str:
    """A date as it is written in that language."""
    if language == "ko":
        return f"{day.year}년 {day.month}월 {day.day}일"
    return f"{day.day} {day:%B} {day.year}"
