"""The left side of the import dialog: where from, for which brand, and what is left out."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QFileDialog, QRadioButton, QWidget

from braind_desktop.texts import plain, say, tr
from braind_desktop.widgets.basics import Button, Label, Speaking, clear, column, row

SHOWN_SOURCES = 4
ENDINGS = "*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif *.tif *.tiff *.bmp *.gif *.zip *.pdf"


class ImportForm(Speaking, QWidget):
    """``changed`` when what is to be scanned is other, ``chosen`` when only the brand is."""

    changed = Signal()
    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sources: list[Path] = []
        self._suggested = ""
        self._lines = column(gap=2)
        self._is_chosen = False
        folder, files = Button("import.add_folder"), Button("import.add_files")
        folder.clicked.connect(self.ask_folder)
        files.clicked.connect(self.ask_files)
        self.one, self.each = QRadioButton(), QRadioButton()
        self.brand = QComboBox()
        self.brand.setEditable(True)
        self.brand.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.several, self.partial = QCheckBox(), QCheckBox()
        self.partial.setChecked(True)
        self.stay, self.copy = QRadioButton(), QRadioButton()
        self.room = Label("import.place", "small", wrap=True)
        for pair in ((self.one, self.each), (self.stay, self.copy)):
            group = QButtonGroup(self)
            for button in pair:
                group.addButton(button)
            pair[0].setChecked(True)
        self._connect()
        self.setLayout(column(
            Label("import.where", "h3"), self._lines, row(folder, files, None), 14,
            Label("import.brand", "h3"), self.one, row(24, self.brand, gap=0), self.each, 14,
            Label("import.rules", "h3"), self.partial, self.several,
            Label("import.rule.nobody", "small", wrap=True), 14,
            Label("import.way", "h3"), self.stay, self.copy, self.room, None, gap=8,
        ))  # fmt: skip
        self.speak()
        self._show_sources()

    def _connect(self) -> None:
        self.brand.currentTextChanged.connect(self._type)
        self.each.clicked.connect(self._choose_by_hand)
        self.one.clicked.connect(self._choose_by_hand)
        self.copy.toggled.connect(lambda _: self.chosen.emit())

    @property
    def name(self) -> str:
        """The brand of all photos: NFC, trimmed; empty when every folder is one."""
        if self.each.isChecked():
            return ""
        return " ".join(unicodedata.normalize("NFC", self.brand.currentText()).split())

    @property
    def is_complete(self) -> bool:
        """True when it is said whose photos they are."""
        return bool(self.sources) and (self.each.isChecked() or bool(self.name))

    def offer_brands(self, names: Sequence[str]) -> None:
        """The brands that there are, to choose from."""
        typed = self.brand.currentText()
        self.brand.blockSignals(True)
        self.brand.clear()
        self.brand.addItems(list(names))
        self.brand.setEditText(typed)
        self.brand.blockSignals(False)

    def add(self, sources: Sequence[Path], brand: str) -> None:
        """Some more places to import from."""
        new = [source for source in sources if source not in self.sources]
        self.sources += new
        if brand:
            self.one.setChecked(True)
            self.brand.setEditText(brand)
            self._is_chosen = True
        if new or brand:
            self._show_sources()
            self.changed.emit()

    def suggest(self, folders: Sequence[str]) -> None:
        """A brand a folder when there are several, else the folder's name; until one chooses."""
        if self._is_chosen:
            return
        if folders and self.brand.currentText() == self._suggested:
            self._suggested = folders[0] if len(folders) == 1 else self._common_name()
            self.brand.setEditText(self._suggested)
        if len(folders) > 1:
            self.each.setChecked(True)
        self.chosen.emit()

    def ask_folder(self) -> None:
        """Let a folder be chosen."""
        if name := QFileDialog.getExistingDirectory(self, tr("import.add_folder")):
            self.add([Path(name)], "")

    def ask_files(self) -> None:
        """Let files be chosen."""
        kinds = f"{tr('import.files')} ({ENDINGS});;{tr('files.all')} (*)"
        names, _ = QFileDialog.getOpenFileNames(self, tr("import.add_files"), "", kinds)
        self.add([Path(name) for name in names], "")

    def _common_name(self) -> str:
        source = self.sources[0]
        return unicodedata.normalize("NFC", source.name if len(self.sources) == 1 else "")

    def _type(self) -> None:
        if self.brand.hasFocus():
            self._is_chosen = True
            self.one.setChecked(True)
        self.chosen.emit()

    def _choose_by_hand(self) -> None:
        self._is_chosen = True
        self.chosen.emit()

    def _remove(self, source: Path) -> None:
        self.sources.remove(source)
        self._show_sources()
        self.changed.emit()

    def _show_sources(self) -> None:
        clear(self._lines)
        for source in self.sources[:SHOWN_SOURCES]:
            name = Label(partial(str, source.name or source), "body")
            name.setToolTip(plain(str(source)))
            name.setMaximumWidth(280)
            away = Button(lambda: "✕", "quiet")
            away.setAccessibleName(tr("import.remove", name=source.name))
            away.setToolTip(plain(tr("import.remove", name=source.name)))
            away.clicked.connect(partial(self._remove, source))
            self._lines.addLayout(row(name, None, away))
        more = len(self.sources) - SHOWN_SOURCES
        if more > 0:
            self._lines.addWidget(Label(say("import.more", count=more), "small"))
        if not self.sources:
            self._lines.addWidget(Label("import.nowhere", "body", wrap=True))

    def speak(self) -> None:
        """Say it in the language of the window."""
        self.one.setText(tr("import.one"))
        self.each.setText(tr("import.each"))
        self.stay.setText(tr("import.in_place"))
        self.copy.setText(tr("import.copy"))
        self.partial.setText(tr("import.rule.partial"))
        self.several.setText(tr("import.rule.several"))
        self.brand.lineEdit().setPlaceholderText(tr("import.name"))
        self.brand.setAccessibleName(tr("import.name"))
