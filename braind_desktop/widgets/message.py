"""A sentence in place of what was hoped for, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from braind_desktop.texts import Say
from braind_desktop.widgets.basics import Button, Label, column, row


class Message(QFrame):
    """A mark, what happened, what to do, and buttons for it."""

    def __init__(self, mark: QWidget, title: Say | str, body: Say | str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.title, self.body = Label(title, "h2", wrap=True), Label(body, "lead", wrap=True)
        self._buttons = row(None, None)
        for label in (self.title, self.body):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        lines = column(
            None, row(None, mark, None), 8, self.title, self.body, 16, self._buttons, None
        )
        lines.setContentsMargins(48, 40, 48, 40)
        self.setLayout(lines)

    def offer(self, words: Say | str, kind: str = "plain") -> Button:
        """Add a button."""
        button = Button(words, kind)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button
