"""The user's own Python, as a setting: for models that the program has no packages for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from braind_desktop.cores import KEY, choices, chosen_cores
from braind_desktop.desk import Desk
from braind_desktop.recipes import python_in_use, use_python
from braind_desktop.texts import error_texts, tr
from braind_desktop.views.settings_parts import Section, Setting
from braind_desktop.widgets.basics import Button
from braind_desktop.widgets.combo import Combo

if TYPE_CHECKING:
    from braind.engine import Environment

NAMED = ("torch", "transformers", "ultralytics")


class OwnPython(QObject):
    """Names it, examines it, and tells what it has."""

    def __init__(self, owner: QWidget, desk: Desk) -> None:
        super().__init__(owner)
        self._owner, self._desk = owner, desk
        self._python: Environment | None = None
        self.choose, self.test = Button("python.choose"), Button("python.test")
        self.forget = Button("python.forget")
        self.choose.clicked.connect(self._choose)
        self.test.clicked.connect(self._test)
        self.forget.clicked.connect(lambda: self.use(None))
        self.setting = Setting("python.title", "python.about", self.choose, self.test, self.forget)
        self._answer = Setting(self._place, self._told)
        self._answer.name.setWordWrap(True)
        self.section = Section("settings.analysis", cores_setting(desk), self.setting, self._answer)
        self._show(None)
        desk.ask(self, python_in_use, self._show, self._fail)

    def use(self, path: Path | None) -> None:
        """Examine a Python and keep it, or use none."""
        self._answer.about.say("python.looking")
        self._desk.ask(self, use_python(path), self._changed, self._fail)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._owner, tr("python.title"))
        if name:
            self.use(Path(name))

    def _test(self) -> None:
        assert self._python is not None
        self.use(Path(self._python.interpreter))

    def _changed(self, python: Environment | None) -> None:
        self._show(python)
        self._desk.runner.reopen()
        self._desk.library_changed.emit()

    def _show(self, python: Environment | None) -> None:
        self._python = python
        for button in (self.test, self.forget):
            button.setEnabled(python is not None)
        self._answer.name.speak()
        self._answer.about.say(self._told)

    def _fail(self, error: Exception) -> None:
        self._answer.about.say(lambda: "\n".join(error_texts(error)))

    def _place(self) -> str:
        return self._python.interpreter if self._python else tr("python.none")

    def _told(self) -> str:
        if self._python is None:
            return tr("python.none.about")
        packages = self._python.packages
        found = [f"{name} {packages[name]}" for name in NAMED if name in packages]
        missing = [name for name in NAMED if name not in packages]
        told = tr("python.has", version=self._python.version, packages=", ".join(found) or "—")
        lacks = tr("python.lacks", packages=", ".join(missing)) if missing else ""
        return f"{told} {lacks}".strip()


def cores_setting(desk: Desk) -> Setting:
    """How many cores read photos; holds for the next job."""
    box = Combo()
    box.addItems([str(number) for number in choices()])
    box.setCurrentText(str(chosen_cores(desk.settings)))
    box.currentTextChanged.connect(lambda number: desk.settings.setValue(KEY, number))
    return Setting("settings.cores", "settings.cores.about", box)


def analysis_section(owner: QWidget, desk: Desk) -> Section:
    """How many cores read photos, and what reads them beside the program itself."""
    return OwnPython(owner, desk).section
