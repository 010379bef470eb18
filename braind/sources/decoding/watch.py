"""Ends a process that takes too long to answer.

Decision: one thread for the life of the process, because a timer of its own for each question has
to be started and joined, and every turn between threads costs whoever reads photos side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from time import monotonic

_PAUSE = 0.25  # seconds between two looks at the clock


class Watch:
    """Calls ``kill``, once, when something takes too long: ``is_late`` from then on."""

    def __init__(self, kill: Callable[[], None]) -> None:
        self.is_late = False
        self._kill = kill
        self._due: float | None = None
        self._lock, self._awake = Lock(), Event()
        self._over = Event()
        Thread(target=self._look_on, name="braind-decoder-watch", daemon=True).start()

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """What is done meanwhile may take so long. One thread at a time."""
        with self._lock:
            self._due = monotonic() + seconds
        self._awake.set()
        try:
            yield
        finally:
            with self._lock:  # either it was late, or it never will be
                self._due = None

    def end(self) -> None:
        """There is nothing to watch any more."""
        self._over.set()
        self._awake.set()

    def _look_on(self) -> None:
        while self._awake.wait() and not self._over.is_set():
            with self._lock:
                due = self._due
                if due is None:
                    self._awake.clear()
                    continue
                if monotonic() >= due:
                    self.is_late = True
                    self._kill()
                    return
            self._over.wait(min(_PAUSE, max(0.0, due - monotonic())))
