"""The jobs that people see: what each is about, how far it is, and what came of it."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from time import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from braind.domain import JobRecord, JobState, Outcome, PhotoNote
from braind.events import JobBegun, Progress, note_of
from braind_desktop.pace import Pace
from braind_desktop.tasks import Job, Task
from braind_desktop.texts import tr

if TYPE_CHECKING:
    from braind.engine import Engine


@dataclass(frozen=True, slots=True)
class Brief:
    """What a job is about.

    Its title is the text "job.<kind>", filled with ``title``. ``command`` are the arguments with
    which the command line does the same. ``parameters`` are plain JSON values with which the job
    can be run again; a job that has some is kept in the library's journal.
    """

    kind: str
    title: str = ""
    command: Sequence[str] = ()
    parameters: Mapping[str, object] = field(default_factory=dict)

    def words(self) -> str:
        """The title, in the language of the window."""
        return tr(f"job.{self.kind}", what=self.title)


SAMPLE_BRIEF = Brief("sample", command=("import", "--sample"))


class Stage(StrEnum):
    """Where a job stands, as people are told."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSING = "pausing"
    PAUSED = "paused"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
    FAILED = "failed"
    PARTLY = "partly"
    DONE = "done"
    INTERRUPTED = "interrupted"


GOING = (Stage.RUNNING, Stage.PAUSING, Stage.PAUSED, Stage.CANCELLING)
OVER = (Stage.CANCELLED, Stage.FAILED, Stage.PARTLY, Stage.DONE)
_ENDED = {
    JobState.RUNNING: Stage.INTERRUPTED, JobState.CANCELLED: Stage.CANCELLED,
    JobState.FAILED: Stage.FAILED, JobState.DONE: Stage.DONE,
}  # fmt: skip


class Entry(QObject):
    """One job of the book: a task on its way, or the record of one."""

    changed = Signal()
    ended = Signal()

    def __init__(self, brief: Brief, record: JobRecord | None, owner: QObject) -> None:
        super().__init__(owner)
        self.brief, self.record = brief, record
        self.record_id = record.id if record else 0
        self.counts: Counter[Outcome] = Counter()
        self.counts.update({Outcome(k): n for k, n in (record.counts if record else {}).items()})
        self.notes: list[PhotoNote] = []
        self._noted: set[str] = set()
        self.error: Exception | None = None
        self.note = ""
        self.pace = Pace()
        self.begun_at = record.begun_at if record else time()
        self.task: Task | None = None
        self.is_given_up = False

    @property
    def stage(self) -> Stage:
        """Where it stands."""
        ended = _ENDED[self.record.state] if self.record else Stage.WAITING
        stage = Stage(self.task.state.value) if self.task else ended
        partly = stage is Stage.DONE and self.counts[Outcome.FAILED] > 0
        return Stage.PARTLY if partly else stage

    def follow(self, task: Task) -> None:
        """Be about this task from now on."""
        self.task = task
        task.reported.connect(self._hear)
        task.failed.connect(self._fail)
        task.changed.connect(self._turn)

    def recount(self, notes: Sequence[PhotoNote]) -> None:
        """What the journal tells of a job that did not come to its end."""
        self.notes, self.counts = list(notes), Counter(note.outcome for note in notes)
        self.changed.emit()

    def as_record(self) -> JobRecord | None:
        """What the journal knows of it; None for a job that it does not keep."""
        brief, number = self.brief, self.record_id
        if self.record or not number:
            return self.record
        return JobRecord(
            number, brief.kind, brief.title, brief.parameters, JobState.FAILED, {}, self.begun_at
        )

    def cancel(self) -> None:
        """Give the job up; what it has done stays."""
        self.is_given_up = True
        if self.task:
            self.task.cancel()

    def command(self, library: str) -> str:
        """The line that does the same in a terminal of this system."""
        words = ["braind", "--library", library, *self.brief.command]
        return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)

    def _hear(self, event: object) -> None:
        if isinstance(event, JobBegun):
            self.record_id, self.notes = event.id, list(event.notes)
            self._noted = {note.path for note in event.notes}
            self.counts = Counter(note.outcome for note in event.notes)
        elif isinstance(event, Progress):
            self.pace.hear(event.done, event.total)
            self.note = event.note
            self.changed.emit()
        elif (note := note_of(event)) and note.path not in self._noted:
            self._noted.add(note.path)
            self.notes.append(note)
            self.counts[note.outcome] += 1

    def _fail(self, error: Exception) -> None:
        self.error = error

    def _turn(self) -> None:
        if self.stage in (Stage.PAUSING, Stage.PAUSED):
            self.pace.rest()
        if self.stage in OVER:
            self.ended.emit()
        self.changed.emit()


class JobBook(QObject):
    """All jobs that people see, newest first. ``changed`` when one came, went or moved on.

    ``recalled``: the journal of a library has been read.
    """

    changed = Signal()
    ended = Signal(object)  # Entry
    recalled = Signal()

    def __init__(self, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self.entries: list[Entry] = []

    def enter(self, brief: Brief, record: JobRecord | None = None) -> Entry:
        """Show a job that is about to begin; ``record`` is the one that it takes up."""
        taken = record.id if record else 0
        self.entries = [e for e in self.entries if not taken or e.record_id != taken]
        entry = Entry(brief, record, self)
        self._add(entry)
        return entry

    def remember(self, records: Sequence[JobRecord]) -> None:
        """Show what the journal tells of jobs that are not shown yet; older ones go."""
        self.entries = [entry for entry in self.entries if entry.task]
        shown = {entry.record_id for entry in self.entries}
        for record in reversed(records):
            if record.id not in shown:
                command = record.parameters.get("command", [])
                words = [str(word) for word in command] if isinstance(command, list) else []
                brief = Brief(record.kind, record.title, words, record.parameters)
                self._add(Entry(brief, record, self))
        self.entries.sort(key=lambda entry: -entry.begun_at)
        self.changed.emit()
        self.recalled.emit()

    def remove(self, entry: Entry) -> None:
        """Show an entry no more."""
        self.entries.remove(entry)
        self.changed.emit()

    def clear(self) -> None:
        """Another library has other jobs."""
        self.entries = []
        self.changed.emit()

    def at(self, *stages: Stage) -> list[Entry]:
        """The entries that stand there."""
        return [entry for entry in self.entries if entry.stage in stages]

    def _add(self, entry: Entry) -> None:
        entry.changed.connect(self.changed)
        entry.ended.connect(partial(self.ended.emit, entry))
        self.entries.insert(0, entry)
        self.changed.emit()


def journaled(job: Job, entry: Entry) -> Job:
    """The job, kept in the library's journal if it can be run again."""
    brief, record = entry.brief, entry.record
    if not brief.parameters:
        return job

    def run(engine: Engine) -> Iterator[object]:
        parameters = {**brief.parameters, "command": list(brief.command)}
        kept = engine.journal(
            brief.kind, brief.title, parameters, job(engine), record, lambda: entry.is_given_up
        )
        with closing(kept):
            for event in kept:
                if isinstance(event, JobBegun):  # known here even if it is cancelled at once
                    entry.record_id = event.id
                yield event

    return run
