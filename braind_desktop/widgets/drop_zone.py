"""Where a match begins: a well to drop a photo into, and every other way to give one."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from braind_desktop.pictures import carries_something
from braind_desktop.theme import shown_theme
from braind_desktop.widgets.basics import Button, Label, column, row
from braind_desktop.widgets.drawn import Pictogram

WELL = QSize(640, 336)
TIPS = ("whole", "one", "light")


class Well(QWidget):
    """A dashed, round-cornered ground; ``lit`` while something hovers over it."""

    def __init__(self, owner: QWidget | None = None) -> None:
        super().__init__(owner)
        self._lit = False

    def light(self, lit: bool) -> None:
        """Show that letting go here does something."""
        self._lit = lit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and its dashes."""
        theme, painter = shown_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("accent_soft" if self._lit else "surface"))
        pen = QPen(theme.color("accent" if self._lit else "line_strong"), 2 if self._lit else 1.4)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 16, 16)


class DropTarget(QWidget):
    """A page that takes drops anywhere; ``overlay`` covers it while something hovers."""

    dropped = Signal(object)  # QMimeData, valid during the call
    hovered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.overlay, self.promised = Well(self), Label("drop.release", "h2")
        self.overlay.setLayout(column(None, row(None, self.promised, None), None))
        self.overlay.light(True)
        self.overlay.hide()

    def dragEnterEvent(self, drag: QDragEnterEvent) -> None:
        """Accept by type alone and say what letting go does."""
        if carries_something(drag.mimeData()):
            drag.acceptProposedAction()
            self.promised.say(self.promise(drag.mimeData()))
            self.hovered.emit(True)

    def promise(self, mime: QMimeData) -> str:
        """The key of the sentence that says what letting go does."""
        return "drop.release"

    def dragLeaveEvent(self, drag: QDragLeaveEvent) -> None:
        """Whatever it was, it went away."""
        self.hovered.emit(False)

    def dropEvent(self, drop: QDropEvent) -> None:
        """Hand over what was dropped."""
        self.hovered.emit(False)
        drop.acceptProposedAction()
        self.dropped.emit(drop.mimeData())

    def resizeEvent(self, resize: QResizeEvent) -> None:
        """Keep the overlay over everything."""
        self.overlay.setGeometry(self.rect().adjusted(16, 16, -16, -16))
        self.overlay.raise_()
        super().resizeEvent(resize)


class DropZone(QWidget):
    """The page before a match."""

    chosen = Signal()
    pasted = Signal()
    sampled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.well = Well()
        self.well.setFixedSize(WELL)
        self.title = Label("drop.title", "h2")
        choose, paste = Button("choose", "primary", "Ctrl+O"), Button("paste", hint="Ctrl+V")
        sample = Button("try_sample", "quiet")
        for button, signal in (
            (choose, self.chosen), (paste, self.pasted), (sample, self.sampled)
        ):  # fmt: skip
            button.clicked.connect(signal)
        inside = column(
            None,
            row(None, Pictogram("drop", 52), None),
            12,
            row(None, self.title, None),
            row(None, Label("drop.formats", "small"), None),
            16,
            row(None, choose, paste, None),
            row(None, sample, None),
            None,
        )
        self.well.setLayout(inside)
        self.setLayout(
            column(
                None,
                row(None, self.well, None),
                28,
                row(None, *map(_tip, TIPS), None, gap=48),
                None,
                gap=0,
            )
        )

    def light(self, lit: bool) -> None:
        """Show that letting go of what hovers here starts a match."""
        self.well.light(lit)
        self.title.say("drop.release" if lit else "drop.title")


def _tip(name: str) -> QWidget:
    tip = QWidget()
    label = Label(f"tip.{name}", "small")
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    layout: QVBoxLayout = column(row(None, Pictogram(name), None), label)
    tip.setLayout(layout)
    return tip
