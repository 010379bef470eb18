"""Labels and buttons that know how to say themselves again in another language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from braind_desktop.texts import Say, plain, say

# Two Qt classes as bases crash the process: only the type checker may take this for one.
if TYPE_CHECKING:
    _Mixin = QWidget
else:
    _Mixin = object


class Speaking(_Mixin):
    """Mixed in before a Qt class: ``speak`` is called again when the language changes."""

    def speak(self) -> None:
        """Set every text that is not a speaking widget's own."""
        raise NotImplementedError

    def changeEvent(self, change: QEvent) -> None:
        """Qt tells every widget of a window."""
        if change.type() is QEvent.Type.LanguageChange:
            self.speak()
        super().changeEvent(change)


class Label(Speaking, QLabel):
    """A text in one of the theme's type roles."""

    def __init__(self, words: Say | str = "", role: str = "body", wrap: bool = False) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.say(words)

    def say(self, words: Say | str) -> None:
        """Show a text: an id, or whatever a function returns; an empty id shows nothing."""
        self._say = (say(words) if words else str) if isinstance(words, str) else words
        self.speak()

    def speak(self) -> None:
        """Say it in the language of the window."""
        self.setText(self._say())


class Button(Speaking, QPushButton):
    """A button with a text; ``kind`` is "primary", "quiet", "chip", "tab" or plain."""

    def __init__(self, words: Say | str, kind: str = "plain", hint: str = "") -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setCheckable(kind in ("chip", "tab"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._hint = hint
        self.say(words)

    def say(self, words: Say | str) -> None:
        """Show a text: an id, or whatever a function returns."""
        self._say = say(words) if isinstance(words, str) else words
        self.speak()

    def speak(self) -> None:
        """Say it in the language of the window."""
        self.setText(self._say())
        self.setAccessibleName(self._say())
        self.setToolTip(plain(f"{self._say()} ({self._hint})") if self._hint else "")


def card() -> QFrame:
    """A surface with a hairline around it."""
    frame = QFrame()
    frame.setObjectName("card")
    return frame


Placed = QWidget | QLayout | int | None
Edges = tuple[int, int, int, int]
Box = TypeVar("Box", bound=QBoxLayout)


def column(*parts: Placed, gap: int = 8, margin: int | Edges = 0) -> QVBoxLayout:
    """Parts below each other; a number is space and None takes what is left."""
    return _filled(QVBoxLayout(), parts, gap, margin)


def row(*parts: Placed, gap: int = 8, margin: int | Edges = 0) -> QHBoxLayout:
    """Parts beside each other; a number is space and None takes what is left."""
    return _filled(QHBoxLayout(), parts, gap, margin)


def _filled(layout: Box, parts: Sequence[Placed], gap: int, margin: int | Edges) -> Box:
    edges = (margin,) * 4 if isinstance(margin, int) else margin
    layout.setContentsMargins(*edges)
    layout.setSpacing(gap)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout


def widgets_in(layout: QBoxLayout) -> list[QWidget]:
    """The widgets that lie directly in a layout, in order."""
    items = (layout.itemAt(number) for number in range(layout.count()))
    widgets = (item.widget() for item in items if item)
    return [widget for widget in widgets if widget]


def clear(layout: QBoxLayout) -> None:
    """Remove and forget everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
