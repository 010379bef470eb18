"""The left side of a match: the photo, what was made of it, and the steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from braind.domain import Box
from braind_desktop.texts import say, tr
from braind_desktop.widgets.basics import Button, Label, Speaking, clear, column, row
from braind_desktop.widgets.drawn import Swatches
from braind_desktop.widgets.flow import Flow
from braind_desktop.widgets.people_picture import PeoplePicture
from braind_desktop.widgets.step_list import StepList

WIDTH = 344


class Sight(StrEnum):
    """Which picture of the photo is shown."""

    PHOTO = "photo"
    PERSON = "person"
    SEEN = "seen"


class PhotoPanel(Speaking, QFrame):
    """A card with a picture, its stages, the people, the steps and what to do next."""

    chosen = Signal()
    pasted = Signal()
    cancelled = Signal()
    picked = Signal(int)  # which of several people, from 0

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedWidth(WIDTH)
        self.picture = PeoplePicture(QSize(WIDTH - 40, 120))
        self.picture.picked.connect(self.picked)
        self.steps, self.swatches = StepList(), Swatches()
        self._pictures: dict[Sight, QImage] = {}
        self._boxes: tuple[Sequence[Box], int] = (), 0
        self.sights = {sight: Button(f"picture.{sight}", "chip") for sight in Sight}
        group = QButtonGroup(self)
        for sight, button in self.sights.items():
            group.addButton(button)
            button.clicked.connect(lambda _, sight=sight: self._look_at(sight))
        self.people, self._people = QWidget(), row(gap=6)
        self.people.setLayout(self._people)
        self.people.hide()
        self.another, self.paste = Button("another", "primary"), Button("paste", hint="Ctrl+V")
        self.cancel = Button("cancel")
        for button, signal in (
            (self.another, self.chosen), (self.paste, self.pasted), (self.cancel, self.cancelled)
        ):  # fmt: skip
            button.clicked.connect(signal)
        lines = column(
            self.picture,
            row(None, Flow(*self.sights.values()), None),
            self.people,
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
        self.show_people((), 0)
        self.swatches.show_swatches(())
        self.steps.begin()

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

    def show_people(self, boxes: Sequence[Box], chosen: int) -> None:
        """Offer a choice between several people, and show the whole photo for it."""
        self._boxes = boxes, chosen
        clear(self._people)
        several = len(boxes) > 1
        self.people.setVisible(several)
        if several:
            self._people.addWidget(Label("people.choose", "small"))
            group = QButtonGroup(self.people)
            for number in range(len(boxes)):
                chip = Button(say("people.number", number=number + 1), "chip")
                chip.setChecked(number == chosen)
                chip.clicked.connect(lambda _, number=number: self.picked.emit(number))
                group.addButton(chip)
                self._people.addWidget(chip)
            self._people.addStretch(1)
            self._look_at(Sight.PHOTO)

    def _look_at(self, sight: Sight) -> None:
        self.picture.show_image(self._pictures.get(sight, QImage()))
        boxes, chosen = self._boxes
        self.picture.show_boxes(boxes if sight is Sight.PHOTO else (), chosen)
        self.sights[sight].setChecked(True)
        self.speak()

    def speak(self) -> None:
        """Say it in the language of the window."""
        shown = [sight for sight, button in self.sights.items() if button.isChecked()]
        self.picture.setAccessibleName(tr(f"picture.{shown[0]}") if shown else "")
