"""Looking before an import, and choosing what it takes."""

import shutil
import unicodedata
import zipfile

import pytest
from engine_fakes import PAIR, write_folder, write_photo

from braind.domain import Outcome, Reason
from braind.events import ImportFinished, PhotoExcluded


def names(found, outcome):
    return [f.label.rsplit("/", 1)[1] for f in found if f.outcome is outcome]


def imported(engine, sources, brand=None, **options):
    events = list(engine.import_photos(sources, brand, workers=1, **options))
    assert isinstance(events[-1], ImportFinished)
    return events


def test_a_scan_tells_new_known_and_unreadable_apart(engine, calls, tmp_path):
    folder = tmp_path / "in"
    write_folder(folder, 3)
    imported(engine, [folder / "0.png"], "Moss")
    shutil.copy(folder / "2.png", folder / "copy.png")
    (folder / "broken.jpg").write_bytes(b"no picture")
    calls.clear()
    found = list(engine.scan([folder]))
    assert names(found, Outcome.ADDED) == ["1.png", "2.png"]
    assert names(found, Outcome.DUPLICATE) == ["0.png", "copy.png"]
    assert names(found, Outcome.FAILED) == ["broken.jpg"]
    assert {f.folder for f in found if f.outcome is not Outcome.FAILED} == {"in"}
    assert not calls and [f.reason for f in found if f.reason] == ["photo_unsupported"]


def test_folders_are_named_in_one_normal_form(engine, tmp_path):
    write_folder(tmp_path / "in" / unicodedata.normalize("NFD", "무드라벨"), 1)
    (found,) = engine.scan([tmp_path / "in"])
    assert found.folder == "무드라벨"


def test_folders_get_other_names_or_are_left_out(engine, tmp_path):
    for number, folder in enumerate(("East", "West", "Rest")):
        write_folder(tmp_path / "in" / folder, 2, seed=10 * number)
    imported(engine, [tmp_path / "in"], names={"East": "Sunrise", "Rest": ""})
    assert [(brand.name, brand.looks) for brand in engine.brands()] == [("Sunrise", 2), ("West", 2)]


def test_photos_can_be_left_out_and_picked(engine, tmp_path):
    write_folder(tmp_path / "in", 4)
    labels = [found.label for found in engine.scan([tmp_path / "in"])]
    assert imported(engine, [tmp_path / "in"], "A", skip=labels[:1])[-1].found == 3
    assert imported(engine, [tmp_path / "in"], "A", only=labels[:1])[-1].added == 1


@pytest.mark.parametrize(("strict", "looks"), [(True, 0), (False, 2)])
def test_photos_of_several_people_can_be_left_out(engine, tmp_path, strict, looks):
    write_photo(tmp_path / "in" / "pair.png", 1, PAIR)
    events = imported(engine, [tmp_path / "in"], "A", one_person=strict)
    assert events[-1].looks == looks
    if strict:
        (out,) = [event for event in events if isinstance(event, PhotoExcluded)]
        assert out.reasons == (Reason.SEVERAL_PEOPLE,)
        assert imported(engine, [tmp_path / "in"], "A", accept_partial=True)[-1].looks == 2


def test_a_zip_with_one_photo_is_known_from_others(engine, tmp_path):
    photos = write_folder(tmp_path / "in", 2)
    for name, count in (("one.zip", 1), ("two.zip", 2)):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for photo in photos[:count]:
                archive.write(photo, photo.name)
    assert engine.holds_one_photo(tmp_path / "one.zip")
    assert not engine.holds_one_photo(tmp_path / "two.zip")
