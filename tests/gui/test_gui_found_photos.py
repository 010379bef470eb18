"""The small pictures in the dialog of an import."""

from engine_fakes import write_photo
from PySide6.QtCore import Qt

from braind.domain import Outcome
from braind.engine import FoundPhoto
from braind_desktop.item_models.found_photos import SIDE, FoundPhotos


def test_new_photos_are_shown_and_what_cannot_be_opened_stays_empty(qtbot, tmp_path):
    paths = [write_photo(tmp_path / "a.png", 1), tmp_path / "broken.jpg"]
    paths[1].write_bytes(b"no picture")
    photos = FoundPhotos(1.0)
    photos.add([FoundPhoto(str(path), "A", Outcome.ADDED) for path in paths])

    def shown():
        return [photos.data(photos.index(row), Qt.ItemDataRole.DecorationRole) for row in (0, 1)]

    qtbot.waitUntil(lambda: None not in shown(), timeout=20_000)
    sound, broken = shown()
    assert (sound.width(), sound.height()) == (SIDE, SIDE) and broken.isNull()
