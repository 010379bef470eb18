"""The page of one brand: what it is like, its looks, who is like it, where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QWidget

from braind.domain import Brand, EvidencePair
from braind_desktop import actions_library
from braind_desktop.desk import Desk, Place
from braind_desktop.dialogs.quick_look import PairLook, QuickLook
from braind_desktop.item_models.looks import LookModel
from braind_desktop.jobbook import Brief
from braind_desktop.pages import Page
from braind_desktop.texts import error_texts, say, tr
from braind_desktop.views import brand_scene
from braind_desktop.views.brand_head import TABS, BrandHead
from braind_desktop.views.brand_looks import LooksTab
from braind_desktop.views.brand_menu import BrandMenu, say_error
from braind_desktop.views.brand_overview import Overview
from braind_desktop.views.brand_position import PositionTab
from braind_desktop.views.brand_scene import Depths, Facts, Leaving
from braind_desktop.views.brand_similar import SimilarTab
from braind_desktop.views.map_scene import ask_positions
from braind_desktop.widgets.basics import clear, column, row
from braind_desktop.widgets.drawn import Mark, Pictogram, State
from braind_desktop.widgets.message import Message

if TYPE_CHECKING:
    from braind.engine import LookCard


class BrandView(Page):
    """A head with tabs, and the tab in front."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.name = ""
        self.facts: Facts | None = None
        self.menu = BrandMenu(desk, self, self._brand_in_front, list)
        self.head = BrandHead(desk)
        self.overview, self.looks = Overview(desk), LooksTab(desk)
        self.similar, self.position = SimilarTab(), PositionTab()
        self.empty = Message(Pictogram("brands", 64), "page.empty", "page.empty.hint")
        self.opening, self.nothing, self.trouble = QWidget(), QWidget(), QWidget()
        self._troubles = column()
        self.trouble.setLayout(self._troubles)
        self.nothing.setLayout(column(None, row(None, self.empty, None), None))
        self.tabs = dict(zip(TABS, (self.overview, self.looks, self.similar, self.position),
                             strict=True))  # fmt: skip
        self.pages = QStackedWidget()
        for page in (self.opening, *self.tabs.values(), self.nothing, self.trouble):
            self.pages.addWidget(page)
        self.setLayout(column(self.head, self.pages, gap=0, margin=(32, 20, 0, 0)))
        self.dialog: QDialog | None = None
        self._connect()
        self._give_commands()

    def enter(self, what: dict[str, object]) -> None:
        """Show the brand that was asked for, or the last one."""
        name = str(what.get("brand", self.name))
        if name != self.name:
            self.name, self.facts = name, None
            self.pages.setCurrentWidget(self.opening)
            self.head.choose("overview")
        self.head.name_brand(name)
        self.load()

    def load(self) -> None:
        """Ask for everything about the brand."""
        if self.name:
            known = self.facts.card.brand.id if self.facts else 0
            question = brand_scene.ask_facts(self.name, known)
            self.desk.ask(self, question, self._show_facts, self._show_failure, "facts")

    def brand_in_front(self) -> str:
        """What is dropped here is for this brand."""
        return self.name

    def relink(self) -> None:
        """Ask for a folder, and look for missing files in it."""
        folder = QFileDialog.getExistingDirectory(self, tr("relink.folder"))
        if folder:
            self.look_for_files(Path(folder))

    def look_for_files(self, folder: Path) -> None:
        """Look for missing files in a folder and all below it."""
        brief = Brief("relink", folder.name)
        task = self.desk.start(lambda engine: actions_library.relink(engine, folder), brief)
        task.reported.connect(self._tell_relinked)
        task.failed.connect(lambda error: self.desk.toast(say_error(error)))

    def peek(self, model: LookModel, row_number: int) -> None:
        """Show a look large."""
        self.dialog = QuickLook(self, self.desk, model, row_number)
        self.dialog.open()

    def peek_pair(self, pair: EvidencePair, other: str) -> None:
        """Show a pair of looks side by side."""
        self.dialog = PairLook(self, self.desk, pair, (self.name, other))
        self.dialog.open()

    def show_tab(self, name: str) -> None:
        """Bring a tab to the front."""
        if self.facts and self.facts.honest:
            self.pages.setCurrentWidget(self.tabs[name])
            self._give_commands()
            if name == "position":
                self._ask_map()

    # What is seen

    def _connect(self) -> None:
        head, overview, similar = self.head, self.overview, self.similar
        self.desk.library_changed.connect(self._reload)
        self.hovered.connect(self.overlay.setVisible)
        head.chosen.connect(self.show_tab)
        head.added.connect(self._add)
        head.compared.connect(lambda: self.menu.go_with(Place.COMPARE))
        head.exported.connect(self.menu.export)
        head.relinked.connect(self.relink)
        head.read_again.connect(self._read_again)
        self.empty.offer("page.add", "primary").clicked.connect(self._add)
        for part in (overview, similar):
            part.compared.connect(self._compare)
            part.opened.connect(self._open_pair)
        overview.all_looks.connect(lambda: head.choose("looks"))
        overview.all_rivals.connect(lambda: head.choose("similar"))
        for strip in overview.rows:
            strip.menu.peeked.connect(partial(self.peek, strip.model))
        self.looks.peeked.connect(partial(self.peek, self.looks.model))
        self.position.what_if.asked.connect(self._ask_what_if)
        self.position.place.opened.connect(lambda name: self.desk.go(Place.BRAND, brand=name))
        self.position.place.enlarged.connect(lambda: self.desk.go(Place.MAP, brands=[self.name]))

    def _give_commands(self) -> None:
        """The menu bar acts on the looks while their tab is in front, else on the brand."""
        brand: dict[str, Callable[[], object]] = {
            "rename": self.menu.rename, "mine": self.menu.toggle_mine, "export": self.menu.export,
            "open": self._add, "reanalyze": self._read_again,
        }  # fmt: skip
        looks = self.looks.menu
        if self.pages.currentWidget() is self.looks:
            brand |= {
                "delete": looks.remove, "select_all": self.looks.select_all,
                "copy_image": looks.copy_image, "show_file": looks.reveal,
                "quick_look": lambda: [self.peek(self.looks.model, row_number)
                                       for row_number in self.looks.grid.chosen_rows()[:1]],
            }  # fmt: skip
        self.commands.clear()
        self.commands.update(brand)
        self.answers_changed.emit()

    def _reload(self) -> None:
        if self.isVisible():
            self.load()

    def _show_facts(self, facts: Facts) -> None:
        self.name, self.facts = facts.name, facts
        self.head.show_facts(facts)
        ask = partial(self.desk.ask, self)
        ask(brand_scene.ask_looks(self.name), self._show_looks, None, "looks")
        if facts.honest is None:
            self.pages.setCurrentWidget(self.nothing)
            return
        for part in (self.overview, self.similar, self.position):
            part.show_facts(facts)
        self.show_tab(self.head.tab)
        ask(brand_scene.ask_depths(facts), self._show_depths, None, "depths")
        ask(brand_scene.ask_missing(self.name), self.head.show_missing, None, "missing")

    def _show_looks(self, cards: tuple[LookCard, ...]) -> None:
        self.looks.show_looks(cards)
        self.overview.show_looks(cards)
        self.head.show_count(len(cards))

    def _show_depths(self, depths: Depths) -> None:
        self.overview.show_depths(depths)
        self.similar.show_depths(depths)
        if self.facts and self.facts.honest:
            self.position.show_depths(depths, self.facts.honest.profile.outliers)

    def _ask_map(self) -> None:
        self.desk.ask(self, ask_positions(None, None), self.position.show_positions, None, "map")

    def _ask_what_if(self, leaving: Leaving) -> None:
        question = brand_scene.ask_what_if(self.name, leaving)
        show = self.position.what_if.show_change
        self.desk.ask(self, question, show, lambda error: self.desk.toast(say_error(error)), "if")

    def _show_failure(self, error: Exception) -> None:
        clear(self._troubles)
        message = Message(
            Mark(State.STOP, 44), lambda: error_texts(error)[0], lambda: error_texts(error)[1]
        )
        back = message.offer("place.library", "primary")
        back.clicked.connect(lambda: self.desk.go(Place.LIBRARY))
        self._troubles.addWidget(message)
        self.pages.setCurrentWidget(self.trouble)

    def _brand_in_front(self) -> list[Brand]:
        return [self.facts.card.brand] if self.facts else []

    def _read_again(self) -> None:
        actions_library.read_again(self.desk, self.name)

    def _add(self) -> None:
        self.desk.import_asked.emit([], self.name)

    def _compare(self, other: str) -> None:
        self.desk.go(Place.COMPARE, brands=[self.name, other])

    def _open_pair(self, pair: EvidencePair) -> None:
        assert self.facts is not None
        owners = (
            rival.match.brand.name for rival in self.facts.rivals if pair in rival.match.evidence
        )
        self.peek_pair(pair, next(owners, ""))

    def _tell_relinked(self, news: object) -> None:
        found, missing = getattr(news, "found", None), getattr(news, "missing", None)
        if found is not None and missing is not None:
            self.desk.toast(say("relinked", found=found, missing=missing))
