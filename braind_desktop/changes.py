"""Changes that people make by hand, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from braind_desktop.desk import Desk
from braind_desktop.jobs import Lane
from braind_desktop.texts import Say

if TYPE_CHECKING:
    from braind.engine import Engine

Step = Callable[["Engine"], object]


class Change(QUndoCommand):
    """One change of the library and its way back.

    Decision: both run beside the imports, in the lane of the questions, because nobody who marks a
    brand should wait for an import to end. They are short, and the library lets one write at a
    time.
    """

    def __init__(self, desk: Desk, words: Say, forth: Step, back: Step) -> None:
        super().__init__(words())
        self.words = words
        self._desk, self._forth, self._back = desk, forth, back

    def redo(self) -> None:
        """Make the change."""
        self._run(self._forth)

    def undo(self) -> None:
        """Take it back."""
        self._run(self._back)

    def _run(self, step: Step) -> None:
        def job(engine: Engine) -> Iterator[object]:
            step(engine)
            return iter(())

        task = self._desk.runner.start(job, Lane.QUERY)
        task.failed.connect(self._desk.tell_failure)
        task.finished.connect(self._desk.library_changed)


def make_change(desk: Desk, words: Say, forth: Step, back: Step) -> None:
    """Change the library, say so, and offer to take it back."""
    change = Change(desk, words, forth, back)
    stack = desk.undo_stack
    stack.push(change)
    place = stack.index()

    def take_back() -> None:
        if stack.index() == place and stack.command(place - 1) is change:
            stack.undo()
        else:  # something else was done since: taking this back is a change of its own
            stack.push(Change(desk, words, back, forth))

    desk.toast(words, take_back)
