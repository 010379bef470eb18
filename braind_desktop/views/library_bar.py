"""What stands above and below the cards: finding, narrowing, sorting; and what is selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from braind.vocabulary import Style, label
from braind_desktop.item_models.brands import Order
from braind_desktop.texts import capital, say, spoken_language, tr
from braind_desktop.widgets.basics import Button, Label, clear, row
from braind_desktop.widgets.flow import Flow
from braind_desktop.widgets.menus import show_menu
from braind_desktop.widgets.search_field import SearchField

SEARCH_WIDTH = 320


class LibraryBar(QWidget):
    """Search field, a chip a style, and the order."""

    styled = Signal(object)  # Style or None
    sorted = Signal(object)  # Order

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchField("library.search", "library.search.spoken")
        self.search.setFixedWidth(SEARCH_WIDTH)
        self.chips: dict[Style | None, Button] = {}
        self._group, self._chips = QButtonGroup(self), Flow()
        self.sort = Button("sort.changed", "quiet")
        self.sort.clicked.connect(self._offer)
        self._order = Order.CHANGED
        self.show_order(Order.CHANGED)
        self.setLayout(row(self.search, 8, self._chips, None, self.sort, gap=8))
        self.show_styles([])

    def show_styles(self, styles: Sequence[Style]) -> None:
        """A chip for each of these styles, and one for all; the chosen one stays chosen."""
        wanted = [None, *styles]
        if list(self.chips) == wanted:
            return
        chosen = next((style for style, chip in self.chips.items() if chip.isChecked()), None)
        clear(self._chips)
        self.chips = {style: self._chip(style) for style in wanted}
        self.chips[chosen if chosen in self.chips else None].setChecked(True)
        if chosen not in self.chips:
            self.styled.emit(None)

    def show_order(self, order: Order) -> None:
        """Say how the brands are sorted."""
        self._order = order
        self.sort.say(lambda: tr("library.sort", order=tr(f"sort.{order}")))

    def show_all(self) -> None:
        """Nothing is searched for, and all styles are shown."""
        self.search.clear()
        self.chips[None].click()

    def _chip(self, style: Style | None) -> Button:
        words = "library.every_style"
        chip = Button(
            words if style is None else lambda: capital(label(style, spoken_language())), "chip"
        )
        self._group.addButton(chip)
        chip.clicked.connect(lambda: self.styled.emit(style))
        self._chips.addWidget(chip)
        return chip

    def _offer(self) -> None:
        def choose(order: Order) -> None:
            self.show_order(order)
            self.sorted.emit(order)

        entries = [
            (f"sort.{order}", lambda order=order: choose(order), order is self._order)
            for order in Order
        ]
        show_menu(self, entries, self.sort.mapToGlobal(QPoint(0, self.sort.height() + 4)))


class SelectionBar(QFrame):
    """What can be done with several brands at once."""

    compared = Signal()
    mapped = Signal()
    exported = Signal()
    deleted = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("selection")
        self.count = Label("", "strong")
        self.buttons = {
            "compare": self.compared, "map": self.mapped, "export": self.exported,
            "delete": self.deleted,
        }  # fmt: skip
        made = []
        for name, signal in self.buttons.items():
            button = Button(f"chosen.{name}")
            button.clicked.connect(signal)
            made.append(button)
        clear_button = Button("chosen.clear", "quiet")
        clear_button.clicked.connect(self.cleared)
        self.setLayout(row(self.count, 16, *made, None, clear_button, margin=(20, 10, 20, 10)))
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are selected; one alone needs no bar."""
        self.setVisible(count > 1)
        self.count.say(say("chosen.count", count=count))
