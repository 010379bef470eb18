"""Where the window keeps its log, and the dialogs that help."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from platformdirs import PlatformDirs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from braind_desktop.main_window import MainWindow

DIALOGS = {
    "shortcuts": "braind_desktop.dialogs.shortcuts:ShortcutsDialog",
    "about": "braind_desktop.dialogs.about:AboutDialog",
}
LOG_NAME = "desktop.log"


def folders() -> PlatformDirs:
    """BRAIND's folders on this system."""
    return PlatformDirs("braind", False)


def log_folder() -> Path:
    """Where the log lies."""
    return Path(folders().user_log_dir)


def window_of(widget: QWidget) -> MainWindow:
    """The window that a widget is in."""
    return cast("MainWindow", widget.window())


def open_dialog(name: str, window: MainWindow) -> QDialog:
    """Show a dialog that does not stop the window; it is loaded at its first use."""
    module, _, kind = DIALOGS[name].partition(":")
    dialog = getattr(import_module(module), kind)(window)
    assert isinstance(dialog, QDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
