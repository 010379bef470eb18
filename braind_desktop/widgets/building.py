"""The page while a library is being filled."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from braind.events import Progress
from braind_desktop.texts import say, tr
from braind_desktop.widgets.basics import Button, Label, card, column, row


class Building(QWidget):
    """A card with a bar that never goes back, and a way out."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.count, self.note = Label("building.scan", "body"), Label("", "small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        cancel = Button("cancel")
        cancel.clicked.connect(self.cancelled)
        frame = card()
        frame.setFixedWidth(520)
        frame.setLayout(
            column(
                Label("building.title", "h2"), 4, self.count, self.bar, self.note, 12,
                Label("building.safe", "small", wrap=True), 8, row(None, cancel),
                margin=32,
            )
        )  # fmt: skip
        self.setLayout(column(None, row(None, frame, None), None))

    def begin(self) -> None:
        """Nothing is counted yet."""
        self.bar.setRange(0, 0)
        self.count.say("building.scan")
        self.note.say("")

    def show_progress(self, progress: Progress) -> None:
        """Show how many photos are done, and which was last."""
        if not progress.total:
            return
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.count.say(say("building.count", done=progress.done, total=progress.total))
        name = progress.note.replace("\\", "/").rsplit("/", 1)[-1]
        self.note.say(lambda: name)
        self.bar.setAccessibleName(tr("building.title"))
