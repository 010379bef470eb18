"""Work away from the window's thread: the only owner of threads in the window.

Decision: every lane is one thread with an engine of its own, because an engine belongs to one
thread. ``INDEX`` writes (imports) and ``NET`` fetches models, each one task after another. The
tasks of the others take turns at every event, whoever has worked the least so far first, so that a
long one holds up no other by more than one of its steps: ``QUERY``
(pages, matches, scans, and the short changes by hand), and ``PICTURES`` for what is only to be
looked at, so that a grid fills while a page is computed. News waits in queues that one timer
empties, at most 30 times a second and for a few milliseconds, so that a fast job cannot starve the
window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from enum import StrEnum
from functools import partial
from heapq import heappop, heappush
from itertools import count
from threading import Lock
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from braind_desktop.tasks import Job, Task, TaskState

if TYPE_CHECKING:
    from braind.engine import Engine

__all__ = ["Job", "JobRunner", "Lane", "Latest", "Task", "TaskState"]

INTERVAL_MS = 33
BUDGET_S = 0.008


class Lane(StrEnum):
    """Which thread, and which engine."""

    INDEX = "index"
    QUERY = "query"
    NET = "net"
    PICTURES = "pictures"


class _Thread:
    """A lane: one thread and its engine, made there at the first task."""

    def __init__(self, lane: Lane, make_engine: Callable[[], Engine]) -> None:
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=f"braind-{lane}")
        self._make_engine = make_engine
        self._takes_turns = lane in (Lane.QUERY, Lane.PICTURES)
        self._engine: Engine | None = None
        self._tasks: list[Task] = []
        # A heap: which engine, seconds worked so far, number in line. Every entry has its turn in
        # the executor, between the farewells of the engine before and of its own.
        self._waiting: list[tuple[int, float, int, Task]] = []
        self._engines = 0
        self._numbers = count()
        self._lock = Lock()

    def _lend(self) -> Engine:
        if self._engine is None:
            self._engine = self._make_engine()
        return self._engine

    def submit(self, task: Task) -> None:
        """Put a task at the end of the queue, for the first time or again."""
        if task not in self._tasks:
            self._tasks.append(task)
        self._queue_up(task, 0.0)

    def _queue_up(self, task: Task, worked: float) -> None:
        with self._lock:
            heappush(self._waiting, (self._engines, worked, next(self._numbers), task))
            self._executor.submit(self._turn)

    def _turn(self) -> None:
        with self._lock:
            _, worked, _, task = heappop(self._waiting)
        begun = perf_counter()
        if task.work(self._lend, self._takes_turns):
            with suppress(RuntimeError):  # the window closes, and _farewell saw to the task
                self._queue_up(task, worked + perf_counter() - begun)

    def forget(self, task: Task) -> None:
        """The task is over."""
        self._tasks.remove(task)

    def give_back(self) -> None:
        """Close the engine, in its own thread; the next task makes a new one."""
        with self._lock:
            self._engines += 1
            self._executor.submit(self._farewell)

    def close(self) -> None:
        """The same, once and for all, after the running step."""
        self.give_back()
        self._executor.shutdown(wait=True)

    def _farewell(self) -> None:
        """Let cancelled tasks end while their engine is there."""
        for task in [task for task in self._tasks if task.is_stopped]:
            task.work(self._lend, False)
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
        thread = self._threads[lane]
        task = Task(job, thread.submit, self)
        task.finished.connect(partial(thread.forget, task))
        self._tasks.append(task)
        thread.submit(task)
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
        """Cancel everything, wait for the running steps, and close the engines; once."""
        self._timer.stop()
        for task in self._tasks:
            task.cancel()
        while self._threads:
            self._threads.popitem()[1].close()

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
