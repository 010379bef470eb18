"""What is seen on the match page: its states, and the parts of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLayout, QSizePolicy, QStackedWidget, QWidget

from braind.vocabulary import Part
from braind_desktop.actions_match import Matched
from braind_desktop.matching import Matching
from braind_desktop.texts import tr
from braind_desktop.widgets.basics import Button, Label, Speaking, clear, column, row
from braind_desktop.widgets.building import Building
from braind_desktop.widgets.drawn import Pictogram
from braind_desktop.widgets.drop_zone import WELL, DropZone
from braind_desktop.widgets.message import Message
from braind_desktop.widgets.photo_panel import WIDTH, PhotoPanel
from braind_desktop.widgets.result_list import ResultList
from braind_desktop.widgets.shot_strip import ShotStrip


class Remember(Speaking, QCheckBox):
    """Off: a photo is forgotten with the session."""

    def __init__(self) -> None:
        super().__init__()
        self.speak()

    def speak(self) -> None:
        """Say it in the language of the window."""
        self.setText(tr("match.remember"))
        self.setToolTip(tr("match.remember.tip"))


class MatchSheet(QObject):
    """The widgets of the page, without a thought of their own."""

    recent_chosen = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self.shelf = Label("", "small")
        self.export = Button("match.export", hint="Ctrl+E")
        self.export.hide()
        self.no_drops = Label("elevated", "body", wrap=True)
        self.no_drops.setProperty("tone", "warn")
        self.no_drops.hide()
        self.shown: Matched | None = None
        self.opening, self.drop_zone, self.building = QWidget(), DropZone(), Building()
        self.panel, self.results = PhotoPanel(), ResultList()
        self.queue, self.history, self.remember = ShotStrip(), ShotStrip(), Remember()
        self.idle, self.matching, self.empty = self._idle(), self._matching(), self._empty()
        self.trouble, self._troubles = QWidget(), column()
        self.trouble.setLayout(self._troubles)
        self.pages = QStackedWidget()
        for page in (self.opening, self.empty, self.building, self.idle, self.matching,
                     self.trouble):  # fmt: skip
            self.pages.addWidget(page)

    def layout_of_page(self) -> QLayout:
        """Head and states, one below the other."""
        title = column(Label("match.promise", "small"), Label("match.title", "h1"), gap=2)
        head = row(title, None, self.shelf, self.export, gap=16)
        for widget in (self.shelf, self.export):
            head.setAlignment(widget, Qt.AlignmentFlag.AlignBottom)
        return column(head, self.no_drops, self.pages, gap=16, margin=(32, 20, 32, 28))

    def show_recent(self, photos: Sequence[Path]) -> None:
        """Offer the photos of earlier sessions again."""
        clear(self._recent)
        if photos:
            self._recent.addStretch(1)
            self._recent.addWidget(Label("match.recent", "small"))
            for photo in photos:
                button = Button(partial(str, photo.name), "quiet")
                button.clicked.connect(partial(self.recent_chosen.emit, photo))
                self._recent.addWidget(button)
            self._recent.addStretch(1)

    def show_strips(self, matching: Matching) -> None:
        """The photos of the batch in front if there are several, and those of the session."""
        front = matching.front
        shots = front.shots if front else []
        self.queue_row.setVisible(len(shots) > 1)
        if front and len(shots) > 1:
            self.queue.show_shots(
                [shot.picture for shot in shots],
                shots.index(front.shown),
                [shot.counts and not shot.error for shot in shots],
            )
        firsts = [batch.shots[0].picture for batch in matching.batches]
        self.history_row.setVisible(len(firsts) > 1)
        if front and len(firsts) > 1:
            self.history.show_shots(firsts, matching.batches.index(front))

    def show_result(self, matched: Matched, part: Part | None) -> None:
        """There is something to save now."""
        self.shown = matched
        self.export.show()
        self.results.offer(matched.result.weights)
        self.results.chips[part].setChecked(True)

    def show_trouble(self, message: Message) -> None:
        """A message in place of everything."""
        clear(self._troubles)
        self._troubles.addWidget(message)
        self.pages.setCurrentWidget(self.trouble)

    def _idle(self) -> QWidget:
        idle, recent = QWidget(), QWidget()
        self._recent = row(gap=14)
        recent.setLayout(self._recent)
        note = row(None, Label("not_saved", "small"), 12, self.remember, None)
        self.drop_zone.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        idle.setLayout(column(None, self.drop_zone, 24, note, recent, None, gap=8))
        return idle

    def _matching(self) -> QWidget:
        self.queue_row, self.history_row = QWidget(), QWidget()
        words = Label("match.queue", "small", wrap=True)
        words.setFixedWidth(150)
        self.queue_row.setLayout(row(words, self.queue, gap=12))
        self.history_row.setLayout(column(Label("match.history", "small"), self.history, gap=4))
        self.history_row.setFixedWidth(WIDTH)
        for strip in (self.queue_row, self.history_row):
            strip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            strip.hide()
        matching = QWidget()
        left = column(self.panel, self.history_row, gap=12)
        right = column(self.queue_row, self.results, gap=12)
        matching.setLayout(row(left, right, gap=24))
        return matching

    def _empty(self) -> QWidget:
        self.offer = Message(Pictogram("brands", 64), "empty.title", "empty.body")
        self.offer.setFixedSize(WELL)
        empty = QWidget()
        empty.setLayout(column(None, row(None, self.offer, None), None))
        return empty
