"""The cards of a comparison: styles, colours, sentences and photos of two brands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFrame

from braind.domain import StyleProfile
from braind.vocabulary import STYLES, label
from braind.wording import level_word
from braind_desktop.charts.pairs import paint_pairs, paint_photo
from braind_desktop.charts.palette import paint_palette
from braind_desktop.charts.radar import RadarSeries, paint_radar
from braind_desktop.texts import Say, capital, say, spoken_language, tr
from braind_desktop.theme import Theme
from braind_desktop.views.compare_scene import Comparison, Side
from braind_desktop.widgets.basics import Label, clear, column, row
from braind_desktop.widgets.chart import Chart, Paint
from braind_desktop.widgets.share_rows import ShareRows, part_shares

SENTENCES = 5
PICTURE = QSizeF(96, 128)


class StyleCard(QFrame):
    """The seven styles of both brands on one radar."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.radar = Chart(400, 330)
        self.legend = Label("", "small")
        self.setLayout(
            column(Label("compare.styles", "h3"), self.radar, self.legend, margin=20)
        )  # fmt: skip

    def show_comparison(self, both: Comparison) -> None:
        """Ours filled, theirs dashed with square dots."""
        ours = RadarSeries(both.ours.name, tuple(map(float, both.ours.profile.mean)))
        theirs = RadarSeries(both.theirs.name, tuple(map(float, both.theirs.profile.mean)), True)

        def paint(painter: QPainter, rect: QRectF, theme: Theme) -> None:
            axes = [capital(label(style, spoken_language())) for style in STYLES]
            paint_radar(painter, rect, axes, (ours, theirs), theme)

        self.radar.show_chart(paint, lambda: f"{_spoken(ours)}. {_spoken(theirs)}")
        self.legend.say(say("compare.legend", ours=ours.name, theirs=theirs.name))


class LikenessCard(QFrame):
    """How alike they are, in a word, on a scale, and by parts; both palettes beneath."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.word, self.number = Label("", "h2"), Label("", "display")
        self.parts, self.ours, self.theirs = ShareRows(), Chart(300, 40), Chart(300, 40)
        self.names = Label("", "small"), Label("", "small")
        self.setLayout(
            column(
                Label("compare.likeness", "h3"), row(self.number, 8, self.word, None), 4,
                self.parts, Label("why.tip", "small"), 12,
                Label("compare.palettes", "h3"), self.names[0], self.ours,
                self.names[1], self.theirs, None, margin=20,
            )
        )  # fmt: skip

    def show_comparison(self, both: Comparison) -> None:
        """The same for two brands."""
        match = both.likeness.match
        self.number.say(lambda: f"{both.likeness.closeness:.2f}")
        self.word.say(lambda: capital(level_word(match.level, spoken_language())))
        self.parts.show_shares(lambda: part_shares(match.parts))
        for band, name, side in zip(
            (self.ours, self.theirs), self.names, (both.ours, both.theirs), strict=True
        ):
            name.say(lambda side=side: side.name)
            _show_palette(band, side.profile)


class SentenceCard(QFrame):
    """A heading and up to five sentences."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self._lines = column(gap=8)
        self.setLayout(column(Label(title, "h3"), 4, self._lines, None, margin=20))
        self.sentences: list[Label] = []

    def show_sentences(self, sentences: Sequence[Say]) -> None:
        """Show these, or that there are none."""
        clear(self._lines)
        told = list(sentences[:SENTENCES]) or [say("compare.none")]
        self.sentences = [Label(sentence, "body", wrap=True) for sentence in told]
        for line in self.sentences:
            self._lines.addWidget(line)


class PairCard(QFrame):
    """The pairs of looks that are most alike."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.strip = Chart(700, int(PICTURE.height()))
        self.setLayout(
            column(
                Label("compare.pairs", "h3"), Label("compare.pairs.about", "small"), 4,
                self.strip, margin=20,
            )
        )  # fmt: skip

    def show_comparison(self, both: Comparison) -> None:
        """Ours left, theirs right, in each pair."""
        pictures = [
            (_picture(both, pair.query_look), _picture(both, pair.look)) for pair in both.pairs
        ]

        def paint(painter: QPainter, rect: QRectF, theme: Theme) -> None:
            paint_pairs(painter, rect, pictures, PICTURE, theme)

        self.strip.show_chart(paint, say("compare.pairs.spoken", count=len(pictures)))


class OwnLooksCard(QFrame):
    """The looks of each brand that are least like the other's."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.strips = Chart(430, int(PICTURE.height())), Chart(430, int(PICTURE.height()))
        self.names = Label("", "small"), Label("", "small")
        sides = row(gap=24)
        for name, strip in zip(self.names, self.strips, strict=True):
            sides.addLayout(column(name, strip, gap=6))
        self.setLayout(column(Label("compare.own", "h3"), 4, sides, margin=20))

    def show_comparison(self, both: Comparison) -> None:
        """Four looks a side."""
        for name, strip, side in zip(
            self.names, self.strips, (both.ours, both.theirs), strict=True
        ):
            name.say(lambda side=side: side.name)
            pictures = [_picture(both, look) for look in side.own_looks]
            strip.show_chart(_row_of(pictures), lambda side=side: _own_words(side))


def _own_words(side: Side) -> str:
    return tr("compare.own.spoken", brand=side.name, count=len(side.own_looks))


def _row_of(pictures: Sequence[QImage]) -> Paint:
    def paint(painter: QPainter, rect: QRectF, theme: Theme) -> None:
        for number, picture in enumerate(pictures):
            left = rect.left() + number * (PICTURE.width() + 8)
            paint_photo(painter, QRectF(left, rect.top(), *PICTURE.toTuple()), picture, theme)

    return paint


def _picture(both: Comparison, look: int) -> QImage:
    return QImage.fromData(both.pictures.get(look, b""))


def _spoken(series: RadarSeries) -> str:
    values = (
        f"{label(style, spoken_language())} {value:.2f}"
        for style, value in zip(STYLES, series.values, strict=True)
    )
    return f"{series.name}: {', '.join(values)}"


def _show_palette(band: Chart, profile: StyleProfile) -> None:
    def paint(painter: QPainter, rect: QRectF, theme: Theme) -> None:
        paint_palette(painter, rect, profile.palette, theme)

    def words() -> str:
        language = spoken_language()
        return ", ".join(f"{label(s.name, language)} {s.share:.0%}" for s in profile.palette)

    band.show_chart(paint, words)
