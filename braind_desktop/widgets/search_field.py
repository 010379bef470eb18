"""A field to find brands in, which answers while a syllable is still being composed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit

from braind_desktop.texts import tr
from braind_desktop.widgets.basics import Speaking


class SearchField(Speaking, QLineEdit):
    """``typed`` brings the text together with what is being composed."""

    typed = Signal(str)

    def __init__(self, hint: str, spoken: str) -> None:
        super().__init__()
        self._hint, self._spoken = hint, spoken
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self.typed)
        self.speak()

    def inputMethodEvent(self, composing: QInputMethodEvent) -> None:
        """What is not committed yet counts as typed."""
        super().inputMethodEvent(composing)
        place, text = self.cursorPosition(), self.text()
        self.typed.emit(text[:place] + composing.preeditString() + text[place:])

    def speak(self) -> None:
        """Say it in the language of the window."""
        self.setPlaceholderText(tr(self._hint))
        self.setAccessibleName(tr(self._spoken))
