"""The positioning map over a real library: places, names, keyboard, table, files."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from braind.vocabulary import Style
from braind_desktop.charts.brandmap import MapBrand, MapScene, View, brand_at, placed_names
from braind_desktop.desk import Place

RECT = QRectF(0, 0, 800, 600)


@pytest.fixture
def page(desk):
    desk.desk.go(Place.MAP)
    page = desk.window.page
    desk.qtbot.waitUntil(lambda: len(page.canvas.scene.brands) == 3)
    desk.settle()
    return page


def brands(*places):
    return tuple(
        MapBrand(n, f"Brand {n}", x, y, 9, Style.CHIC) for n, (x, y) in enumerate(places, 1)
    )


def place_of(page, name):
    (brand,) = [b for b in page.canvas.scene.brands if b.name == name]
    return page.canvas.view.place(QRectF(page.canvas.rect()), brand.x, brand.y)


def test_every_brand_with_looks_is_on_the_map(page):
    assert page.context.text() == "3 brands · 12 looks"
    assert [b.name for b in page.canvas.scene.brands] == ["Alba", "Birch", "Cove"]
    assert all(not b.picture.isNull() for b in page.canvas.scene.brands)
    assert "With fewer than five brands" in page.note.text()


def test_two_axes_put_the_brands_where_their_own_looks_say(desk, page):
    page.x.setCurrentIndex(page.x.findData("casual"))
    page.x.activated.emit(page.x.currentIndex())
    desk.settle()
    assert page.canvas.scene.ends[:2] == ("little casual", "much casual")
    assert place_of(page, "Alba").x() > place_of(page, "Birch").x() + 100
    assert "directions have no meaning" not in page.note.text()


def test_a_double_click_opens_the_brand(desk, page):
    asked = []
    page.canvas.opened.connect(asked.append)
    page.canvas.opened.disconnect()  # the brand's page is another test's
    page.canvas.opened.connect(asked.append)
    desk.qtbot.mouseDClick(
        page.canvas, Qt.MouseButton.LeftButton, pos=place_of(page, "Cove").toPoint()
    )
    assert asked == ["Cove"]


def test_tab_walks_the_brands_and_says_their_names(desk, page):
    page.canvas.setFocus()
    heard = []
    for _ in range(3):
        desk.qtbot.keyClick(page.canvas, Qt.Key.Key_Tab)
        heard.append(page.canvas.accessibleName())
    assert sorted(heard) == ["Alba, 4 looks", "Birch, 4 looks", "Cove, 4 looks"]
    desk.qtbot.keyClick(page.canvas, Qt.Key.Key_Space)
    assert page.canvas.chosen_names() == [heard[-1].split(",")[0]]


def test_two_chosen_brands_can_be_compared(desk, page):
    assert not page.compare.isEnabled()
    for name in ("Alba", "Cove"):
        desk.qtbot.mouseClick(
            page.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier,
            place_of(page, name).toPoint(),
        )  # fmt: skip
    assert page.compare.isEnabled() and page.canvas.chosen_names() == ["Alba", "Cove"]


def test_the_wheel_zooms_to_the_mouse(page):
    at = place_of(page, "Birch")
    turn = QWheelEvent(
        at, QPointF(page.canvas.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 240),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(page.canvas, turn)
    assert page.canvas.view.zoom > 1.5
    moved = place_of(page, "Birch") - at
    assert abs(moved.x()) < 1 and abs(moved.y()) < 1


def test_the_table_tells_the_same(page):
    page.as_table.click()
    assert page.body.currentWidget() is page.table
    cells = [page.table.item(line, 0).text() for line in range(3)]
    assert cells == ["Alba", "Birch", "Cove"]
    assert page.table.item(1, 1).text() == "Amekaji"


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_map_is_saved_as_a_picture_a_drawing_or_a_page(page, tmp_path, monkeypatch, ending):
    target = tmp_path / f"map.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "PNG (*.png)"))
    page.export()
    head = target.read_bytes()[:400]
    assert {"png": b"PNG", "svg": b"<svg", "pdf": b"%PDF"}[ending] in head
    if ending == "png":
        assert QImage(str(target)).size().toTuple() == (2400, 1600)


def test_the_map_can_be_copied(page):
    page.copy()
    assert not QApplication.clipboard().image().isNull()


def test_an_empty_library_says_what_to_do(open_desk, tmp_path):
    desk = open_desk(tmp_path / "empty.braind")
    desk.desk.go(Place.MAP)
    desk.settle()
    assert desk.window.page.body.currentWidget() is desk.window.page.empty
    assert desk.window.page.empty.title.text() == "No brands on the map yet"


def test_names_never_lie_on_each_other_or_on_a_photo():
    crowd = brands((0, 0), (0.05, 0.0), (0.1, 0.05), (0.02, -0.1), (-0.5, 0.4))
    places = {b.id: View().place(RECT, b.x, b.y) for b in crowd}
    named = [where for _, where, _ in placed_names(RECT, crowd, places, None)]
    assert named and all(not a.intersects(b) for a in named for b in named if a is not b)


def test_the_lit_brands_name_is_shown_in_any_crowd():
    crowd = brands(*[(0, 0)] * 12)
    places = {b.id: View().place(RECT, b.x, b.y) for b in crowd}
    assert 7 in [b.id for b, _, _ in placed_names(RECT, crowd, places, 7)]


def test_the_brand_on_top_is_under_the_mouse():
    scene = MapScene(brands((0, 0), (0, 0)))
    assert brand_at(RECT, scene, View(), RECT.center()).id == 2
    assert brand_at(RECT, scene, View(), QPointF(2, 2)) is None
