"""The panel of all jobs, which slides in from the right."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from braind_desktop.desk import Desk
from braind_desktop.jobbook import GOING, OVER, Entry, Stage
from braind_desktop.texts import say
from braind_desktop.widgets.basics import Button, Label, clear, column, row, widgets_in
from braind_desktop.widgets.job_row import JobRow

WIDTH, SLIDES_MS = 420, 180
SECTIONS = (
    ("jobs.interrupted", (Stage.INTERRUPTED,)),
    ("jobs.running", GOING),
    ("jobs.waiting", (Stage.WAITING,)),
    ("jobs.done", OVER),
)


class JobsPanel(QFrame):
    """Interrupted, running, waiting and done jobs, over the right edge of ``ground``."""

    detailed = Signal(object)  # Entry

    def __init__(self, desk: Desk, ground: QWidget) -> None:
        super().__init__(ground)
        self.setObjectName("panel")
        self._desk, self._ground = desk, ground
        self._shown: list[tuple[Entry, Stage]] = []
        close = Button("jobs.close", "quiet", "Esc")
        close.clicked.connect(self.slide_out)
        inside = QWidget()
        inside.setObjectName("panelInside")
        self._rows = column(gap=10, margin=(0, 0, 8, 0))
        inside.setLayout(self._rows)
        area = QScrollArea()
        area.setObjectName("panelArea")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        head = row(Label("jobs.title", "h2"), None, close)
        self.setLayout(column(head, area, gap=12, margin=(20, 20, 12, 20)))
        self._slide = QPropertyAnimation(self, b"geometry", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.setDuration(SLIDES_MS)
        self._slide.finished.connect(self._settle)
        # Wherever the focus went: a row that had it may be gone by now.
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.slide_out)
        self.is_open = False
        self.hide()
        ground.installEventFilter(self)
        desk.book.changed.connect(self._refresh)

    @property
    def rows(self) -> list[JobRow]:
        """The rows that are shown, in order."""
        return [widget for widget in widgets_in(self._rows) if isinstance(widget, JobRow)]

    def toggle(self) -> None:
        """Show it, or put it away."""
        if self.is_open:
            self.slide_out()
        else:
            self.slide_in()

    def slide_in(self) -> None:
        """Show the jobs."""
        self.is_open = True
        self._shown = []
        self._refresh()
        self.show()
        self.raise_()
        self._move_to(self._place(True))
        self.setFocus()

    def slide_out(self) -> None:
        """Put the panel away."""
        self.is_open = False
        self._move_to(self._place(False))

    def _place(self, is_open: bool) -> QRect:
        left = self._ground.width() - (WIDTH if is_open else 0)
        return QRect(left, 0, WIDTH, self._ground.height())

    def _move_to(self, place: QRect) -> None:
        self._slide.stop()
        self._slide.setStartValue(self._place(not self.is_open))
        self._slide.setEndValue(place)
        self._slide.start()

    def _settle(self) -> None:
        self.setVisible(self.is_open)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge while the window changes its size."""
        if event.type() is QEvent.Type.Resize and self.is_open:
            self._slide.stop()
            self.setGeometry(self._place(True))
        return False

    def _refresh(self) -> None:
        """Make the rows anew when a job came or moved to another section."""
        now = [(entry, entry.stage) for entry in self._desk.book.entries]
        if not self.is_open or now == self._shown:
            return
        self._shown = now
        clear(self._rows)
        for title, stages in SECTIONS:
            if entries := self._desk.book.at(*stages):
                self._rows.addWidget(Label(title, "small"))
                for entry in entries:
                    self._rows.addWidget(self._row(entry))
        if not now:
            self._rows.addWidget(Label("jobs.none", "h3"))
            self._rows.addWidget(Label("jobs.none.body", "body", wrap=True))
        self._rows.addStretch(1)

    def _row(self, entry: Entry) -> JobRow:
        shown = JobRow(entry)
        shown.detailed.connect(self.detailed)
        shown.resumed.connect(self._desk.resume)
        shown.dropped.connect(self._desk.drop)
        shown.copied.connect(self._copy)
        return shown

    def _copy(self, entry: Entry) -> None:
        QGuiApplication.clipboard().setText(entry.command(str(self._desk.libraries.current)))
        self._desk.toast(say("job.copied"))
