"""The window never waits: what its thread does between two heartbeats of an import.

A machine that is shared with others can keep a thread from running for as long as it likes. What
counts is therefore the time that the window's thread itself works without letting the next event
through, in its own processor time; and that it is never asleep for long, as it is when it waits
for an engine.
"""

from pathlib import Path
from time import perf_counter, thread_time

import numpy as np
import pytest
from PySide6.QtCore import QObject, QSettings, QTimer

from braind.engine import Engine
from braind.sample.brands import SAMPLE_BRANDS, write_brand
from braind_desktop.app import compose
from braind_desktop.desk import Place

BEAT_MS = 5
P99_S, MOST_S, ASLEEP_S = 0.050, 0.100, 0.5
PHOTOS = 24


class Heart(QObject):
    """Beats as often as the event loop lets it, and notes what happened in between."""

    def __init__(self):
        super().__init__()
        self._scheduled = Path("/proc/thread-self/schedstat")
        self.worked, self.asleep = [], []
        self._last = self._now()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _now(self):
        waited = 0.0
        if self._scheduled.exists():
            waited = int(self._scheduled.read_text().split()[1]) / 1e9
        return perf_counter(), thread_time(), waited

    def _beat(self):
        now = self._now()
        passed, worked, waited = (new - old for new, old in zip(now, self._last, strict=True))
        self.worked.append(worked)
        self.asleep.append(passed - worked - waited)
        self._last = now

    def p99(self):
        return float(np.percentile(self.worked, 99))


def test_the_meter_notices_a_thread_that_works_too_long(qtbot):
    heart = Heart()

    def busy():
        end = thread_time() + 0.15
        while thread_time() < end:
            pass

    QTimer.singleShot(50, busy)
    qtbot.waitUntil(lambda: len(heart.worked) > 30)
    assert max(heart.worked) > MOST_S


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Two brands of drawn looks."""
    folder = tmp_path_factory.mktemp("drawn")
    for recipe in SAMPLE_BRANDS[:2]:
        list(write_brand(recipe, folder))
    return folder


@pytest.fixture
def desktop(qtbot, qapp, tmp_path):
    """The window over the shipped models."""
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "en")
    settings.setValue("welcomed", True)
    desktop = compose(qapp, Engine, settings, tmp_path / "library.braind")
    qtbot.addWidget(desktop.window)
    desktop.window.show()
    yield desktop
    desktop.close()


@pytest.mark.parametrize("place", [Place.LIBRARY, Place.MATCH])
def test_the_window_answers_while_photos_are_imported(desktop, qtbot, drawn, place):
    window, desk = desktop.window, desktop.desk
    window.show_place(place)
    window.work.panel.toggle()
    qtbot.waitUntil(lambda: not desk.runner.is_busy, timeout=60_000)
    window.work.ask_import([drawn])
    dialog = window.work.dialog
    qtbot.waitUntil(lambda: dialog.photos.wanted >= PHOTOS, timeout=60_000)
    heart = Heart()
    dialog.start.click()
    qtbot.waitUntil(lambda: not desk.runner.is_busy, timeout=120_000)
    assert desk.book.entries[0].counts.total() >= PHOTOS
    most, asleep = max(heart.worked), max(heart.asleep)
    assert heart.p99() < P99_S and most < MOST_S, f"p99 {heart.p99():.3f} s, max {most:.3f} s"
    assert asleep < ASLEEP_S, f"asleep for {asleep:.2f} s"
