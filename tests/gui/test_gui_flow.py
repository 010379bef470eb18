"""Chips that go on in the next line, and large text that is never cut."""

import pytest
from engine_fakes import write_photo
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from braind_desktop.desk import Place
from braind_desktop.widgets.basics import Button
from braind_desktop.widgets.flow import Flow
from braind_desktop.widgets.share_rows import ShareRows


def test_parts_go_on_in_the_next_line(qtbot):
    shown = QWidget()
    qtbot.addWidget(shown)
    parts = [Button(lambda word=word: word, "chip") for word in ("one", "two", "three")]
    flow = Flow(*parts)
    shown.setLayout(flow)
    one_line = flow.sizeHint()
    assert flow.heightForWidth(one_line.width()) == one_line.height()
    narrow = flow.minimumSize().width()
    assert flow.heightForWidth(narrow) == 3 * one_line.height() + 2 * flow.spacing()
    flow.setGeometry(QRect(0, 0, narrow, 500))
    assert len({part.y() for part in parts}) == 3 and {part.x() for part in parts} == {0}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_chip_is_cut_off_in_a_small_window_with_large_text(desk, tmp_path, language):
    desk.window.speak_in(language)
    desk.window.scale_text(1.5)
    desk.window.resize(desk.window.minimumSize())
    desk.view.match([write_photo(tmp_path / "me.png", seed=9, group=0)])
    desk.settle()
    for place in (Place.MATCH, Place.LIBRARY, Place.MAP, Place.SETTINGS):
        desk.desk.go(place)
        desk.settle()
        desk.qtbot.wait(50)
        cut = [
            button.text() for button in desk.window.page.findChildren(QAbstractButton)
            if button.isVisible() and button.property("kind") == "chip"
            and button.width() < button.sizeHint().width()
        ]  # fmt: skip
        assert cut == [], place
    desk.window.scale_text(1.0)


def test_lines_of_shares_grow_with_the_text_while_they_are_shown(desk, tmp_path):
    desk.view.match([write_photo(tmp_path / "me.png", seed=9, group=0)])
    desk.settle()
    (shares,) = desk.view.results.rows[0].findChildren(ShareRows)
    before = shares.height()
    desk.window.scale_text(1.5)
    desk.qtbot.waitUntil(lambda: shares.height() == pytest.approx(1.5 * before, abs=5))
    desk.window.scale_text(1.0)
    desk.qtbot.waitUntil(lambda: shares.height() == before)


def test_the_focus_moves_nothing(desk):
    desk.desk.go(Place.LIBRARY)
    desk.settle()
    search = desk.window.page.bar.search
    before = search.sizeHint()
    search.setFocus()
    desk.qtbot.wait(20)
    assert search.sizeHint() == before


def test_with_large_text_names_are_whole_and_nothing_scrolls_sideways(desk):
    desk.window.speak_in("en")
    desk.window.resize(1280, 800)
    desk.window.scale_text(1.5)
    desk.desk.go(Place.MODELS)
    desk.settle()
    for button in desk.window.sidebar.buttons.values():
        assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width() - 76
    scroll = desk.window.page.findChild(QScrollArea)
    assert scroll.horizontalScrollBar().maximum() == 0
    box = next(iter(desk.window.page.recipe.stages.values()))
    assert box.currentText().startswith(box.shown_text().rstrip("…"))
    assert box.fontMetrics().horizontalAdvance(box.shown_text()) < box.width() - 40
    desk.window.scale_text(1.0)
    desk.settle()
    assert box.shown_text() == box.currentText()
