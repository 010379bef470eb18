"""What BRAIND is, and whose work it builds on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
)

import braind
from braind_desktop.texts import say, tr
from braind_desktop.widgets.basics import Label, column
from braind_desktop.widgets.table_copy import TableCopy

if TYPE_CHECKING:
    from braind.engine import Engine, Notice
    from braind_desktop.main_window import MainWindow

SIZE = (760, 640)


def ask_notices(engine: Engine) -> list[Notice]:
    """The packages that are really installed, with their licences."""
    return engine.third_party()


class AboutDialog(QDialog):
    """Version, promise, and the third-party packages with their licences' texts."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("menu.about"))
        self.resize(*SIZE)
        self._notices: list[Notice] = []
        self.table, self.text = QTableWidget(0, 3), QPlainTextEdit()
        self.table.setTabKeyNavigation(False)
        self._prepare()
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self.table)
        both.addWidget(self.text)
        both.setSizes([300, 160])
        version = say("about.version", version=braind.__version__, qt=qVersion())
        self.setLayout(
            column(
                Label(lambda: "BRAIND", "h1"), Label(version, "body"), 4,
                Label("about.promise", "body", wrap=True), 12,
                Label("about.others", "h3"), both, margin=24,
            )
        )  # fmt: skip
        window.desk.ask(self, ask_notices, self.show_notices)

    def _prepare(self) -> None:
        names = [tr(f"about.{column}") for column in ("name", "number", "licence")]
        self.table.setHorizontalHeaderLabels(names)
        self.table.setAccessibleName(tr("about.others"))
        self.table.verticalHeader().hide()
        TableCopy(self.table)
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.currentCellChanged.connect(lambda row, *_: self._show_text(row))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("about.licence"))

    def show_notices(self, notices: list[Notice]) -> None:
        """Fill the table."""
        self._notices = notices
        self.table.setRowCount(len(notices))
        for line, notice in enumerate(notices):
            for place, words in enumerate((notice.name, notice.version, notice.licence)):
                self.table.setItem(line, place, QTableWidgetItem(words))

    def _show_text(self, line: int) -> None:
        text = self._notices[line].text if 0 <= line < len(self._notices) else ""
        self.text.setPlainText(text or tr("about.no_text"))
