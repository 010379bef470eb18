"""The settings: sections below each other, a list of them, and a search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QScrollArea, QWidget

from braind_desktop.desk import Desk
from braind_desktop.pages import Page
from braind_desktop.texts import tr
from braind_desktop.theme import shown_theme
from braind_desktop.views.settings_analysis import analysis_section
from braind_desktop.views.settings_general import general_section, library_section
from braind_desktop.views.settings_help import about_section, advanced_section, privacy_section
from braind_desktop.views.settings_parts import Section
from braind_desktop.widgets.basics import Label, Speaking, column, row

SECTIONS: dict[str, Callable[[QWidget, Desk], Section]] = {
    "general": general_section,
    "library": library_section,
    "analysis": analysis_section,
    "privacy": privacy_section,
    "advanced": advanced_section,
    "about": about_section,
}
WIDTH, LIST_WIDTH, ROW = 760, 200, 34


class SettingsView(Speaking, Page):
    """All settings; each changes at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setAcceptDrops(False)
        self.sections = {name: make(self, desk) for name, make in SECTIONS.items()}
        self.search, self.names, self.scroll = QLineEdit(), QListWidget(), QScrollArea()
        self.search.textChanged.connect(self._filter)
        self.names.setObjectName("sections")
        self.names.setFixedWidth(LIST_WIDTH)
        self.names.currentRowChanged.connect(self._scroll_to)
        self.nothing = Label("settings.nothing", "body")
        self.nothing.hide()
        self.commands = {"find": self.search.setFocus}
        self._lay_out()
        self.speak()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        inside.setMaximumWidth(WIDTH)
        inside.setLayout(column(self.nothing, *self.sections.values(), None, gap=28))
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setWidgetResizable(True)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setWidget(inside)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.search.setFixedWidth(LIST_WIDTH)
        left = column(self.search, self.names, gap=12)
        body = row(gap=32)
        body.addLayout(left)
        body.addWidget(self.scroll, 1)
        title = Label("place.settings", "h1")
        self.setLayout(column(title, body, gap=24, margin=(32, 28, 32, 0)))

    def enter(self, what: dict[str, object]) -> None:
        """Show a section, if one is asked for."""
        if what.get("section") in self.sections:
            self.names.setCurrentRow(list(self.sections).index(str(what["section"])))

    def _scroll_to(self, line: int) -> None:
        if line >= 0:
            section = list(self.sections.values())[line]
            self.scroll.verticalScrollBar().setValue(section.y())

    def _filter(self, words: str) -> None:
        shown = [section.show_matching(words.strip()) for section in self.sections.values()]
        self.nothing.setVisible(not any(shown))
        for line, is_shown in enumerate(shown):
            self.names.item(line).setHidden(not is_shown)

    def speak(self) -> None:
        """Say it in the language of the window."""
        chosen = max(0, self.names.currentRow())
        self.names.blockSignals(True)
        self.names.clear()
        for name in SECTIONS:
            item = QListWidgetItem(tr(f"settings.{name}"), self.names)
            item.setSizeHint(QSize(LIST_WIDTH, shown_theme().pixels(ROW)))
        self.names.setCurrentRow(chosen)
        self.names.blockSignals(False)
        self.names.setAccessibleName(tr("place.settings"))
        self.search.setPlaceholderText(tr("settings.search"))
        self.search.setAccessibleName(tr("settings.search"))
