"""What nobody expected: it is logged on this computer, and the user can go on.

Python hands every exception that no code caught to a hook: those of Qt's callbacks and of the
window's thread to one, those of other threads to another.
"""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from braind_desktop.main_window import MainWindow
from braind_desktop.texts import tr

_log = logging.getLogger(__name__)


class CrashTeller(QObject):
    """Logs what it is told, from any thread, and says so in the window: one message at a time."""

    crashed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_told = False
        # Always by the event loop: the call that failed ends first, whatever its thread.
        self.crashed.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of every exception of this process from now on."""
        sys.excepthook = self.hear
        threading.excepthook = self.hear_of_thread

    def retire(self) -> None:
        """Leave exceptions to Python again."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__

    def hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log the exception and tell of it; an interrupt is no accident."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("Nobody expected this.", exc_info=(kind, error, trace))
        self.crashed.emit()

    def hear_of_thread(self, what: threading.ExceptHookArgs) -> None:
        """The same for another thread; one that is asked to exit has no accident either."""
        if what.exc_value is not None:
            self.hear(what.exc_type, what.exc_value, what.exc_traceback)

    def _tell(self) -> None:
        if self._is_told:
            return
        self._is_told = True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("BRAIND")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("crash"))
        box.setInformativeText(tr("crash.body"))
        make = box.addButton(tr("crash.make"), QMessageBox.ButtonRole.ActionRole)
        box.setDefaultButton(box.addButton(tr("crash.go_on"), QMessageBox.ButtonRole.RejectRole))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        make.clicked.connect(self._make_file)
        box.finished.connect(self._end)
        box.open()

    def _end(self) -> None:
        self._is_told = False

    def _make_file(self) -> None:
        from braind_desktop.views.settings_help import make_diagnostics

        make_diagnostics(self._window, self._window.desk)
