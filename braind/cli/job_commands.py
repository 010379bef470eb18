"""The command about jobs that the window ran: jobs."""

from __future__ import annotations

from datetime import datetime

from braind.cli.app import App, command
from braind.cli.tables import table
from braind.cli.texts import say
from braind.domain import JobRecord, Outcome


@command("jobs", reads=True)
def jobs(app: App) -> None:
    """List the imports of the window of the last seven days.

    A job that was interrupted goes on where it was left: by the window, or by importing the same
    sources again.
    """
    with app.engine(read_only=True) as engine:
        records = engine.jobs()
    app.give([_shape(record) for record in records], lambda: _view(records, app.language))


def _shape(record: JobRecord) -> dict[str, object]:
    return {
        "id": record.id,
        "kind": record.kind,
        "title": record.title,
        "state": record.state.value,
        "counts": dict(record.counts),
        "begun_at": record.begun_at,
        "ended_at": record.ended_at,
        "command": record.parameters.get("command", []),
    }


def _view(records: list[JobRecord], language: str) -> str:
    if not records:
        return say("no_jobs", language)
    return table([_line(record, language) for record in records], numbers=(3, 4, 5, 6))


def _line(record: JobRecord, language: str) -> list[str]:
    begun = f"{datetime.fromtimestamp(record.begun_at):%Y-%m-%d %H:%M}"
    counts = [
        f"{say(f'job_{outcome.value}', language)} {record.counts.get(outcome.value, 0):,}"
        for outcome in Outcome
    ]
    return [begun, record.title, say(f"job_state_{record.state.value}", language), *counts]


COMMANDS = (jobs,)
