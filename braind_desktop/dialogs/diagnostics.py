"""What a diagnostics file would hold, to be read before it is saved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QTabWidget, QWidget

from braind_desktop.texts import tr
from braind_desktop.widgets.basics import Button, Label, column, row

SIZE = (720, 560)


class DiagnosticsDialog(QDialog):
    """Every file of the archive in a tab; accepted when the user wants to save it."""

    def __init__(self, owner: QWidget, files: Mapping[str, str]) -> None:
        super().__init__(owner)
        self.setWindowTitle(tr("settings.diagnostics"))
        self.resize(*SIZE)
        self.tabs = QTabWidget()
        for name, text in files.items():
            page = QPlainTextEdit(text)
            page.setReadOnly(True)
            page.setAccessibleName(name)
            self.tabs.addTab(page, name)
        save, cancel = Button("settings.save", "primary"), Button("cancel")
        save.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.setLayout(
            column(
                Label("settings.diagnostics", "h2"),
                Label("settings.diagnostics.read", "body", wrap=True),
                self.tabs, row(None, cancel, save), gap=12, margin=24,
            )
        )  # fmt: skip
