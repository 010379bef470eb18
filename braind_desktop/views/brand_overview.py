"""The first tab of a brand's page: everything about it at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from braind_desktop.desk import Desk
from braind_desktop.item_models.looks import LookModel, LookOrder, first_looks
from braind_desktop.texts import Say, say
from braind_desktop.thumbnails import Thumbnails
from braind_desktop.views.brand_cards import (
    Card,
    CohesionCard,
    PaletteCard,
    SeasonCard,
    StyleCard,
)
from braind_desktop.views.brand_closest import ClosestCard
from braind_desktop.views.brand_depths import GroupsCard
from braind_desktop.views.brand_scene import Depths, Facts
from braind_desktop.views.look_menu import LookMenu
from braind_desktop.widgets.basics import Button, Label, Placed, column, row
from braind_desktop.widgets.grid import SCROLL_BAR
from braind_desktop.widgets.look_tile import LookStrip

if TYPE_CHECKING:
    from braind.engine import LookCard

SHOWN = 24
EDGE = 32  # the page's margin at the right


def scroll_of(*parts: Placed, gap: int = 16) -> QScrollArea:
    """Parts below each other on the page's ground, to be scrolled."""
    inside, area = QWidget(), QScrollArea()
    inside.setObjectName("page")
    inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    lines = column(*parts, None, gap=gap, margin=(0, 16, EDGE, 24))
    inside.setLayout(lines)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)

    def keep_edge(_low: int, high: int) -> None:
        lines.setContentsMargins(0, 16, EDGE - SCROLL_BAR if high else EDGE, 24)

    area.verticalScrollBar().rangeChanged.connect(keep_edge)
    return area


class LookRow(QWidget):
    """A title over a strip of looks that can be opened and edited."""

    def __init__(self, desk: Desk, title: str, order: LookOrder, about: str = "") -> None:
        super().__init__()
        self.model, self.strip = LookModel(), LookStrip(Thumbnails.of(desk))
        self.model.order = order
        self.strip.setModel(self.model)
        self.menu = LookMenu(desk, self, self.strip)
        Thumbnails.of(desk).ready.connect(self.model.refresh)
        self.title, self.about = Label(title, "h3"), Label(about, "small")
        self.strip.setAccessibleName(self.title.text())
        self.about.setVisible(bool(about))
        self.setLayout(column(self.title, self.about, 4, self.strip, gap=2))

    def show_looks(self, cards: Sequence[LookCard]) -> None:
        """The first looks in the strip's order; those that do not count are left out."""
        self.model.show_looks(first_looks(cards, self.model.order, SHOWN))


class Overview(QWidget):
    """Cards in rows; what is clicked there is told by signals."""

    compared = Signal(str)
    opened = Signal(object)  # EvidencePair
    all_looks = Signal()
    all_rivals = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.style_card, self.palette = StyleCard(), PaletteCard()
        self.cohesion, self.season = CohesionCard(), SeasonCard()
        self.closest, self.groups = ClosestCard(), GroupsCard()
        self.typical = LookRow(desk, "typical.title", LookOrder.TYPICAL)
        self.outlying = LookRow(desk, "outlying.title", LookOrder.OUTLYING, "outlying.about")
        self.every = Button("looks.title", "quiet")
        self.every.clicked.connect(self.all_looks)
        self.closest.compared.connect(self.compared)
        self.closest.opened.connect(self.opened)
        self.closest.widened.connect(self.all_rivals)
        self.palette.band.copied.connect(lambda value: desk.toast(say("palette.copied", hex=value)))
        self.first = row(gap=16)
        right = column(self.cohesion, self.season, gap=16)
        self.first.addWidget(self.style_card, 420)
        self.first.addWidget(self.palette, 360)
        self.first.addLayout(right, 348)
        self.area = scroll_of(
            self.first, self.closest, self.typical, row(self.every, None), self.groups,
            self.outlying,
        )  # fmt: skip
        self.setLayout(row(self.area, gap=0))

    @property
    def rows(self) -> tuple[LookRow, LookRow]:
        """The strips of looks."""
        return self.typical, self.outlying

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards of the first row."""
        return self.style_card, self.palette, self.cohesion, self.season

    def show_facts(self, facts: Facts) -> None:
        """Show another brand, or what it is now."""
        for card in (*self.cards, self.closest):
            card.show_facts(facts)

    def show_depths(self, depths: Depths) -> None:
        """Show what took longer."""
        self.groups.show_depths(depths)

    def show_looks(self, cards: Sequence[LookCard]) -> None:
        """Fill the strips."""
        for strip in self.rows:
            strip.show_looks(cards)
        words: Say = say("looks.all", count=len(cards))
        self.every.say(words)
