"""The first thing that a new user sees: two doors, and a sample to look around in."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFrame

from braind_desktop import actions
from braind_desktop.desk import Desk, Place
from braind_desktop.jobbook import SAMPLE_BRIEF
from braind_desktop.pages import Page
from braind_desktop.support import window_of
from braind_desktop.texts import LANGUAGES, spoken_language
from braind_desktop.widgets.basics import Button, Label, column, row
from braind_desktop.widgets.drawn import Pictogram
from braind_desktop.widgets.segmented import Segmented

SEEN = "welcomed"
DOOR = (336, 232)


class Door(QFrame):
    """A card that says who goes through it; ``opens`` is its button."""

    def __init__(self, sign: str, name: str, button: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedWidth(DOOR[0])
        self.setMinimumHeight(DOOR[1])
        self.opens = Button(button, "primary")
        words = Label(f"welcome.{name}.about", "body", wrap=True)
        self.setLayout(
            column(
                row(Pictogram(sign, 44), None), 8, Label(f"welcome.{name}", "h2"), words, None,
                row(self.opens, None), margin=24,
            )
        )  # fmt: skip


class Welcome(Page):
    """Shown alone until a door is taken, or any other way into the window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.commands = {"open": self.find_by_photo, "sample": self.look_around}
        self.owner = Door("brands", "owner", "welcome.lookbook")
        self.shopper = Door("whole", "shopper", "choose")
        self.sample = Button("welcome.sample", "quiet")
        self.owner.opens.clicked.connect(self.import_lookbook)
        self.shopper.opens.clicked.connect(self.find_by_photo)
        self.sample.clicked.connect(self.look_around)
        languages = Segmented({code: (lambda n=name: n) for code, name in LANGUAGES.items()})
        languages.show_choice(spoken_language())
        languages.chosen.connect(lambda code: window_of(self).speak_in(code))
        doors = row(None, self.owner, self.shopper, None, gap=24)
        promise = Label("welcome.promise", "lead")
        self.setLayout(
            column(
                None,
                row(None, Label("welcome.title", "display"), None),
                row(None, promise, None), 32, doors, 28,
                row(None, self.sample, None), 32, row(None, languages, None), None, gap=8,
            )
        )  # fmt: skip

    def import_lookbook(self) -> None:
        """The owner's door."""
        self.desk.go(Place.LIBRARY)
        self.desk.import_asked.emit([], "")

    def find_by_photo(self) -> None:
        """The shopper's door."""
        self.desk.go(Place.MATCH)

    def look_around(self) -> None:
        """Fill the library with drawn brands, and show how that goes."""
        self.desk.go(Place.LIBRARY)
        self.desk.start(actions.use_sample, SAMPLE_BRIEF)

    def take(self, mime: QMimeData) -> None:
        """A drop is a door, too: the library takes it."""
        self.desk.go(Place.LIBRARY)
        window_of(self).page.take(mime)
