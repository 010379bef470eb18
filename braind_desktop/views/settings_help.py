"""Settings of privacy, and what helps when something is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from braind_desktop.desk import Desk
from braind_desktop.dialogs.diagnostics import DiagnosticsDialog
from braind_desktop.support import LOG_NAME, log_folder, open_dialog, window_of
from braind_desktop.texts import say, tr
from braind_desktop.views.settings_parts import Section, Setting
from braind_desktop.widgets.basics import Button, Label

if TYPE_CHECKING:
    from braind.engine import Engine


def privacy_section(owner: QWidget, desk: Desk) -> Section:
    """The promise, and what can be forgotten."""
    forget = Button("settings.forget")
    forget.clicked.connect(lambda: _forget(desk))
    return Section(
        "settings.privacy",
        Label("settings.promise", "body", wrap=True),
        Setting("settings.recent", "settings.recent.about", forget),
    )


def advanced_section(owner: QWidget, desk: Desk) -> Section:
    """The log, and a file for whoever helps."""
    logs, make, reset = (
        Button("settings.open_folder"), Button("settings.make"), Button("settings.reset"),
    )  # fmt: skip
    logs.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder()))))
    make.clicked.connect(lambda: make_diagnostics(owner, desk))
    reset.clicked.connect(lambda: window_of(owner).reset())
    return Section(
        "settings.advanced",
        Setting("settings.log", "settings.log.about", logs),
        Setting("settings.diagnostics", "settings.diagnostics.about", make),
        Setting("settings.window", "settings.window.about", reset),
    )


def about_section(owner: QWidget, desk: Desk) -> Section:
    """Version, licences and shortcuts."""
    about, keys = Button("settings.show"), Button("settings.show")
    about.clicked.connect(lambda: open_dialog("about", window_of(owner)))
    keys.clicked.connect(lambda: open_dialog("shortcuts", window_of(owner)))
    return Section(
        "settings.about",
        Setting("settings.licences", "settings.licences.about", about),
        Setting("menu.shortcuts", "", keys),
    )


def _forget(desk: Desk) -> None:
    desk.libraries.forget_others()
    desk.toast(say("settings.forgotten"))


def make_diagnostics(owner: QWidget, desk: Desk) -> None:
    """Collect the diagnostics, and show them before anything is saved."""

    def question(engine: Engine) -> Mapping[str, str]:
        log = log_folder() / LOG_NAME
        text = log.read_text("utf-8", "replace") if log.is_file() else ""
        return engine.diagnostics(text)

    def show(files: Mapping[str, str]) -> None:
        dialog = DiagnosticsDialog(owner, files)
        dialog.accepted.connect(lambda: _save(owner, desk, files))
        dialog.open()

    desk.ask(owner, question, show, desk.tell_failure, slot="diagnostics")


def _save(owner: QWidget, desk: Desk, files: Mapping[str, str]) -> None:
    name, _ = QFileDialog.getSaveFileName(
        owner, tr("settings.diagnostics"), "braind-diagnostics.zip", "ZIP (*.zip)"
    )
    if name:
        desk.ask(
            owner,
            lambda engine: engine.write_diagnostics(Path(name), files),
            lambda _: desk.toast(say("settings.saved", name=Path(name).name)),
            desk.tell_failure,
            slot="diagnostics",
        )
