"""Jobs that are written down, so that they can be shown, taken up and tried again.

Decision: a job whose generator is closed stays RUNNING in the journal, as after the end of its
process, and can be taken up again; unless the one who closed it says that it was given up.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping

from braind.domain import JobRecord, JobState, Outcome, PhotoNote
from braind.engine.holdings import Holdings
from braind.events import JobBegun, note_of

KEPT_DAYS = 7
_WRITE_SECONDS = 1.0


class JournalCalls(Holdings):
    """The part of an engine that remembers jobs. Every call raises ``StoreError``."""

    def journal(
        self,
        kind: str,
        title: str,
        parameters: Mapping[str, object],
        job: Iterator[object],
        record: JobRecord | None = None,
        is_given_up: Callable[[], bool] = lambda: False,
    ) -> Generator[object, None, None]:
        """The job, written down as it goes; ``record`` is the interrupted one that it takes up.

        Yields ``JobBegun`` and then what the job yields. Photos that a resumed job finds done are
        not noted a second time. ``is_given_up`` is asked when the generator is closed midway.
        """
        now = time.time()
        self.library.forget_jobs(now - KEPT_DAYS * 86_400)
        job_id = record.id if record else self.library.begin_job(kind, title, parameters, now)
        if record:
            self.library.end_job(job_id, JobState.RUNNING, 0.0)
        writer = self._take_up(record) if record else _Writer()
        is_complete = False
        try:
            yield JobBegun(job_id, tuple(writer.noted.values()))
            for event in job:
                writer.hear(event)
                if writer.is_due:
                    self.library.note_photos(job_id, *writer.take())
                yield event
            is_complete = True
        except Exception:
            self.library.end_job(job_id, JobState.FAILED, time.time())
            raise
        except GeneratorExit:
            if is_given_up():
                self.library.end_job(job_id, JobState.CANCELLED, time.time())
            raise
        finally:
            getattr(job, "close", lambda: None)()
            if not is_complete:  # the job stored its last photos while it was closed, untold
                self._catch_up(writer, record.begun_at if record else now)
            self.library.note_photos(job_id, *writer.take())
        self.library.end_job(job_id, JobState.DONE, time.time())

    def _take_up(self, record: JobRecord) -> _Writer:
        """A writer that knows what is noted, and notes what was stored in the last moment."""
        writer = _Writer()
        for note in self.library.job_photos(record.id):
            writer.know(note)
        self._catch_up(writer, record.begun_at)
        return writer

    def _catch_up(self, writer: _Writer, begun_at: float) -> None:
        for note in self.library.stored_since(begun_at):
            writer.note(note)

    def jobs(self) -> list[JobRecord]:
        """The jobs of the last days, newest first."""
        return self.library.jobs()

    def job_photos(self, job_id: int) -> list[PhotoNote]:
        """What became of a job's photos."""
        return self.library.job_photos(job_id)

    def end_job(self, job_id: int, state: JobState) -> None:
        """Say how a job ended that did not end by itself."""
        self.library.end_job(job_id, state, time.time())


class _Writer:
    """Collects notes until it is worth a transaction."""

    def __init__(self) -> None:
        self.noted: dict[str, PhotoNote] = {}
        self._counts: Counter[Outcome] = Counter()
        self._waiting: list[PhotoNote] = []
        self._written = time.monotonic()

    @property
    def is_due(self) -> bool:
        return bool(self._waiting) and time.monotonic() - self._written > _WRITE_SECONDS

    def hear(self, event: object) -> None:
        if note := note_of(event):
            self.note(note)

    def note(self, note: PhotoNote) -> None:
        if note.path not in self.noted:
            self.know(note)
            self._waiting.append(note)

    def know(self, note: PhotoNote) -> None:
        self.noted[note.path] = note
        self._counts[note.outcome] += 1

    def take(self) -> tuple[list[PhotoNote], dict[str, int]]:
        notes, self._waiting = self._waiting, []
        self._written = time.monotonic()
        return notes, {outcome.value: count for outcome, count in self._counts.items()}
