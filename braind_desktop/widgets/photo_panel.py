"""The left side of a match: the photo, what was made of it, and the steps."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QButtonGroup, QFrame

from braind_desktop.texts import tr
from braind_desktop.widgets.basics import Button, Speaking, column, row
from braind_desktop.widgets.drawn import Picture, Swatches
from braind_desktop.widgets.step_list import StepList

WIDTH = 344


class Sight(StrEnum):
    """Which picture of the photo is shown."""

    PHOTO = "photo"
    PERSON = "person"
    SEEN = "seen"


class PhotoPanel(Speaking, QFrame):
    """A card with a picture, its stages, the steps and what to do next."""

    chosen = Signal()
    pasted = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedWidth(WIDTH)
        self.picture = Picture(QSize(WIDTH - 40, 120))
        self.steps, self.swatches = StepList(), Swatches()
        self._pictures: dict[Sight, QImage] = {}
        self.sights = {sight: Button(f"picture.{sight}", "chip") for sight in Sight}
        group = QButtonGroup(self)
        for sight, button in self.sights.items():
            group.addButton(button)
            button.clicked.connect(lambda _, sight=sight: self._look_at(sight))
        self.another, self.paste = Button("another", "primary"), Button("paste", hint="Ctrl+V")
        self.cancel = Button("cancel")
        for button, signal in (
            (self.another, self.chosen), (self.paste, self.pasted), (self.cancel, self.cancelled)
        ):  # fmt: skip
            button.clicked.connect(signal)
        lines = column(
            self.picture,
            row(None, *self.sights.values(), None, gap=6),
            self.swatches,
            self.steps,
            row(self.another, self.paste, self.cancel),
            gap=12,
            margin=20,
        )
        lines.setStretch(0, 1)
        self.setLayout(lines)

    def begin(self) -> None:
        """Empty, with the first step running."""
        self.show_pictures({})
        self.swatches.show_swatches(())
        self.steps.begin()
        self.set_running(True)

    def set_running(self, running: bool) -> None:
        """Offer to cancel while something runs, and another photo afterwards."""
        self.cancel.setVisible(running)
        self.another.setVisible(not running)
        self.paste.setVisible(not running)

    def show_pictures(self, pictures: Mapping[Sight, QImage]) -> None:
        """Show what there is to see now; the last stage is looked at first."""
        self._pictures = dict(pictures)
        for sight, button in self.sights.items():
            button.setEnabled(sight in pictures)
        if pictures:
            self._look_at(list(pictures)[-1])
        else:
            self.picture.show_image(QImage())

    def _look_at(self, sight: Sight) -> None:
        self.picture.show_image(self._pictures[sight])
        self.sights[sight].setChecked(True)
        self.speak()

    def speak(self) -> None:
        """Say it in the language of the window."""
        shown = [sight for sight, button in self.sights.items() if button.isChecked()]
        self.picture.setAccessibleName(tr(f"picture.{shown[0]}") if shown else "")
