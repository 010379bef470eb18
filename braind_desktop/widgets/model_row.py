"""One model in a row: what it is for, what it costs, what there is of it, what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from braind.events import Progress
from braind_desktop.sizes import size_words
from braind_desktop.texts import Say, error_texts, say, spoken_language, tr
from braind_desktop.widgets.basics import Button, Label, Speaking, clear, column, row

if TYPE_CHECKING:
    from braind.engine import ModelStatus

SIZE_WIDTH, OFFERS_WIDTH = 90, 200
Offer = tuple[Say | str, str, Callable[[], object]]  # text or its key, kind, what it does


class ModelRow(Speaking, QFrame):
    """Shows a ``ModelStatus``, and a job on it while one runs."""

    def __init__(self, status: ModelStatus) -> None:
        super().__init__()
        self.setObjectName("card")
        self.status = status
        self.name, self.purpose = Label("", "h3"), Label("", "body", wrap=True)
        self.licence, self.size = Label("", "small", wrap=True), Label("", "body")
        self.state, self.detail = Label("", "strong"), Label("", "small", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        self._offers = row(None, gap=8)
        self._lay_out()
        self.show_status(status)

    def _lay_out(self) -> None:
        left = column(self.name, self.purpose, self.licence, gap=2)
        middle = column(None, self.state, self.bar, self.detail, None, gap=4)
        self.size.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.size.setFixedWidth(SIZE_WIDTH)
        line = row(gap=24, margin=(20, 16, 20, 16))
        line.addLayout(left, 4)
        line.addWidget(self.size)
        line.addLayout(middle, 3)
        offers = QWidget()
        offers.setFixedWidth(OFFERS_WIDTH)
        offers.setLayout(self._offers)
        line.addWidget(offers)
        self.setLayout(line)

    def show_status(self, status: ModelStatus) -> None:
        """Show what there is of the model now; whatever ran is over."""
        self.status = status
        self.bar.hide()
        self.state.say(f"models.state.{status.state.value}")
        self.state.setProperty("tone", _tone(status))
        self.state.style().polish(self.state)
        self.detail.say(self._detail(status))
        self.speak()

    def show_progress(self, news: Progress) -> None:
        """Show how far a job on the model is."""
        self.bar.show()
        self.bar.setRange(0, 1000 if news.total else 0)
        self.bar.setValue(round(1000 * news.done / news.total) if news.total else 0)
        self.bar.setAccessibleName(self.name.text())
        self.state.say(f"models.step.{news.note}")
        self.state.setProperty("tone", "")
        self.state.style().polish(self.state)
        done, total = size_words(news.done), size_words(news.total)
        self.detail.say(lambda: f"{done} / {total}" if news.total else done)

    def show_failure(self, error: Exception) -> None:
        """Say in place what went wrong, until the next thing happens."""
        self.bar.hide()
        self.state.say(lambda: error_texts(error)[0])
        self.state.setProperty("tone", "err")
        self.state.style().polish(self.state)
        self.detail.say(lambda: error_texts(error)[1])

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show these buttons."""
        clear(self._offers)
        self._offers.addStretch(1)
        for words, kind, do in offers:
            button = Button(words, kind)
            button.setAccessibleName(f"{button.text()}: {self.name.text()}")
            button.clicked.connect(lambda _=False, do=do: do())
            self._offers.addWidget(button)

    def _detail(self, status: ModelStatus) -> Say:
        if status.model.install_line and status.state.value == "absent":
            return say("models.install", command=status.model.install_line)
        if status.state.value == "partial":
            return lambda: f"{size_words(status.present)} / {size_words(status.total)}"
        memory = status.model.ram_mb
        return say("models.memory", size=size_words(memory * 1_000_000)) if memory else str

    def speak(self) -> None:
        """Say it in the language of the window."""
        model, language = self.status.model, spoken_language()
        self.name.say(lambda: model.name.get(language) or model.id)
        self.purpose.say(lambda: model.purpose.get(language, ""))
        commercial = model.licence.commercial_ok
        key = "models.licence" if commercial else "models.licence.not_commercial"
        self.licence.say(lambda: tr(key, licence=model.licence.spdx))
        self.licence.setProperty("tone", "" if commercial else "warn")
        self.licence.style().polish(self.licence)
        self.size.say(lambda: size_words(self.status.total) if self.status.total else "")
        self.setAccessibleName(f"{self.name.text()}, {self.state.text()}")


def _tone(status: ModelStatus) -> str:
    tones = {"bundled": "ok", "installed": "ok", "unverified": "warn", "damaged": "err"}
    return tones.get(status.state.value, "")
