"""The trash, as a setting: what lies in it, and forgetting that for good."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from braind_desktop.desk import Desk
from braind_desktop.texts import say, tr
from braind_desktop.views.settings_parts import Setting
from braind_desktop.widgets.basics import Button

if TYPE_CHECKING:
    from braind.engine import Engine, InTrash


class Trash(QObject):
    """Keeps the setting up to date, and asks before anything is forgotten."""

    def __init__(self, owner: QWidget, desk: Desk) -> None:
        super().__init__(owner)
        self._owner, self._desk = owner, desk
        self._held: InTrash | None = None
        self.button = Button("trash.empty")
        self.button.clicked.connect(self.ask)
        self.setting = Setting("trash.title", self._told, self.button)
        self.box: QMessageBox | None = None
        desk.library_changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """See what lies in the trash."""
        self._desk.ask(self, lambda engine: engine.trash(), self._show)

    def ask(self) -> None:
        """Nothing brings it back, so ask first."""
        box = QMessageBox(self._owner)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("trash.title"))
        box.setText(tr("trash.sure"))
        box.setInformativeText(tr("trash.sure.about"))
        forget = box.addButton(tr("trash.empty"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(tr("trash.keep"), QMessageBox.ButtonRole.RejectRole))
        forget.clicked.connect(self.empty)
        self.box = box
        box.open()

    def empty(self) -> None:
        """Forget for good; what was done before cannot be taken back any more."""

        def job(engine: Engine) -> Iterator[object]:
            engine.empty_trash()
            return iter(())

        self._desk.undo_stack.clear()
        self._desk.start(job).finished.connect(lambda: self._desk.toast(say("trash.emptied")))

    def _show(self, held: InTrash) -> None:
        self._held = held
        self.button.setEnabled(bool(held.brands or held.looks))
        self.setting.about.speak()

    def _told(self) -> str:
        if not self._held or not (self._held.brands or self._held.looks):
            return tr("trash.none")
        brands = tr("library.brands", count=self._held.brands)
        return tr("trash.about", brands=brands, looks=tr("looks.count", count=self._held.looks))


def trash_setting(owner: QWidget, desk: Desk) -> Setting:
    """The line of the settings page."""
    return Trash(owner, desk).setting
