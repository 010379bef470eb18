"""The library page: cards of brands, and what can be done with them."""

import shutil
import threading
from pathlib import Path

import pytest
from engine_fakes import FakePipeline, fake_words, write_folder
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from braind.domain import Brand
from braind.engine import BrandCard, Engine
from braind_desktop import actions_library
from braind_desktop.desk import Place
from braind_desktop.hangul import matches
from braind_desktop.views.settings_trash import Trash
from braind_desktop.widgets.brand_tile import more_place


@pytest.fixture
def shelf(desk):
    desk.window.show_place(Place.LIBRARY)
    desk.settle()
    page = desk.window.pages[Place.LIBRARY]
    desk.names = lambda: [page.model.tile(n).card.brand.name for n in range(page.model.rowCount())]
    desk.shelf = page
    desk.toast_texts = lambda: [
        label.text() for frame in desk.window.toasts.shown for label in frame.findChildren(QLabel)
    ]
    return desk


def choose(shelf, *names):
    shelf.shelf.grid.clearSelection()
    for name in names:
        index = shelf.shelf.model.index(shelf.names().index(name))
        shelf.shelf.grid.selectionModel().select(
            index, shelf.shelf.grid.selectionModel().SelectionFlag.Select
        )
        shelf.shelf.grid.selectionModel().setCurrentIndex(
            index, shelf.shelf.grid.selectionModel().SelectionFlag.NoUpdate
        )


def click(grid, place):
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)


def spoken(shelf, name):
    row = shelf.names().index(name)
    return shelf.shelf.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [("", True), ("무드", True), ("ㅁㄷㄹㅂ", True), ("ㄹㅂ", True), ("무드ㄹ", True),
     ("무들", True), ("무ㄷ", True), ("라벨", True), ("무든", False), ("ㅁㅂ", False),
     ("드무", False), (" 무 드", True)],
)  # fmt: skip
def test_names_are_found_while_they_are_typed(typed, is_found):
    assert matches("무드라벨", typed) is is_found


def test_decomposed_names_and_case_make_no_difference():
    import unicodedata

    assert matches(unicodedata.normalize("NFD", "무드라벨"), "ㅁㄷ")
    assert matches("Maison Alder", "maisonal") and not matches("Maison Alder", "ㅁ")


def test_a_diphthong_is_found_by_its_first_key():
    assert matches("과일", "고") and matches("값", "갑")


def test_all_brands_are_shown_newest_first_with_their_numbers(shelf):
    assert shelf.names() == ["Cove", "Birch", "Alba"]
    assert spoken(shelf, "Alba").startswith("Alba · 4 photos · Casual 0.9")
    assert shelf.shelf.context.text() == "library · 3 brands · 12 photos"


def test_few_photos_are_told(shelf):
    assert "Few photos, results may vary" in spoken(shelf, "Alba")


def test_typing_narrows_and_clearing_shows_all(shelf):
    QTest.keyClicks(shelf.shelf.bar.search, "bir")
    assert shelf.names() == ["Birch"]
    QTest.keyClicks(shelf.shelf.bar.search, "xx")
    assert shelf.shelf.none.isVisible()
    shelf.shelf.none.findChildren(type(shelf.shelf.bar.sort))[0].click()
    assert len(shelf.names()) == 3


def test_what_is_being_composed_counts(shelf):
    search = shelf.shelf.bar.search
    QApplication.sendEvent(search, QInputMethodEvent("co", []))
    assert search.text() == "" and shelf.names() == ["Cove"]


def test_chips_show_the_brands_of_a_style(shelf):
    chips = {style: chip for style, chip in shelf.shelf.bar.chips.items() if style}
    assert [chip.text() for chip in chips.values()] == ["Casual", "Amekaji", "Girlish"]
    next(iter(chips.values())).click()
    assert shelf.names() == ["Alba"]


@pytest.mark.parametrize(("order", "first"), [("name", "Alba"), ("changed", "Cove")])
def test_sorting(shelf, order, first):
    shelf.shelf.bar.sorted.emit(order)
    assert shelf.names()[0] == first


def test_my_brand_comes_first_and_can_be_taken_back(shelf):
    choose(shelf, "Alba")
    shelf.window.menus.actions["mine"].trigger()
    shelf.settle()
    assert shelf.names()[0] == "Alba"
    assert "“Alba” is your brand now." in shelf.toast_texts()
    assert [brand.name for brand in shelf.shelf.chosen] == ["Alba"]  # still selected
    shelf.window.menus.actions["undo"].trigger()
    shelf.settle()
    assert shelf.names()[0] == "Cove"
    shelf.window.menus.actions["redo"].trigger()
    shelf.settle()
    assert shelf.names()[0] == "Alba"


def test_renaming(shelf):
    choose(shelf, "Birch")
    shelf.window.menus.actions["rename"].trigger()
    dialog = shelf.shelf.menu.dialog
    assert dialog.field.text() == "Birch"
    dialog.field.setText("cove")
    assert not dialog.do.isEnabled()
    assert dialog.note.text() == "The library has a brand of this name already."
    dialog.field.setText("자작나무")
    dialog.do.click()
    shelf.settle()
    assert "자작나무" in shelf.names() and "Birch" not in shelf.names()
    shelf.desk.undo_stack.undo()
    shelf.settle()
    assert "Birch" in shelf.names()


def test_deleting_several_and_bringing_them_back(shelf, library):
    choose(shelf, "Alba", "Birch")
    assert shelf.shelf.selection.isVisible()
    assert shelf.shelf.selection.count.text() == "2 selected"
    shelf.shelf.selection.deleted.emit()
    shelf.settle()
    assert shelf.names() == ["Cove"]
    toast = shelf.window.toasts.shown[-1]
    toast.findChildren(type(shelf.shelf.bar.sort))[0].click()
    shelf.settle()
    assert shelf.names() == ["Cove", "Birch", "Alba"]
    with Engine(library, read_only=True) as engine:
        assert engine.trash().brands == 0


def test_one_selected_brand_needs_no_bar(shelf):
    choose(shelf, "Alba")
    assert not shelf.shelf.selection.isVisible()


def test_comparing_takes_the_names_along(shelf):
    went = []
    shelf.desk.went.disconnect(shelf.window.show_place)
    shelf.desk.went.connect(lambda place, what: went.append((place, what)))
    choose(shelf, "Alba", "Cove")
    shelf.shelf.selection.compared.emit()
    assert went == [(Place.COMPARE, {"brands": ["Cove", "Alba"]})]


def test_a_click_opens_a_brand_and_its_dots_open_a_menu(shelf):
    went = []
    shelf.desk.went.disconnect(shelf.window.show_place)
    shelf.desk.went.connect(lambda place, what: went.append((place, what)))
    grid = shelf.shelf.grid
    place = grid.visualRect(shelf.shelf.model.index(0))
    QTest.mouseClick(
        grid.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(60, 60)
    )
    assert went == [(Place.BRAND, {"brand": "Cove"})]
    click(grid, more_place(place, grid.tile).center())
    assert len(went) == 1
    menu = shelf.shelf.findChildren(QMenu)[0]
    assert "This is my brand" in [action.text() for action in menu.actions()]
    menu.close()


def test_dropped_folders_are_offered_for_import(shelf, tmp_path):
    asked = []
    shelf.desk.import_asked.connect(lambda paths, brand: asked.append((paths, brand)))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    shelf.shelf.take(mime)
    shelf.qtbot.waitUntil(lambda: bool(asked))
    assert asked == [([tmp_path], "")]


def test_a_new_brand_is_named_before_its_photos_are_chosen(shelf):
    asked = []
    shelf.desk.import_asked.connect(lambda paths, brand: asked.append((paths, brand)))
    shelf.window.menus.actions["new"].trigger()
    shelf.shelf.menu.dialog.field.setText("달")
    shelf.shelf.menu.dialog.do.click()
    assert asked == [([], "달")]


def test_missing_files_are_told(open_desk, first_library, tmp_path):
    path = Path(shutil.copy(first_library, tmp_path / "moved.braind"))
    folder = tmp_path / "photos"
    desk = open_desk(path)
    files = write_folder(folder, 3, seed=900, group=0)
    desk.desk.start(lambda engine: engine.import_photos(files, "Gone", workers=1))
    desk.settle()
    shutil.rmtree(folder)
    desk.window.show_place(Place.LIBRARY)
    desk.settle()
    page = desk.window.pages[Place.LIBRARY]
    assert (
        page.model.index(0)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .endswith("3 files cannot be found")
    )


def test_an_import_is_seen_on_its_card(shelf, tmp_path):
    files = write_folder(tmp_path / "more", 3, seed=700, group=0)
    seen = []
    shelf.shelf.imports.moved.connect(lambda name, progress: seen.append((name, progress)))
    shelf.desk.start(lambda engine: engine.import_photos(files, "Alba", workers=1))
    shelf.settle()
    assert ("Alba", (3, 3)) in seen and seen[-1] == ("Alba", None)
    assert spoken(shelf, "Alba").startswith("Alba · 7 photos")


def test_an_empty_library_says_what_to_do(open_desk, tmp_path):
    desk = open_desk(tmp_path / "empty.braind")
    desk.window.show_place(Place.LIBRARY)
    desk.settle()
    page = desk.window.pages[Place.LIBRARY]
    assert page.empty.isVisible() and not page.bar.isVisible()
    assert "No brands yet" in [label.text() for label in page.empty.findChildren(QLabel)]


def test_the_page_speaks_korean(shelf):
    shelf.window.menus.actions["ko"].trigger()
    shelf.qtbot.wait(20)
    assert shelf.shelf.context.text() == "library · 브랜드 3개 · 사진 12장"
    assert spoken(shelf, "Alba").startswith("Alba · 사진 4장 · 캐주얼")
    assert shelf.shelf.bar.sort.text() == "정렬: 최근 수정순"
    assert shelf.shelf.grid.accessibleName() == "브랜드"


def test_pictures_of_the_cards_arrive(shelf):
    from braind_desktop.thumbnails import Thumbnails

    thumbnails = Thumbnails.of(shelf.desk)
    shelf.qtbot.waitUntil(lambda: thumbnails.kept_bytes > 0)
    assert thumbnails.waiting == 0


def test_photos_of_another_model_are_read_again(open_desk, library):
    desk = open_desk(library, pipeline=lambda: FakePipeline([], "newer-recipe"))
    desk.window.show_place(Place.LIBRARY)
    desk.settle()
    page = desk.window.pages[Place.LIBRARY]
    told = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Cove · 4 photos · 4 photos must be read again"
    desk.window.menus.actions["reanalyze"].trigger()
    desk.settle()
    assert "must be read again" not in page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_trash_is_emptied_in_the_settings(shelf, library):
    choose(shelf, "Alba")
    shelf.shelf.menu.delete()
    shelf.settle()
    shelf.window.show_place(Place.SETTINGS)
    shelf.settle()
    trash = shelf.window.pages[Place.SETTINGS].findChildren(Trash)[0]
    assert trash.setting.about.text() == "1 brand and 0 looks. Each is kept for 30 days."
    trash.button.click()
    assert "Forget what is in the trash for good?" in trash.box.text()
    next(button for button in trash.box.buttons() if button.text() == "Empty trash").click()
    shelf.settle()
    assert trash.setting.about.text() == "The trash is empty."
    assert not trash.button.isEnabled()
    assert not shelf.desk.undo_stack.canUndo()


def test_one_of_a_thousand_brands_is_found(shelf):
    cards = [
        BrandCard(Brand(number, f"브랜드 {number}", looks=1), None, 0, number)
        for number in range(1, 1001)
    ]
    shelf.shelf.model.show_cards(cards)
    QTest.keyClicks(shelf.shelf.bar.search, "999")
    assert shelf.names() == ["브랜드 999"]


def test_nobody_waits_for_an_import_to_mark_a_brand(shelf):
    go_on = threading.Event()

    def slow(engine):
        go_on.wait(10)
        return iter(())

    shelf.desk.start(slow)
    choose(shelf, "Alba")
    shelf.shelf.menu.toggle_mine()
    try:
        shelf.qtbot.waitUntil(lambda: shelf.names()[0] == "Alba", timeout=5000)
    finally:
        go_on.set()
    shelf.settle()


def test_another_library_has_nothing_to_undo(shelf, tmp_path):
    choose(shelf, "Alba")
    shelf.shelf.menu.toggle_mine()
    shelf.settle()
    shelf.desk.open_library(tmp_path / "other.braind")
    shelf.settle()
    assert not shelf.desk.undo_stack.canUndo()
    assert shelf.shelf.empty.isVisible()


def test_a_change_that_fails_is_told(shelf, library):
    choose(shelf, "Alba")
    brand = shelf.shelf.chosen[0]
    with Engine(library, make_pipeline=lambda: FakePipeline([]), load_words=fake_words) as engine:
        engine.rename("Alba", "Elsewhere")
    actions_library.rename(shelf.desk, brand, "Dawn")
    shelf.settle()
    assert any("has no brand “Alba”" in text for text in shelf.toast_texts())


def test_what_is_in_the_trash_can_be_brought_back_later(shelf, library):
    choose(shelf, "Alba")
    shelf.shelf.menu.delete()
    shelf.settle()
    shelf.desk.undo_stack.clear()  # as after the next start
    shelf.window.show_place(Place.SETTINGS)
    shelf.settle()
    trash = shelf.window.pages[Place.SETTINGS].findChildren(Trash)[0]
    trash.back.click()
    assert [action.text() for action in trash.menu.actions()] == ["Alba"]
    trash.menu.actions()[0].trigger()
    trash.menu.close()
    shelf.settle()
    assert shelf.names() == ["Cove", "Birch", "Alba"]
    assert shelf.window.toasts.shown[-1].accessibleName() == "“Alba” is in the library again."
    assert not trash.back.isEnabled()


def test_what_the_undo_key_took_back_is_no_longer_offered(shelf):
    choose(shelf, "Alba")
    shelf.shelf.menu.delete()
    shelf.settle()
    assert shelf.window.toasts.shown[-1].findChildren(QPushButton)
    shelf.window.menus.actions["undo"].trigger()
    shelf.settle()
    assert "Alba" in shelf.names()
    assert not [toast for toast in shelf.window.toasts.shown if toast.findChildren(QPushButton)]


def test_brands_are_shown_before_their_cards_are_made(shelf):
    model = shelf.shelf.model
    told = spoken(shelf, "Alba")
    rest = [tile.card.brand for tile in model.tiles] + [Brand(9, "Dune", looks=4)]
    model.show_cards((), rest)
    assert spoken(shelf, "Alba") == told  # what was known stays
    assert spoken(shelf, "Dune") == "Dune · 4 photos · Few photos, results may vary"
