"""What can be done with the keyboard (F1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QWidget

from braind_desktop.texts import tr
from braind_desktop.widgets.basics import Label, column

if TYPE_CHECKING:
    from braind_desktop.main_window import MainWindow

SIZE = (560, 640)
COLUMNS = 2


class ShortcutsDialog(QDialog):
    """A sheet of names and keys, in the order of the menus."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("menu.shortcuts"))
        self.resize(*SIZE)
        sheet, grid = QWidget(), QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        self.keys = dict(window.menus.shortcuts())
        for line, (name, key) in enumerate(self.keys.items()):
            grid.addWidget(Label(lambda name=name: name.replace("&", ""), "body"), line, 0)
            keys = Label(lambda key=key: key, "strong")
            keys.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(keys, line, 1)
        sheet.setLayout(grid)
        scroll = QScrollArea()
        scroll.setObjectName("plain")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        self.setLayout(column(Label("menu.shortcuts", "h2"), 8, scroll, margin=24))
