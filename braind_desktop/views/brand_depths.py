"""The lower cards of a brand's page: its groups of looks, its seasons, and what if."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from braind.vocabulary import STYLES, label
from braind_desktop.charts.bars import Share
from braind_desktop.charts.pairs import paint_photo
from braind_desktop.texts import Say, capital, say, spoken_language, tr
from braind_desktop.theme import Theme
from braind_desktop.views.brand_cards import Card
from braind_desktop.views.brand_scene import GROUP_LOOKS, Depths, Leaving, ways_to_leave
from braind_desktop.widgets.basics import Label, clear, column, row
from braind_desktop.widgets.chart import Chart, Paint
from braind_desktop.widgets.combo import Combo
from braind_desktop.widgets.share_rows import ShareRows

if TYPE_CHECKING:
    from braind.engine import DriftStep, SubStyle, WhatIf

PICTURE = QSizeF(66, 88)
TOP_STYLES = 3
USUAL_GROUPS = 3
USUAL_SEASONS = 3  # fewer leave their room empty


class GroupsCard(Card):
    """The styles inside a brand, each with four of its looks."""

    def __init__(self) -> None:
        super().__init__("groups.title")
        self._groups, self.none = row(gap=24), Label("groups.none", "body", wrap=True)
        self.setLayout(column(self.title, 4, self.none, self._groups, gap=6, margin=20))

    def show_depths(self, depths: Depths) -> None:
        """Show another brand's, or what they are now."""
        clear(self._groups)
        self.none.setVisible(not depths.groups)
        for group in depths.groups:
            self._groups.addWidget(_group(group, depths), 1)
        for _ in range(len(depths.groups), USUAL_GROUPS if depths.groups else 0):
            self._groups.addStretch(1)


class DriftCard(Card):
    """Season by season: how many looks, which styles, who was closest, how far it moved."""

    def __init__(self) -> None:
        super().__init__("drift.title")
        self.about, self.undated = Label("drift.about", "small"), Label("", "small")
        self._steps = row(gap=24)
        self.setLayout(
            column(self.title, self.about, 8, self._steps, self.undated, gap=2, margin=20)
        )

    def show_depths(self, depths: Depths) -> None:
        """Show another brand's, or what they are now."""
        clear(self._steps)
        self.about.say("drift.about" if depths.drift else "drift.none")
        for number, step in enumerate(depths.drift):
            self._steps.addWidget(_season(step, is_first=number == 0), 1)
        for _ in range(len(depths.drift), USUAL_SEASONS):
            self._steps.addStretch(1)
        self.undated.say(say("drift.undated", count=depths.undated))
        self.undated.setVisible(bool(depths.drift) and depths.undated > 0)


class WhatIfCard(Card):
    """Leaving something out in thought; ``asked`` brings what."""

    asked = Signal(object)  # Leaving

    def __init__(self) -> None:
        super().__init__("whatif.title")
        self.ways: list[Leaving] = []
        self.choice = Combo()
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.choice.activated.connect(self._ask)
        self._lines = column(gap=4)
        self.setLayout(
            column(
                self.title, Label("whatif.about", "small", wrap=True), 6, self.choice, 4,
                self._lines, None, gap=4, margin=20,
            )
        )  # fmt: skip

    def show_depths(self, depths: Depths, outliers: tuple[int, ...]) -> None:
        """Offer what can be left out of this brand."""
        self.offer(ways_to_leave(outliers, depths))

    def offer(self, ways: Sequence[Leaving]) -> None:
        """Offer these; nothing is chosen yet."""
        self.ways = list(ways)
        self.choice.clear()
        self.choice.addItem(tr("whatif.choose"))
        for way in ways:
            self.choice.addItem(way.words())
        self.choice.setAccessibleName(tr("whatif.title"))
        self.choice.setEnabled(bool(ways))
        clear(self._lines)

    def show_change(self, change: WhatIf) -> None:
        """Tell what would be different."""
        clear(self._lines)
        for number in range(len(_sentences(change))):
            line = Label(lambda number=number: _sentences(change)[number], "body", wrap=True)
            self._lines.addWidget(line)

    def _ask(self, number: int) -> None:
        if number == 0:
            clear(self._lines)
        elif number <= len(self.ways):
            self.asked.emit(self.ways[number - 1])


def _sentences(change: WhatIf) -> list[str]:
    from braind.engine import what_if_sentences

    return what_if_sentences(change, spoken_language())


def _group(group: SubStyle, depths: Depths) -> QWidget:
    shown, pictures = QWidget(), [
        depths.pictures.get(look, QImage()) for look in group.look_ids[:GROUP_LOOKS]
    ]  # fmt: skip
    strip = Chart(int(PICTURE.width()) * 2, int(PICTURE.height()))
    strip.show_chart(photo_row(pictures), _traits(group))
    name = Label(_traits(group), "strong", wrap=True)
    share = Label(say("groups.share", share=f"{group.share:.0%}"), "small")
    shown.setLayout(column(name, share, 4, strip, None, gap=2))
    return shown


def _traits(group: SubStyle) -> Say:
    def words() -> str:
        from braind.engine import trait_name

        return capital(" · ".join(trait_name(trait, spoken_language()) for trait in group.traits))

    return words


def _season(step: DriftStep, is_first: bool) -> QWidget:
    def shares() -> list[Share]:
        pairs = sorted(zip(STYLES, step.styles.tolist(), strict=True), key=lambda pair: -pair[1])
        return [
            Share(capital(label(style, spoken_language())), value, f"{value:.2f}")
            for style, value in pairs[:TOP_STYLES]
        ]

    shown, rows = QWidget(), ShareRows()
    rows.show_shares(shares)
    nearest = ", ".join(brand.name for brand in step.nearest)
    lines = [
        Label(lambda: _season_name(step), "strong"),
        Label(lambda: _season_told(step, is_first), "small"), rows,
        Label(say("drift.nearest", brands=nearest), "small", wrap=True),
    ]  # fmt: skip
    shown.setLayout(column(*lines, None, gap=4))
    return shown


def _season_name(step: DriftStep) -> str:
    from braind.engine import season_words

    return capital(season_words(step.season, spoken_language()))


def _season_told(step: DriftStep, is_first: bool) -> str:
    told = tr("drift.looks", count=step.looks)
    return told if is_first else f"{told} · {tr('drift.moved', value=f'{step.moved:.2f}')}"


def photo_row(pictures: Sequence[QImage]) -> Paint:
    """Photos side by side, as many as fit."""

    def paint(painter: QPainter, rect: QRectF, theme: Theme) -> None:
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        for number, picture in enumerate(pictures):
            left = rect.left() + number * (PICTURE.width() + 6)
            if left + PICTURE.width() <= rect.right() + 1:
                paint_photo(painter, QRectF(left, rect.top(), *PICTURE.toTuple()), picture, theme)

    return paint
