"""Short notices at the bottom right, at most three, which go by themselves."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QWidget

from braind_desktop.desk import Toast
from braind_desktop.widgets.basics import Button, Label, row

MOST, GAP, EDGE = 3, 8, 24
STAYS_MS, STAYS_WITH_UNDO_MS = 6000, 8000


class Toasts:
    """The notices that lie over a widget."""

    def __init__(self, ground: QWidget) -> None:
        self._ground = ground
        self.shown: list[QFrame] = []

    def show_toast(self, toast: Toast) -> None:
        """Show a notice above the earlier ones; the oldest goes when there are too many."""
        frame = QFrame(self._ground)
        frame.setObjectName("toast")
        words = Label(toast.words, "body")
        line = row(words, gap=16, margin=(16, 10, 16, 10))
        if toast.undo:
            undo = Button("undo", "quiet")
            undo.clicked.connect(toast.undo)
            undo.clicked.connect(partial(self._drop, frame))
            line.addWidget(undo)
            frame.setProperty("offers", True)
        frame.setLayout(line)
        frame.setAccessibleName(words.text())
        self.shown.append(frame)
        if len(self.shown) > MOST:
            self._drop(self.shown[0])
        stays = STAYS_WITH_UNDO_MS if toast.undo else STAYS_MS
        QTimer.singleShot(stays, frame, partial(self._drop, frame))
        frame.show()
        self.settle()

    def withdraw_offers(self) -> None:
        """Take away the notices that offer an undo: another way was taken."""
        for frame in [frame for frame in self.shown if frame.property("offers")]:
            self._drop(frame)

    def settle(self) -> None:
        """Put the notices into their corner again."""
        bottom = self._ground.height() - EDGE
        for frame in reversed(self.shown):
            frame.adjustSize()
            frame.move(self._ground.width() - EDGE - frame.width(), bottom - frame.height())
            frame.raise_()
            bottom -= frame.height() + GAP

    def _drop(self, frame: QFrame, _checked: bool = False) -> None:
        if frame in self.shown:
            self.shown.remove(frame)
            frame.hide()
            frame.deleteLater()
            self.settle()
