"""The looks on a brand's page: chosen, changed by hand, looked at, taken along."""

from pathlib import Path

import pytest
from brand_page import select, toasts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from braind.domain import Edit
from braind.engine import Engine
from braind.vocabulary import Question
from braind_desktop.desk import Place
from braind_desktop.item_models.looks import LookOrder


@pytest.fixture
def page(desk):
    desk.desk.go(Place.BRAND, brand="Alba")
    desk.settle()
    return desk.window.pages[Place.BRAND]


def ids(page):
    return [page.looks.model.card(row).look.id for row in range(page.looks.model.rowCount())]


def test_sorting_the_looks(page):
    page.head.choose("looks")
    typical = ids(page)
    page.looks.sort_by(LookOrder.NEWEST)
    assert ids(page) == sorted(typical, reverse=True)
    page.looks.sort_by(LookOrder.OUTLYING)
    assert ids(page) == typical[::-1]
    assert page.looks.sort.text() == "Sort: Most outlying first"


def test_excluding_a_look_changes_the_profile_and_can_be_undone(desk, page, library):
    page.head.choose("looks")
    first = ids(page)[0]
    select(page, first)
    page.looks.menu.exclude()
    desk.settle()
    assert page.overview.style_card.caption.text() == "Mean of 3 photos · 1 excluded"
    assert page.looks.count.text() == "4 looks · 1 excluded"
    assert ids(page)[-1] == first  # what does not count comes last
    assert page.looks.model.index(3).data(Qt.ItemDataRole.AccessibleTextRole).endswith("excluded")
    assert [card.look.id for card in page.looks.menu.chosen] == [first]
    desk.desk.undo_stack.undo()
    desk.settle()
    assert page.overview.style_card.caption.text() == "Mean of 4 photos"


def test_a_pinned_look_leads(desk, page):
    page.head.choose("looks")
    last = ids(page)[-1]
    select(page, last)
    page.looks.menu.pin()
    desk.settle()
    assert ids(page)[0] == last
    assert "This look is representative now." in toasts(desk)
    desk.window.show_place(Place.LIBRARY)
    desk.settle()
    model = desk.window.pages[Place.LIBRARY].model
    assert model.tile(model.row_of(1)).card.profile.typical[0] == last


def test_correcting_an_answer_wins_over_what_was_read(desk, page, library):
    page.head.choose("looks")
    look = ids(page)[0]
    select(page, look)
    page.looks.menu.correct()
    dialog = page.looks.menu.dialog
    box = dialog.boxes[Question.UPPER_COLOR]
    assert box.currentText() == "Black"
    box.setCurrentIndex(box.findData("pink"))
    dialog.save.click()
    desk.settle()
    assert (
        page.looks.model.index(page.looks.model.row_of(look)).data(
            Qt.ItemDataRole.AccessibleTextRole
        )
        == "Pink t-shirt · black jeans · corrected by hand"
    )
    with Engine(library, read_only=True) as engine:
        assert engine.edits([look]) == {look: Edit(answers={Question.UPPER_COLOR: "pink"})}
    desk.desk.undo_stack.undo()
    desk.settle()
    with Engine(library, read_only=True) as engine:
        assert engine.edits([look]) == {look: Edit()}


def test_nothing_changed_is_no_correction(desk, page):
    page.head.choose("looks")
    select(page, ids(page)[0])
    page.looks.menu.correct()
    page.looks.menu.dialog.save.click()
    assert desk.desk.undo_stack.count() == 0


def test_removing_looks_and_bringing_them_back(desk, page):
    page.head.choose("looks")
    select(page, *ids(page)[:2])
    assert page.looks.count.text() == "2 of 4 looks selected"
    desk.window.menus.follow_page()
    desk.window.menus.actions["delete"].trigger()
    desk.settle()
    assert page.head.buttons["looks"].text() == "Looks 2"
    assert "2 looks were moved to the trash for 30 days." in toasts(desk)
    desk.desk.undo_stack.undo()
    desk.settle()
    assert page.head.buttons["looks"].text() == "Looks 4"


def test_space_opens_a_quick_look_and_arrows_go_on(desk, page):
    page.head.choose("looks")
    page.looks.grid.setCurrentIndex(page.looks.model.index(0))
    QTest.keyClick(page.looks.grid, Qt.Key.Key_Space)
    desk.settle()
    dialog = page.dialog
    assert (dialog.picture.image.width(), dialog.picture.image.height()) == (48, 72)
    assert dialog.words.text() == "Black t-shirt · black jeans"
    assert dialog.note.text() == "Original photo"
    assert not dialog.previous.isEnabled()
    assert dialog.focusWidget() is dialog.picture
    QTest.keyClick(dialog.picture, Qt.Key.Key_Right)
    assert dialog.row == 1
    QTest.keyClick(dialog.picture, Qt.Key.Key_Space)
    assert not dialog.isVisible()


def test_a_look_is_dragged_out_as_its_file(page, first_library):
    model = page.looks.model
    urls = model.mimeData([model.index(0)]).urls()
    assert urls[0].toLocalFile() == model.card(0).look.path
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_a_look_becomes_the_photo_to_match(desk, page):
    went = []
    desk.desk.went.disconnect(desk.window.show_place)
    desk.desk.went.connect(lambda place, what: went.append((place, what["sources"])))
    page.head.choose("looks")
    select(page, ids(page)[0])
    page.looks.menu.match()
    assert went == [(Place.MATCH, [Path(page.looks.menu.chosen[0].look.path)])]


def test_the_picture_of_a_look_is_copied(desk, page):
    page.head.choose("looks")
    select(page, ids(page)[0])
    page.looks.menu.copy_image()
    desk.settle()
    assert not QApplication.clipboard().image().isNull()
