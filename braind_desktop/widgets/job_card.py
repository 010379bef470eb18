"""The newest running job, at the foot of the sidebar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from braind_desktop.jobbook import GOING, Entry, JobBook, Stage
from braind_desktop.texts import tr
from braind_desktop.theme import shown_theme
from braind_desktop.widgets.basics import Speaking
from braind_desktop.widgets.job_row import how_far

HEIGHT, PADDING, BAR = 64, 12, 4
LINGERS_MS = 4000


class JobCard(Speaking, QAbstractButton):
    """Title, bar and time of the newest job, or how many there are; a click shows them all.

    It goes away a little after the last job has ended.
    """

    def __init__(self, book: JobBook) -> None:
        super().__init__()
        self._book = book
        self.setFixedHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._last: Entry | None = None
        self._leave = QTimer(self, interval=LINGERS_MS, singleShot=True)
        self._leave.timeout.connect(self._go)
        book.changed.connect(self.speak)
        self.speak()

    def speak(self) -> None:
        """Show what there is to show, in the language of the window."""
        going = self._book.at(*GOING, Stage.WAITING, Stage.INTERRUPTED)
        self._last = going[0] if going else self._last
        if going:
            self._leave.stop()
            self.show()
        elif not self._leave.isActive():
            self._leave.start() if self._last else self.hide()
        entry = self._last
        if entry is None:
            return
        self.title = entry.brief.words()
        self.detail = how_far(entry)
        if len(going) > 1:
            self.title = tr("jobs.card", count=len(going))
        self.setAccessibleName(f"{self.title}. {self.detail}")
        self.setToolTip(tr("jobs.card.tip"))
        self.update()

    def _go(self) -> None:
        self._last = None
        self.speak()

    def sizeHint(self) -> QSize:
        """It takes the width that there is."""
        return QSize(64, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a small card with title, bar and time; the bar alone where it is narrow."""
        if self._last is None:
            return
        theme, painter = shown_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(PADDING + 0.5, 0.5, -PADDING - 0.5, -0.5)
        painter.setPen(theme.color("focus" if self.hasFocus() else "line"))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(area, 8, 8)
        inside = area.adjusted(10, 8, -10, -8)
        if self.width() > 2 * HEIGHT:
            font = self.font()
            for role, weight, text, line in (
                ("ink", font.Weight.DemiBold, self.title, Qt.AlignmentFlag.AlignTop),
                ("ink3", font.Weight.Normal, self.detail, Qt.AlignmentFlag.AlignBottom),
            ):
                font.setPixelSize(theme.pixels(12 if role == "ink" else 11))
                font.setWeight(weight)
                painter.setFont(font)
                painter.setPen(theme.color(role))
                short = painter.fontMetrics().elidedText(
                    text, Qt.TextElideMode.ElideRight, int(inside.width())
                )
                painter.drawText(inside, line | Qt.AlignmentFlag.AlignLeft, short)
        self._paint_bar(painter, inside)

    def _paint_bar(self, painter: QPainter, inside: QRectF) -> None:
        assert self._last
        theme = shown_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        top = inside.center().y() - BAR / 2
        for token, share in (("line", 1.0), ("accent", self._last.pace.share)):
            painter.setBrush(theme.color(token))
            painter.drawRoundedRect(QRectF(inside.left(), top, inside.width() * share, BAR), 2, 2)
