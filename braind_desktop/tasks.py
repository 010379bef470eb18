"""A task: one job on its way, driven in a lane's thread and told of in the window's.

Decision: a job is a function of an engine that gives an iterator; each item is news and a point
where the job can be stopped or paused; closing the iterator runs its ``finally``. A paused task
keeps its iterator, so that the lane is free for others meanwhile.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from enum import StrEnum
from threading import Event as Flag
from threading import Lock
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from braind.errors import BraindError
from braind.events import Progress

if TYPE_CHECKING:
    from braind.engine import Engine

_log = logging.getLogger(__name__)


class TaskState(StrEnum):
    """Where a task stands."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSING = "pausing"
    PAUSED = "paused"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
    FAILED = "failed"
    DONE = "done"


Job = Callable[["Engine"], Iterator[object]]
ENDS = (TaskState.CANCELLED, TaskState.FAILED, TaskState.DONE)


class Task(QObject):
    """One job on its way. Signals come in the window's thread.

    ``reported`` brings one event, ``failed`` the exception; ``finished`` comes last, exactly
    once, also for a cancelled task, which reports nothing more. ``changed`` tells a new state.
    """

    reported = Signal(object)
    failed = Signal(object)
    finished = Signal()
    changed = Signal()

    def __init__(self, job: Job, queue_up: Callable[[Task], None], owner: QObject) -> None:
        super().__init__(owner)
        self.state = TaskState.WAITING
        self._job, self._queue_up = job, queue_up
        self._stop, self._hold = Flag(), Flag()
        self._news: deque[object] = deque()
        self._events: Iterator[object] | None = None
        self._lock = Lock()  # between "please pause" and "I pause"
        self._begun = self._held = self._ended = False
        self._error: Exception | None = None

    @property
    def is_over(self) -> bool:
        """True once nothing more will come."""
        return self.state in ENDS

    @property
    def is_stopped(self) -> bool:
        """True once it was cancelled, though it may still be at its last step."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Stop at the next point of cancellation."""
        self._stop.set()
        if not self.is_over:
            self._go_on()
            self._become(TaskState.CANCELLING)

    def pause(self) -> None:
        """Let go of the lane at the next point where the job can be stopped."""
        if self.state in (TaskState.WAITING, TaskState.RUNNING):
            self._hold.set()
            self._become(TaskState.PAUSING)

    def resume(self) -> None:
        """Go on after those that the lane has by now."""
        if self.state in (TaskState.PAUSING, TaskState.PAUSED):
            self._go_on()
            self._become(TaskState.WAITING)

    def work(self, lend: Callable[[], Engine], takes_turns: bool) -> bool:
        """Drive the job in the lane's thread; True when it wants another turn after the others.

        With ``takes_turns`` that is after every event.
        """
        if self._ended:
            return False
        try:
            goes_on = self._drive(lend, takes_turns)
        except Exception as problem:  # whatever it is, the window has to hear of it
            self._error, goes_on = problem, None
        self._ended = goes_on is None
        return bool(goes_on)

    def _drive(self, lend: Callable[[], Engine], takes_turns: bool) -> bool | None:
        """True: another turn; False: paused; None: over."""
        while not self._stop.is_set():
            if self._lets_go():
                return False
            self._begun = True
            if self._events is None:
                self._events = iter(self._job(lend()))
            try:
                self._news.append(next(self._events))
            except StopIteration:
                return None
            if takes_turns:
                return True
        getattr(self._events, "close", lambda: None)()
        return None

    def _lets_go(self) -> bool:
        with self._lock:
            self._held = self._hold.is_set()
            self._begun = self._begun and not self._held
            return self._held

    def _go_on(self) -> None:
        """In the window's thread: a held task waits in its lane again."""
        with self._lock:
            self._hold.clear()
            was_held, self._held = self._held, False
        if was_held:
            self._queue_up(self)

    def deliver(self, until: float) -> bool:
        """Tell what is new, no longer than ``until``; True when the task is over."""
        over = self._ended  # read first: whatever came before the end is in the queue by now
        self._notice()
        while self._news:
            event = self._news.popleft()
            follows = self._news[0] if self._news else None
            if self._stop.is_set() or (
                isinstance(event, Progress) and isinstance(follows, Progress)
            ):
                continue
            self.reported.emit(event)
            if perf_counter() > until:
                return False
        if over:
            self._finish()
        return over

    def _notice(self) -> None:
        if self._held and self.state is TaskState.PAUSING:
            self._become(TaskState.PAUSED)
        elif self._begun and self.state is TaskState.WAITING:
            self._become(TaskState.RUNNING)

    def _finish(self) -> None:
        error = None if self._stop.is_set() else self._error
        if self._error and not isinstance(self._error, BraindError):  # a bug looks like one
            _log.error("A job broke.", exc_info=self._error)
        ends = TaskState.CANCELLED if self._stop.is_set() else TaskState.DONE
        self._become(TaskState.FAILED if error else ends)
        if error:
            self.failed.emit(error)
        self.finished.emit()

    def _become(self, state: TaskState) -> None:
        self.state = state
        self.changed.emit()
