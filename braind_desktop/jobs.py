"""Long work away from the window's thread: the only owner of a thread in the window.

Decision: a job is a generator of the engine. Each ``yield`` is news and a point of cancellation;
closing the generator runs its ``finally``. One thread drives all of them, one after another,
because an engine belongs to one thread. News waits in a queue that a timer empties, at most 30
times a second, so that a fast job cannot starve the window.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event as Flag

from PySide6.QtCore import QObject, QTimer, Signal

from braind.errors import BraindError
from braind.events import Progress

Job = Callable[[], Iterator[object]]
INTERVAL_MS = 33

_log = logging.getLogger(__name__)


class _End:
    """The last thing in a job's queue; ``error`` is None when it ended as it should."""

    def __init__(self, error: Exception | None) -> None:
        self.error = error


class _Run:
    """One job on its way; shared by the thread that works and the thread that shows."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self.cancelled = Flag()
        self.news: deque[object] = deque()

    def work(self) -> None:
        """Drive the generator to its end, in the working thread."""
        error = None
        try:
            self._drive()
        except Exception as problem:  # whatever it is, the window has to hear of it
            error = problem
        self.news.append(_End(error))

    def _drive(self) -> None:
        if self.cancelled.is_set():
            return
        events = iter(self._job())
        try:
            for event in events:
                self.news.append(event)
                if self.cancelled.is_set():
                    return
        finally:
            getattr(events, "close", lambda: None)()

    def take(self) -> list[object]:
        """The news so far; of several ``Progress`` in a row the last one."""
        taken: list[object] = []
        while self.news:
            event = self.news.popleft()
            if taken and isinstance(event, Progress) and isinstance(taken[-1], Progress):
                taken.pop()
            taken.append(event)
        return taken


class JobRunner(QObject):
    """Runs one job at a time; one object for the life of the window.

    ``reported`` brings one event, ``failed`` the exception. ``finished`` comes last, exactly once
    a job, also for cancelled ones.
    """

    reported = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="braind-job")
        self._run: _Run | None = None
        self._next: Job | None = None
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        """True while a job runs or waits."""
        return self._run is not None

    def start(self, job: Job) -> None:
        """Run a job; one that runs is cancelled first and finishes before this one reports."""
        if self._run:
            self.cancel()
            self._next = job
            return
        self._run = _Run(job)
        self._executor.submit(self._run.work)
        self._timer.start()

    def cancel(self) -> None:
        """Stop at the next point of cancellation; nothing more of the job is reported."""
        self._next = None
        if self._run:
            self._run.cancelled.set()

    def close(self, farewell: Callable[[], None] = lambda: None) -> None:
        """Cancel, wait for the running step, and call ``farewell`` in the working thread."""
        self.cancel()
        self._timer.stop()
        self._executor.submit(farewell)
        self._executor.shutdown(wait=True)

    def _deliver(self) -> None:
        run = self._run
        for event in run.take() if run else ():
            if isinstance(event, _End):
                self._finish(event)
            elif run and not run.cancelled.is_set():
                self.reported.emit(event)

    def _finish(self, end: _End) -> None:
        cancelled = self._run is not None and self._run.cancelled.is_set()
        following, self._run, self._next = self._next, None, None
        self._timer.stop()
        if following:
            self.start(following)
        if end.error and not cancelled:
            if not isinstance(end.error, BraindError):  # a bug should look like one
                _log.error("A job broke.", exc_info=end.error)
            self.failed.emit(end.error)
        self.finished.emit()
