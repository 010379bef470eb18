"""What a user of the match page sees and can do, on a real engine with a tiny pipeline."""

import threading
from dataclasses import replace

import pytest
from engine_fakes import HALF, NOBODY, PAIR, WHOLE, FakePipeline, write_photo
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton

from braind.vocabulary import Part
from braind_desktop.desk import Place
from braind_desktop.widgets.drawn import Picture, State
from braind_desktop.widgets.message import Message
from braind_desktop.widgets.photo_panel import Sight


def match(desk, path):
    desk.view.match([path])
    desk.settle()


def press(widget, text):
    (button,) = [
        b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisibleTo(widget)
    ]
    button.click()


def drop(view, mime):
    """Let go of something over the page; the caller keeps ``mime`` alive."""
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(50, 50), copy, mime, left, plain)
    QGuiApplication.sendEvent(view, entered)
    accepted = entered.isAccepted()
    QGuiApplication.sendEvent(view, QDropEvent(QPointF(50, 50), copy, mime, left, plain))
    return accepted


@pytest.fixture
def photo(tmp_path):
    return write_photo(tmp_path / "query" / "me.png", seed=900, group=1)


def test_the_window_opens_on_the_drop_zone(desk):
    assert desk.page() is desk.view.sheet.idle
    assert desk.view.sheet.shelf.text() == "Brands to compare with: 3 · looks: 12"


def test_a_match_lists_the_nearest_brand_first(desk, photo):
    match(desk, photo)
    rows = desk.view.results.rows
    assert desk.brands()[0] == "Birch"
    assert rows[0].level.text() in ("Very similar", "Similar")
    assert rows[0].shared.text().startswith("Amekaji")
    assert [row.why.isChecked() for row in rows] == [True] + [False] * (len(rows) - 1)
    desk.qtbot.waitUntil(rows[0].reasons.isVisible)
    assert 1 <= len(rows[0].strip.pictures) <= 5
    assert not rows[0].strip.pictures[0].image.isNull()


def test_the_steps_tell_what_was_seen(desk, photo):
    match(desk, photo)
    steps = desk.view.panel.steps.steps
    assert steps["person"].detail.text() == "Seen from head to feet"
    assert steps["style"].detail.text().startswith("Amekaji 0.9")
    assert steps["compare"].mark.state is State.CAUTION  # twelve looks are few
    assert steps["person"].accessibleName() == "Step 1, Full body: done. Seen from head to feet"


def test_every_stage_of_the_photo_can_be_looked_at(desk, photo):
    match(desk, photo)
    panel = desk.view.panel
    sizes = set()
    for sight in Sight:
        panel.sights[sight].click()
        sizes.add(panel.picture.image.size().toTuple())
    assert sizes == {(48, 72), (18, 60)}  # the photo twice, and what was cut out


def test_a_chip_ranks_again_without_reading_the_photo_again(open_desk, library, photo):
    calls = []
    desk = open_desk(library, lambda: FakePipeline(calls))
    match(desk, photo)
    desk.view.results.chips[Part.COLOR].click()
    desk.settle()
    assert desk.brands()[0] == "Birch"
    assert desk.view.results.rows[0].ranked.match.parts[Part.COLOR] == pytest.approx(1)
    assert len(calls) == 1


def test_why_unfolds(desk, photo):
    match(desk, photo)
    last = desk.view.results.rows[-1]
    last.why.click()
    desk.qtbot.waitUntil(last.reasons.isVisible)


def test_an_unlike_photo_gets_an_honest_answer(desk, tmp_path):
    match(desk, write_photo(tmp_path / "odd.png", seed=2, group=5))
    assert not desk.view.results.rows
    (message,) = desk.view.results.messages
    desk.qtbot.waitUntil(message.isVisible)
    press(desk.view.results, "Show the nearest 3")
    desk.qtbot.waitUntil(lambda: len(desk.view.results.rows) == 3)
    assert "not clearly" in desk.view.results.title.text()


def test_nobody_in_the_photo_is_told_in_a_sentence(desk, tmp_path):
    match(desk, write_photo(tmp_path / "room.png", seed=1, kind=NOBODY))
    (message,) = desk.view.results.messages
    assert message.title.text() == "Nobody was found in “room.png”."
    assert message.body.text() == "Use a photo of one person from head to feet."
    assert desk.view.panel.steps.steps["person"].mark.state is State.STOP
    assert not desk.view.panel.picture.image.isNull()


def test_half_a_body_can_be_continued_with(desk, tmp_path):
    match(desk, write_photo(tmp_path / "half.png", seed=1, kind=HALF))
    (message,) = desk.view.results.messages
    desk.qtbot.waitUntil(message.isVisible)
    press(desk.view.results, "Continue anyway")
    desk.qtbot.waitUntil(lambda: bool(desk.view.results.rows))
    assert desk.view.panel.steps.steps["person"].mark.state is State.CAUTION


def test_a_file_that_is_no_photo_is_told(desk, tmp_path):
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"not a picture")
    match(desk, broken)
    (message,) = desk.view.results.messages
    assert message.title.text()
    assert desk.view.panel.picture.image.isNull()


def test_a_dropped_file_is_matched(desk, photo):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo))])
    assert drop(desk.view, mime)
    desk.qtbot.waitUntil(lambda: bool(desk.view.results.rows))
    assert desk.brands()[0] == "Birch"


def test_a_pasted_picture_is_matched(desk, photo):
    QGuiApplication.clipboard().setImage(QImage(str(photo)))
    desk.window.paste()
    desk.qtbot.waitUntil(lambda: bool(desk.view.results.rows))
    assert desk.brands()[0] == "Birch"


def test_cancel_goes_back_to_the_drop_zone(open_desk, library, photo):
    going, entered = threading.Event(), threading.Event()

    class Slow(FakePipeline):
        def analyze(self, *args, **kwargs):
            entered.set()
            assert going.wait(10)
            yield from super().analyze(*args, **kwargs)

    desk = open_desk(library, lambda: Slow([]))
    desk.view.match([photo])
    assert entered.wait(10)
    desk.view.panel.cancel.click()
    going.set()
    desk.settle()
    assert desk.page() is desk.view.sheet.idle and not desk.view.results.rows


def test_another_photo_replaces_a_running_match(desk, photo, tmp_path):
    desk.view.match([photo])
    desk.view.match([write_photo(tmp_path / "other.png", seed=77, group=2)])
    desk.settle()
    assert desk.brands()[0] == "Cove"


def test_a_library_that_cannot_be_opened_is_told(open_desk, tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("not a library, but long enough to look like a file" * 50)
    desk = open_desk(file)
    assert desk.page() is desk.view.sheet.trouble
    (message,) = desk.view.sheet.trouble.findChildren(Message)
    assert "library" in message.title.text()


class AnyPhoto(FakePipeline):
    """Takes every photo for one whole person of the first group."""

    def analyze(self, photos, **kwargs):
        for photo in photos:
            pixels = photo.pixels.copy()
            pixels[0, 0] = WHOLE, 0, 0
            yield from super().analyze([replace(photo, pixels=pixels)], **kwargs)


def test_the_sample_is_drawn_and_can_be_stopped(open_desk, tmp_path):
    desk = open_desk(tmp_path / "new.braind", lambda: AnyPhoto([]))
    press(desk.view.sheet.offer, "Use the drawn sample")
    building = desk.view.sheet.building
    desk.qtbot.waitUntil(lambda: building.bar.value() >= 12, timeout=30_000)
    press(building, "Cancel")
    desk.qtbot.waitUntil(lambda: desk.page() is desk.view.sheet.idle, timeout=10_000)
    assert desk.view.sheet.shelf.text().startswith("Brands to compare with: ")
    assert len(list((tmp_path / "sample").iterdir())) < 12


def test_a_drawn_photo_can_be_tried(open_desk, library):
    desk = open_desk(library, lambda: AnyPhoto([]))
    press(desk.view.sheet.drop_zone, "Try a drawn sample")
    desk.qtbot.waitUntil(lambda: bool(desk.view.results.rows), timeout=10_000)
    assert desk.brands()[0] == "Alba"


def test_somebody_else_in_the_photo_is_chosen_by_number(open_desk, library, tmp_path):
    calls = []
    desk = open_desk(library, lambda: FakePipeline(calls))
    match(desk, write_photo(tmp_path / "two.png", seed=5, kind=PAIR, group=1))
    panel = desk.view.panel
    assert panel.people.isVisible() and panel.sights[Sight.PHOTO].isChecked()
    first = desk.view.sheet.shown.result
    press(panel, "Person 2")
    desk.settle()
    second = desk.view.sheet.shown.result
    assert (first.person.index, second.person.index) == (0, 1) and len(calls) == 1
    assert panel.people.findChildren(QPushButton)[-1].isChecked()


def test_somebody_else_is_chosen_by_a_click_on_the_box(desk, tmp_path):
    match(desk, write_photo(tmp_path / "two.png", seed=5, kind=PAIR, group=1))
    picture = desk.view.panel.picture
    desk.qtbot.waitUntil(lambda: picture.width() > 100)
    where = picture.places()[1].center().toPoint()
    desk.qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=where)
    desk.settle()
    assert desk.view.sheet.shown.result.person.index == 1


def test_several_photos_are_ranked_together_and_one_can_be_left_out(desk, tmp_path):
    photos = [write_photo(tmp_path / f"{n}.png", seed=40 + n, group=n // 2) for n in range(3)]
    desk.view.match(photos)
    desk.settle()
    assert desk.view.sheet.queue_row.isVisible() and len(desk.view.sheet.queue.tiles) == 3
    assert desk.brands()[0] == "Alba"
    for number in (0, 1):
        desk.view.sheet.queue.tiles[number].toggled_off.emit()
        desk.settle()
    assert desk.brands()[0] == "Birch"
    states = [tile.accessibleName() for tile in desk.view.sheet.queue.tiles]
    assert states == ["Photo 1, left out", "Photo 2, left out", "Photo 3, counts"]


def test_a_bad_photo_among_several_does_not_stop_the_others(desk, tmp_path):
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    desk.view.match([broken, write_photo(tmp_path / "good.png", seed=41, group=2)])
    desk.settle()
    assert desk.brands()[0] == "Cove"
    assert [tile.counts for tile in desk.view.sheet.queue.tiles] == [False, True]


def test_an_earlier_photo_of_the_session_is_shown_again(desk, photo, tmp_path):
    match(desk, photo)
    match(desk, write_photo(tmp_path / "other.png", seed=77, group=2))
    assert desk.brands()[0] == "Cove" and len(desk.view.sheet.history.tiles) == 2
    desk.view.sheet.history.tiles[0].looked_at.emit()
    desk.settle()
    assert desk.brands()[0] == "Birch"
    assert desk.view.panel.steps.steps["style"].detail.text().startswith("Amekaji")


def test_undo_shows_the_photo_before(desk, photo, tmp_path):
    match(desk, photo)
    match(desk, write_photo(tmp_path / "other.png", seed=77, group=2))
    desk.window.menus.actions["undo"].trigger()
    desk.settle()
    assert desk.brands()[0] == "Birch"


def test_the_best_pair_is_shown_large(desk, photo):
    match(desk, photo)
    first = desk.view.results.rows[0]
    pictures = first.reasons.pair.findChildren(Picture)
    assert [p.accessibleName() for p in pictures] == ["Your photo", "Birch"]
    assert all(not p.image.isNull() for p in pictures)


def test_results_are_saved_as_a_page(desk, photo, tmp_path):
    match(desk, photo)
    desk.view.save_page(tmp_path / "result.html")
    desk.settle()
    assert "Birch" in (tmp_path / "result.html").read_text(encoding="utf-8")


def test_photos_are_remembered_only_when_that_is_wanted(desk, open_desk, library, photo):
    match(desk, photo)
    assert open_desk(library).view.recent.paths == []
    desk.view.sheet.remember.setChecked(True)
    match(desk, photo)
    again = open_desk(library)
    assert again.view.recent.paths == [photo]
    press(again.view.sheet.idle, "me.png")
    desk.qtbot.waitUntil(lambda: bool(again.view.results.rows))
    again.view.sheet.remember.setChecked(False)
    assert again.view.recent.paths == []


def test_see_brand_goes_to_its_page(desk, photo):
    match(desk, photo)
    went = []
    desk.desk.went.connect(lambda place, what: went.append((place, what)))
    press(desk.view.results.rows[0], "See brand")
    assert went == [(Place.BRAND, {"brand": "Birch"})]
