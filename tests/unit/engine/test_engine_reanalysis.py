"""Another recipe reads the library's photos again, and nothing is lost on the way."""

from __future__ import annotations

import shutil
import zipfile
from contextlib import closing

import pytest
from engine_fakes import HALF, NOBODY, write_folder, write_photo

from braind.errors import StoreError
from braind.events import ImportFinished, LookIndexed, PhotoExcluded, PhotoFailed


@pytest.fixture
def photos(tmp_path):
    return tmp_path / "photos"


@pytest.fixture
def stocked(make_engine, photos):
    """A library of two brands, and the engine of another recipe on it."""
    old = make_engine()
    list(old.import_photos(write_folder(photos / "moss", 3), "Moss", "SS24"))
    list(old.import_photos(write_folder(photos / "nord", 2, seed=50, group=1), "Nord"))
    return make_engine(recipe="newer")


def finished(events):
    (last,) = [event for event in events if isinstance(event, ImportFinished)]
    return last


def test_stale_looks_are_read_again_in_their_brands_and_lookbooks(stocked, calls):
    assert stocked.stale_count() == 5
    calls.clear()
    events = list(stocked.reanalyze())
    assert finished(events).added == 5 and len(calls) == 5
    assert stocked.stale_count() == 0
    assert {e.brand for e in events if isinstance(e, LookIndexed)} == {"Moss", "Nord"}
    books = stocked.library.lookbooks(stocked.brand("Moss").id)
    assert [(book.name, book.looks) for book in books] == [("SS24", 3)]


def test_what_the_older_recipe_read_is_kept_and_never_compared(stocked, make_engine, calls):
    list(stocked.reanalyze())
    assert stocked.library.recipes() == {"fake-recipe": 5, "newer": 5}
    assert [brand.looks for brand in stocked.brands()] == [3, 2]
    assert len(stocked.library.vectors("newer")) == 5
    calls.clear()
    assert list(make_engine().reanalyze())[-1] == ImportFinished(0, 0, 0, 0)
    assert calls == []


def test_a_job_that_was_closed_goes_on_where_it_stopped(stocked, calls):
    with closing(stocked.reanalyze(workers=1)) as job:
        for event in job:
            if isinstance(event, LookIndexed):
                break
    done = 5 - stocked.stale_count()
    calls.clear()
    assert finished(stocked.reanalyze()).added == 5 - done == len(calls)
    assert stocked.stale_count() == 0


def test_one_brand_alone(stocked):
    assert finished(stocked.reanalyze("nord")).added == 2
    assert stocked.stale_count() == 3
    with pytest.raises(StoreError) as caught:
        list(stocked.reanalyze("nobody"))
    assert caught.value.code == "brand_not_found"


def test_photos_that_moved_are_told_and_keep_their_looks(stocked, photos, tmp_path):
    shutil.move(photos / "moss" / "1.png", tmp_path / "elsewhere.png")
    events = list(stocked.reanalyze())
    (lost,) = [event for event in events if isinstance(event, PhotoFailed)]
    assert lost.code == "photo_moved" and lost.path.endswith("1.png")
    assert finished(events).added == 4 and stocked.stale_count() == 1
    assert stocked.brand("Moss").looks == 3
    list(stocked.relink(tmp_path))
    assert finished(stocked.reanalyze()).added == 1 and stocked.stale_count() == 0


def test_another_picture_in_a_photos_place_is_not_taken_for_it(stocked, photos):
    write_photo(photos / "moss" / "0.png", seed=99)
    (failed,) = [event for event in stocked.reanalyze() if isinstance(event, PhotoFailed)]
    assert failed.code == "photo_changed"


def test_excluded_photos_get_another_chance(make_engine, photos):
    old = make_engine()
    list(old.import_photos([write_photo(photos / "a.png", 1, NOBODY)], "Moss"))
    events = list(make_engine(recipe="newer").reanalyze())
    assert [type(event) for event in events if isinstance(event, PhotoExcluded)]
    assert finished(events).excluded == 1
    assert finished(make_engine(recipe="newer").reanalyze()).found == 0


def test_half_bodies_that_were_kept_are_kept_again(make_engine, photos):
    half = write_photo(photos / "a.png", 1, HALF)
    list(make_engine().import_photos([half], "Moss", accept_partial=True))
    assert finished(make_engine(recipe="newer").reanalyze()).added == 1


def test_photos_in_archives_are_found_there(make_engine, photos, tmp_path):
    archive = tmp_path / "moss.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for photo in write_folder(photos, 2):
            file.write(photo, f"in/{photo.name}")
    list(make_engine().import_photos([archive], "Moss"))
    engine = make_engine(recipe="newer")
    assert finished(engine.reanalyze()).added == 2 and engine.stale_count() == 0


def test_the_same_photo_in_two_brands_is_read_for_both(make_engine, photos):
    old = make_engine()
    (photo,) = write_folder(photos, 1)
    list(old.import_photos([photo], "Moss"))
    nord = old.library.add_brand("Nord")
    old.library.add_looks(nord.id, None, old.library.looks())
    engine = make_engine(recipe="newer")
    assert finished(engine.reanalyze()).added == 2 and engine.stale_count() == 0
