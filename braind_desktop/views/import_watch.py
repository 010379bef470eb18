"""Following an import from outside: which brand it is at, and that there is more to see."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject, Signal

from braind.events import LookIndexed, Progress
from braind_desktop.desk import Desk
from braind_desktop.jobs import Task

GROWS_S = 3.0


class ImportWatch(QObject):
    """``moved`` brings a brand and how far the import is, None when it is at it no more.

    ``grew`` comes now and then while looks are added, so that they can be seen as they come.
    """

    moved = Signal(str, object)
    grew = Signal()

    def __init__(self, desk: Desk, owner: QObject) -> None:
        super().__init__(owner)
        self._brand, self._told = "", monotonic()
        desk.runner.started.connect(self._follow)

    def _follow(self, task: Task) -> None:
        task.reported.connect(self._hear)
        task.finished.connect(self._end)

    def _hear(self, news: object) -> None:
        if isinstance(news, LookIndexed):
            if news.brand != self._brand:
                self._end()
            self._brand = news.brand
            if monotonic() - self._told > GROWS_S:
                self._told = monotonic()
                self.grew.emit()
        elif isinstance(news, Progress) and self._brand:
            self.moved.emit(self._brand, (news.done, news.total))

    def _end(self) -> None:
        if self._brand:
            self.moved.emit(self._brand, None)
            self._brand = ""
