"""Every action of the window with its shortcut: the menu bar, and what fills it.

An action is either the frame's own, or is answered by the page in front: it is greyed while that
page has no such command.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from braind_desktop.desk import Place
from braind_desktop.pages import PAGES, Page
from braind_desktop.texts import LANGUAGES, tr
from braind_desktop.theme import Mode

Standard = QKeySequence.StandardKey
Do = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One action; ``page`` when the page in front answers it."""

    name: str
    key: str | Standard = ""
    page: bool = True


_LINE = Entry("")
# Menu: its entries. No bare letters as shortcuts: a Hangul keyboard would eat them.
MENUS: dict[str, tuple[Entry, ...]] = {
    "file": (
        Entry("new_library", page=False), Entry("open_library", "Ctrl+Shift+O", page=False),
        Entry("recent", page=False), _LINE,
        Entry("import", "Ctrl+I", page=False), Entry("open", Standard.Open),
        Entry("folders"), Entry("sample"), Entry("paste", Standard.Paste, page=False), _LINE,
        Entry("export", "Ctrl+E"), _LINE, Entry("quit", "Ctrl+Q", page=False),
    ),
    "edit": (
        Entry("undo", Standard.Undo, page=False), Entry("redo", "Ctrl+Shift+Z", page=False),
        _LINE, Entry("copy_image", "Ctrl+Shift+C"), Entry("select_all", Standard.SelectAll),
        Entry("delete", Standard.Delete), _LINE, Entry("find", Standard.Find),
    ),
    "view": (
        *(Entry(place) for place in Place if place is not Place.BRAND), _LINE,
        Entry("jobs", "Ctrl+J", page=False), _LINE,
        Entry("larger", "Ctrl++", page=False), Entry("smaller", "Ctrl+-", page=False),
        Entry("normal", "Ctrl+0", page=False), _LINE,
        Entry("language", page=False), Entry("theme", page=False),
    ),
    "library": (
        Entry("new", "Ctrl+N"), Entry("rename", "F2"), Entry("mine"),
        Entry("reanalyze", "F5"), _LINE, Entry("quick_look"), Entry("show_file"),
    ),
    "help": (
        Entry("shortcuts", "F1", page=False), Entry("privacy", page=False),
        Entry("logs", page=False), Entry("diagnostics", page=False), _LINE,
        Entry("about", page=False),
    ),
}  # fmt: skip
SIDEBAR_KEYS = {
    Place.LIBRARY: "Ctrl+1", Place.MATCH: "Ctrl+2", Place.MAP: "Ctrl+3",
    Place.COMPARE: "Ctrl+4", Place.SETTINGS: "Ctrl+,",
}  # fmt: skip


class Menus(QObject):
    """The menu bar's actions by name; ``frame`` are the frame's own answers."""

    def __init__(self, bar: QMenuBar, frame: dict[str, Do], page: Callable[[], Page]) -> None:
        super().__init__(bar)
        self._bar, self._frame, self._page = bar, frame, page
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self._page_names: list[str] = []
        for menu, entries in MENUS.items():
            self.menus[menu] = bar.addMenu("")
            for entry in entries:
                self._add(self.menus[menu], entry)

    def _add(self, menu: QMenu, entry: Entry) -> None:
        name = entry.name
        if not name:
            menu.addSeparator()
        elif name in ("recent", "language", "theme"):
            self.menus[name] = menu.addMenu("")
        elif name in list(Place):
            if name in PAGES:
                place = Place(name)
                self._action(menu, name, partial(self._frame["go"], place), SIDEBAR_KEYS.get(place))
        elif not entry.page:
            if name in self._frame:
                self._action(menu, name, self._frame[name], entry.key)
        else:
            self._page_names.append(name)
            self._action(menu, name, partial(self._answer, name), entry.key)

    def _action(
        self, menu: QMenu, name: str, do: Do, key: str | Standard | None
    ) -> QAction:  # fmt: skip
        action = QAction(self)
        action.triggered.connect(lambda: do())
        if key:
            action.setShortcut(QKeySequence(key))
        menu.addAction(action)
        self.actions[name] = action
        return action

    def _answer(self, name: str) -> None:
        if command := self._page().commands.get(name):
            command()

    def offer_choices(
        self, menu: str, names: list[str], chosen: str, choose: Callable[..., object]
    ) -> None:
        """Fill a submenu with names of which one is chosen."""
        group = QActionGroup(self)
        for name in names:
            action = self._action(self.menus[menu], name, partial(choose, name), None)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            group.addAction(action)

    def follow_page(self) -> None:
        """Grey what the page in front does not answer."""
        for name in self._page_names:
            self.actions[name].setEnabled(name in self._page().commands)

    def shortcuts(self) -> Iterator[tuple[str, str]]:
        """What can be done with the keyboard: names and keys, in the order of the menus."""
        for name, action in self.actions.items():
            if not action.shortcut().isEmpty():
                native = QKeySequence.SequenceFormat.NativeText
                yield _name_of(name), action.shortcut().toString(native)

    def speak(self) -> None:
        """Say it in the language of the window."""
        for name, menu in self.menus.items():
            menu.setTitle(tr(f"menu.{name}"))
        for name, action in self.actions.items():
            action.setText(_name_of(name))


def _name_of(action: str) -> str:
    if action in LANGUAGES:
        return LANGUAGES[action]
    if action in list(Mode):
        return tr(f"theme.{action}")
    return tr(f"place.{action}" if action in list(Place) else f"menu.{action}")
