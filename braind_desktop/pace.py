"""How long a job will still take, said only when there is ground to say it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from math import ceil
from statistics import median
from time import monotonic

LOOKED_AT = 30  # items whose times count
ENOUGH_ITEMS, ENOUGH_SECONDS = 10, 5.0
TOLD_EVERY_S = 1.0


class Pace:
    """Progress that never goes back, and the time that is left.

    That is the median time of the last items times the items left. It is not known before ten
    items and five seconds are done, and changes at most once a second.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._times: deque[float] = deque(maxlen=LOOKED_AT)
        self._last: float | None = None
        self._worked = 0.0
        self._items = 0
        self._told: tuple[float, float | None] = (-TOLD_EVERY_S, None)
        self.done = self.total = 0
        self.share = 0.0

    def hear(self, done: int, total: int) -> None:
        """``done`` of ``total`` items are finished."""
        now, new = self._clock(), max(0, done - self.done)
        if new and self._last is not None:
            spent = now - self._last
            self._worked += spent
            self._items += new
            self._times.extend([spent / new] * min(new, LOOKED_AT))
        if new or self._last is None:
            self._last = now
        self.done, self.total = max(self.done, done), max(self.total, total)
        self.share = max(self.share, self.done / self.total if self.total else 0.0)

    def rest(self) -> None:
        """The job is paused: the time until it goes on counts for no item."""
        self._last = None

    def seconds_left(self) -> float | None:
        """How long it will still take; None while that is not known."""
        now = self._clock()
        if now - self._told[0] >= TOLD_EVERY_S:
            self._told = now, self._reckon()
        return self._told[1]

    @property
    def seconds_each(self) -> float | None:
        """How long an item takes; None while that is not known."""
        known = self._items >= ENOUGH_ITEMS and self._worked >= ENOUGH_SECONDS
        return median(self._times) if known else None

    def _reckon(self) -> float | None:
        each = self.seconds_each
        return None if each is None else each * (self.total - self.done)


def minutes_left(seconds: float) -> int:
    """Rounded up, as people are told; never 0."""
    return max(1, ceil(seconds / 60))
