"""The report dialog over a real library."""

import json

import pytest
from shiboken6 import isValid

from braind_desktop.dialogs.report import ReportDialog


@pytest.fixture
def dialog(desk):
    dialog = ReportDialog(desk.desk, "Alba", desk.window)
    dialog.open()
    desk.qtbot.waitUntil(lambda: not dialog.pages.pixmap().isNull(), timeout=20_000)
    yield dialog
    if isValid(dialog):  # it closes by itself once a report is written
        dialog.close()


def test_the_pages_are_shown_before_they_are_written(dialog):
    assert dialog.windowTitle() == "Report on Alba"
    assert dialog.pages.pixmap().height() > dialog.pages.pixmap().width() / 2
    assert dialog.note.text() == "Method and limits are always part of a report."


def test_fewer_sections_make_fewer_pages(desk, dialog):
    before = dialog.pages.pixmap().height()
    for box in dialog.sections.values():
        box.setChecked(False)
    desk.qtbot.waitUntil(lambda: dialog.pages.pixmap().height() < before, timeout=20_000)


def test_the_report_is_written_in_the_chosen_form(desk, dialog, tmp_path):
    dialog.format.buttons["json"].click()
    desk.qtbot.waitUntil(lambda: "no pages" in dialog.note.text())
    dialog.write(tmp_path / "alba.json")
    desk.settle()
    assert json.loads((tmp_path / "alba.json").read_text("utf-8"))["brand"] == "Alba"
    assert desk.window.toasts.shown[-1].accessibleName() == "The report is in alba.json."


def test_a_folder_that_refuses_is_told_and_the_dialog_stays(desk, dialog, tmp_path):
    (tmp_path / "file").write_text("in the way")
    dialog.write(tmp_path / "file" / "alba.pdf")
    desk.settle()
    assert "cannot be written" in dialog.note.text() and dialog.isVisible()
    assert dialog.save.isEnabled()
