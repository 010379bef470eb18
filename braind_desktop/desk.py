"""What every page is given: work in the background, questions to the library, other pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QUndoStack
from shiboken6 import isValid

from braind.domain import JobRecord, JobState
from braind_desktop import actions, actions_match
from braind_desktop.jobbook import Brief, Entry, JobBook, journaled
from braind_desktop.jobs import Job, JobRunner, Lane, Latest, Task
from braind_desktop.libraries import Libraries
from braind_desktop.texts import Say, error_texts

if TYPE_CHECKING:
    from braind.engine import Engine

T = TypeVar("T")


class Place(StrEnum):
    """Where one can be in the window; the first four have Ctrl+1 to Ctrl+4."""

    LIBRARY = "library"
    MATCH = "match"
    MAP = "map"
    COMPARE = "compare"
    MODELS = "models"
    SETTINGS = "settings"
    BRAND = "brand"


@dataclass(frozen=True, slots=True)
class Toast:
    """A short notice; ``undo`` takes back what it tells of."""

    words: Say
    undo: Callable[[], None] | None = None


class Desk(QObject):
    """The services of the window, one object for its life.

    ``library_changed``: brands or looks are not what they were. ``went``: show this place, with
    what to show there. ``toasted``: show this toast. ``import_asked``: offer to import these
    paths (none: let the user choose), for this brand ("": let the user say). ``pack_asked``: show
    what this brand pack holds. ``undo_stack``
    holds what was done by hand and can be taken back.
    """

    library_changed = Signal()
    went = Signal(object, object)  # Place, dict
    toasted = Signal(object)
    import_asked = Signal(object, str)  # list[Path], brand
    pack_asked = Signal(object)  # Path

    def __init__(self, runner: JobRunner, settings: QSettings, libraries: Libraries) -> None:
        super().__init__()
        self.runner, self.settings, self.libraries = runner, settings, libraries
        self.undo_stack = QUndoStack(self)
        self.book = JobBook(self)
        self._asked: dict[tuple[int, str], Task] = {}
        self.library_changed.connect(self._forget)

    def ask(
        self,
        owner: QObject,
        question: Callable[[Engine], T],
        answer: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
        slot: str = "",
    ) -> Task:
        """Ask the library in the background; ``answer`` gets what ``question`` returns.

        A new question of the same owner and ``slot`` takes the place of the old one, whose
        answer no longer comes. An owner that is gone hears nothing.
        """

        def job(engine: Engine) -> Iterator[object]:
            yield question(engine)

        def tell(do: Callable[[Any], object] | None) -> Callable[[Any], None]:
            return lambda news: do(news) if do and isValid(owner) else None

        task = self.runner.start(job, Lane.QUERY)
        old = self._asked.pop((id(owner), slot), None)
        if old and isValid(old):
            old.cancel()
        self._asked[id(owner), slot] = task
        task.reported.connect(tell(answer))
        task.failed.connect(tell(failed))
        return task

    def start(self, job: Job, brief: Brief | None = None, record: JobRecord | None = None) -> Task:
        """Run long work that may change the library; everybody is told when it ends.

        With a ``brief``, people see it among the jobs. ``record`` is the interrupted job that it
        takes up.
        """
        entry = self.book.enter(brief, record) if brief else None
        task = self.runner.start(journaled(job, entry) if entry else job, Lane.INDEX)
        task.finished.connect(self.library_changed)
        task.finished.connect(lambda: self.runner.start(actions_match.keep_ready))
        if entry:
            entry.follow(task)
        return task

    def resume(self, entry: Entry) -> None:
        """Take up a job that was interrupted or has failed."""
        if job := actions.job_again(entry.brief.kind, entry.brief.parameters):
            self.start(job, entry.brief, entry.as_record())

    def drop(self, entry: Entry) -> None:
        """Give an interrupted job up."""
        number = entry.record_id
        self.runner.start(lambda engine: iter([engine.end_job(number, JobState.CANCELLED)]))
        self.book.remove(entry)

    def recall(self) -> None:
        """Read the journal of the open library."""
        self.ask(self.book, lambda engine: engine.jobs(), self.book.remember)

    def latest(self, owner: QObject) -> Latest:
        """A place for jobs of which only the newest counts, beside the imports."""
        return Latest(self.runner, Lane.QUERY, owner)

    def open_library(self, path: Path) -> None:
        """Work with another library from now on."""
        self.libraries.open(path, self.runner.reopen)
        self.undo_stack.clear()  # it tells of the library before
        self.book.clear()
        self.recall()
        self.library_changed.emit()

    def go(self, place: Place, **what: object) -> None:
        """Show a page."""
        self.went.emit(place, what)

    def toast(self, words: Say, undo: Callable[[], None] | None = None) -> None:
        """Tell something in passing."""
        self.toasted.emit(Toast(words, undo))

    def tell_failure(self, error: Exception) -> None:
        """Say what went wrong, and what to do."""
        self.toast(lambda: " ".join(error_texts(error)))

    def _forget(self) -> None:
        """The reading engine looks at the library anew."""

        def refresh(engine: Engine) -> Iterator[object]:
            engine.refresh()
            return iter(())

        self.runner.start(refresh, Lane.QUERY)
