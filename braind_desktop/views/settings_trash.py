"""The trash, as a setting: what lies in it, bringing that back, and forgetting it for good."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from braind_desktop.desk import Desk
from braind_desktop.texts import Say, say, tr
from braind_desktop.views.settings_parts import Setting
from braind_desktop.widgets.basics import Button

if TYPE_CHECKING:
    from braind.domain import Brand
    from braind.engine import Engine, InTrash


class Trash(QObject):
    """Keeps the setting up to date, and asks before anything is forgotten."""

    def __init__(self, owner: QWidget, desk: Desk) -> None:
        super().__init__(owner)
        self._owner, self._desk = owner, desk
        self._held: InTrash | None = None
        self._brands: list[Brand] = []
        self.back, self.button = Button("trash.back"), Button("trash.empty")
        self.back.clicked.connect(self.offer)
        self.button.clicked.connect(self.ask)
        self.setting = Setting("trash.title", self._told, self.back, self.button)
        for button in (self.back, self.button):
            button.setEnabled(False)
        self.box: QMessageBox | None = None
        self.menu: QMenu | None = None
        desk.library_changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """See what lies in the trash."""
        self._desk.ask(
            self, lambda engine: (engine.trash(), engine.removed_brands()), self._show
        )  # fmt: skip

    def offer(self) -> None:
        """A menu of what can be brought back."""
        menu = self.menu = QMenu(self._owner)
        for brand in self._brands:
            do = partial(self._restore, say("trash.restored", name=brand.name))
            menu.addAction(brand.name, partial(do, lambda engine, b=brand: engine.restore(b.id)))
        if self._held and self._held.looks:
            do = partial(self._restore, say("trash.restored.looks"))
            words = tr("looks.count", count=self._held.looks)
            menu.addAction(words, partial(do, lambda engine: engine.restore_looks()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.back.mapToGlobal(self.back.rect().bottomLeft()))

    def _restore(self, words: Say, step: Callable[[Engine], object]) -> None:
        """Bring something back; a brand whose name was taken meanwhile stays, and that is told."""

        def job(engine: Engine) -> Iterator[object]:
            step(engine)
            yield "done"

        task = self._desk.start(job)
        task.reported.connect(lambda _: self._desk.toast(words))
        task.failed.connect(self._desk.tell_failure)

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

    def _show(self, told: tuple[InTrash, list[Brand]]) -> None:
        self._held, self._brands = told
        for button in (self.back, self.button):
            button.setEnabled(bool(self._held.brands or self._held.looks))
        self.setting.about.speak()

    def _told(self) -> str:
        if not self._held or not (self._held.brands or self._held.looks):
            return tr("trash.none")
        brands = tr("library.brands", count=self._held.brands)
        return tr("trash.about", brands=brands, looks=tr("looks.count", count=self._held.looks))


def trash_setting(owner: QWidget, desk: Desk) -> Setting:
    """The line of the settings page."""
    return Trash(owner, desk).setting
