"""Which folder becomes which brand: names can be changed in place."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from braind_desktop.texts import tr
from braind_desktop.widgets.basics import Speaking
from braind_desktop.widgets.table_copy import TableCopy

FOLDER, NAME, COUNT = range(3)


class BrandTable(Speaking, QTableWidget):
    """Rows of folder, brand and number of photos; ``renamed`` when a name was changed by hand."""

    renamed = Signal()

    def __init__(self) -> None:
        super().__init__(0, 3)
        self._rows: dict[str, int] = {}
        self.verticalHeader().hide()
        TableCopy(self)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leads on; arrows move inside
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.itemChanged.connect(lambda item: item.column() == NAME and self.renamed.emit())
        self.speak()

    @property
    def names(self) -> dict[str, str]:
        """The folders whose brand is called otherwise; an empty name leaves a folder out."""
        given = {folder: self._name(row) for folder, row in self._rows.items()}
        return {folder: name for folder, name in given.items() if name != folder}

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many new photos each folder has; new folders come at the end."""
        self.blockSignals(True)
        for folder, count in counts.items():
            if folder not in self._rows:
                self._append(folder)
            self.item(self._rows[folder], COUNT).setText(f"{count:,}")
        self.blockSignals(False)

    def clear_rows(self) -> None:
        """Begin anew."""
        self._rows = {}
        self.setRowCount(0)

    def _append(self, folder: str) -> None:
        row = self._rows[folder] = self.rowCount()
        self.insertRow(row)
        for column, text in ((FOLDER, folder), (NAME, folder), (COUNT, "")):
            item = QTableWidgetItem(text)
            if column != NAME:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.setItem(row, column, item)

    def _name(self, row: int) -> str:
        typed = unicodedata.normalize("NFC", self.item(row, NAME).text())
        return " ".join(typed.split())

    def speak(self) -> None:
        """Say it in the language of the window."""
        keys = ("import.folder", "import.as", "import.photos")
        self.setHorizontalHeaderLabels([tr(key) for key in keys])
        self.setAccessibleName(tr("import.table"))
        self.setToolTip(tr("import.table.tip"))
