"""Importing as a user does it: dialog, job, panel, results, and what happens at the next start."""

import csv
import shlex
import threading

import pytest
from click.testing import CliRunner
from engine_fakes import HALF, NOBODY, FakePipeline, fake_words, write_folder, write_photo
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from braind.cli import cli
from braind.cli.app import App
from braind.domain import Outcome
from braind.engine import Engine
from braind.errors import ModelError
from braind_desktop.jobbook import Stage


def press(widget, text):
    (button,) = [
        b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisibleTo(widget)
    ]
    button.click()


def said(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def hear(qtbot, widget, words):
    """Wait until the widget says something."""
    qtbot.waitUntil(lambda: words in said(widget))


class Held(FakePipeline):
    """Waits at a photo until it may go on."""

    def __init__(self, at, going, entered):
        super().__init__([])
        self._held = at, going, entered

    def analyze(self, photos, **kwargs):
        at, going, entered = self._held
        if any(photo.path.endswith(at) for photo in photos):
            entered.set()
            assert going.wait(10)
        yield from super().analyze(photos, **kwargs)


@pytest.fixture
def hold():
    """Something to hold an import with, let go at the end whatever happens."""
    going, entered = threading.Event(), threading.Event()
    yield lambda at: lambda: Held(at, going, entered), going, entered
    going.set()


@pytest.fixture
def folder(tmp_path):
    write_folder(tmp_path / "look book" / "East", 3, seed=500)
    write_folder(tmp_path / "look book" / "West", 2, seed=600, group=1)
    return tmp_path / "look book"


def open_dialog(desk, *paths, brand=""):
    desk.desk.import_asked.emit(list(paths), brand)
    dialog = desk.window.work.dialog
    desk.qtbot.waitUntil(lambda: not dialog.form.sources or "found" in dialog.counts.text())
    desk.settle()
    return dialog


def test_a_dropped_folder_is_looked_into_and_imported_a_brand_a_folder(desk, folder):
    dialog = open_dialog(desk, folder)
    assert dialog.counts.text() == "5 found · 5 new · 0 known · 0 unreadable"
    assert dialog.form.each.isChecked() and dialog.views.currentWidget() is dialog.table
    assert [dialog.table.item(row, 0).text() for row in range(2)] == ["East", "West"]
    press(dialog, "Import 5 photos")
    desk.settle()
    assert desk.view.sheet.shelf.text() == "Brands to compare with: 5 · looks: 17"
    assert desk.window.work.dialog is None


def test_a_folder_gets_another_name_and_one_without_a_name_is_left_out(desk, folder, library):
    dialog = open_dialog(desk, folder)
    dialog.table.item(0, 1).setText("  Sunrise ")
    dialog.table.item(1, 1).setText("")
    press(dialog, "Import 3 photos")
    desk.settle()
    with Engine(library) as engine:
        assert "Sunrise" in [b.name for b in engine.brands()]
        assert "West" not in [b.name for b in engine.brands()]


def test_all_photos_for_one_brand_but_one(desk, folder, library):
    dialog = open_dialog(desk, folder, brand="Alba")
    assert dialog.form.one.isChecked() and dialog.form.name == "Alba"
    dialog.grid.clicked.emit(dialog.photos.index(0))
    press(dialog, "Import 4 photos")
    desk.settle()
    with Engine(library) as engine:
        assert engine.brand("Alba").looks == 8


def test_a_brand_must_be_named(desk, tmp_path):
    (photo,) = write_folder(tmp_path / "x", 1, seed=800)
    dialog = open_dialog(desk, photo)
    dialog.form.brand.setEditText(" ")
    assert not dialog.start.isEnabled()
    dialog.form.brand.setEditText("Moss")
    assert dialog.start.isEnabled()


def test_known_and_unreadable_photos_are_counted_before(desk, folder):
    (folder / "East" / "broken.jpg").write_bytes(b"no picture")
    (folder / "East" / "copy.png").write_bytes((folder / "East" / "0.png").read_bytes())
    dialog = open_dialog(desk, folder)
    assert dialog.counts.text() == "7 found · 5 new · 1 known · 1 unreadable"


def test_the_card_tells_of_the_job_and_the_panel_too(open_desk, library, folder, hold):
    held, going, entered = hold
    desk = open_desk(library, held("East/2.png"))
    press(open_dialog(desk, folder), "Import 5 photos")
    assert entered.wait(10)
    work = desk.window.work
    desk.qtbot.waitUntil(lambda: work.card.isVisible())
    assert work.card.accessibleName().startswith("Import: East +1")
    desk.window.menus.actions["jobs"].trigger()
    desk.qtbot.waitUntil(work.panel.isVisible)
    hear(desk.qtbot, work.panel, "Running")
    going.set()
    desk.settle()
    hear(desk.qtbot, work.panel, "Done in the last 7 days")
    hear(desk.qtbot, work.panel, "5 added · 0 known · 0 left out · 0 unreadable")
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    desk.qtbot.keyClick(work.panel, Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: not work.panel.isVisible())


def test_pause_and_go_on(open_desk, library, folder, hold):
    held, going, entered = hold
    desk = open_desk(library, held("East/2.png"))
    press(open_dialog(desk, folder), "Import 5 photos")
    assert entered.wait(10)
    panel = desk.window.work.panel
    panel.toggle()
    desk.qtbot.waitUntil(lambda: panel.rows[0].buttons["pause"].isVisible())
    press(panel, "Pause")
    hear(desk.qtbot, panel, "Stopping")
    going.set()
    desk.qtbot.waitUntil(lambda: "Paused" in said(panel))
    press(panel, "Go on")
    desk.settle()
    assert desk.desk.book.entries[0].stage is Stage.DONE
    assert desk.view.sheet.shelf.text().endswith("looks: 17")


def test_cancel_is_told_at_once_and_keeps_what_was_read(open_desk, tmp_path, hold):
    write_folder(tmp_path / "brands" / "East", 40)
    held, going, entered = hold
    desk = open_desk(tmp_path / "new.braind", held("/35.png"))
    press(open_dialog(desk, tmp_path / "brands"), "Import 40 photos")
    assert entered.wait(10)
    panel = desk.window.work.panel
    panel.toggle()
    desk.qtbot.waitUntil(lambda: panel.rows[0].buttons["cancel"].isVisible())
    press(panel, "Cancel this job")
    hear(desk.qtbot, panel, "Cancelling")
    going.set()
    desk.settle()
    hear(desk.qtbot, panel, "Cancelled")
    with Engine(tmp_path / "new.braind") as engine:
        looks = engine.brands()[0].looks
        assert 30 <= looks < 40
        assert engine.jobs()[0].state == "cancelled" and engine.jobs()[0].counts["added"] == looks
    hear(desk.qtbot, panel, f"{looks} added · 0 known · 0 left out · 0 unreadable")


def test_an_import_that_was_interrupted_is_offered_at_the_next_start(
    open_desk, tmp_path, hold, qtbot
):
    write_folder(tmp_path / "brands" / "East", 40)
    held, going, entered = hold
    desk = open_desk(tmp_path / "new.braind", held("/35.png"))
    press(open_dialog(desk, tmp_path / "brands"), "Import 40 photos")
    assert entered.wait(10)
    desk.window.close()
    assert desk.window.isVisible()
    (box,) = desk.window.findChildren(QMessageBox)
    assert box.text() == "1 job is running. Go on with it next time?"
    press(box, "Quit and go on next time")
    assert not desk.window.isVisible()
    going.set()
    desk.desk.runner.close()

    again = open_desk(tmp_path / "new.braind")
    panel = again.window.work.panel
    qtbot.waitUntil(panel.isVisible)
    hear(qtbot, panel, "Interrupted")
    press(panel, "Go on")
    again.settle()
    hear(qtbot, panel, "40 added · 0 known · 0 left out · 0 unreadable")
    with Engine(tmp_path / "new.braind") as engine:
        assert engine.brands()[0].looks == 40


def test_an_interrupted_import_can_be_given_up(open_desk, library, qtbot):
    with Engine(library) as engine:
        engine.library.begin_job("import", "East", {"sources": ["x"]}, 1.0)
    desk = open_desk(library)
    panel = desk.window.work.panel
    qtbot.waitUntil(lambda: "Interrupted" in said(panel))
    press(panel, "Give up")
    desk.settle()
    assert "Interrupted" not in said(panel)
    with Engine(library) as engine:
        assert engine.jobs()[0].state == "cancelled"


@pytest.fixture
def mixed(tmp_path):
    folder = tmp_path / "mixed"
    write_folder(folder, 2, seed=700)
    write_photo(folder / "nobody.png", 71, NOBODY)
    write_photo(folder / "half.png", 72, HALF)
    (folder / "=broken.jpg").write_bytes(b"no picture")
    (folder / "copy.png").write_bytes((folder / "0.png").read_bytes())
    return folder


def result_of(desk, folder):
    dialog = open_dialog(desk, folder)
    dialog.form.brand.setEditText("Moss")
    dialog.start.click()
    desk.settle()
    desk.window.work.panel.toggle()
    desk.qtbot.waitUntil(lambda: bool(desk.window.work.panel.rows))
    press(desk.window.work.panel.rows[0], "Details")
    return desk.window.work.result


def test_the_result_adds_up_and_every_number_is_a_filter(desk, mixed):
    sheet = result_of(desk, mixed)
    assert "6 photos found" in said(sheet)
    chips = [chip.text() for chip in sheet.filters.values()]
    assert chips == ["All 6", "Added 2", "Known 1", "Left out 2", "Unreadable 1"]
    assert [note.path.rsplit("/", 1)[1] for note in sheet.rows.notes] == ["=broken.jpg"]
    press(sheet, "Left out 2")
    reasons = {sheet.rows.index(row, 2).data() for row in range(2)}
    assert reasons == {"Nobody to be seen", "Only half of the body is in the photo"}


def test_what_was_left_out_is_imported_anyway(desk, mixed, library):
    sheet = result_of(desk, mixed)
    press(sheet, "Left out 2")
    press(sheet, "Import all anyway")
    desk.settle()
    assert desk.desk.book.entries[0].counts == {Outcome.ADDED: 1, Outcome.EXCLUDED: 1}
    with Engine(library) as engine:
        assert engine.brand("Moss").looks == 3


def test_a_mended_file_is_tried_again(desk, mixed, library):
    sheet = result_of(desk, mixed)
    good = write_photo(mixed / "good.png", 99)
    good.replace(mixed / "=broken.jpg")
    press(sheet, "Try all again")
    desk.settle()
    assert desk.desk.book.entries[0].counts == {Outcome.ADDED: 1}


def test_the_list_is_saved_for_spreadsheets(desk, mixed, tmp_path, qtbot):
    sheet = result_of(desk, mixed)
    sheet.save_list(tmp_path / "list.csv")
    desk.settle()
    data = (tmp_path / "list.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    assert rows[0] == ["Photo", "Result", "Reason", "Folder"]
    assert rows[1][0] == "'=broken.jpg" and rows[1][1] == "Unreadable"


def test_a_job_is_copied_as_the_command_that_does_the_same(desk, folder, library, tmp_path):
    dialog = open_dialog(desk, folder)
    dialog.table.item(0, 1).setText("Sun rise")
    dialog.start.click()
    desk.settle()
    panel = desk.window.work.panel
    panel.toggle()
    desk.qtbot.waitUntil(lambda: bool(panel.rows))
    press(panel.rows[0], "Copy as command")
    program, option, path, *words = shlex.split(QGuiApplication.clipboard().text())
    assert (program, option, path) == ("braind", "--library", str(library))

    twin = App(tmp_path / "twin.braind", make_pipeline=lambda: FakePipeline([]),
               load_words=fake_words, settings=tmp_path / "settings.json")  # fmt: skip
    run = CliRunner().invoke(cli, words, obj=twin, catch_exceptions=False)
    assert run.exit_code == 0, run.stderr
    with Engine(tmp_path / "twin.braind") as engine:
        assert [(b.name, b.looks) for b in engine.brands()] == [("Sun rise", 3), ("West", 2)]


class Broken(FakePipeline):
    """Has no model for one of the photos, until it is mended."""

    is_mended = False

    def analyze(self, photos, **kwargs):
        if not Broken.is_mended and any(photo.path.endswith("/35.png") for photo in photos):
            raise ModelError("model_missing", "A model is missing.", "Install it again.")
        yield from super().analyze(photos, **kwargs)


def test_a_job_that_failed_is_taken_up(open_desk, tmp_path, monkeypatch):
    write_folder(tmp_path / "brands" / "East", 40)
    desk = open_desk(tmp_path / "new.braind", lambda: Broken([]))
    press(open_dialog(desk, tmp_path / "brands"), "Import 40 photos")
    desk.settle()
    panel = desk.window.work.panel
    panel.toggle()
    hear(desk.qtbot, panel, "Failed")
    assert any("A model is missing." in words for words in said(panel))
    monkeypatch.setattr(Broken, "is_mended", True)
    press(panel, "Go on")
    desk.settle()
    hear(desk.qtbot, panel, "40 added · 0 known · 0 left out · 0 unreadable")


def test_the_time_is_known_from_the_last_import(desk, folder):
    desk.desk.settings.setValue("pace/seconds_per_photo", 31.0)
    dialog = open_dialog(desk, folder)
    assert dialog.eta.text() == "Takes about 3 minutes on this computer"
