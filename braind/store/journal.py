"""The journal: which long jobs were at work on the library, and what became of each photo."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from braind.domain import JobRecord, JobState, Outcome, PhotoNote
from braind.store.rows import pack_path, unpack_path, unpack_reasons
from braind.store.session import Row, Session

_BEGIN = """
INSERT INTO jobs (kind, title, parameters, state, counts, begun_at, ended_at)
VALUES (:kind, :title, :parameters, :state, '{}', :now, 0)
"""
_NOTE = """
INSERT INTO job_photos (job_id, path, outcome, reason)
VALUES (:job_id, :path, :outcome, :reason)
"""


_STORED = """
SELECT DISTINCT path, page, 'added' AS outcome, '[]' AS reasons FROM looks
WHERE added_at >= datetime(:since, 'unixepoch')
UNION ALL
SELECT path, page, 'excluded', reasons FROM excluded_photos
WHERE added_at >= datetime(:since, 'unixepoch')
"""


class Journal(Session):
    """The part of a library that remembers jobs."""

    def begin_job(self, kind: str, title: str, parameters: Mapping[str, object], now: float) -> int:
        """Write down that a job begins at ``now`` (seconds since 1970); its id."""
        with self.transaction():
            self._write(
                _BEGIN,
                kind=kind,
                title=title,
                parameters=json.dumps(parameters),
                state=JobState.RUNNING.value,
                now=now,
            )
            return int(self._value("SELECT last_insert_rowid()"))

    def note_photos(
        self, job_id: int, notes: Sequence[PhotoNote], counts: Mapping[str, int]
    ) -> None:
        """Add what became of some photos, and say how many there are of each kind by now."""
        rows = [
            {
                "job_id": job_id,
                "path": pack_path(note.path),
                "outcome": note.outcome.value,
                "reason": note.reason,
            }
            for note in notes
        ]
        with self.transaction():
            self._write(
                "UPDATE jobs SET counts = :counts WHERE id = :job_id",
                counts=json.dumps(dict(counts)),
                job_id=job_id,
            )
            self._write_many(_NOTE, rows)

    def end_job(self, job_id: int, state: JobState, now: float) -> None:
        """Write down how a job ended. A job that is not in the journal is passed over."""
        self._write(
            "UPDATE jobs SET state = :state, ended_at = :now WHERE id = :job_id",
            state=state.value,
            now=now,
            job_id=job_id,
        )

    def jobs(self) -> list[JobRecord]:
        """All jobs of the journal, newest first."""
        return [_record(row) for row in self._rows("SELECT * FROM jobs ORDER BY id DESC")]

    def job_photos(self, job_id: int) -> list[PhotoNote]:
        """What became of a job's photos, in the order in which they were finished."""
        rows = self._rows(
            "SELECT path, outcome, reason FROM job_photos WHERE job_id = :job_id ORDER BY id",
            job_id=job_id,
        )
        return [
            PhotoNote(unpack_path(row["path"]), Outcome(row["outcome"]), row["reason"])
            for row in rows
        ]

    def stored_since(self, since: float) -> list[PhotoNote]:
        """The photos that were stored after a time, in seconds since 1970."""
        return [
            PhotoNote(
                unpack_path(row["path"]) + (f"#{row['page']}" if row["page"] else ""),
                Outcome(row["outcome"]),
                ",".join(unpack_reasons(row["reasons"])),
            )
            for row in self._rows(_STORED, since=int(since))
        ]

    def forget_jobs(self, ended_before: float) -> None:
        """Remove the jobs that ended before a time, in seconds since 1970."""
        self._write(
            "DELETE FROM jobs WHERE state IS NOT :running AND ended_at < :before",
            running=JobState.RUNNING.value,
            before=ended_before,
        )


def _record(row: Row) -> JobRecord:
    return JobRecord(
        row["id"],
        row["kind"],
        row["title"],
        json.loads(row["parameters"]),
        JobState(row["state"]),
        json.loads(row["counts"]),
        row["begun_at"],
        row["ended_at"],
    )
