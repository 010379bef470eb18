import os
import shutil
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported

import pytest
from engine_fakes import FakePipeline, fake_words, write_folder
from PySide6.QtCore import QSettings

from braind.engine import Engine
from braind.recipes import DEFAULT
from braind_desktop.app import compose
from braind_desktop.desk import Place

BRANDS = {"Alba": 0, "Birch": 1, "Cove": 2}


class Desk:
    """A window over a library, as a user would find it."""

    def __init__(self, desktop, qtbot):
        self.window, self.desk = desktop.window, desktop.desk
        self.qtbot = qtbot

    @property
    def view(self):
        """The match page."""
        return self.window.pages[Place.MATCH]

    def settle(self):
        """Wait until nothing runs."""
        self.qtbot.waitUntil(lambda: not self.desk.runner.is_busy, timeout=10_000)

    def page(self):
        return self.view.pages.currentWidget()

    def brands(self):
        return [row.name.text() for row in self.view.results.rows]


@pytest.fixture(scope="session")
def first_library(tmp_path_factory):
    """Three brands, four looks each, told apart by style and colour."""
    folder = tmp_path_factory.mktemp("brands")
    path = folder / "library.braind"
    with Engine(path, make_pipeline=lambda: FakePipeline([]), load_words=fake_words) as engine:
        for brand, group in BRANDS.items():
            files = write_folder(folder / brand, 4, seed=100 * group, group=group)
            list(engine.import_photos(files, brand, workers=1))
    return path


@pytest.fixture
def library(first_library, tmp_path):
    """A copy for one test."""
    return Path(shutil.copy(first_library, tmp_path))


@pytest.fixture
def open_desk(qtbot, qapp, tmp_path):
    """Opens windows, and closes what was opened."""
    opened = []

    def open_on(path, pipeline=None, place=Place.MATCH, recipe=DEFAULT):
        def open_engine(library):
            make = pipeline or (lambda: FakePipeline([]))
            return Engine(library, make_pipeline=make, load_words=fake_words, recipe=recipe)

        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        if not settings.contains("language"):
            settings.setValue("language", "en")
        if place:
            settings.setValue("welcomed", True)
        desktop = compose(qapp, open_engine, settings, path)
        opened.append(desktop)
        qtbot.addWidget(desktop.window)
        desktop.window.show()
        qtbot.waitExposed(desktop.window)
        desk = Desk(desktop, qtbot)
        if place is None:
            return desk
        desk.window.show_place(place)
        desktop_pages = desk.view.pages
        qtbot.waitUntil(lambda: desktop_pages.currentWidget() is not desk.view.sheet.opening)
        desk.settle()
        return desk

    yield open_on
    for desktop in opened:
        desktop.close()


@pytest.fixture
def desk(open_desk, library):
    return open_desk(library)
