"""Two brands side by side, over a real library."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from braind_desktop.desk import Place


@pytest.fixture
def page(desk):
    desk.desk.go(Place.COMPARE, brands=["Alba", "Birch"])
    desk.settle()
    return desk.window.page


def pick(desk, picker, name):
    picker.setCurrentIndex(picker.findText(name))
    picker.activated.emit(picker.currentIndex())
    desk.settle()


def test_two_brands_are_compared_in_words_numbers_and_photos(page):
    assert page.body.currentWidget() is page.scroll
    assert (page.left.currentText(), page.right.currentText()) == ("Alba", "Birch")
    assert [line.text() for line in page.shared.sentences] == ["Nothing that stands out."]
    apart = [line.text() for line in page.apart.sentences]
    assert any("casual" in words and "than Birch" in words for words in apart)
    assert float(page.likeness.number.text()) < 0.6
    assert "Alba: casual 0.9" in page.styles.radar.accessibleName()
    assert page.pairs.strip.accessibleName().endswith("pairs of look-alike photos")


def test_swapping_turns_the_sentences_around(desk, page):
    page.swap.click()
    desk.settle()
    assert (page.left.currentText(), page.right.currentText()) == ("Birch", "Alba")
    assert any("than Alba" in line.text() for line in page.apart.sentences)


def test_a_brand_is_not_compared_with_itself(desk, page):
    pick(desk, page.right, "Alba")
    assert page.body.currentWidget() is page.message
    assert page.message.title.text() == "That is the same brand"
    pick(desk, page.right, "Cove")
    assert page.body.currentWidget() is page.scroll


def test_with_nothing_chosen_the_page_says_what_to_do(desk):
    desk.desk.go(Place.COMPARE)
    desk.settle()
    assert desk.window.page.message.title.text() == "Choose two brands"
    assert desk.window.page.left.currentText() == "Alba"


def test_the_language_switches_in_place(desk, page):
    desk.window.menus.actions["ko"].trigger()
    desk.qtbot.wait(20)
    assert "Birch보다" in page.apart.sentences[0].text()
    assert "캐주얼" in page.styles.radar.accessibleName()


@pytest.mark.parametrize("ending", ["png", "pdf", "svg"])
def test_the_comparison_is_saved_and_copied(desk, page, tmp_path, monkeypatch, ending):
    target = tmp_path / f"both.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk.window.menus.actions["export"].trigger()
    assert target.stat().st_size > 2000
    page.copy()
    image = QApplication.clipboard().image()
    assert isinstance(image, QImage) and image.width() == 2 * page.inside.width()
