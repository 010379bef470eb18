"""What a user of the match page sees and can do, on a real engine with a tiny pipeline."""

import threading
from dataclasses import replace

import pytest
from engine_fakes import HALF, NOBODY, WHOLE, FakePipeline, write_folder, write_photo
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton

from braind.engine import Engine
from braind.vocabulary import Part
from braind_desktop.widgets.drawn import State
from braind_desktop.widgets.message import Message
from braind_desktop.widgets.photo_panel import Sight


def match(desk, path):
    desk.view.match(path)
    desk.settle()


def press(widget, text):
    (button,) = [b for b in widget.findChildren(QPushButton) if b.text() == text]
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
    assert desk.page() is desk.view.drop_zone
    assert desk.view.shelf.text() == "Brands to compare with: 3 · looks: 12"


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


@pytest.mark.parametrize(
    ("url", "told"),
    [("https://example.com/look.jpg", "internet address"), ("folder", "Make brands from folders")],
)
def test_a_drop_that_cannot_be_matched_gets_an_answer(desk, tmp_path, url, told):
    mime = QMimeData()
    mime.setUrls([QUrl(url) if url != "folder" else QUrl.fromLocalFile(str(tmp_path))])
    drop(desk.view, mime)
    assert told in desk.view.notice.text() and desk.view.notice.isVisible()
    assert desk.page() is desk.view.drop_zone


def test_a_pasted_picture_is_matched(desk, photo):
    QGuiApplication.clipboard().setImage(QImage(str(photo)))
    desk.window.paste()
    desk.qtbot.waitUntil(lambda: bool(desk.view.results.rows))
    assert desk.brands()[0] == "Birch"


def test_an_empty_clipboard_is_told(desk):
    QGuiApplication.clipboard().clear()
    desk.window.paste()
    assert desk.view.notice.text() == "There is no picture to paste."


def test_cancel_goes_back_to_the_drop_zone(open_desk, library, photo):
    going, entered = threading.Event(), threading.Event()

    class Slow(FakePipeline):
        def analyze(self, *args, **kwargs):
            entered.set()
            assert going.wait(10)
            yield from super().analyze(*args, **kwargs)

    desk = open_desk(library, lambda: Slow([]))
    desk.view.match(photo)
    assert entered.wait(10)
    desk.view.panel.cancel.click()
    going.set()
    desk.settle()
    assert desk.page() is desk.view.drop_zone and not desk.view.results.rows


def test_another_photo_replaces_a_running_match(desk, photo, tmp_path):
    desk.view.match(photo)
    desk.view.match(write_photo(tmp_path / "other.png", seed=77, group=2))
    desk.settle()
    assert desk.brands()[0] == "Cove"


def test_an_empty_library_is_filled_from_folders(open_desk, tmp_path):
    for group, brand in enumerate(("East", "West")):
        write_folder(tmp_path / "brands" / brand, 3, seed=50 * group, group=group)
    desk = open_desk(tmp_path / "new.braind")
    assert desk.page() is desk.view.empty
    desk.view.make_from_folders(tmp_path / "brands")
    desk.settle()
    assert desk.view.shelf.text() == "Brands to compare with: 2 · looks: 6"
    assert desk.view.notice.text().startswith("6 looks added")
    assert desk.page() is desk.view.drop_zone


def test_a_cancelled_import_keeps_what_was_read(open_desk, tmp_path):
    write_folder(tmp_path / "brands" / "East", 40)
    going, entered = threading.Event(), threading.Event()

    class Slow(FakePipeline):
        def analyze(self, photos, **kwargs):
            if any(photo.path.endswith("/35.png") for photo in photos):
                entered.set()
                assert going.wait(10)
            yield from super().analyze(photos, **kwargs)

    desk = open_desk(tmp_path / "new.braind", lambda: Slow([]))
    desk.view.make_from_folders(tmp_path / "brands")
    assert entered.wait(10)
    assert desk.page() is desk.view.building
    desk.view.building.cancelled.emit()
    going.set()
    desk.qtbot.waitUntil(lambda: desk.page() is desk.view.drop_zone)
    with Engine(tmp_path / "new.braind") as engine:
        assert 32 <= engine.brands()[0].looks < 40


def test_a_library_that_cannot_be_opened_is_told(open_desk, tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("not a library, but long enough to look like a file" * 50)
    desk = open_desk(file)
    assert desk.page() is desk.view.trouble
    (message,) = desk.view.trouble.findChildren(Message)
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
    press(desk.view.offer, "Use the drawn sample")
    building = desk.view.building
    desk.qtbot.waitUntil(lambda: building.bar.value() >= 12, timeout=30_000)
    press(building, "Cancel")
    desk.qtbot.waitUntil(lambda: desk.page() is desk.view.drop_zone, timeout=10_000)
    assert desk.view.shelf.text().startswith("Brands to compare with: ")
    assert len(list((tmp_path / "sample").iterdir())) < 12


def test_a_drawn_photo_can_be_tried(open_desk, library):
    desk = open_desk(library, lambda: AnyPhoto([]))
    press(desk.view.drop_zone, "Try a drawn sample")
    desk.qtbot.waitUntil(lambda: bool(desk.view.results.rows), timeout=10_000)
    assert desk.brands()[0] == "Alba"
