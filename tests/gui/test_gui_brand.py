"""The page of one brand, over a real library."""

import shutil

import pytest
from brand_page import toasts
from engine_fakes import FakePipeline, fake_words, write_folder
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QHeaderView, QLabel

from braind.engine import Engine
from braind_desktop.desk import Place
from braind_desktop.dialogs.quick_look import PairLook
from braind_desktop.dialogs.report import ReportDialog
from braind_desktop.views.brand_head import TABS
from braind_desktop.widgets.chart import Chart


@pytest.fixture
def page(desk):
    desk.desk.go(Place.BRAND, brand="Alba")
    desk.settle()
    return desk.window.pages[Place.BRAND]


def shown_texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def beneath(card, name):
    card.beneath.setCurrentIndex(card.beneath.findText(name))
    card.beneath.activated.emit(card.beneath.currentIndex())


def test_the_head_tells_whose_page_it_is(desk, page):
    assert page.head.title.text() == "Alba"
    assert page.head.crumbs.text() == "Library › library › Alba"
    assert page.head.buttons["looks"].text() == "Looks 4"
    assert desk.window.sidebar.buttons[Place.LIBRARY].isChecked()


def test_the_radar_says_the_seven_values(page):
    spoken = page.overview.style_card.radar.accessibleName()
    assert spoken.startswith("Alba: Casual 0.9") and "Street 0.0" in spoken
    assert page.overview.style_card.caption.text() == "Mean of 4 photos"


def test_the_radar_as_a_table_with_the_librarys_mean(page):
    card = page.overview.style_card
    beneath(card, "Library mean")
    card.as_table.click()
    table = card.table
    assert [table.horizontalHeaderItem(n).text() for n in range(3)] == [
        "Style", "Alba", "Library mean",
    ]  # fmt: skip
    assert (table.item(0, 0).text(), table.item(0, 1).text()[:3]) == ("Casual", "0.9")
    assert table.isVisible() and not card.radar.isVisible()
    assert len(card.radar.series) == 2 and card.radar.series[1].is_other


def test_another_brand_lies_beneath(page):
    card = page.overview.style_card
    beneath(card, "Birch")
    assert ". Birch: Casual 0.0" in card.radar.accessibleName()
    beneath(card, "Nothing beneath")
    assert "Birch" not in card.radar.accessibleName()


def test_the_axis_under_the_mouse_is_lit(desk, page):
    radar = page.overview.style_card.radar
    QTest.mouseMove(radar, QPoint(radar.width() // 2, 30))
    desk.qtbot.waitUntil(lambda: radar.lit == 0)


def test_a_click_on_the_palette_copies_its_value(desk, page):
    band = page.overview.palette.band
    assert band.accessibleName() == "Colours: Navy 100%"
    QTest.mouseClick(band, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "#102030"
    assert "#102030 was copied." in toasts(desk)


def test_the_palette_can_be_copied_with_the_keyboard(page):
    QApplication.clipboard().clear()
    page.overview.palette.band.setFocus()
    QTest.keyClick(page.overview.palette.band, Qt.Key.Key_Right)
    QTest.keyClick(page.overview.palette.band, Qt.Key.Key_Return)
    assert QApplication.clipboard().text() == "#102030"


def test_attributes_tell_what_is_unknown(page):
    rows = page.overview.palette.rows
    assert rows["material"].accessibleName() == "Unknown 100%"
    assert not rows["item"].isVisible()
    page.overview.palette.more.click()
    assert rows["item"].isVisible()
    assert rows["item"].accessibleName() == "T-shirt 50%, Jeans 50%"


def test_cohesion_with_its_rank_and_its_doubts(page):
    card = page.overview.cohesion
    assert 0 < float(card.number.text()) <= 1
    assert card.rank.text().startswith("No. ") and card.rank.text().endswith("of 3 in the library")
    assert card.notice.isVisible()
    assert "There are few photos." in card.reasons.text()


def test_the_closest_brands_come_with_pairs(page):
    columns = page.overview.closest.columns
    assert {column.rival.match.brand.name for column in columns} <= {"Birch", "Cove"}
    assert columns[0].strip.accessibleName().startswith("3 pairs of look-alike photos")
    assert columns[0].told.text() == "Ours ↔ theirs · 3 pairs"
    assert columns[0].parts.accessibleName().startswith("Style ")


def test_a_pair_opens_large_with_its_parts(desk, page):
    strip = page.overview.closest.columns[0].strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    desk.settle()
    assert isinstance(page.dialog, PairLook)
    assert not page.dialog.pictures[0].image.isNull() and not page.dialog.pictures[1].image.isNull()
    assert "Style" in page.dialog.parts.accessibleName()
    QTest.keyClick(page.dialog, Qt.Key.Key_Space)
    assert not page.dialog.isVisible()


def test_comparing_takes_both_names_along(desk, page):
    went = []
    desk.desk.went.disconnect(desk.window.show_place)
    desk.desk.went.connect(lambda place, what: went.append((place, what)))
    rival = page.overview.closest.columns[0].rival.match.brand.name
    page.overview.compared.emit(rival)
    assert went == [(Place.COMPARE, {"brands": ["Alba", rival]})]


def test_similar_brands_tell_what_is_shared_and_what_is_not(desk, page):
    page.head.choose("similar")
    desk.settle()
    told = " ".join(shown_texts(page.similar))
    assert "What sets us apart" in told and "What we share" in told
    assert "style than" in told


def test_positioning_shows_the_map_and_what_if(desk, page):
    page.head.choose("position")
    desk.settle()
    assert {brand.name for brand in page.position.place.canvas.scene.brands} == {
        "Alba", "Birch", "Cove",
    }  # fmt: skip
    what_if = page.position.what_if
    assert [way.words() for way in what_if.ways] == ["Without the 2 most outlying looks"]
    what_if.choice.setCurrentIndex(1)
    what_if.choice.activated.emit(1)
    desk.settle()
    desk.qtbot.wait(20)  # until the new lines are laid out
    assert any("The nearest brand stays" in text for text in shown_texts(what_if))
    assert "Name lookbooks after their seasons" in " ".join(shown_texts(page.position.drift))


def test_seasons_are_shown_in_order(desk, library, tmp_path):
    with Engine(library, make_pipeline=lambda: FakePipeline([]), load_words=fake_words) as engine:
        for number, book in enumerate(("2024 FW", "2025 SS")):
            files = write_folder(tmp_path / book, 3, seed=500 + 50 * number, group=number)
            list(engine.import_photos(files, "Alba", book, workers=1))
    desk.desk.library_changed.emit()
    desk.desk.go(Place.BRAND, brand="Alba")
    desk.settle()
    page = desk.window.pages[Place.BRAND]
    page.head.choose("position")
    desk.settle()
    told = shown_texts(page.position.drift)
    assert told.index("Autumn/winter 2024") < told.index("Spring/summer 2025")
    assert "4 looks have no season." in told


def test_moved_files_are_told_and_found_again(desk, tmp_path):
    folder = tmp_path / "photos"
    files = write_folder(folder, 3, seed=900, group=0)
    desk.desk.start(lambda engine: engine.import_photos(files, "Dune", workers=1))
    desk.settle()
    shutil.move(folder, tmp_path / "elsewhere")
    desk.desk.go(Place.BRAND, brand="Dune")
    desk.settle()
    page = desk.window.pages[Place.BRAND]
    assert page.head.missing.isVisible()
    assert page.head.lost.text() == "3 files are not where they were."
    page.look_for_files(tmp_path / "elsewhere")
    desk.settle()
    assert "3 files were found again; 0 are still missing." in toasts(desk)
    assert not page.head.missing.isVisible()


def test_a_brand_that_is_gone_says_so(desk):
    desk.desk.go(Place.BRAND, brand="Nobody")
    desk.settle()
    page = desk.window.pages[Place.BRAND]
    assert "The library has no brand “Nobody”." in shown_texts(page.trouble)


def test_the_report_is_offered(desk, page):
    page.head.exported.emit()
    assert isinstance(page.menu.dialog, ReportDialog)
    desk.settle()
    page.menu.dialog.close()


def test_a_renamed_brand_stays_in_front(desk, page):
    page.menu.rename()
    page.menu.dialog.field.setText("새벽")
    page.menu.dialog.do.click()
    desk.settle()
    assert page.head.title.text() == "새벽"


def test_the_page_speaks_korean(desk, page):
    desk.window.menus.actions["ko"].trigger()
    desk.qtbot.wait(20)
    assert page.head.buttons["looks"].text() == "룩 4"
    assert page.overview.style_card.radar.accessibleName().startswith("Alba: 캐주얼 0.9")
    assert page.overview.style_card.caption.text() == "사진 4장의 평균"
    assert "라이브러리 3곳 중" in page.overview.cohesion.rank.text()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_to_press_has_a_name_and_room_for_it(desk, page, language):
    desk.window.menus.actions[language].trigger()
    desk.window.resize(desk.window.minimumSize())
    for tab in TABS:
        page.head.choose(tab)
        desk.settle()
        desk.qtbot.wait(30)  # until everything is laid out anew
        for button in page.findChildren(QAbstractButton):
            if button.isVisible() and not isinstance(button.parent(), QHeaderView):
                assert button.text() or button.accessibleName(), button
                assert button.width() >= button.sizeHint().width(), button.text()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_painted_says_what_it_shows(desk, page, language):
    desk.window.menus.actions[language].trigger()
    desk.qtbot.wait(20)
    shown = [chart for chart in page.overview.findChildren(Chart) if chart.isVisible()]
    assert len(shown) >= 8
    for chart in shown:
        assert chart.accessibleName(), chart


def test_the_keyboard_reaches_palette_pairs_and_looks(page):
    for widget in (page.overview.palette.band, page.overview.closest.columns[0].strip,
                   page.overview.typical.strip, page.looks.grid):  # fmt: skip
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget


def test_the_map_shows_which_brand_was_meant(desk, page):
    page.position.place.enlarged.emit()
    desk.settle()
    assert desk.window.pages[Place.MAP].canvas.chosen_names() == ["Alba"]
