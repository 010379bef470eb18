"""Progress on standard error: a bar on a terminal, JSON lines for programs, else silence."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from types import TracebackType
from typing import Self, TypeVar

from braind.cli.app import App
from braind.cli.tables import bar, width
from braind.events import PhotoExcluded, PhotoFailed, Progress

_NOTE = 40
_Result = TypeVar("_Result")


def follow(
    app: App,
    job: Generator[Progress | _Result, None, None],
    show: Callable[[ProgressLine, Progress], None] | None = None,
) -> _Result:
    """Run a job to its end, telling how far it is; what it gave last."""
    with ProgressLine(app) as progress, closing(job):
        for step in job:
            if not isinstance(step, Progress):
                return step
            (show or _count)(progress, step)
    raise AssertionError("a job ends with its result")


def _count(line: ProgressLine, step: Progress) -> None:
    line.show(step.done, step.total, step.note)


class ProgressLine:
    """One line that is written over; it is gone when the block ends."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._is_shown = not app.as_json and sys.stderr.isatty()
        self._length = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._write("")

    def show(self, done: int, total: int, note: str = "", counts: str = "") -> None:
        """Say how far it is; ``counts`` is that in words, where plain numbers would not do."""
        if self._app.as_json:
            self._app.tell({"event": "progress", "done": done, "total": total, "note": note})
        share = done / total if total else 0.0
        short = note if width(note) <= _NOTE else "…" + note[1 - _NOTE :]
        counts = counts or f"{done:,}/{total:,}"
        self._write(f"{bar(share)} {counts}  {short}")

    def tell(self, event: Mapping[str, object], line: str = "") -> None:
        """News above the bar."""
        self._write("")
        self._app.tell(event, line)

    def _write(self, text: str) -> None:
        if self._is_shown:
            sys.stderr.write("\r" + text + " " * max(0, self._length - width(text)))
            sys.stderr.write("\r" if not text else "")
            sys.stderr.flush()
            self._length = width(text)


def tell_lost(line: ProgressLine, event: PhotoFailed | PhotoExcluded) -> None:
    """Say which photo could not be used, and why."""
    why = event.message if isinstance(event, PhotoFailed) else ", ".join(event.reasons)
    line.tell({"event": "photo_lost", "path": event.path, "why": why}, f"{event.path}: {why}")
