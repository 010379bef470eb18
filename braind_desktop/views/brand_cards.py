"""The first row of a brand's page: style, palette and attributes, cohesion, season."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QStackedWidget

from braind.domain import StyleProfile
from braind.vocabulary import UNKNOWN, Question, label
from braind_desktop.charts.bars import Share, paint_columns
from braind_desktop.charts.radar import RadarSeries
from braind_desktop.texts import capital, say, spoken_language, tr
from braind_desktop.theme import Theme
from braind_desktop.views.brand_scene import Facts
from braind_desktop.widgets.basics import Button, Label, Placed, Speaking, clear, column, row
from braind_desktop.widgets.chart import Chart
from braind_desktop.widgets.combo import Combo
from braind_desktop.widgets.drawn import Bar
from braind_desktop.widgets.palette_band import PaletteBand, PaletteNames
from braind_desktop.widgets.radar import Radar, StyleTable
from braind_desktop.widgets.share_rows import ShareRows

FEW, MANY = 3, 10
FEWEST_SHOOTS = 2
# Attribute: the questions that are put together for it.
ATTRIBUTES = {
    "material": (Question.UPPER_MATERIAL, Question.LOWER_MATERIAL),
    "pattern": (Question.UPPER_PATTERN, Question.LOWER_PATTERN),
    "item": (Question.UPPER_ITEM, Question.LOWER_ITEM),
}


class Card(QFrame):
    """A surface with a title."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.title = Label(title, "h3")


class StyleCard(Speaking, Card):
    """The radar, another brand or the library's mean beneath it, or a table in its place."""

    def __init__(self) -> None:
        super().__init__("style.title")
        self.caption, self.radar, self.table = Label("", "small"), Radar(), StyleTable()
        self.beneath, self.as_table = Combo(), Button("page.table", "chip")
        self.beneath.setMaximumWidth(190)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.radar)
        self.pages.addWidget(self.table)
        self.beneath.activated.connect(lambda _: self._show())
        self.as_table.toggled.connect(lambda on: self.pages.setCurrentIndex(int(on)))
        self._facts: Facts | None = None
        switches = row(self.beneath, None, self.as_table, gap=6)
        self.setLayout(column(self.title, self.caption, self.pages, switches, gap=4, margin=20))
        self.speak()

    def show_facts(self, facts: Facts) -> None:
        """Show another brand, or what it is now."""
        self._facts = facts
        assert facts.honest is not None
        count = facts.honest.profile.count
        caption = "style.caption" if facts.excluded else "style.whole"
        self.caption.say(say(caption, count=count, excluded=facts.excluded))
        self._offer()
        self._show()

    def _show(self) -> None:
        if self._facts is None or self._facts.honest is None:
            return
        series = [RadarSeries(self._facts.name, _floats(self._facts.honest.profile.mean))]
        other = self.beneath.currentData()
        if other is not None:
            series.append(RadarSeries(self.beneath.currentText(), other, is_other=True))
        self.radar.show_series(series)
        self.table.show_series(series)

    def _offer(self) -> None:
        """What can be laid beneath: the library's mean, and the closest brands; or nothing."""
        chosen = max(0, self.beneath.currentIndex())
        self.beneath.clear()
        self.beneath.addItem(tr("style.alone"))
        if self._facts and self._facts.standing and self._facts.standing.brands > 1:
            self.beneath.addItem(tr("style.mean"), _floats(self._facts.standing.mean))
            for name, mean in self._facts.rival_means.items():
                self.beneath.addItem(name, _floats(mean))
        self.beneath.setCurrentIndex(min(chosen, self.beneath.count() - 1))

    def speak(self) -> None:
        """Say it in the language of the window."""
        self.radar.setToolTip(tr("style.tip"))
        self.beneath.setAccessibleName(tr("style.beneath"))
        self._offer()
        self._show()


class PaletteCard(Card):
    """The palette, and what the clothes are made of."""

    def __init__(self) -> None:
        super().__init__("palette.title")
        self.band, self.names = PaletteBand(), PaletteNames()
        self.rows = {name: ShareRows() for name in ATTRIBUTES}
        self.more = Button("attributes.more", "quiet")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_shares)
        self._profile: StyleProfile | None = None
        self.heads = {name: Label(f"attributes.{name}", "strong") for name in ATTRIBUTES}
        parts: list[Placed] = []
        for name, rows in self.rows.items():
            parts += [4, self.heads[name], rows]
        self.setLayout(
            column(
                self.title, 2, self.band, 2, self.names, *parts, row(self.more, None), None,
                gap=6, margin=20,
            )
        )  # fmt: skip

    def show_facts(self, facts: Facts) -> None:
        """Show another brand, or what it is now."""
        assert facts.honest is not None
        self._profile = facts.honest.profile
        self.band.show_palette(self._profile.palette)
        self.names.show_palette(self._profile.palette)
        self._show_shares()

    def _show_shares(self) -> None:
        profile = self._profile
        if profile is None:
            return
        most = MANY if self.more.isChecked() else FEW
        self.more.say("attributes.fewer" if self.more.isChecked() else "attributes.more")
        for name, rows in self.rows.items():
            rows.show_shares(lambda name=name: attribute_shares(profile, name, most))
        for part in (self.heads["item"], self.rows["item"]):
            part.setVisible(self.more.isChecked())


class CohesionCard(Card):
    """How alike the photos are, and whether that can be believed."""

    def __init__(self) -> None:
        super().__init__("cohesion.title")
        self.number, self.rank = Label("", "display"), Label("", "body", wrap=True)
        self.interval = Label("", "small", wrap=True)
        self.about = Label("cohesion.about", "small", wrap=True)
        self.doubt, self.reasons = Label("doubt.title", "strong"), Label("", "small", wrap=True)
        self._bar = row()
        self.notice = QFrame()
        self.notice.setObjectName("notice")
        self.notice.setLayout(column(self.doubt, self.reasons, gap=2, margin=4))
        self.setLayout(
            column(
                self.title, row(self.number, 12, self.rank), self._bar, self.interval,
                self.about, self.notice, None, gap=6, margin=20,
            )
        )  # fmt: skip

    def show_facts(self, facts: Facts) -> None:
        """Show another brand, or what it is now."""
        honest = facts.honest
        assert honest is not None
        cohesion, low, high = (
            honest.profile.cohesion, honest.cohesion_interval.low, honest.cohesion_interval.high,
        )  # fmt: skip
        self.number.say(lambda: f"{cohesion:.2f}")
        self.interval.say(say("cohesion.interval", low=f"{low:.2f}", high=f"{high:.2f}"))
        self.interval.setVisible(honest.shoots > FEWEST_SHOOTS)  # of fewer it says nothing
        standing = facts.standing
        if standing and standing.brands > 1:
            self.rank.say(say("cohesion.rank", rank=standing.rank, count=standing.brands))
        clear(self._bar)
        bar = Bar(cohesion)
        bar.setAccessibleName(tr("cohesion.spoken", value=f"{cohesion:.2f}"))
        self._bar.addWidget(bar)
        doubts = honest.doubts
        self.reasons.say(lambda: " ".join(tr(f"doubt.{doubt}") for doubt in doubts))
        self.notice.setVisible(bool(doubts))


class SeasonCard(Card):
    """Which season the looks are for."""

    def __init__(self) -> None:
        super().__init__("season.title")
        self.chart, self.unknown = Chart(240, 130), Label("", "small")
        self.setLayout(column(self.title, self.chart, self.unknown, gap=6, margin=20))

    def show_facts(self, facts: Facts) -> None:
        """Show another brand, or what it is now."""
        assert facts.honest is not None
        answers = dict(facts.honest.profile.answers[Question.SEASON])
        most = max((share for word, share in answers.items() if word != UNKNOWN), default=0)

        def shares() -> list[Share]:
            return [
                Share(
                    capital(label(word, spoken_language())),
                    answers.get(word, 0.0),
                    token="accent" if answers.get(word) == most else "line_strong",
                )
                for word in ("spring", "summer", "autumn", "winter")
            ]

        def paint(painter: QPainter, rect: QRectF, theme: Theme) -> None:
            paint_columns(painter, rect, shares(), theme)

        self.chart.show_chart(paint, lambda: ", ".join(f"{s.name} {s.share:.0%}" for s in shares()))
        unknown = answers.get(UNKNOWN, 0.0)
        self.unknown.say(say("season.unknown", share=f"{unknown:.0%}"))
        self.unknown.setVisible(unknown > 0)


def attribute_shares(profile: StyleProfile, name: str, most: int) -> list[Share]:
    """The commonest words of an attribute, and how often it is unknown."""
    totals: dict[str, float] = {}
    questions = ATTRIBUTES[name]
    for question in questions:
        for word, share in profile.answers[question]:
            totals[word] = totals.get(word, 0.0) + share / len(questions)
    unknown = totals.pop(UNKNOWN, 0.0)
    ranked = sorted(totals.items(), key=lambda pair: -pair[1])[:most]
    shares = [Share(capital(label(word, spoken_language())), share) for word, share in ranked]
    if unknown > 0:
        shares.append(Share(tr("attributes.unknown"), unknown, token="line_strong"))
    return shares


def _floats(values: Sequence[float]) -> tuple[float, ...]:
    return tuple(float(value) for value in values)
