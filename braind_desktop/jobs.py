"""Work away from the window's thread: the only owner of threads in the window.

Decision: a job is a function of an engine that gives an iterator; each item is news and a point
where the job can be stopped; closing the iterator runs its ``finally``. There are three lanes,
each one thread with an engine of its own, because an engine belongs to one thread: ``INDEX``
writes (imports, changes by hand), ``QUERY`` reads (pages, matches), ``PICTURES`` reads what is
only to be looked at, so that a grid fills while a page is computed. A lane runs its tasks in turn.
News waits in queues that one timer empties, at most 30 times a second and for a few milliseconds,
so that a fast job cannot starve the window.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from threading import Event as Flag
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from braind.errors import BraindError
from braind.events import Progress

if TYPE_CHECKING:
    from braind.engine import Engine

INTERVAL_MS = 33
BUDGET_S = 0.008

_log = logging.getLogger(__name__)


class Lane(StrEnum):
    """Which thread, and which engine."""

    INDEX = "index"
    QUERY = "query"
    NET = "net"
    PICTURES = "pictures"


class TaskState(StrEnum):
    """Where a task stands."""

    WAITING = "waiting"
    RUNNING = "running"
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

    def __init__(self, job: Job, owner: QObject) -> None:
        super().__init__(owner)
        self.state = TaskState.WAITING
        self._job = job
        self._stop = Flag()
        self._news: deque[object] = deque()
        self._begun = self._ended = False
        self._error: Exception | None = None

    @property
    def is_over(self) -> bool:
        """True once nothing more will come."""
        return self.state in ENDS

    def cancel(self) -> None:
        """Stop at the next point of cancellation."""
        self._stop.set()
        if not self.is_over:
            self._become(TaskState.CANCELLING)

    def work(self, make_engine: Callable[[], Engine]) -> None:
        """Drive the job to its end, in the lane's thread."""
        try:
            self._drive(make_engine)
        except Exception as problem:  # whatever it is, the window has to hear of it
            self._error = problem
        self._ended = True

    def _drive(self, make_engine: Callable[[], Engine]) -> None:
        if self._stop.is_set():
            return
        self._begun = True
        events = iter(self._job(make_engine()))
        try:
            for event in events:
                self._news.append(event)
                if self._stop.is_set():
                    return
        finally:
            getattr(events, "close", lambda: None)()

    def deliver(self, until: float) -> bool:
        """Tell what is new, no longer than ``until``; True when the task is over."""
        over = self._ended  # read first: whatever came before the end is in the queue by now
        if self._begun and self.state is TaskState.WAITING:
            self._become(TaskState.RUNNING)
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


class _Thread:
    """A lane: one thread and its engine, made there at the first task."""

    def __init__(self, name: str, make_engine: Callable[[], Engine]) -> None:
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=f"braind-{name}")
        self._make_engine = make_engine
        self._engine: Engine | None = None

    def _lend(self) -> Engine:
        if self._engine is None:
            self._engine = self._make_engine()
        return self._engine

    def submit(self, task: Task) -> None:
        self._executor.submit(task.work, self._lend)

    def give_back(self) -> None:
        """Close the engine, in its own thread; the next task makes a new one."""
        self._executor.submit(self._farewell)

    def close(self) -> None:
        """The same, once and for all, after the running step."""
        self.give_back()
        self._executor.shutdown(wait=True)

    def _farewell(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None


class JobRunner(QObject):
    """Runs tasks; one object for the life of the window. ``started`` brings each new task."""

    started = Signal(object)

    def __init__(
        self, engines: Mapping[Lane, Callable[[], Engine]], owner: QObject | None = None
    ) -> None:
        super().__init__(owner)
        self._threads = {lane: _Thread(lane, make) for lane, make in engines.items()}
        self._tasks: list[Task] = []
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        """True while a task runs or waits."""
        return bool(self._tasks)

    def start(self, job: Job, lane: Lane = Lane.INDEX) -> Task:
        """Run a job after those that its lane has."""
        task = Task(job, self)
        self._tasks.append(task)
        self._threads[lane].submit(task)
        self._timer.start()
        self.started.emit(task)
        return task

    def reopen(self) -> None:
        """Cancel everything; tasks from now on work with new engines."""
        for task in self._tasks:
            task.cancel()
        for thread in self._threads.values():
            thread.give_back()

    def close(self) -> None:
        """Cancel everything, wait for the running steps, and close the engines."""
        self._timer.stop()
        for task in self._tasks:
            task.cancel()
        for thread in self._threads.values():
            thread.close()

    def _deliver(self) -> None:
        until = perf_counter() + BUDGET_S
        for task in list(self._tasks):
            if task.deliver(until):
                self._tasks.remove(task)
                task.deleteLater()
        if not self._tasks:
            self._timer.stop()


class Latest(QObject):
    """One task at a time: a new one takes the place of the old, which reports nothing more."""

    reported = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, runner: JobRunner, lane: Lane, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._runner, self._lane = runner, lane
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """True while the newest task is on its way."""
        return self._task is not None

    def start(self, job: Job) -> None:
        """Run a job instead of whatever ran."""
        old, task = self._task, self._runner.start(job, self._lane)
        self._task = task
        if old:
            old.cancel()
        task.reported.connect(self.reported)
        task.failed.connect(self.failed)
        task.finished.connect(lambda: self._end(task))

    def cancel(self) -> None:
        """Stop; ``finished`` still comes."""
        if self._task:
            self._task.cancel()

    def _end(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.finished.emit()
