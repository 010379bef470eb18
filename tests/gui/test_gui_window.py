"""The frame: language, theme, menus, accessibility, and what is remembered."""

import subprocess
import sys
from pathlib import Path

import pytest
from engine_fakes import write_photo
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from braind_desktop.texts import AREAS, tr
from braind_desktop.theme import Theme


def shown_texts(window):
    return [w.text() for w in window.findChildren(QLabel) if w.isVisible() and w.text()]


def choose(desk, action):
    desk.window.menus.actions[action].trigger()
    desk.qtbot.wait(20)  # Qt posts the change to every window


def test_the_language_switches_while_results_are_shown(desk, tmp_path):
    desk.view.match([write_photo(tmp_path / "me.png", seed=9, group=0)])
    desk.settle()
    choose(desk, "ko")
    assert "사진으로 찾기" in shown_texts(desk.window)
    assert desk.view.results.rows[0].shared.text().startswith("캐주얼")
    assert "닮음" in desk.view.results.rows[0].level.text()
    assert desk.view.panel.swatches.accessibleName() == "색: 남색"
    color, light = desk.view.panel.swatches.toolTip().splitlines()
    assert color.startswith("남색 100%  #") and "조명" in light
    assert desk.window.menuBar().actions()[0].text() == "파일(&F)"
    choose(desk, "en")
    assert "Match a photo" in shown_texts(desk.window)


def test_the_language_is_remembered(desk, open_desk, library):
    choose(desk, "ko")
    assert open_desk(library).view.sheet.drop_zone.title.text() == "전신 사진을 여기에 놓으세요"


@pytest.mark.parametrize(("mode", "dark"), [("dark", True), ("light", False)])
def test_the_theme_switches(desk, mode, dark):
    choose(desk, mode)
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    assert window == Theme(dark).color("bg")
    shown = desk.window.grab().toImage()
    bottom = shown.height() - 8
    assert shown.pixelColor(8, bottom) == Theme(dark).color("sunken")
    assert shown.pixelColor(shown.width() - 8, bottom) == Theme(dark).color("bg")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_button_text_is_cut_off(desk, tmp_path, language):
    choose(desk, language)
    desk.window.resize(desk.window.minimumSize())
    desk.view.match([write_photo(tmp_path / "me.png", seed=9, group=0)])
    desk.settle()
    for button in desk.window.findChildren(QAbstractButton):
        assert not button.isVisible() or button.width() >= button.sizeHint().width(), button.text()


def test_shortcuts(desk):
    keys = {
        name: action.shortcut().toString() for name, action in desk.window.menus.actions.items()
    }
    assert {name: keys[name] for name in ("open", "paste", "quit", "shortcuts")} == {
        "open": "Ctrl+O", "paste": "Ctrl+V", "quit": "Ctrl+Q", "shortcuts": "F1",
    }  # fmt: skip


def test_both_languages_say_everything_with_the_same_gaps(desk):
    def gaps(text):
        return sorted(part.split("}")[0] for part in text.split("{")[1:])

    choose(desk, "ko")
    for area, texts in AREAS.items():
        for key, source in texts.items():
            korean = QCoreApplication.translate(area, source)
            assert gaps(source) == gaps(korean), key


def test_every_text_has_korean_and_the_compiled_file_holds_it():
    script = Path(__file__).parents[2] / "packaging" / "translations.py"
    subprocess.run([sys.executable, script, "--check"], check=True)


def test_no_key_is_in_two_tables():
    keys = [key for texts in AREAS.values() for key in texts]
    assert len(keys) == len(set(keys))


def test_one_is_told_in_the_singular(desk):
    assert tr("results.title", count=2) == "2 similar brands"
    assert tr("results.title", count=1) == "1 similar brand"


def test_qt_calls_do_not_eat_references_to_none():
    """PySide6 6.12 on Python 3.11 drops one a call, and the process dies after some thousands."""
    thing, before = QObject(), sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert sys.getrefcount(None) > before - 500
