"""A few choices side by side, of which one holds."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from braind_desktop.texts import Say
from braind_desktop.widgets.basics import Button
from braind_desktop.widgets.flow import Flow


class Segmented(QWidget):
    """Chips in a row; ``chosen`` brings the value that the user picked."""

    chosen = Signal(object)

    def __init__(self, choices: Mapping[object, Say | str], value: object = None) -> None:
        super().__init__()
        self.buttons: dict[object, Button] = {}
        group = QButtonGroup(self)
        for choice, words in choices.items():
            button = Button(words, "chip")
            button.clicked.connect(lambda _=False, choice=choice: self.chosen.emit(choice))
            group.addButton(button)
            self.buttons[choice] = button
        self.setLayout(Flow(*self.buttons.values()))
        self.show_choice(value)

    def show_choice(self, value: object) -> None:
        """Mark a choice without telling anybody."""
        if value in self.buttons:
            self.buttons[value].setChecked(True)
