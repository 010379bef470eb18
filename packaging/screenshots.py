"""Photograph every page of the window: ``python packaging/screenshots.py OUT``.

Opens the drawn sample library, made anew unless ``--library FILE`` names one, and writes
``PAGE-THEME-LANGUAGE.png`` for each page in light and dark, Korean and English. No display needed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from braind.engine import Engine
from braind.sample.brands import SAMPLE_BRANDS, write_sample
from braind_desktop.app import Desktop, compose
from braind_desktop.desk import Place
from braind_desktop.dialogs.report import ReportDialog
from braind_desktop.theme import Mode
from braind_desktop.views.brand_head import TABS
from braind_desktop.views.welcome import SEEN

THEMES, LANGUAGES = (Mode.LIGHT, Mode.DARK), ("ko", "en")
PAUSE_MS, LONGEST_MS = 60, 60_000


class Photographer:
    """Walks through one window and saves what is to be seen."""

    def __init__(self, desktop: Desktop, out: Path, ending: str) -> None:
        self._window, self._desk = desktop.window, desktop.desk
        self._out, self._ending = out, ending

    def walk(self) -> Iterator[Path]:
        """Every page in turn; yields the files."""
        yield self._save("welcome", self._window)
        welcome = self._window.stack.currentWidget()
        welcome.find_by_photo()
        brands = [brand.name for brand in self._ask(lambda engine: engine.brands())]
        yield self._page("match-idle", Place.MATCH)
        self._window.page.match_sample()
        yield self._save("match", self._window)
        yield self._page("library", Place.LIBRARY)
        for tab in TABS:
            self._desk.go(Place.BRAND, brand=brands[0])
            self._settle()
            self._window.page.head.choose(tab)
            yield self._save(f"brand-{tab}", self._window)
        yield self._page("map", Place.MAP)
        yield self._page("compare", Place.COMPARE, brands=brands[:2])
        yield self._page("models", Place.MODELS)
        yield self._page("settings", Place.SETTINGS)
        dialog = ReportDialog(self._desk, brands[0], self._window)
        dialog.open()
        yield self._save("report", dialog)
        dialog.close()
        yield from self._work()

    def _work(self) -> Iterator[Path]:
        """An import, before it starts and when it is done."""
        work = self._window.work
        self._desk.go(Place.LIBRARY)
        with tempfile.TemporaryDirectory() as folder:
            photos = Path(folder) / "2025 FW"
            _write_mirrored(photos)
            work.ask_import([photos])
            yield self._save("import", work.dialog)
            work.dialog.accept()
            self._settle()
        work.panel.slide_in()
        yield self._save("jobs", self._window)

    def _page(self, name: str, place: Place, **what: object) -> Path:
        self._desk.go(place, **what)
        return self._save(name, self._window)

    def _ask(self, question: Callable[[Engine], list]) -> list:
        answers: list = []
        self._desk.ask(self._desk, question, answers.append, slot="screenshots")
        self._settle()
        return answers[0]

    def _save(self, name: str, widget: QWidget) -> Path:
        self._settle()
        path = self._out / f"{name}-{self._ending}.png"
        widget.grab().save(str(path))
        return path

    def _settle(self) -> None:
        """Wait until nothing is computed any more, and what came of it is painted."""
        waited = 0
        while waited < LONGEST_MS:
            for _ in range(6):
                _wait(PAUSE_MS)
                waited += PAUSE_MS
            if not self._desk.runner.is_busy:
                return


def _write_mirrored(folder: Path) -> None:
    """Photos that the sample library does not hold yet."""
    for path in write_sample(folder, SAMPLE_BRANDS[:2]):
        QImage(str(path)).mirrored(True, False).save(str(path))


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def photograph(
    app: QApplication,
    library: Path,
    out: Path,
    looks: Iterable[tuple[Mode, str]] = tuple(product(THEMES, LANGUAGES)),
) -> None:
    """All pages in these looks and languages."""
    out.mkdir(parents=True, exist_ok=True)
    for theme, language in looks:
        with tempfile.TemporaryDirectory() as folder:
            file = str(Path(folder) / "window.ini")
            settings = QSettings(file, QSettings.Format.IniFormat)
            for name, value in (("theme", theme.value), ("language", language), (SEEN, False)):
                settings.setValue(name, value)
            copy = Path(shutil.copy(library, folder))  # the import writes into it
            desktop = compose(app, Engine, settings, copy)
            desktop.window.show()
            for path in Photographer(desktop, out, f"{theme.value}-{language}").walk():
                print(path)
            desktop.window.hide()
            desktop.close()
            desktop.window.deleteLater()


def make_sample(folder: Path) -> Path:
    """The drawn sample library in a new file of ``folder``."""
    library = folder / "sample.braind"
    with Engine(library) as engine:
        for _ in engine.import_sample(folder / "photos"):
            pass
    return library


def main() -> None:
    """Parse the command line, and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--library", type=Path)
    asked = parser.parse_args()
    app = QApplication(sys.argv[:1])
    if asked.library:
        photograph(app, asked.library, asked.out)
        return
    with tempfile.TemporaryDirectory() as folder:
        photograph(app, make_sample(Path(folder)), asked.out)


if __name__ == "__main__":
    main()
