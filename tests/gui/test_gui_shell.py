"""The frame's services: first page, settings, libraries, dialogs, a second start."""

import zipfile

import pytest
from PySide6.QtCore import QMimeData, QSettings, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from braind_desktop.desk import Place
from braind_desktop.dialogs.diagnostics import DiagnosticsDialog
from braind_desktop.single import Doorbell, hand_over
from braind_desktop.support import open_dialog
from braind_desktop.views.settings_general import back_up
from braind_desktop.views.settings_help import _save
from braind_desktop.views.welcome import SEEN, Welcome


@pytest.fixture
def settings_page(desk):
    desk.desk.go(Place.SETTINGS)
    return desk.window.page


def texts(section):
    return [one.name.text() for one in section.settings if one.isVisibleTo(section)]


def test_a_new_user_finds_two_doors(open_desk, library, tmp_path):
    QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat).clear()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "en")
    desk = open_desk(library, place=None)
    welcome = desk.window.stack.currentWidget()
    assert isinstance(welcome, Welcome) and not desk.window.sidebar.isVisible()
    welcome.shopper.opens.click()
    assert desk.window.page is desk.view and desk.window.sidebar.isVisible()
    again = open_desk(library, place=None)
    assert not isinstance(again.window.stack.currentWidget(), Welcome)


@pytest.fixture
def first_page(open_desk, library, tmp_path):
    """A window as a new user finds it."""
    QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat).setValue("language", "en")
    return open_desk(library, place=None)


@pytest.mark.parametrize("way", ["library", "match", "settings", "privacy"])
def test_every_way_out_of_the_first_page_shows_the_whole_window(first_page, way):
    first_page.window.menus.actions[way].trigger()
    assert first_page.window.sidebar.isVisible() and first_page.window.page.isVisible()
    assert first_page.desk.settings.value(SEEN, False, bool)
    first_page.settle()


def test_the_first_page_answers_what_it_can_and_greys_the_rest(first_page):
    actions = first_page.window.menus.actions
    assert not actions["rename"].isEnabled() and not actions["find"].isEnabled()
    assert actions["sample"].isEnabled()
    actions["import"].trigger()
    assert first_page.window.work.dialog.isVisible()
    assert first_page.window.page.home is Place.LIBRARY and first_page.window.sidebar.isVisible()
    first_page.settle()


def test_what_is_dropped_on_the_first_page_is_taken(first_page, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    first_page.window.page.dropped.emit(mime)
    first_page.qtbot.waitUntil(lambda: first_page.window.work.dialog is not None)
    assert first_page.window.sidebar.isVisible()
    first_page.settle()


def test_the_owners_door_asks_for_photos(open_desk, library, tmp_path):
    QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat).setValue("language", "en")
    desk = open_desk(library, place=None)
    asked = []
    desk.desk.import_asked.connect(lambda paths, brand: asked.append((paths, brand)))
    desk.window.stack.currentWidget().owner.opens.click()
    assert asked == [([], "")] and desk.window.sidebar.buttons[Place.LIBRARY].isChecked()
    desk.settle()


def test_the_sample_can_be_looked_around_in_first(open_desk, tmp_path):
    QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat).setValue("language", "en")
    desk = open_desk(tmp_path / "new.braind", place=None)
    desk.window.stack.currentWidget().sample.click()
    assert desk.desk.runner.is_busy and desk.window.sidebar.isVisible()
    assert desk.window.work.card.isVisible()
    desk.qtbot.waitUntil(lambda: not desk.desk.runner.is_busy, timeout=120_000)
    assert desk.window.windowTitle() == "new – BRAIND"


def test_the_settings_can_be_searched(settings_page):
    settings_page.search.setText("backup")
    assert texts(settings_page.sections["library"]) == ["Backup"]
    assert not settings_page.sections["general"].isVisible()
    settings_page.search.setText("no such thing")
    assert settings_page.nothing.isVisible()
    settings_page.search.clear()
    assert len(texts(settings_page.sections["general"])) == 3


def test_a_larger_text_is_larger_everywhere_and_remembered(desk, settings_page, open_desk, library):
    before = settings_page.sections["general"].title.fontMetrics().height()
    desk.window.menus.actions["larger"].trigger()
    assert settings_page.sections["general"].title.fontMetrics().height() > before
    assert QApplication.font().pixelSize() == 15
    assert open_desk(library).window.theme.scale == pytest.approx(1.15)
    desk.window.menus.actions["normal"].trigger()


def test_another_library_is_shown_at_once_and_listed(desk, first_library, tmp_path):
    other = tmp_path / "empty.braind"
    desk.desk.open_library(other)
    desk.settle()
    assert desk.window.windowTitle() == "empty – BRAIND"
    assert desk.page() is desk.view.sheet.empty
    names = [action.text() for action in desk.window.menus.menus["recent"].actions()]
    assert names == ["empty", "library"]
    (button,) = [b for b in desk.window.sidebar.findChildren(QPushButton) if b.text() == "library"]
    button.click()
    desk.settle()
    assert desk.view.sheet.shelf.text() == "Brands to compare with: 3 · looks: 12"


def test_a_library_file_given_at_a_later_start_is_opened(desk, tmp_path):
    desk.window.take_files([str(tmp_path / "given.braind")])
    desk.settle()
    assert desk.desk.libraries.name == "given"


def test_a_second_start_hands_its_files_over(qtbot, qapp, tmp_path):
    name = f"braind-test-{tmp_path.name}"
    assert not hand_over(["a.jpg"], name)
    bell = Doorbell(name, qapp)
    with qtbot.waitSignal(bell.rung) as heard:
        assert hand_over(["사진.jpg", "b.braind"], name)
    assert heard.args == [["사진.jpg", "b.braind"]]
    bell.close()


def test_the_keyboard_sheet_lists_what_the_menus_have(desk):
    dialog = open_dialog("shortcuts", desk.window)
    assert dialog.keys["Match a photo"] == "Ctrl+2"
    assert dialog.keys["Undo"] == "Ctrl+Z"
    dialog.close()


def test_about_lists_the_packages_with_their_licences(desk):
    dialog = open_dialog("about", desk.window)
    desk.qtbot.waitUntil(lambda: dialog.table.rowCount() > 10)
    names = [dialog.table.item(line, 0).text() for line in range(dialog.table.rowCount())]
    dialog.table.setCurrentCell(names.index("numpy"), 0)
    assert "Redistribution" in dialog.text.toPlainText()
    dialog.close()


def test_what_a_diagnostics_file_holds_is_shown_before_it_is_saved(desk, settings_page):
    make = settings_page.sections["advanced"].settings[1]
    make.layout().itemAt(1).layout().itemAt(0).widget().click()
    desk.qtbot.waitUntil(lambda: bool(settings_page.findChildren(DiagnosticsDialog)))
    (dialog,) = settings_page.findChildren(DiagnosticsDialog)
    shown = [dialog.tabs.tabText(n) for n in range(dialog.tabs.count())]
    assert shown == ["system.txt", "doctor.txt", "log.txt"]
    assert str(desk.desk.libraries.current) not in dialog.tabs.widget(1).toPlainText()
    dialog.reject()


def test_the_diagnostics_are_saved_where_the_user_says(desk, settings_page, tmp_path, monkeypatch):
    target = tmp_path / "help.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    _save(settings_page, desk.desk, {"log.txt": "all well"})
    desk.settle()
    assert zipfile.ZipFile(target).read("log.txt") == b"all well"
    assert desk.window.toasts.shown[-1].accessibleName() == "Saved as help.zip."


def test_a_copy_that_cannot_be_written_says_what_to_do(desk, tmp_path, monkeypatch):
    (tmp_path / "taken").write_text("a file")
    place = str(tmp_path / "taken" / "copy.braind")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (place, ""))
    back_up(desk.window, desk.desk)
    desk.settle()
    told = desk.window.toasts.shown[-1].accessibleName()
    assert "cannot be" in told and "Check" in told


def test_the_window_has_our_icon(desk):
    picture = desk.window.windowIcon().pixmap(64, 64).toImage()
    middle = picture.pixelColor(picture.width() // 3, picture.height() // 2)
    assert picture.pixelColor(picture.width() // 2, picture.height() // 12 + 2).name() == "#7a2e3a"
    assert middle.lightness() > 200
