"""One photo, two wishes: match it, or put it into a brand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from braind_desktop.texts import tr
from braind_desktop.widgets.basics import Button, Label, Speaking, column, row


class DropChoice(Speaking, QDialog):
    """Two halves, the first of which is the larger and answers Enter."""

    matched = Signal()
    imported = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.match, self.bring = Button("drop.choice.match", "primary"), Button("drop.choice.add")
        for button, width, signal in (
            (self.match, 300, self.matched), (self.bring, 200, self.imported)
        ):  # fmt: skip
            button.setFixedSize(width, 72)
            button.clicked.connect(self.accept)
            button.clicked.connect(signal)
        self.match.setDefault(True)
        cancel: QPushButton = Button("cancel", "quiet")
        cancel.clicked.connect(self.reject)
        self.setLayout(
            column(
                Label("drop.choice", "h2"), 4, row(self.match, self.bring, gap=12), 4,
                row(None, cancel), gap=12, margin=28,
            )
        )  # fmt: skip
        self.speak()

    def speak(self) -> None:
        """Say it in the language of the window."""
        self.setWindowTitle(tr("drop.choice"))
