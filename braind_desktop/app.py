"""Where the window is put together. Nothing heavy is imported before it is on the screen."""

from __future__ import annotations

import logging
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from multiprocessing import freeze_support
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

# First of all: it switches the telemetry of onnxruntime off.
import braind
from braind_desktop.crash import CrashTeller
from braind_desktop.desk import Desk
from braind_desktop.jobs import JobRunner, Lane
from braind_desktop.libraries import Libraries
from braind_desktop.main_window import MainWindow
from braind_desktop.single import Doorbell, channel_name, hand_over
from braind_desktop.support import LOG_NAME, folders, log_folder
from braind_desktop.texts import LanguageSwitch, resources
from braind_desktop.theme import Mode, ThemeSwitch

if TYPE_CHECKING:
    from collections.abc import Callable

    from braind.engine import Engine

LOG_BYTES = 1_000_000
SETTLED_MS = 1000
DEFAULT_LIBRARY = "library.braind"


@dataclass(frozen=True, slots=True)
class Desktop:
    """The parts of the running application; closing gives threads and library back."""

    window: MainWindow
    desk: Desk
    language: LanguageSwitch

    def close(self) -> None:
        """Stop what runs, and close the library in the threads that opened it."""
        self.desk.runner.close()
        self.language.retire()


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window; returns when it is closed."""
    freeze_support()  # frozen, the process that tries to load a model is this program again
    asked = _parse(sys.argv[1:] if argv is None else argv)
    _log_to(log_folder())
    app = QApplication(["braind-desktop"])
    given = [str(path.absolute()) for path in asked.files]
    if not asked.new_instance and hand_over(given, channel_name()):
        return 0
    doorbell = Doorbell(channel_name(), app)
    app.setApplicationName("BRAIND")
    app.setApplicationVersion(braind.__version__)
    settings = _remembered(Path(folders().user_config_dir) / "window.ini")
    library = asked.library or _last_library(settings)
    desktop = compose(app, _open_engine, settings, library)
    crashes = CrashTeller(desktop.window)
    crashes.install()
    doorbell.rung.connect(desktop.window.take_files)
    desktop.window.show()
    QTimer.singleShot(0, desktop.window, lambda: desktop.window.take_files(given))
    if asked.photograph:
        QTimer.singleShot(
            SETTLED_MS, desktop.window, lambda: _photograph(desktop, asked.photograph)
        )
    try:
        return app.exec()
    finally:
        crashes.retire()
        doorbell.close()
        desktop.close()


def _photograph(desktop: Desktop, target: Path) -> None:
    """Save the window once nothing is computed any more, and end."""
    if desktop.desk.runner.is_busy:
        QTimer.singleShot(SETTLED_MS, desktop.window, lambda: _photograph(desktop, target))
        return
    desktop.window.grab().save(str(target))
    QApplication.exit(0)


def compose(
    app: QApplication,
    open_engine: Callable[[Path], Engine],
    settings: QSettings,
    library: Path,
) -> Desktop:
    """Put the parts together; the library is opened once the window is on the screen."""
    app.setWindowIcon(QIcon(str(resources() / "icon.svg")))
    theme = ThemeSwitch(app)
    theme.scale = float(str(settings.value("scale", 1.0)))
    theme.choose(Mode(str(settings.value("theme", Mode.SYSTEM))))
    language = LanguageSwitch(app, str(settings.value("language", "")))
    libraries = Libraries(library, settings)
    runner = JobRunner(dict.fromkeys(Lane, lambda: open_engine(libraries.current)))
    desk = Desk(runner, settings, libraries)
    return Desktop(MainWindow(desk, language, theme), desk, language)


def _last_library(settings: QSettings) -> Path:
    """The library that was open last, or the command line's; no engine is loaded to know it."""
    last = Path(str(settings.value("library", "")))
    return last if last.is_file() else Path(folders().user_data_dir) / DEFAULT_LIBRARY


def _open_engine(library: Path) -> Engine:
    from braind.engine import Engine, default_settings, load_preferences

    preferences = load_preferences(default_settings())
    return Engine(
        library,
        recipe=preferences.find(),
        device=preferences.device,
        python=preferences.python,
    )


def _parse(argv: Sequence[str]) -> Namespace:
    parser = ArgumentParser("braind-desktop", description="Find the brands that look like you.")
    parser.add_argument("--library", type=Path, metavar="FILE", help="the library to compare with")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="what to open")
    parser.add_argument(
        "--new-instance", action="store_true", help="open a second window beside one that runs"
    )
    # For whoever checks an installation: start, paint, save what is to be seen, end.
    parser.add_argument("--photograph", type=Path, metavar="PNG", help=SUPPRESS)
    parser.add_argument("--version", action="version", version=braind.__version__)
    return parser.parse_args(argv)


def _remembered(file: Path) -> QSettings:
    """What the window remembers, for its user alone; a file that is there keeps its mode."""
    with suppress(OSError):  # then nothing is remembered
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
    return QSettings(str(file), QSettings.Format.IniFormat)


class _OwnLog(RotatingFileHandler):
    """A log that no other user of the system can read."""

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).touch(mode=0o600)
        return super()._open()


def _log_to(folder: Path) -> None:
    """Keep a small log; a window has no terminal, and perhaps not even standard streams."""
    for place in (folder.parent, folder):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = _OwnLog(folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=1)
    logging.basicConfig(level=logging.INFO, handlers=[file])
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, file.stream)


if __name__ == "__main__":
    sys.exit(main())
