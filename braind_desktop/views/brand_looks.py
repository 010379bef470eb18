"""The tab of all looks of a brand: a grid that stays fast, sorted, looked at, put right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Signal
from PySide6.QtWidgets import QWidget

from braind_desktop.desk import Desk
from braind_desktop.item_models.looks import LookModel, LookOrder
from braind_desktop.texts import tr
from braind_desktop.thumbnails import Thumbnails
from braind_desktop.views.look_menu import LookMenu
from braind_desktop.widgets.basics import Button, Label, Speaking, column, row
from braind_desktop.widgets.look_tile import LookGrid
from braind_desktop.widgets.menus import show_menu

EDGE = 10

if TYPE_CHECKING:
    from braind.engine import LookCard


class LooksTab(Speaking, QWidget):
    """The grid and what is said about it; ``peeked`` asks for a quick look at a row."""

    peeked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.model, self.grid = LookModel(), LookGrid(Thumbnails.of(desk))
        self.grid.setModel(self.model)
        self.menu = LookMenu(desk, self, self.grid)
        self.menu.peeked.connect(self.peeked)
        Thumbnails.of(desk).ready.connect(self.model.refresh)
        self.count, self.sort = Label("", "small"), Button("looks.typical", "quiet")
        self.large = Button("looks.size", "chip")
        self.large.toggled.connect(self.grid.enlarge)
        self.sort.clicked.connect(self._offer)
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self.speak())
        head = row(self.count, None, self.large, 8, self.sort)
        head.setContentsMargins(0, 0, 32 - EDGE, 0)
        # The grid's own gap and scroll bar make up the rest of the page's margin.
        self.setLayout(column(head, self.grid, gap=12, margin=(0, 12, EDGE, 0)))
        self.speak()

    def show_looks(self, cards: Sequence[LookCard]) -> None:
        """Show a brand's looks; what was selected and where one was stays."""
        chosen = [card.look.id for card in self.menu.chosen]
        current, scrolled = self._current_id(), self.grid.verticalScrollBar().value()
        self.model.show_looks(cards)
        flag = QItemSelectionModel.SelectionFlag
        for look_id in chosen:
            if self.model.row_of(look_id) >= 0:
                place = self.model.index(self.model.row_of(look_id))
                self.grid.selectionModel().select(place, flag.Select)
        if self.model.row_of(current) >= 0:
            place = self.model.index(self.model.row_of(current))
            self.grid.selectionModel().setCurrentIndex(place, flag.NoUpdate)
        self.grid.verticalScrollBar().setValue(scrolled)
        self.speak()

    def sort_by(self, order: LookOrder) -> None:
        """Show the looks in another order."""
        self.model.sort_by(order)
        self.grid.scrollToTop()
        self.speak()

    def select_all(self) -> None:
        """Select every look."""
        self.grid.selectAll()

    def _current_id(self) -> int:
        index = self.grid.currentIndex()
        return self.model.card(index.row()).look.id if index.isValid() else 0

    def _offer(self) -> None:
        entries = [
            (f"looks.{order}", lambda order=order: self.sort_by(order), order is self.model.order)
            for order in LookOrder
        ]
        show_menu(self, entries, self.sort.mapToGlobal(QPoint(0, self.sort.height() + 4)))

    def _told(self) -> str:
        total, chosen = self.model.rowCount(), len(self.grid.chosen_rows())
        if chosen > 1:
            return tr("looks.chosen", count=chosen, total=f"{total:,}")
        told = tr("looks.count", count=total)
        out = self.model.excluded
        return f"{told} · {tr('looks.excluded', count=out)}" if out else told

    def speak(self) -> None:
        """Say it in the language of the window."""
        self.count.say(self._told)
        self.sort.say(lambda: tr("looks.sort", order=tr(f"looks.{self.model.order}")))
        self.grid.setAccessibleName(tr("looks.grid"))
