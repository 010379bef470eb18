"""The tab of similar brands: all evidence, and what is shared and what sets the brands apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Signal
from PySide6.QtWidgets import QFrame, QWidget

from braind_desktop.texts import Say, say, spoken_language
from braind_desktop.views.brand_closest import RivalColumn
from braind_desktop.views.brand_overview import scroll_of
from braind_desktop.views.brand_scene import EVIDENCE, Depths, Facts
from braind_desktop.widgets.basics import Label, clear, column, row

if TYPE_CHECKING:
    from braind.engine import Difference

PICTURE = QSizeF(56, 75)
SENTENCES = 4


class RivalCard(QFrame):
    """One brand with five pairs, and sentences beside them."""

    def __init__(self, rival: RivalColumn) -> None:
        super().__init__()
        self.setObjectName("card")
        self.rival = rival
        rival.more.hide()
        self._shared, self._apart = column(gap=4), column(gap=4)
        words = QWidget()
        words.setLayout(
            column(
                Label("closest.apart", "strong"), self._apart, 10,
                Label("closest.shared", "strong"), self._shared, None, gap=6,
            )
        )  # fmt: skip
        inside = row(gap=32, margin=20)
        inside.addWidget(rival, 3)
        inside.addWidget(words, 2)
        self.setLayout(inside)

    def show_differences(self, apart: Sequence[Say], shared: Sequence[Say]) -> None:
        """Tell what is known, as firmly as it is known."""
        for lines, told in ((self._apart, apart), (self._shared, shared)):
            clear(lines)
            for words in list(told[:SENTENCES]) or [say("closest.nothing")]:
                lines.addWidget(Label(words, "body", wrap=True))


class SimilarTab(QWidget):
    """A card a brand, closest first."""

    compared = Signal(str)
    opened = Signal(object)  # EvidencePair

    def __init__(self) -> None:
        super().__init__()
        self._cards, self.none = column(gap=16), Label("closest.none", "lead")
        self.rivals: list[RivalCard] = []
        holder = QWidget()
        holder.setLayout(self._cards)
        self.setLayout(row(scroll_of(self.none, holder), gap=0))

    def show_facts(self, facts: Facts) -> None:
        """Show another brand's, or what they are now."""
        clear(self._cards)
        self.rivals = []
        for rival in facts.rivals:
            if not rival.match.evidence:
                continue
            shown = RivalColumn(rival, facts.pictures or {}, EVIDENCE, PICTURE)
            shown.compared.connect(self.compared)
            shown.opened.connect(self.opened)
            self.rivals.append(RivalCard(shown))
            self._cards.addWidget(self.rivals[-1])
        self.none.setVisible(not self.rivals)

    def show_depths(self, depths: Depths) -> None:
        """Show the differences, which took longer."""
        for card in self.rivals:
            other = card.rival.rival.match.brand.name
            found = depths.apart.get(other)
            if found:
                apart = [_apart(difference, other) for difference in found.apart]
                card.show_differences(apart, [_shared(one) for one in found.shared])


def _apart(difference: Difference, other: str) -> Say:
    def words() -> str:
        from braind.engine import apart_sentence

        return apart_sentence(difference, other, spoken_language())

    return words


def _shared(difference: Difference) -> Say:
    def words() -> str:
        from braind.engine import shared_sentence

        return shared_sentence(difference, spoken_language())

    return words
