"""The brands that are closest to one, each with the pairs of photos that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from braind.wording import level_word, shared_words
from braind_desktop.charts.bars import Share
from braind_desktop.texts import capital, spoken_language, tr
from braind_desktop.views.brand_scene import Facts, Pictures
from braind_desktop.widgets.basics import Button, Label, Speaking, clear, column, row
from braind_desktop.widgets.drawn import Bar
from braind_desktop.widgets.pair_strip import SMALL, PairStrip
from braind_desktop.widgets.share_rows import ShareRows, part_shares

if TYPE_CHECKING:
    from braind.engine import Competitor

COLUMNS, PAIRS = 3, 3


class RivalColumn(Speaking, QWidget):
    """One brand: how alike, by what, and the evidence. The signals are what is asked for."""

    compared = Signal(str)
    opened = Signal(object)  # EvidencePair
    widened = Signal()

    def __init__(
        self, rival: Competitor, pictures: Pictures, pairs: int = PAIRS, picture: QSizeF = SMALL
    ) -> None:
        super().__init__()
        self.rival, match = rival, rival.match
        self.name = Label(lambda: match.brand.name, "h3")
        self.level = Label(lambda: capital(level_word(match.level, spoken_language())), "strong")
        self.shared = Label(lambda: capital(shared_words(match, spoken_language())), "small", True)
        self.strip = PairStrip(picture)
        shown = match.evidence[:pairs]
        images = [(_picture(pictures, p.query_look), _picture(pictures, p.look)) for p in shown]
        self.strip.show_pairs(shown, images)
        self.strip.opened.connect(self.opened)
        self.told = Label(lambda: tr("closest.pairs", count=self.strip.fitting), "small")
        self.parts = ShareRows()
        self.parts.show_shares(self._shares)
        self.bar = Bar(rival.closeness, _within())
        self._lay_out(match.rank)
        self.speak()

    def _lay_out(self, rank: int) -> None:
        number = Label(lambda: str(rank), "h2")
        number.setProperty("lead", True)
        compare, more = Button("closest.compare"), Button("closest.all", "quiet")
        compare.clicked.connect(lambda: self.compared.emit(self.rival.match.brand.name))
        more.clicked.connect(self.widened)
        head = row(number, 6, self.name, None, gap=6)
        alike = row(self.level, 8, self.bar, gap=4)
        self.setLayout(
            column(
                head, alike, self.shared, 2, self.strip, self.told, 2, self.parts, 6,
                row(compare, 8, more, None), None, gap=4,
            )
        )  # fmt: skip
        self.more = more

    def _shares(self) -> list[Share]:
        return part_shares(self.rival.match.parts, token="compare")

    def resizeEvent(self, resize: QResizeEvent) -> None:
        """Fewer pairs may fit."""
        super().resizeEvent(resize)
        self.told.speak()

    def speak(self) -> None:
        """Say it in the language of the window."""
        match = self.rival.match
        self.bar.setToolTip(tr("bar.tip"))
        self.parts.setToolTip(tr("why.tip"))
        level = level_word(match.level, spoken_language())
        self.setAccessibleName(
            tr("closest.spoken", rank=match.rank, brand=match.brand.name, level=level)
        )


class ClosestCard(QFrame):
    """The closest three side by side."""

    compared = Signal(str)
    opened = Signal(object)
    widened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._columns = row(gap=0)
        self.columns: list[RivalColumn] = []
        self.none = Label("closest.none", "body")
        self.setLayout(
            column(
                Label("closest.title", "h3"), Label("closest.about", "small"), 8, self.none,
                self._columns, gap=2, margin=20,
            )
        )  # fmt: skip

    def show_facts(self, facts: Facts) -> None:
        """Show another brand's, or what they are now."""
        clear(self._columns)
        # A neighbour without evidence is not shown.
        rivals = [rival for rival in facts.rivals if rival.match.evidence][:COLUMNS]
        self.columns = [RivalColumn(rival, facts.pictures or {}) for rival in rivals]
        for number, rival in enumerate(self.columns):
            if number:
                self._columns.addWidget(_hairline())
            self._columns.addWidget(rival, 1)
            rival.compared.connect(self.compared)
            rival.opened.connect(self.opened)
            rival.widened.connect(self.widened)
        for _ in range(len(rivals), COLUMNS if rivals else 0):
            self._columns.addStretch(1)
        self.none.setVisible(not rivals)


def _hairline() -> QWidget:
    line = QFrame()
    line.setObjectName("hairline")
    line.setFixedWidth(1)
    holder = QWidget()
    holder.setFixedWidth(33)
    holder.setLayout(row(None, line, None, gap=0))
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return holder


def _picture(pictures: Pictures, look: int) -> QImage:
    return pictures.get(look, QImage())


def _within() -> float:
    from braind.engine import WITHIN

    return WITHIN
