"""The ranked brands with the chips that compare by one part; also when there are none."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QWidget

from braind.vocabulary import PARTS, Part, label
from braind_desktop.texts import Say, capital, say, spoken_language
from braind_desktop.theme import shown_theme
from braind_desktop.widgets.basics import Button, Label, clear, column, row, widgets_in
from braind_desktop.widgets.drawn import Mark, State
from braind_desktop.widgets.flow import Flow
from braind_desktop.widgets.message import Message
from braind_desktop.widgets.result_row import Ranked, ResultRow

SKELETON_ROWS = 4


class ResultList(QWidget):
    """A column of results below a title and chips."""

    weighed = Signal(object)  # Part or None
    opened = Signal(str)  # a brand's name

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("results.looking", "h3")
        self.chips = {part: _chip(part) for part in (None, *PARTS)}
        self._offered = set(self.chips)
        self._group = QButtonGroup(self)
        for part, chip in self.chips.items():
            self._group.addButton(chip)
            chip.clicked.connect(lambda _, part=part: self.weighed.emit(part))
        inside = QWidget()
        inside.setObjectName("page")
        self._rows = column(gap=12, margin=(0, 0, 6, 0))
        inside.setLayout(self._rows)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        head = row(self.title, 12, Flow(*self.chips.values()), None, gap=6)
        self.setLayout(column(head, area, gap=12))

    @property
    def rows(self) -> list[ResultRow]:
        """The rows that are shown, in order."""
        return [widget for widget in widgets_in(self._rows) if isinstance(widget, ResultRow)]

    @property
    def messages(self) -> list[Message]:
        """What is shown in place of rows."""
        return [widget for widget in widgets_in(self._rows) if isinstance(widget, Message)]

    def offer(self, parts: Collection[Part]) -> None:
        """The parts to compare by from now on: looks of some recipes have more than others."""
        self._offered = {None, *parts}

    def show_waiting(self) -> None:
        """Shapes where the rows will be."""
        self._head("results.looking", chips=False)
        self.chips[None].setChecked(True)
        for _ in range(SKELETON_ROWS):
            self._rows.addWidget(_Skeleton())
        self._rows.addStretch(1)

    def show_ranked(self, ranked: Sequence[Ranked], title: Say | None = None) -> None:
        """The brands in their order; the first one tells why."""
        count = say("results.title", count=len(ranked))
        self._head(title or count, chips=True)
        for one in ranked:
            shown = ResultRow(one)
            shown.opened.connect(self.opened)
            self._rows.addWidget(shown)
        self._rows.addStretch(1)
        if self.rows:
            self.rows[0].why.setChecked(True)

    def show_no_match(self, nearest: Sequence[Ranked]) -> None:
        """Say that nothing is clearly similar, and offer the nearest."""
        self._head("", chips=True)
        message = Message(Mark(State.CAUTION, 44), "no_match.title", "no_match.body")
        if nearest:
            button = message.offer(say("no_match.nearest", count=len(nearest)))
            button.clicked.connect(
                lambda: self.show_ranked(nearest, say("results.nearest")),
                Qt.ConnectionType.QueuedConnection,
            )
        self._rows.addWidget(message)

    def show_message(self, message: Message) -> None:
        """A message in place of rows."""
        self._head("", chips=False)
        self._rows.addWidget(message)

    def _head(self, title: Say | str, chips: bool) -> None:
        clear(self._rows)
        self.title.say(title)
        self.title.setVisible(bool(title))
        for part, chip in self.chips.items():
            chip.setVisible(chips and part in self._offered)


class _Skeleton(QWidget):
    """The quiet outline of a row."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(168)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a card with blocks where words and pictures will be."""
        theme, painter = shown_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        blocks = [(64, 26, 130, 20), (64, 56, 190, 12), (64, 80, 220, 10)]
        lefts = (348 + 94 * number for number in range(5))
        blocks += [(left, 24, 86, 115) for left in lefts if left + 94 < self.width()]
        for block in blocks:
            painter.drawRoundedRect(QRectF(*block), 5, 5)


def _chip(part: Part | None) -> Button:
    if part is None:
        return Button("weigh.all", "chip")

    return Button(lambda: capital(label(part, spoken_language())), "chip")
