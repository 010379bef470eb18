"""One ranked brand: how alike, by what, and the looks that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from braind.domain import BrandMatch
from braind.vocabulary import Part
from braind.wording import level_word, shared_words, why_sentence
from braind_desktop.texts import Say, capital, say, spoken_language, tr
from braind_desktop.widgets.basics import Button, Label, Speaking, column, row
from braind_desktop.widgets.drawn import Bar, Picture
from braind_desktop.widgets.share_rows import ShareRows, part_shares

THUMB, THUMB_GAP = QSize(79, 106), 6
PAIR = QSize(132, 176)
WORDS_WIDTH, BAR_WIDTH = 260, 92


@dataclass(frozen=True, slots=True)
class Ranked:
    """A brand's match as it is shown; ``closeness`` and ``tick`` are places on the bar, 0..1."""

    match: BrandMatch
    closeness: float
    tick: float
    weights: Mapping[Part, float]
    thumbnails: Mapping[int, bytes]
    query: QImage  # what the models saw of the photo


class EvidenceStrip(Speaking, QWidget):
    """The brand's looks that are most like the photo, best first."""

    def __init__(self, match: BrandMatch, thumbnails: Mapping[int, bytes]) -> None:
        super().__init__()
        self._brand = match.brand.name
        self.pictures = [
            Picture(THUMB, QImage.fromData(thumbnails[pair.look]))
            for pair in match.evidence
            if pair.look in thumbnails
        ]
        for number, picture in enumerate(self.pictures):
            picture.setParent(self)
            picture.setGeometry(QRect(QPoint(number * (THUMB.width() + THUMB_GAP), 0), THUMB))
        self.setFixedHeight(THUMB.height())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.speak()

    def resizeEvent(self, resize: QResizeEvent) -> None:
        """Show as many as there is room for, none of them cut."""
        for picture in self.pictures:
            picture.setVisible(picture.geometry().right() < self.width())

    def speak(self) -> None:
        """Say it in the language of the window."""
        for number, picture in enumerate(self.pictures, 1):
            picture.setAccessibleName(tr("evidence", number=number, brand=self._brand))


class ResultRow(Speaking, QFrame):
    """A card; "why similar?" unfolds the best pair and the parts behind the rank."""

    opened = Signal(str)  # the brand's name

    def __init__(self, ranked: Ranked) -> None:
        super().__init__()
        self.setObjectName("card")
        self.ranked, match = ranked, ranked.match
        self.name = Label(lambda: match.brand.name, "name")
        self.level = Label(lambda: capital(level_word(match.level, spoken_language())), "strong")
        self.shared = Label(_shared(match), "body", wrap=True)
        self.why = Button("why", "quiet")
        self.why.setCheckable(True)
        self.open = Button("row.open")
        self.open.clicked.connect(lambda: self.opened.emit(match.brand.name))
        self.reasons = _Reasons(ranked)
        self.reasons.hide()
        self.why.toggled.connect(self.reasons.setVisible)
        self.strip = EvidenceStrip(match, ranked.thumbnails)
        top = row(self._rank(), self._words(), self.strip, gap=12)
        self.setLayout(column(top, self.reasons, gap=12, margin=(20, 18, 20, 18)))
        self.speak()

    def _rank(self) -> Label:
        rank = Label(lambda: str(self.ranked.match.rank), "rank")
        rank.setProperty("first", self.ranked.match.rank == 1)
        rank.setFixedWidth(28)
        rank.setAlignment(Qt.AlignmentFlag.AlignTop)
        return rank

    def _words(self) -> QWidget:
        self.bar = Bar(self.ranked.closeness, self.ranked.tick)
        words = QWidget()
        words.setFixedWidth(WORDS_WIDTH)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.score = Label(lambda: f"{self.ranked.closeness:.2f}", "strong")
        alike = row(self.level, None, self.bar, self.score, gap=6)
        toggle = row(self.open, 6, self.why, None)
        words.setLayout(column(self.name, self.shared, 6, alike, 8, None, toggle, gap=2))
        self.shared.setVisible(bool(self.shared.text()))
        return words

    def speak(self) -> None:
        """Say it in the language of the window."""
        match, language = self.ranked.match, spoken_language()
        self.bar.setToolTip(tr("bar.tip"))
        self.reasons.setToolTip(tr("why.tip"))
        self.open.setAccessibleName(f"{self.open.text()}: {match.brand.name}")
        self.setAccessibleName(
            tr(
                "row.spoken",
                rank=match.rank,
                brand=match.brand.name,
                level=level_word(match.level, language),
                shared=shared_words(match, language),
            )
        )


class _Reasons(QWidget):
    """The best pair large, the sentence, and a bar a part."""

    def __init__(self, ranked: Ranked) -> None:
        super().__init__()
        match, weights = ranked.match, ranked.weights
        sentence = Label(lambda: why_sentence(match, spoken_language(), weights), "body", wrap=True)
        bars = ShareRows()
        bars.setMaximumWidth(420)
        bars.show_shares(lambda: part_shares(match.parts))
        words = column(None, sentence, 4, bars, None, gap=8)
        self.pair = _pair(ranked)
        line = row(self.pair, gap=24, margin=(44, 6, 0, 0))
        line.addLayout(words, 1)
        self.setLayout(line)


def _pair(ranked: Ranked) -> QWidget:
    """The photo beside the look that is most like it."""
    best = [p.look for p in ranked.match.evidence if p.look in ranked.thumbnails][:1]
    images = [ranked.query, *(QImage.fromData(ranked.thumbnails[look]) for look in best)]
    names = (say("why.photo"), say("why.look", brand=ranked.match.brand.name))
    columns = []
    for image, name in zip(images, names, strict=False):
        picture, words = Picture(PAIR, image), Label(name, "small")
        picture.setFixedSize(PAIR)
        words.setMaximumWidth(PAIR.width())
        picture.setAccessibleName(name())
        columns.append(column(picture, words, gap=4))
    shown = QWidget()
    shown.setLayout(row(*columns, gap=8))
    return shown


def _shared(match: BrandMatch) -> Say:
    return lambda: capital(shared_words(match, spoken_language()))
