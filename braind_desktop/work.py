"""What the window shows of work in the background: card, panel, imports, and the last question."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QBoxLayout, QMessageBox, QWidget

from braind.domain import PhotoNote
from braind_desktop.desk import Desk
from braind_desktop.jobbook import GOING, Entry, Stage
from braind_desktop.texts import tr
from braind_desktop.views.import_dialog import PACE_KEY, ImportDialog
from braind_desktop.views.import_result import ImportResult
from braind_desktop.views.jobs_panel import JobsPanel
from braind_desktop.views.pack_dialog import PackDialog
from braind_desktop.widgets.job_card import JobCard
from braind_desktop.wishes import KIND


class Work(QObject):
    """Belongs to a window: its panel lies over ``frame``, its card goes into ``foot``."""

    def __init__(self, desk: Desk, window: QWidget, frame: QWidget, foot: QBoxLayout) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._may_leave = False
        self.panel, self.card = JobsPanel(desk, frame), JobCard(desk.book)
        self.dialog: ImportDialog | None = None
        self.result: ImportResult | None = None
        self.pack: PackDialog | None = None
        foot.insertWidget(0, self.card)
        self.card.clicked.connect(self.panel.toggle)
        self.panel.detailed.connect(self.show_details)
        desk.import_asked.connect(self.ask_import)
        desk.pack_asked.connect(self.ask_pack)
        desk.book.ended.connect(self._tell_end)
        desk.book.recalled.connect(self._offer_to_resume)
        QTimer.singleShot(0, self, desk.recall)

    def ask_import(self, sources: list[Path] | None = None, brand: str = "") -> None:
        """Ask how to import ``sources``; beside a dialog that is open, add them there."""
        if self.dialog is None:
            self.dialog = ImportDialog(self._desk, self._window)
            self.dialog.finished.connect(self._forget_dialog)
            self.dialog.show()
        self.dialog.add(sources or [], brand)
        self.dialog.raise_()
        self.dialog.activateWindow()

    def ask_pack(self, file: Path) -> None:
        """Show what a brand pack holds, and ask whether to add it."""
        self.pack = PackDialog(self._desk, file, self._window)
        self.pack.show()

    def show_details(self, entry: Entry) -> None:
        """What became of every photo of a job."""

        def answer(notes: list[PhotoNote]) -> None:
            entry.notes = notes
            self._show_result(entry)

        if entry.notes or not entry.record_id:
            self._show_result(entry)
        else:
            number = entry.record_id
            self._desk.ask(self, lambda engine: engine.job_photos(number), answer)

    def may_close(self, close: QCloseEvent) -> bool:
        """Ask before work is interrupted; False keeps the window open for now."""
        going = self._desk.book.at(*GOING, Stage.WAITING)
        if not going or self._may_leave:
            return True
        close.ignore()
        box = QMessageBox(self._window)
        box.setWindowTitle(tr("quit.title"))
        box.setText(tr("quit.body", count=len(going)))
        leave = box.addButton(tr("quit.leave"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(tr("quit.stay"), QMessageBox.ButtonRole.RejectRole))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        leave.clicked.connect(self._leave)
        box.open()
        return False

    def _leave(self) -> None:
        self._may_leave = True
        self._window.close()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _show_result(self, entry: Entry) -> None:
        self.result = ImportResult(self._desk, entry, self._window)
        self.result.show()

    def _tell_end(self, entry: Entry) -> None:
        if entry.brief.kind == KIND and entry.pace.seconds_each:
            self._desk.settings.setValue(PACE_KEY, entry.pace.seconds_each)
        if entry.record_id and entry.stage in (Stage.CANCELLED, Stage.FAILED):
            number = entry.record_id
            self._desk.ask(
                self, lambda engine: engine.job_photos(number), entry.recount, slot=str(number)
            )
        if entry.stage is not Stage.CANCELLED and not self.panel.is_open:
            title, state = entry.brief.words, entry.stage
            self._desk.toast(lambda: tr("job.ended", title=title(), state=tr(f"job.state.{state}")))

    def _offer_to_resume(self) -> None:
        if self._desk.book.at(Stage.INTERRUPTED) and not self.panel.is_open:
            self.panel.slide_in()
