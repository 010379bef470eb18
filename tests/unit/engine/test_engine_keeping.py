"""Copies beside the library: named like the originals, never overwritten, told when they fail."""

from __future__ import annotations

import shutil
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from engine_fakes import NOBODY, write_folder, write_photo
from PIL import Image

from braind.engine.keeping import PhotoKeeper
from braind.engine.naming import file_name
from braind.events import LookIndexed, PhotoDuplicate, PhotoFailed, Progress, note_of
from braind.sources import iter_entries


def copy_in(engine, *sources, brand="Moss", **options):
    return list(engine.import_photos(list(sources), brand, copy=True, **options))


def stored(engine):
    return [Path(look.path) for look in engine.library.looks()]


@pytest.fixture
def home(engine):
    path = Path(engine._path)
    return path.with_name(f"{path.stem} photos")


def test_the_library_knows_the_copies_and_the_originals_stay(engine, tmp_path, home):
    files = write_folder(tmp_path / "in", 3)
    before = [file.read_bytes() for file in files]
    copy_in(engine, tmp_path / "in")
    assert stored(engine) == [home / "Moss" / f"{n}.png" for n in range(3)]
    assert [path.read_bytes() for path in stored(engine)] == before
    shutil.rmtree(tmp_path / "in")
    assert engine.missing_photos("Moss") == []


def test_equal_names_get_numbers_and_nothing_is_overwritten(engine, tmp_path, home):
    first = write_photo(tmp_path / "a" / "look.png", 1)
    second = write_photo(tmp_path / "b" / "look.png", 2)
    home.joinpath("Moss").mkdir(parents=True)
    home.joinpath("Moss", "look.png").write_text("mine")
    copy_in(engine, first, second)
    assert [path.name for path in stored(engine)] == ["look (2).png", "look (3).png"]
    assert (home / "Moss" / "look.png").read_text() == "mine"


def test_photos_of_an_archive_become_files_and_a_document_is_kept_whole(tmp_path, home):
    photo, keeper = write_photo(tmp_path / "p.png", 4), PhotoKeeper(home)
    with zipfile.ZipFile(tmp_path / "looks.zip", "w") as archive:
        archive.write(photo, "FW/first.png")
    with Image.open(photo) as page:
        page.convert("RGB").save(tmp_path / "book.pdf", save_all=True, append_images=[page])
    entries = iter_entries([tmp_path / "looks.zip", tmp_path / "book.pdf"])
    labels = [keeper.keep(entry, "Moss").label for entry in entries]
    names = ["first.png", "book.pdf#1", "book.pdf#2"]
    assert labels == [str(home / "Moss" / name) for name in names]
    assert (home / "Moss" / "first.png").read_bytes() == photo.read_bytes()
    assert (home / "Moss" / "book.pdf").read_bytes() == (tmp_path / "book.pdf").read_bytes()


def test_known_and_left_out_photos_are_not_copied(engine, tmp_path, home):
    write_folder(tmp_path / "in", 1)
    list(engine.import_photos([tmp_path / "in"], "Moss"))
    write_photo(tmp_path / "in" / "nobody.png", 9, NOBODY)
    events = copy_in(engine, tmp_path / "in")
    assert [event.path for event in events if isinstance(event, PhotoDuplicate)] == [
        str(tmp_path / "in" / "0.png")
    ]
    assert not home.exists()


def test_an_import_that_was_stopped_names_no_photo_twice(engine, tmp_path, home):
    write_folder(tmp_path / "in", 4)
    with closing(engine.import_photos([tmp_path / "in"], "Moss", copy=True, workers=1)) as job:
        for event in job:
            if isinstance(event, Progress) and event.done == 2:
                break
    kept = {str(path) for path in stored(engine)}
    events = copy_in(engine, tmp_path / "in")
    assert {event.path for event in events if isinstance(event, PhotoDuplicate)} == kept
    notes = [note.path for note in map(note_of, events) if note]
    assert sorted(notes) == [str(home / "Moss" / f"{n}.png") for n in range(4)]
    assert sorted(path.name for path in (home / "Moss").iterdir()) == [f"{n}.png" for n in range(4)]


def test_photos_that_lie_there_already_stay_where_they_are(engine, tmp_path, home):
    write_folder(home / "Moss", 2)
    copy_in(engine, home)
    assert stored(engine) == [home / "Moss" / "0.png", home / "Moss" / "1.png"]


def test_a_copy_that_fails_is_a_failed_photo_and_the_others_go_on(engine, tmp_path, home):
    write_folder(tmp_path / "in", 2)
    home.mkdir()
    (home / "Moss").write_text("a file is in the way")
    events = copy_in(engine, tmp_path / "in")
    failures = [event for event in events if isinstance(event, PhotoFailed)]
    assert [failure.code for failure in failures] == ["photo_not_copied"] * 2
    assert "cannot be copied" in failures[0].message and "Make room" in failures[0].message
    assert failures[0].path == str(tmp_path / "in" / "0.png")
    assert not any(isinstance(event, LookIndexed) for event in events)


def test_a_scan_tells_how_much_a_copy_needs(engine, tmp_path):
    files = write_folder(tmp_path / "in", 2)
    found = list(engine.scan([tmp_path / "in"]))
    assert [one.size for one in found] == [file.stat().st_size for file in files]
    assert len({one.kept_in for one in found}) == 2
    assert engine.room_for_copies() > 0


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("A/B: C?", "A_B_ C_"), ("..", "_"), ("모스", "모스"), ("look.JPG", "look.JPG"),
        ("x" * 200 + ".png", "x" * 76 + ".png"), (" a. ", "a"), ("a.pn\0g", "a.pn_g"),
    ],
)  # fmt: skip
def test_names_fit_every_file_system(name, fit):
    assert file_name(name) == fit
