"""What the sections of the settings are built from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from braind_desktop.texts import Say
from braind_desktop.widgets.basics import Label, card, column, row


class Setting(QWidget):
    """A name, a sentence about it, and what changes it; changes hold at once."""

    def __init__(self, name: Say | str, about: Say | str, *controls: QWidget) -> None:
        super().__init__()
        self.name, self.about = Label(name, "strong"), Label(about, "small", wrap=True)
        words = column(self.name, self.about, gap=2)
        self.about.setVisible(bool(self.about.text()))
        line = row(gap=16)
        line.addLayout(words, 1)
        line.addLayout(row(*controls, gap=8))
        self.setLayout(line)
        for control in controls:
            if not control.accessibleName():
                control.setAccessibleName(self.name.text())

    def says(self, words: str) -> bool:
        """Whether this is what somebody looks for."""
        told = f"{self.name.text()} {self.about.text()}".casefold()
        return words.casefold() in told


class Section(QWidget):
    """A heading and its settings on a card."""

    def __init__(self, title: str, *settings: QWidget) -> None:
        super().__init__()
        self.title = Label(title, "h3")
        self.settings = [one for one in settings if isinstance(one, Setting)]
        frame = card()
        frame.setLayout(column(*settings, gap=18, margin=20))
        self.setLayout(column(self.title, frame, gap=10))

    def show_matching(self, words: str) -> bool:
        """Show only the settings that hold these words; True when there are any."""
        in_title = words.casefold() in self.title.text().casefold()
        for setting in self.settings:
            setting.setVisible(in_title or setting.says(words))
        any_shown = in_title or any(setting.says(words) for setting in self.settings)
        self.setVisible(any_shown)
        return any_shown
