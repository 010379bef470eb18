"""Menus that are made when they are asked for, so that they speak the language of the moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from braind_desktop.texts import tr

# A text's key and what it does; None draws a line. A checked entry has a third part.
Entry = tuple[str, Callable[[], object]] | tuple[str, Callable[[], object], bool] | None


def make_menu(owner: QWidget, entries: Iterable[Entry]) -> QMenu:
    """A menu of entries, named by the keys of their texts."""
    menu = QMenu(owner)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        action = QAction(tr(entry[0]), menu)
        action.setObjectName(entry[0])
        action.triggered.connect(lambda _=False, do=entry[1]: do())
        if len(entry) == 3:
            action.setCheckable(True)
            action.setChecked(entry[2])
        menu.addAction(action)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def show_menu(owner: QWidget, entries: Iterable[Entry], place: QPoint) -> QMenu:
    """Open a menu without waiting for it."""
    menu = make_menu(owner, entries)
    menu.popup(place)
    return menu
