"""The window: a frame with menus around the one page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSettings, Qt, qVersion
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox

import braind
from braind_desktop.texts import LanguageSwitch, spoken_language, tr
from braind_desktop.theme import Mode, ThemeSwitch
from braind_desktop.views.match import MatchView
from braind_desktop.widgets.basics import Speaking

SIZE, SMALLEST = (1280, 860), (1120, 720)
Key = QKeySequence | QKeySequence.StandardKey | None
LANGUAGES = {"ko": "한국어", "en": "English"}


class MainWindow(Speaking, QMainWindow):
    """Frame, menus and what is remembered between two starts."""

    def __init__(
        self, view: MatchView, language: LanguageSwitch, theme: ThemeSwitch, settings: QSettings
    ) -> None:
        super().__init__()
        self.view = view
        self._language, self._theme, self._settings = language, theme, settings
        self._menus: dict[str, QMenu] = {}
        self.menu_actions: dict[str, QAction] = {}
        self.setWindowTitle("BRAIND")
        self.setCentralWidget(view)
        self._fill_menus()
        self.speak()
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        geometry = settings.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def _fill_menus(self) -> None:
        view, keys = self.view, QKeySequence.StandardKey
        self._add("file", "open", view.choose_photo, keys.Open)
        self._add("file", "paste", view.paste, keys.Paste)
        self._add("file", "sample", view.match_sample)
        self._add("file", "folders", view.choose_folder)
        self._menus["file"].addSeparator()
        self._add("file", "quit", self.close, QKeySequence("Ctrl+Q"))
        self._choices(dict.fromkeys(LANGUAGES, self._choose_language), spoken_language())
        self._menus["view"].addSeparator()
        self._choices({mode.value: self._choose_theme for mode in Mode}, self._theme.mode)
        self._add("help", "about", self.about, keys.HelpContents)

    def _add(self, menu: str, name: str, do: Callable[..., object], key: Key = None) -> QAction:
        if menu not in self._menus:
            self._menus[menu] = self.menuBar().addMenu("")
        action = QAction(self)
        action.triggered.connect(lambda: do())
        if key is not None:
            action.setShortcut(key)
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
        self._settings.setValue("language", code)
        self._language.choose(code)

    def _choose_theme(self, mode: str) -> None:
        self._settings.setValue("theme", mode)
        self._theme.choose(Mode(mode))

    def about(self) -> None:
        """Tell what this is."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("menu.about"))
        box.setText(tr("about.body", version=braind.__version__, qt=qVersion()))
        box.open()

    def closeEvent(self, close: QCloseEvent) -> None:
        """Remember the place of the window."""
        self._settings.setValue("geometry", self.saveGeometry())
        super().closeEvent(close)

    def speak(self) -> None:
        """Say it in the language of the window."""
        for name, menu in self._menus.items():
            menu.setTitle(tr(f"menu.{name}"))
        for name, action in self.menu_actions.items():
            action.setText(LANGUAGES[name] if name in LANGUAGES else tr(f"menu.{name}"))
