"""A chart on the screen: a painter function in a widget, with words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from braind_desktop.texts import Say
from braind_desktop.theme import Theme, shown_theme
from braind_desktop.widgets.basics import Speaking

Paint = Callable[[QPainter, QRectF, Theme], None]


def _nothing(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """What an empty chart shows."""


class Chart(Speaking, QWidget):
    """Shows what ``show_chart`` was given last; ``words`` say the same to a screen reader."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = QSize(width, height)
        self._paint: Paint = _nothing
        self._words: Say = str
        self.setMinimumSize(self._size)

    def show_chart(self, paint: Paint, words: Say) -> None:
        """Show a chart."""
        self._paint, self._words = paint, words
        self.speak()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as it was made."""
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the theme of the window."""
        self._paint(QPainter(self), QRectF(self.rect()), shown_theme())

    def speak(self) -> None:
        """Say it in the language of the window."""
        self.setAccessibleName(self._words())
        self.update()
