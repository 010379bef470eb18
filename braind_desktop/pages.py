"""The pages of the window: what each must be, and which there are.

A page is made when it is first shown, so that the window opens fast.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal

from braind_desktop.desk import Desk, Place
from braind_desktop.drops import promise, read
from braind_desktop.receiving import receive
from braind_desktop.widgets.drop_zone import DropTarget

if TYPE_CHECKING:
    Commands = dict[str, Callable[[], object]]

PAGES = {
    Place.BRAND: "braind_desktop.views.brand:BrandView",
    Place.LIBRARY: "braind_desktop.views.library:LibraryView",
    Place.MATCH: "braind_desktop.views.match:MatchView",
    Place.MAP: "braind_desktop.views.map:MapView",
    Place.COMPARE: "braind_desktop.views.compare:CompareView",
    Place.MODELS: "braind_desktop.views.models:ModelsView",
    Place.SETTINGS: "braind_desktop.views.settings:SettingsView",
}


class Page(DropTarget):
    """One page. ``commands`` are its answers to menu actions ("find", "export", …), by name;
    ``answers_changed`` tells when others are in force, as of another tab.

    ``enter`` is called whenever the page is shown, with what was asked to be shown there.
    ``take`` gets what is dropped or pasted while the page is shown. ``home`` is its place.
    """

    home = Place.LIBRARY
    answers_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.commands: Commands = {}
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.dropped.connect(self.take)

    def enter(self, what: dict[str, object]) -> None:
        """Shown, perhaps again."""

    def take(self, mime: QMimeData) -> None:
        """Do what the table of drops says; whoever dropped waits: return first, then work."""
        dropped = read(mime)
        QTimer.singleShot(0, self, lambda: receive(dropped, self))

    def promise(self, mime: QMimeData) -> str:
        """The key of the sentence that says what letting go does."""
        return promise(mime, self.home)

    def brand_in_front(self) -> str:
        """The brand that the page is about, or an empty text."""
        return ""

    def search_for(self, text: str) -> bool:
        """Search for a text; False when there is nothing to search in."""
        return False

    def add_files(self, paths: list[Path]) -> None:
        """Take files of models; only one page does."""


def make_page(place: Place, desk: Desk) -> Page:
    """Build the page of a place."""
    module, _, name = PAGES[place].partition(":")
    page = getattr(import_module(module), name)(desk)
    assert isinstance(page, Page)
    page.home = place
    return page
