"""The pages of the window: what each must be, and which there are.

A page is made when it is first shown, so that the window opens fast.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt

from braind_desktop.desk import Desk, Place
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
    """One page; ``release`` names the text that says what letting go of a drop does.

    ``commands`` are its answers to menu actions ("find", "export", …), by name. ``enter`` is
    called whenever the page is shown, with what was asked to be shown there. ``take`` gets what
    is dropped or pasted while the page is shown.
    """

    def __init__(self, desk: Desk, release: str = "drop.release") -> None:
        super().__init__(release)
        self.desk = desk
        self.commands: Commands = {}
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.dropped.connect(self.take)

    def enter(self, what: dict[str, object]) -> None:
        """Shown, perhaps again."""

    def take(self, mime: QMimeData) -> None:
        """Something was dropped or pasted."""


def make_page(place: Place, desk: Desk) -> Page:
    """Build the page of a place."""
    module, _, name = PAGES[place].partition(":")
    page = getattr(import_module(module), name)(desk)
    assert isinstance(page, Page)
    return page
