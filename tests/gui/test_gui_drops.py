"""Every cell of the table of drops, with real drop events on real pages."""

import base64
import zipfile
from pathlib import Path

import pytest
from engine_fakes import FakePipeline, fake_words, write_folder, write_photo
from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QPushButton

from braind.engine import Engine
from braind_desktop.desk import Place
from braind_desktop.drops import TABLE, Act, Payload, read
from braind_desktop.pages import PAGES
from braind_desktop.pictures import LOOK_MIME
from braind_desktop.views.drop_choice import DropChoice

MATCH, LIBRARY, BRAND, MODELS = Place.MATCH, Place.LIBRARY, Place.BRAND, Place.MODELS


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def text(words):
    mime = QMimeData()
    mime.setText(words)
    return mime


def html(code):
    mime = QMimeData()
    mime.setHtml(code)
    return mime


def pixels(photo):
    mime = QMimeData()
    mime.setImageData(QImage(str(photo)))
    return mime


def drop(page, mime):
    """Drag over the page and let go, as Qt tells it."""
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(50, 50), copy, mime, left, plain)
    QGuiApplication.sendEvent(page, entered)
    promised = page.promised.text()
    if entered.isAccepted():
        QGuiApplication.sendEvent(page, QDropEvent(QPointF(50, 50), copy, mime, left, plain))
    return promised if entered.isAccepted() else None


class Watch:
    """What the window was asked to do."""

    def __init__(self, desk):
        self.imports, self.packs, self.told = [], [], []
        desk.desk.import_asked.connect(lambda paths, brand: self.imports.append((paths, brand)))
        desk.desk.pack_asked.connect(self.packs.append)
        desk.desk.toasted.connect(lambda toast: self.told.append(toast.words()))


@pytest.fixture
def watch(desk):
    return Watch(desk)


@pytest.fixture
def at(desk):
    """Shows a page and gives it."""

    def show(place, **what):
        if place is BRAND:
            what = {"brand": "Alba", **what}
        desk.window.show_place(place, what)
        desk.settle()
        return desk.window.page

    return show


@pytest.fixture
def photo(tmp_path):
    return write_photo(tmp_path / "query" / "me.png", seed=900, group=1)


@pytest.fixture
def photos(tmp_path):
    return write_folder(tmp_path / "several", 3, seed=910, group=1)


@pytest.fixture
def folder(tmp_path):
    write_folder(tmp_path / "look book", 3, seed=920)
    return tmp_path / "look book"


def archive(path, photos):
    with zipfile.ZipFile(path, "w") as target:
        for photo in photos:
            target.write(photo, photo.name)
    return path


def test_the_table_has_an_answer_for_everything_on_every_page():
    assert set(TABLE) == set(Payload)
    assert all(set(row) == set(PAGES) for row in TABLE.values())


def test_one_photo_on_match_is_matched(desk, at, photo):
    assert drop(at(MATCH), files(photo)) == "Let go to match"
    desk.qtbot.waitUntil(lambda: bool(desk.view.results.rows))
    assert desk.brands()[0] == "Birch"


def test_several_photos_on_match_are_ranked_together(desk, at, photos):
    drop(at(MATCH), files(*photos))
    desk.qtbot.waitUntil(lambda: len(desk.view.sheet.queue.tiles) == 3)
    desk.settle()
    assert desk.brands()[0] == "Birch"


def test_more_photos_than_a_queue_holds_are_imported(desk, at, watch, tmp_path):
    many = write_folder(tmp_path / "many", 31)
    drop(at(MATCH), files(*many))
    desk.qtbot.waitUntil(lambda: bool(watch.imports))
    assert watch.imports[0] == (many, "")


@pytest.mark.parametrize("place", [MATCH, LIBRARY, BRAND])
def test_a_folder_is_imported(desk, at, watch, folder, place):
    assert drop(at(place), files(folder)) == "Let go to import"
    desk.qtbot.waitUntil(lambda: bool(watch.imports))
    assert watch.imports == [([folder], "Alba" if place is BRAND else "")]
    assert desk.window.work.dialog.isVisible()


@pytest.mark.parametrize("place", [MATCH, LIBRARY])
def test_several_folders_are_a_brand_each(desk, at, watch, tmp_path, place):
    for number, name in enumerate(("East", "West")):
        write_folder(tmp_path / name, 2, seed=930 + 10 * number)
    drop(at(place), files(tmp_path / "East", tmp_path / "West"))
    desk.qtbot.waitUntil(lambda: bool(watch.imports))
    dialog = desk.window.work.dialog
    desk.qtbot.waitUntil(lambda: dialog.form.each.isChecked())
    assert dialog.table.rowCount() == 2


def test_one_photo_on_the_library_asks_and_matches(desk, at, photo):
    page = at(LIBRARY)
    drop(page, files(photo))
    desk.qtbot.waitUntil(lambda: bool(page.findChildren(DropChoice)))
    page.findChildren(DropChoice)[0].match.click()
    desk.qtbot.waitUntil(lambda: bool(desk.view.results.rows))
    assert desk.window.page is desk.view


def test_one_photo_on_the_library_asks_and_imports(desk, at, watch, photo):
    page = at(LIBRARY)
    drop(page, files(photo))
    desk.qtbot.waitUntil(lambda: bool(page.findChildren(DropChoice)))
    page.findChildren(DropChoice)[0].bring.click()
    desk.qtbot.waitUntil(lambda: bool(watch.imports))
    assert watch.imports == [([photo], "")]


def test_several_photos_on_the_library_are_imported(desk, at, watch, photos):
    drop(at(LIBRARY), files(*photos))
    desk.qtbot.waitUntil(lambda: bool(watch.imports))
    assert watch.imports == [(photos, "")]


def test_one_photo_on_a_brand_is_added_and_can_be_taken_back(desk, at, watch, library, photo):
    assert drop(at(BRAND), files(photo)) == "Let go to add to this brand"
    desk.qtbot.waitUntil(lambda: "Added to “Alba”." in watch.told)
    desk.settle()
    with Engine(library) as engine:
        assert engine.brand("Alba").looks == 5
    (undo,) = [b for b in desk.window.findChildren(QPushButton) if b.text() == "Undo"]
    undo.click()
    desk.settle()
    with Engine(library) as engine:
        assert engine.brand("Alba").looks == 4


def test_several_photos_on_a_brand_are_imported_for_it(desk, at, watch, photos):
    drop(at(BRAND), files(*photos))
    desk.qtbot.waitUntil(lambda: bool(watch.imports))
    assert watch.imports == [(photos, "Alba")]


def test_an_archive_with_one_photo_on_match_is_matched(desk, at, photo, tmp_path):
    drop(at(MATCH), files(archive(tmp_path / "one.zip", [photo])))
    desk.qtbot.waitUntil(lambda: bool(desk.view.results.rows))
    assert desk.brands()[0] == "Birch"


@pytest.mark.parametrize("place", [MATCH, LIBRARY, BRAND])
def test_an_archive_is_imported(desk, at, watch, photos, tmp_path, place):
    file = archive(tmp_path / "all.zip", photos)
    drop(at(place), files(file))
    desk.qtbot.waitUntil(lambda: bool(watch.imports))
    assert watch.imports == [([file], "Alba" if place is BRAND else "")]


@pytest.mark.parametrize("place", [MATCH, LIBRARY, BRAND, MODELS])
def test_a_pack_is_opened_and_its_brands_are_added(desk, at, watch, first_library, tmp_path, place):
    file = tmp_path / "rivals.braindpack"
    with Engine(first_library, make_pipeline=lambda: FakePipeline([])) as engine:
        list(engine.make_pack(["Cove"], file, "for everybody", "Cove Ltd"))
    drop(at(place), files(file))
    desk.qtbot.waitUntil(lambda: bool(watch.packs))
    dialog = desk.window.work.pack
    desk.qtbot.waitUntil(lambda: dialog.add.isEnabled())
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Brands: 1 · looks: 4" in said
    assert any("From: Cove Ltd" in words and "Not signed" in words for words in said)
    assert dialog.add.text() == "Add 1 brand"
    dialog.add.click()
    desk.settle()
    assert desk.desk.book.entries[0].brief.words() == "Add pack: rivals.braindpack"


@pytest.mark.parametrize("place", [MATCH, LIBRARY, BRAND, MODELS])
def test_a_library_is_opened(desk, at, tmp_path, place):
    file = tmp_path / "other.braind"
    with Engine(file, make_pipeline=lambda: FakePipeline([]), load_words=fake_words) as engine:
        list(engine.import_photos(write_folder(tmp_path / "x", 2), "Xeno", workers=1))
    drop(at(place), files(file))
    desk.qtbot.waitUntil(lambda: desk.desk.libraries.current == file)
    desk.settle()


def test_pixels_on_match_are_matched(desk, at, photo):
    drop(at(MATCH), pixels(photo))
    desk.qtbot.waitUntil(lambda: bool(desk.view.results.rows))
    assert desk.brands()[0] == "Birch"


def test_pixels_on_the_library_are_kept_when_they_are_imported(desk, at, watch, photo, library):
    page = at(LIBRARY)
    drop(page, pixels(photo))
    desk.qtbot.waitUntil(lambda: bool(page.findChildren(DropChoice)))
    page.findChildren(DropChoice)[0].bring.click()
    desk.qtbot.waitUntil(lambda: bool(watch.imports))
    ((kept,), brand) = watch.imports[0]
    assert kept.parent == library.parent / "pasted" and brand == ""
    assert kept.name.startswith("Pasted picture 20") and not QImage(str(kept)).isNull()


def test_pixels_on_a_brand_are_added(desk, at, watch, photo):
    drop(at(BRAND), pixels(photo))
    desk.qtbot.waitUntil(lambda: "Added to “Alba”." in watch.told)
    desk.settle()


def test_a_picture_inside_html_is_matched(desk, at, photo):
    data = base64.b64encode(photo.read_bytes()).decode()
    drop(at(MATCH), html(f'<img alt="x" src="data:image/png;base64,{data}">'))
    desk.qtbot.waitUntil(lambda: bool(desk.view.results.rows))
    assert desk.brands()[0] == "Birch"


@pytest.mark.parametrize("place", [MATCH, LIBRARY, BRAND])
@pytest.mark.parametrize("wrap", [
    lambda url: html(f'<a href="x"><img src="{url}"></a>'), text,
    lambda url: (mime := QMimeData(), mime.setUrls([QUrl(url)]))[0],
])  # fmt: skip
def test_an_address_is_told_how_to_be_used(desk, at, watch, place, wrap):
    drop(at(place), wrap("https://example.com/look.jpg"))
    desk.qtbot.waitUntil(lambda: bool(watch.told))
    assert watch.told == ["That is an internet address. Copy the picture itself and paste it here."]


def test_a_path_as_text_is_the_file(desk, at, photo):
    drop(at(MATCH), text(f'"{photo}"'))
    desk.qtbot.waitUntil(lambda: bool(desk.view.results.rows))


def test_text_on_the_library_is_searched_for(desk, at):
    page = at(LIBRARY)
    drop(page, text("bir"))
    desk.qtbot.waitUntil(lambda: page.bar.search.text() == "bir")


@pytest.mark.parametrize("place", [MATCH, BRAND])
def test_other_text_is_told_what_to_drop(desk, at, watch, place):
    drop(at(place), text("hello"))
    desk.qtbot.waitUntil(lambda: bool(watch.told))
    assert watch.told == ["Drop a photo or a folder, please."]


@pytest.mark.parametrize(("name", "kind"), [
    ("clip.mp4", "Videos"), ("shot.CR2", "RAW photos"), ("poster.psd", "Design files"),
    ("look.lnk", "Shortcuts"), ("all.rar", "Archives of this kind"), ("net.onnx", "Model files"),
])  # fmt: skip
def test_what_cannot_be_used_is_refused_by_name(desk, at, watch, tmp_path, name, kind):
    (tmp_path / name).write_bytes(b"bytes")
    drop(at(MATCH), files(tmp_path / name))
    desk.qtbot.waitUntil(lambda: bool(watch.told))
    assert watch.told[0].startswith(f"{kind} cannot be used yet. JPG")


def test_what_cannot_be_used_is_a_failed_row_of_an_import(desk, at, watch, tmp_path):
    (tmp_path / "clip.mp4").write_bytes(b"bytes")
    drop(at(LIBRARY), files(tmp_path / "clip.mp4"))
    desk.qtbot.waitUntil(lambda: bool(watch.imports))
    dialog = desk.window.work.dialog
    desk.qtbot.waitUntil(lambda: "1 unreadable" in dialog.counts.text())


def looks_of(library, brand):
    with Engine(library) as engine:
        return [look.id for look in engine.library.looks(engine.brand(brand).id)]


def own_look(look):
    mime = QMimeData()
    mime.setData(LOOK_MIME, QByteArray(str(look).encode()))
    return mime


@pytest.mark.parametrize("place", [MATCH, LIBRARY])
def test_a_look_of_the_library_is_matched(desk, at, library, place):
    drop(at(place), own_look(looks_of(library, "Cove")[0]))
    desk.qtbot.waitUntil(lambda: bool(desk.view.results.rows))
    assert desk.brands()[0] == "Cove"


def test_a_look_of_the_library_on_its_brand_is_pinned(desk, at, watch, library):
    look = looks_of(library, "Alba")[0]
    drop(at(BRAND), own_look(look))
    desk.qtbot.waitUntil(lambda: watch.told == ["The look is pinned."])
    desk.settle()
    with Engine(library) as engine:
        assert engine.edits([look])[look].is_pinned


def test_a_look_is_dragged_from_its_brand_to_match(desk, at):
    page = at(BRAND)
    desk.qtbot.waitUntil(lambda: page.looks.grid.model().rowCount() == 4)
    model = page.looks.grid.model()
    mime = model.mimeData([model.index(0)])
    assert mime.hasUrls() and set(mime.formats()) >= set(model.mimeTypes())
    drop(at(MATCH), mime)
    desk.qtbot.waitUntil(lambda: bool(desk.view.results.rows))
    assert desk.brands()[0] == "Alba"


@pytest.mark.parametrize("make", [files, lambda photo: pixels(photo), lambda _: text("hello")])
def test_the_models_page_wants_models_only(desk, at, watch, photo, make):
    drop(at(MODELS), make(photo))
    desk.qtbot.waitUntil(lambda: bool(watch.told))
    assert watch.told == ["Only files of models can be used here."]


def test_a_model_on_the_models_page_is_looked_at(tmp_path):
    (tmp_path / "net.onnx").write_bytes(b"bytes")
    dropped = read(files(tmp_path / "net.onnx"))
    assert dropped.act(MODELS) is Act.ADD_MODEL and dropped.paths == (tmp_path / "net.onnx",)


def test_the_same_photo_twice_is_told(open_desk, library, photo):
    desk = open_desk(library)
    watch = Watch(desk)
    desk.view.match([photo])
    desk.view.match([photo])
    assert watch.told == ["This photo is being matched already."]
    desk.settle()


def test_an_empty_clipboard_is_told(desk, watch):
    QGuiApplication.clipboard().clear()
    desk.window.paste()
    desk.qtbot.waitUntil(lambda: watch.told == ["Drop a photo or a folder, please."])


def test_pixels_come_before_an_address_and_files_before_pixels(photo):
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    both = pixels(photo)
    both.setText("https://example.com/look.jpg")
    assert read(both).payload is Payload.PICTURE
    both.setUrls([QUrl.fromLocalFile(str(photo))])
    assert read(both).paths == (Path(photo),)
