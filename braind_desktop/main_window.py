"""The window: a frame with sidebar and menus around the pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData, Qt, qVersion
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox, QStackedWidget, QWidget

import braind
from braind_desktop.desk import Desk, Place
from braind_desktop.pages import PAGES, Page, make_page
from braind_desktop.texts import LANGUAGES, LanguageSwitch, spoken_language, tr
from braind_desktop.theme import Mode, ThemeSwitch
from braind_desktop.widgets.basics import Speaking, row
from braind_desktop.widgets.sidebar import Sidebar
from braind_desktop.widgets.toasts import Toasts

SIZE, SMALLEST = (1440, 900), (1120, 720)
FOLDS_BELOW = 1240
SIDEBAR = (Place.LIBRARY, Place.MATCH, Place.MAP, Place.COMPARE, Place.MODELS, Place.SETTINGS)
AT_THE_FOOT = (Place.MODELS, Place.SETTINGS)
NUMBERED = 4  # Ctrl+1 … Ctrl+4
Key = QKeySequence | QKeySequence.StandardKey | str | None

# Menu actions that the page in front answers: menu, name, shortcut.
PAGE_ACTIONS: tuple[tuple[str, str, Key], ...] = (
    ("file", "open", QKeySequence.StandardKey.Open),
    ("file", "folders", None),
    ("file", "sample", None),
)


class MainWindow(Speaking, QMainWindow):
    """Frame, menus, and what is remembered between two starts."""

    def __init__(self, desk: Desk, language: LanguageSwitch, theme: ThemeSwitch) -> None:
        super().__init__()
        self.desk, self._language, self._theme = desk, language, theme
        self._menus: dict[str, QMenu] = {}
        self.menu_actions: dict[str, QAction] = {}
        self.pages: dict[Place, Page] = {}
        self.setWindowTitle("BRAIND")
        places = [place for place in SIDEBAR if place in PAGES]
        keys = {place: f"Ctrl+{n}" for n, place in enumerate(SIDEBAR[:NUMBERED], 1)}
        self.sidebar = Sidebar([(p, keys.get(p, "")) for p in places], AT_THE_FOOT)
        self.stack, frame = QStackedWidget(), QWidget()
        frame.setLayout(row(self.sidebar, self.stack, gap=0))
        self.setCentralWidget(frame)
        self.toasts = Toasts(frame)
        self.sidebar.chosen.connect(self.show_place)
        desk.went.connect(self.show_place)
        desk.toasted.connect(self.toasts.show_toast)
        self._fill_menus(places, keys)
        self.speak()
        self._restore()
        self.show_place(self._first_place())

    @property
    def page(self) -> Page:
        """The page in front."""
        page = self.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def show_place(self, place: Place, what: dict[str, object] | None = None) -> None:
        """Bring a page to the front, and make it first if need be."""
        if place not in self.pages:
            self.pages[place] = make_page(place, self.desk)
            self.stack.addWidget(self.pages[place])
        self.stack.setCurrentWidget(self.pages[place])
        self.sidebar.show_place(place)
        self.desk.settings.setValue("place", place.value)
        self.page.enter(what or {})
        for _, name, _key in PAGE_ACTIONS:
            self.menu_actions[name].setEnabled(name in self.page.commands)

    def paste(self) -> None:
        """Give the page what is on the clipboard; Qt gives no data for an empty one."""
        self.page.take(QGuiApplication.clipboard().mimeData() or QMimeData())

    def _first_place(self) -> Place:
        last = str(self.desk.settings.value("place", ""))
        usable = [place for place in SIDEBAR if place in PAGES]
        return Place(last) if last in [place.value for place in usable] else usable[0]

    def _fill_menus(self, places: list[Place], keys: dict[Place, str]) -> None:
        for menu, name, key in PAGE_ACTIONS:
            self._add(menu, name, lambda name=name: self.page.commands[name](), key)
        self._add("file", "paste", self.paste, QKeySequence.StandardKey.Paste)
        self._menus["file"].addSeparator()
        self._add("file", "quit", self.close, "Ctrl+Q")
        for place in places:
            self._add("view", place, lambda place=place: self.show_place(place), keys.get(place))
        self._menus["view"].addSeparator()
        self._choices(dict.fromkeys(LANGUAGES, self._choose_language), spoken_language())
        self._menus["view"].addSeparator()
        self._choices({mode.value: self._choose_theme for mode in Mode}, self._theme.mode)
        self._add("help", "about", self.about, QKeySequence.StandardKey.HelpContents)

    def _add(self, menu: str, name: str, do: Callable[..., object], key: Key = None) -> QAction:
        if menu not in self._menus:
            self._menus[menu] = self.menuBar().addMenu("")
        action = QAction(self)
        action.triggered.connect(lambda: do())
        if key is not None:
            action.setShortcut(QKeySequence(key))
        self._menus[menu].addAction(action)
        self.menu_actions[name] = action
        return action

    def _choices(self, choices: dict[str, Callable[[str], None]], chosen: str) -> None:
        group = QActionGroup(self)
        for name, choose in choices.items():
            action = self._add("view", name, lambda name=name, choose=choose: choose(name))
            action.setCheckable(True)
            action.setChecked(name == chosen)
            group.addAction(action)

    def _choose_language(self, code: str) -> None:
        self.desk.settings.setValue("language", code)
        self._language.choose(code)

    def _choose_theme(self, mode: str) -> None:
        self.desk.settings.setValue("theme", mode)
        self._theme.choose(Mode(mode))

    def about(self) -> None:
        """Tell what this is."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("menu.about"))
        box.setText(tr("about.body", version=braind.__version__, qt=qVersion()))
        box.open()

    def _restore(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        geometry = self.desk.settings.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def resizeEvent(self, resize: QResizeEvent) -> None:
        """The sidebar folds in a narrow window."""
        self.sidebar.fold(self.width() < FOLDS_BELOW)
        super().resizeEvent(resize)
        self.toasts.settle()

    def closeEvent(self, close: QCloseEvent) -> None:
        """Remember the place of the window."""
        self.desk.settings.setValue("geometry", self.saveGeometry())
        super().closeEvent(close)

    def speak(self) -> None:
        """Say it in the language of the window."""
        for name, menu in self._menus.items():
            menu.setTitle(tr(f"menu.{name}"))
        for name, action in self.menu_actions.items():
            action.setText(LANGUAGES[name] if name in LANGUAGES else self._name_of(name))

    def _name_of(self, action: str) -> str:
        return tr(f"place.{action}" if action in PAGES else f"menu.{action}")
