"""LAVIS, which one backend needs: an offer to build its environment, and how far that is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from braind.events import Progress
from braind_desktop.desk import Desk
from braind_desktop.jobs import Lane, Task
from braind_desktop.tasks import TaskState
from braind_desktop.texts import error_texts, say
from braind_desktop.widgets.basics import Button, Label, column, row


class LavisOffer(QWidget):
    """Shown where LAVIS is missing, and while it is installed; ``installed`` when it is there."""

    installed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._task: Task | None = None
        self.words, self.do = Label("lavis.missing", "small", wrap=True), Button("lavis.install")
        self.do.clicked.connect(self._press)
        self.setLayout(column(self.words, row(self.do, None), gap=8))
        self.hide()

    def offer(self, is_missing: bool) -> None:
        """Show or hide it; one that is at work stays."""
        if self._task is None:
            self.words.say("lavis.missing")
            self.setVisible(is_missing)

    def _press(self) -> None:
        """Begin, or stop what was begun."""
        if self._task is not None:
            self._task.cancel()
            return
        self._task = task = self._desk.runner.start(lambda e: e.install_lavis(), Lane.NET)
        self.do.say("cancel")
        task.reported.connect(self._hear)
        task.failed.connect(lambda error: self.words.say(lambda: " ".join(error_texts(error))))
        task.finished.connect(lambda: self._end(task))

    def _hear(self, news: object) -> None:
        if isinstance(news, Progress):
            step = {"step": min(news.done + 1, news.total), "steps": news.total}
            self.words.say(say("lavis.going", note=news.note, **step))

    def _end(self, task: Task) -> None:
        self._task = None
        self.do.say("lavis.install")
        if task.state is TaskState.DONE:
            self.hide()
            self.installed.emit()
        elif task.state is not TaskState.FAILED:
            self.words.say("lavis.missing")
