"""What a brand pack holds, before any of it comes into the library."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QListWidget, QProgressBar, QWidget

from braind.events import Progress
from braind_desktop.desk import Desk
from braind_desktop.jobbook import Brief
from braind_desktop.texts import error_texts, say, tr
from braind_desktop.widgets.basics import Button, Label, Speaking, column, row

if TYPE_CHECKING:
    from braind.engine import Pack

SIZE = (560, 480)


class PackDialog(Speaking, QDialog):
    """Reads the pack in the background; its brands are added on request, as a job."""

    def __init__(self, desk: Desk, file: Path, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._file, self._reading = desk, file, desk.latest(self)
        self.resize(*SIZE)
        self.note, self.facts = Label("pack.reading", "body", wrap=True), Label("", "body", True)
        self.bar, self.brands = QProgressBar(), QListWidget()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.add, cancel = Button("pack.add", "primary"), Button("cancel")
        self.add.setEnabled(False)
        cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self.accept)
        title = Label(partial(str, file.name), "h2", wrap=True)
        self.setLayout(column(
            title, self.note, self.bar, self.facts, self.brands, row(None, cancel, self.add),
            gap=12, margin=28,
        ))  # fmt: skip
        self._reading.reported.connect(self._hear)
        self._reading.failed.connect(self._fail)
        self._reading.start(lambda engine: engine.open_pack(file))
        self._pack: Pack | None = None
        self.speak()

    def accept(self) -> None:
        """Add the brands to the library."""
        if pack := self._pack:
            brief = Brief("pack", self._file.name, ("pack", "open", str(self._file), "--merge"))
            self._desk.start(lambda engine: engine.merge_pack(pack), brief)
        super().accept()

    def reject(self) -> None:
        """Leave the pack alone."""
        self._reading.cancel()
        super().reject()

    def _hear(self, news: object) -> None:
        if isinstance(news, Progress):
            self.bar.setRange(0, news.total)
            self.bar.setValue(news.done)
        else:
            self._show(news)  # type: ignore[arg-type]

    def _show(self, pack: Pack) -> None:
        self._pack = pack
        self.bar.hide()
        self.note.say(say("pack.holds", brands=len(pack.brands), looks=f"{pack.looks:,}"))
        self.facts.say(self._fact_words)
        self.brands.addItems([f"{brand.name} · {len(brand.looks):,}" for brand in pack.brands])
        self.add.say(say("pack.add.count", count=len(pack.brands)))
        self.add.setEnabled(True)

    def _fact_words(self) -> str:
        assert self._pack
        lines = [tr("pack.owner", owner=self._pack.owner)] if self._pack.owner else []
        lines += [tr("pack.licence", licence=self._pack.licence)] if self._pack.licence else []
        return "\n".join([*lines, tr("pack.signed" if self._pack.signer else "pack.unsigned")])

    def _fail(self, error: Exception) -> None:
        self.bar.hide()
        self.note.say(lambda: " ".join(error_texts(error)))

    def speak(self) -> None:
        """Say it in the language of the window."""
        self.setWindowTitle(tr("pack.title"))
        self.brands.setAccessibleName(tr("pack.brands"))
