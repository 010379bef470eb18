import hashlib
import sqlite3
from contextlib import closing

import pytest
from engine_fakes import write_folder
from PIL import Image

from braind.errors import StoreError

BOOKS = [("Moss", "SS24", 0), ("Moss", "2024 가을/겨울", 1), ("Moss", "Basics", 0),
         ("Nord", "SS24", 0), ("Fjord", None, 1)]  # fmt: skip


@pytest.fixture
def stocked(make_engine, tmp_path):
    """Moss wears in winter what Fjord wears, and otherwise what Nord wears."""
    engine = make_engine()
    for seed, (brand, lookbook, group) in enumerate(BOOKS):
        files = write_folder(tmp_path / f"{seed}", 4, seed=10 * seed, group=group)
        assert list(engine.import_photos(files, brand, lookbook))[-1].looks == 4
    return engine


def looks_of(engine, brand, lookbook=None):
    books = {book.name: book.id for book in engine.library.lookbooks(engine.brand(brand).id)}
    return engine.library.looks(engine.brand(brand).id, lookbook_id=books.get(lookbook))


def names(matches):
    return [match.brand.name for match in matches]


def fails(code, call, *args, **options):
    with pytest.raises(StoreError) as caught:
        call(*args, **options)
    assert caught.value.code == code
    assert caught.value.what and caught.value.hint


def test_what_sets_brands_apart(stocked):
    found = stocked.differences("nord", "Fjord")
    assert found.other.name == "Fjord"
    assert found.apart and all(d.ours != d.theirs for d in found.apart)
    assert set(found.own_looks) == {look.id for look in looks_of(stocked, "Nord")}


def test_a_brand_is_not_compared_with_itself_or_with_nothing(stocked):
    fails("same_brand", stocked.differences, "Moss", "moss")
    fails("brand_not_found", stocked.differences, "Moss", "Nobody")
    stocked.library.add_brand("Empty")
    stocked.refresh()
    fails("brand_empty", stocked.differences, "Moss", "Empty")


def test_a_photo_that_two_brands_have_is_an_alert(stocked, tmp_path):
    """The library keeps a photo's bytes once, so the other brand has a copy of it."""
    (shared,) = write_folder(tmp_path / "shared", 1, seed=90)
    list(stocked.import_photos([shared], "Moss"))
    copied = shared.with_suffix(".bmp")
    Image.open(shared).save(copied)
    list(stocked.import_photos([copied], "Nord"))
    first = stocked.look_alikes("Nord")[0]
    assert first.same_photo and first.other.name == "Moss"
    paths = stocked.photo_paths([first.pair.query_look, first.pair.look])
    assert [path[-4:] for path in paths.values()] == [".bmp", ".png"]


def test_what_if_a_lookbook_were_gone(stocked):
    change = stocked.what_if("Moss", drop_lookbooks=["ss24", "BASICS"])
    assert (change.before.count, change.after.count) == (12, 4)
    assert names(change.neighbours_before)[0] == "Nord"
    assert names(change.neighbours_after)[0] == "Fjord"
    assert change.moved > 0.1


def test_what_if_looks_were_added(stocked):
    ids = [look.id for look in looks_of(stocked, "Fjord")]
    change = stocked.what_if("Nord", add=ids)
    by_book = stocked.what_if("Nord", add_lookbooks=[("Moss", "2024 가을/겨울")])
    assert change.after.count == by_book.after.count == 8
    assert names(change.neighbours_after)[0] == names(by_book.neighbours_after)[0] == "Moss"


def test_what_if_agrees_with_really_doing_it(stocked, make_engine, tmp_path):
    dropped = {look.id for look in looks_of(stocked, "Moss", "Basics")}
    imagined = stocked.what_if("Moss", dropped)
    stocked.close()
    with closing(sqlite3.connect(tmp_path / "library.braind")) as library, library:
        library.executemany("DELETE FROM looks WHERE id = ?", [(look,) for look in dropped])
    real = make_engine().what_if("Moss")
    assert real.before.count == imagined.after.count == 8
    assert imagined.after.mean.tolist() == real.before.mean.tolist()
    assert imagined.after.typical == real.before.typical
    scores = [(match.brand.name, match.score) for match in imagined.neighbours_after]
    assert scores == [(match.brand.name, match.score) for match in real.neighbours_before]


def test_what_if_does_not_touch_the_library(stocked, make_engine, tmp_path):
    stocked.close()
    file = tmp_path / "library.braind"
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    reader = make_engine(read_only=True)
    ranking, profile = reader.similar("Moss"), reader.profile("Moss")
    reader.what_if(
        "Moss", drop_lookbooks=["SS24"], add=[look.id for look in looks_of(reader, "Nord")]
    )
    assert reader.similar("Moss") == ranking
    assert reader.profile("Moss").mean.tolist() == profile.mean.tolist()
    reader.close()
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


def test_what_if_names_what_is_wrong(stocked):
    other = looks_of(stocked, "Nord")[0].id
    fails("look_not_found", stocked.what_if, "Moss", [9999])
    fails("look_of_other_brand", stocked.what_if, "Moss", [other])
    fails("lookbook_not_found", stocked.what_if, "Moss", drop_lookbooks=["FW30"])
    fails("lookbook_not_found", stocked.what_if, "Moss", add_lookbooks=[("Nord", "FW30")])
    fails("brand_empty", stocked.what_if, "Nord", drop_lookbooks=["SS24"])


def test_stale_looks_cannot_be_added(stocked, make_engine):
    fails("look_not_found", make_engine(recipe="newer").what_if, "Moss", add=[1])


def test_drift_follows_the_seasons(stocked):
    first, second = stocked.drift("Moss")
    assert (first.season, second.season) == ("2024 SS", "2024 FW")
    assert first.looks == second.looks == 4
    assert (first.nearest[0].name, second.nearest[0].name) == ("Nord", "Fjord")
    assert first.moved == 0 and second.moved > 0.1
    assert stocked.undated_looks("Moss") == {"Basics": 4}


def test_looks_in_no_lookbook_have_no_season(stocked):
    assert stocked.drift("Fjord") == ()
    assert stocked.undated_looks("Fjord") == {"": 4}
    assert stocked.undated_looks("Nord") == {}
