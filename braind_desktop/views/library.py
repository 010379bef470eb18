"""The page of all brands: found, sorted, opened, named, marked, thrown away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from braind.domain import Brand
from braind_desktop import actions, actions_library
from braind_desktop.actions_library import MissingFiles, Shelved
from braind_desktop.desk import Desk, Place
from braind_desktop.item_models.brands import BrandModel
from braind_desktop.jobbook import SAMPLE_BRIEF
from braind_desktop.pages import Page
from braind_desktop.texts import error_texts, say, tr
from braind_desktop.thumbnails import Thumbnails
from braind_desktop.views.brand_menu import BrandMenu
from braind_desktop.views.import_watch import ImportWatch
from braind_desktop.views.library_bar import LibraryBar, SelectionBar
from braind_desktop.widgets.basics import Button, Label, Speaking, clear, column, row
from braind_desktop.widgets.brand_tile import BrandGrid
from braind_desktop.widgets.drawn import Mark, Pictogram, State
from braind_desktop.widgets.empty_shelf import EmptyShelf
from braind_desktop.widgets.menus import show_menu
from braind_desktop.widgets.message import Message


class LibraryView(Speaking, Page):
    """Cards of brands, and what can be done with them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model, self._latest = BrandModel(), desk.latest(self)
        self.menu = menu = BrandMenu(desk, self, lambda: self.chosen, self._names)
        self._build()
        self._connect()
        self.commands = {
            "find": self.bar.search.setFocus, "new": menu.new_brand, "rename": menu.rename,
            "mine": menu.toggle_mine, "delete": menu.delete, "select_all": self.grid.selectAll,
            "export": menu.export, "open": self.import_folder, "folders": self.import_folder,
            "reanalyze": lambda: actions_library.read_again(desk), "use_sample": self.use_sample,
        }  # fmt: skip
        self.speak()

    # What a user can do

    def load(self) -> None:
        """See what the library holds."""
        self._latest.start(actions_library.shelve)

    def enter(self, what: dict[str, object]) -> None:
        """The cards have the keyboard; files may have come and gone since they were shown."""
        self.load()
        self.grid.setFocus()

    def search_for(self, text: str) -> bool:
        """Put a text into the search field."""
        self.bar.search.setText(text)
        self.bar.search.setFocus()
        return True

    def import_folder(self) -> None:
        """Ask for a folder of photos."""
        name = QFileDialog.getExistingDirectory(self, tr("library.choose"))
        if name:
            self.desk.import_asked.emit([Path(name)], "")

    def use_sample(self) -> None:
        """Fill the library with drawn brands."""
        self.desk.start(actions.use_sample, SAMPLE_BRIEF)

    def open_brand(self, index: QModelIndex) -> None:
        """Show the page of a brand."""
        self.desk.go(Place.BRAND, brand=self.model.tile(index.row()).card.brand.name)

    @property
    def chosen(self) -> list[Brand]:
        """The selected brands, in the order in which they are shown."""
        return [self.model.tile(row).card.brand for row in self.grid.chosen_rows()]

    # What is seen

    def _names(self) -> list[str]:
        return [tile.card.brand.name for tile in self.model.tiles]

    def _build(self) -> None:
        self.context, self.grid = Label("", "small"), BrandGrid(Thumbnails.of(self.desk))
        self.grid.setModel(self.model)
        self.bar, self.selection, self.empty = LibraryBar(), SelectionBar(), EmptyShelf()
        self.none = Message(Pictogram("brands", 48), "library.none", "library.none.hint")
        self.none.setFixedWidth(480)
        none, lines = QWidget(), row(None, self.none, None)
        none.setLayout(column(None, lines, None))
        self.opening, self.trouble, self._troubles = QWidget(), QWidget(), column()
        self.trouble.setLayout(self._troubles)
        self._none_page = none
        self.pages = QStackedWidget()
        for page in (self.opening, self.grid, none, self.empty, self.trouble):
            self.pages.addWidget(page)
        bring = Button("library.import", "primary", "Ctrl+I")
        new = Button("library.new", hint="Ctrl+N")
        bring.clicked.connect(lambda: self.desk.import_asked.emit([], ""))
        new.clicked.connect(self.menu.new_brand)
        title = column(self.context, Label("place.library", "h1"), gap=2)
        head = row(title, None, bring, new)
        for button in (bring, new):
            head.setAlignment(button, Qt.AlignmentFlag.AlignBottom)
        top = column(head, self.bar, gap=16, margin=(0, 0, 32, 0))
        chosen = row(self.selection, margin=(0, 0, 32, 0))
        self.setLayout(column(top, self.pages, chosen, gap=12, margin=(32, 20, 0, 16)))

    def _connect(self) -> None:
        self.desk.library_changed.connect(self.load)
        self._latest.reported.connect(self._hear)
        self._latest.failed.connect(self._show_failure)
        self.hovered.connect(self.overlay.setVisible)
        self.bar.search.typed.connect(self._search)
        self.bar.styled.connect(lambda style: self._narrow(style))
        self.bar.sorted.connect(self.model.sort_by)
        self.none.offer("library.show_all").clicked.connect(self.bar.show_all)
        self.grid.opened.connect(self.open_brand)
        self.grid.menu_asked.connect(lambda index: self._show_menu(self.grid.menu_place(index)))
        self.grid.customContextMenuRequested.connect(self._show_menu_at)
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self._show_selection())
        Thumbnails.of(self.desk).ready.connect(self._repaint)
        self.empty.chosen.connect(self.import_folder)
        self.empty.sampled.connect(self.use_sample)
        self.selection.compared.connect(lambda: self.menu.go_with(Place.COMPARE))
        self.selection.mapped.connect(lambda: self.menu.go_with(Place.MAP))
        self.selection.exported.connect(self.menu.export)
        self.selection.deleted.connect(self.menu.delete)
        self.selection.cleared.connect(self.grid.clearSelection)
        self.imports = ImportWatch(self.desk, self)
        self.imports.moved.connect(self.model.show_progress)
        self.imports.grew.connect(self._watch_growing)

    def _watch_growing(self) -> None:
        self._latest.start(lambda engine: actions_library.shelve(engine, is_growing=True))

    def _repaint(self) -> None:
        self.grid.viewport().update()

    def _hear(self, news: object) -> None:
        if isinstance(news, MissingFiles):
            self.model.show_missing(news.brand_id, news.count)
        elif isinstance(news, Shelved):
            self._show_cards(news)

    def _show_cards(self, news: Shelved) -> None:
        chosen, focused = self.chosen, self.grid.currentIndex()
        current = self.model.tile(focused.row()).card.brand.id if focused.isValid() else 0
        scrolled = self.grid.verticalScrollBar().value()
        self.model.show_cards(news.cards, news.rest)
        self._choose([brand.id for brand in chosen], current)
        self.grid.verticalScrollBar().setValue(scrolled)
        self.bar.show_styles(self.model.leading_styles())
        self._show_page()
        self.speak()

    def _choose(self, brand_ids: list[int], current: int) -> None:
        """Select brands again after the list was made anew."""
        if len(self.chosen) == len(brand_ids):
            return
        flag = QItemSelectionModel.SelectionFlag
        for brand_id in brand_ids:
            row_number = self.model.row_of(brand_id)
            if row_number >= 0:
                self.grid.selectionModel().select(self.model.index(row_number), flag.Select)
        if self.model.row_of(current) >= 0:
            place = self.model.index(self.model.row_of(current))
            self.grid.selectionModel().setCurrentIndex(place, flag.NoUpdate)

    def _show_page(self) -> None:
        has_brands, has_rows = bool(self.model.tiles), self.model.rowCount() > 0
        self.bar.setVisible(has_brands)
        shown = self.grid if has_rows else self._none_page
        self.pages.setCurrentWidget(shown if has_brands else self.empty)

    def _search(self, typed: str) -> None:
        self.model.narrow(typed=typed)
        self._show_page()

    def _narrow(self, style: object) -> None:
        self.model.narrow(style=style)
        self._show_page()

    def _show_selection(self) -> None:
        self.selection.show_count(len(self.chosen))

    def _show_menu_at(self, place: QPoint) -> None:
        index = self.grid.indexAt(place)
        if index.isValid():
            if index not in self.grid.selectedIndexes():
                self.grid.setCurrentIndex(index)
            self._show_menu(self.grid.viewport().mapToGlobal(place))

    def _show_menu(self, place: QPoint) -> None:
        if self.chosen:
            show_menu(self, self.menu.entries(), place)

    def _show_failure(self, error: Exception) -> None:
        """The library cannot be read at all."""
        clear(self._troubles)
        message = Message(
            Mark(State.STOP, 44), lambda: error_texts(error)[0], lambda: error_texts(error)[1]
        )
        message.offer("retry", "primary").clicked.connect(self.load)
        self._troubles.addWidget(message)
        self.pages.setCurrentWidget(self.trouble)

    def speak(self) -> None:
        """Say it in the language of the window."""
        tiles = self.model.tiles
        looks = sum(tile.card.brand.looks for tile in tiles)
        self.context.say(
            say(
                "library.context", library=self.desk.libraries.name,
                brands=tr("library.brands", count=len(tiles)), looks=tr("tile.looks", count=looks),
            )
        )  # fmt: skip
        self.grid.setAccessibleName(tr("library.grid"))
        self.grid.viewport().update()
