"""The sidecar of search: fast, and never stale."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import fields, replace

import numpy as np
import pytest

from braind.domain import Edit
from braind.store import Library
from braind.store.scan import search_facts, search_sidecar
from braind.vocabulary import Question

RECIPE, SEEDS, LOOKS = "recipe-one", 8, 5600


@pytest.fixture(scope="module")
def large_file(tmp_path_factory, make_look, multiply):
    """A library of 5600 looks of two brands: more than are read without a sidecar."""
    path = tmp_path_factory.mktemp("large") / "looks.braind"
    with Library.open(path) as library:
        for name in "AB":
            brand = library.add_brand(name)
            library.add_looks(brand.id, None, [make_look(n) for n in range(SEEDS // 2)])
        multiply(path, SEEDS, LOOKS)
    return path


@pytest.fixture
def path(large_file, library_path):
    return shutil.copy(large_file, library_path)


@pytest.fixture
def writer(path):
    with Library.open(path) as library:
        yield library


@pytest.fixture
def reader(writer, path):
    """A second connection, as the window has one for questions."""
    with Library.open(path, read_only=True) as library:
        library.vectors(RECIPE)
        assert search_sidecar(path).path.exists()
        yield library


def raw(path):
    return sqlite3.connect(path, isolation_level=None)


def spoil_a_look(path):
    """Unseen by the sidecar, as it is not BRAIND that does it."""
    with closing(raw(path)) as file:
        file.execute("UPDATE looks SET near_hash = 5 WHERE id = 5")


def told(table):
    names = (field.name for field in fields(table) if field.name != "visual")
    return {name: getattr(table, name).tolist() for name in names}


def test_the_sidecar_says_what_the_rows_say(writer, path):
    first = told(writer.vectors(RECIPE))
    assert len(first["look_ids"]) == LOOKS
    spoil_a_look(path)
    assert told(writer.vectors(RECIPE)) == first  # so it is the sidecar that is read
    search_sidecar(path).path.unlink()
    assert told(writer.vectors(RECIPE)) != first


def test_a_small_library_has_none(library, library_path, make_look):
    library.add_looks(library.add_brand("A").id, None, [make_look(1)])
    assert len(library.vectors(RECIPE)) == 1
    assert not search_sidecar(library_path).path.exists()


def discard_and_empty(library):
    library.discard_brand(1)
    library.empty_trash()


CHANGES = {
    "new looks": lambda lib, make: lib.add_looks(1, None, [make(99)]),
    "left out": lambda lib, make: lib.edit_looks({3: Edit(is_excluded=True)}),
    "removed": lambda lib, make: lib.edit_looks({3: Edit(is_removed=True)}),
    "corrected": lambda lib, make: lib.edit_looks(
        {3: Edit(answers={Question.UPPER_COLOR: "purple"})}
    ),
    "a brand in the trash": lambda lib, make: lib.discard_brand(1),
    "a brand gone": lambda lib, make: lib.remove_brand(1),
    "an emptied trash": lambda lib, make: discard_and_empty(lib),
    "an id that is used again": lambda lib, make: reuse_the_last_id(lib, make),
}


def reuse_the_last_id(library, make):
    """As many looks as before, with the same ids."""
    last = library.newest_look(2)
    library.edit_looks({last: Edit(is_removed=True)})
    library.empty_trash()
    assert library.add_looks(2, None, [make(99)]) == [last]


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_another_connection_changes_is_seen(reader, writer, make_look, name):
    before = told(reader.vectors(RECIPE))
    CHANGES[name](writer, make_look)
    after = told(reader.vectors(RECIPE))
    assert after != before
    assert after == told(reader._read_table(RECIPE))
    assert told(reader.vectors(RECIPE)) == after  # from the new sidecar


def test_what_comes_back_from_the_trash_is_seen(reader, writer):
    whole = told(reader.vectors(RECIPE))
    writer.edit_looks({3: Edit(is_removed=True)})
    writer.discard_brand(2)
    assert len(reader.vectors(RECIPE)) == LOOKS // 2 - 1
    writer.restore_brand(2)
    assert len(reader.vectors(RECIPE)) == LOOKS - 1
    writer.restore_looks()
    assert told(reader.vectors(RECIPE)) == whole


def test_recipes_do_not_share(reader, writer, make_look):
    writer.add_looks(1, None, [make_look(7, recipe="newer")])
    assert len(reader.vectors("newer")) == 1
    assert len(reader.vectors(RECIPE)) == LOOKS
    assert len(reader.vectors("newer")) == 1


def test_a_transaction_sees_its_own_writes_and_keeps_none_that_are_taken_back(writer, make_look):
    first = told(writer.vectors(RECIPE))
    with pytest.raises(RuntimeError), writer.transaction():
        writer.add_looks(1, None, [make_look(99)])
        assert len(writer.vectors(RECIPE)) == LOOKS + 1
        raise RuntimeError
    assert told(writer.vectors(RECIPE)) == first


def test_a_state_that_another_overtakes_is_not_kept_for_its_own(reader, writer, make_look, path):
    search_sidecar(path).path.unlink()
    with reader._snapshot() as old:
        writer.add_looks(1, None, [make_look(99)])
        assert len(reader._read_table(RECIPE)) == LOOKS
    with reader._snapshot() as new:
        assert new != old
    assert len(reader.vectors(RECIPE)) == LOOKS + 1


def test_a_library_restored_from_a_backup_has_its_own_looks(path, make_look, tmp_path):
    backup = tmp_path / "backup.braind"
    with Library.open(path) as library:
        library.copy_to(backup)
        library.add_looks(1, None, [make_look(98)])
        assert len(library.vectors(RECIPE)) == LOOKS + 1
    shutil.copy(backup, path)
    with Library.open(path) as library:  # as many changes as before, but others
        library.edit_looks({3: Edit(is_excluded=True)})
        assert len(library.vectors(RECIPE)) == LOOKS - 1


def test_the_sidecar_of_another_library_is_not_read(reader, path, tmp_path, make_look):
    other = tmp_path / "other.braind"
    reader.copy_to(other)
    with Library.open(other) as library:
        library.edit_looks({3: Edit(is_excluded=True)})
        shutil.copy(search_sidecar(path).path, search_sidecar(other).path)
        assert len(library.vectors(RECIPE)) == LOOKS - 1


def forged(path, change):
    """A sidecar whose key and checksum are right, and whose numbers are not."""
    sidecar = search_sidecar(path)
    with Library.open(path) as library:
        library.vectors(RECIPE)
        with library._snapshot() as state:
            facts = search_facts(state, RECIPE)
    arrays = sidecar.read(facts, LOOKS)
    change(arrays)
    sidecar.write(facts, LOOKS, {name: (array,) for name, array in arrays.items()})


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("styles", np.nan),
        ("styles", np.inf),
        ("answers", 255),
        ("look_ids", 1),
        ("look_ids", -5),
    ],
)
def test_numbers_that_rows_cannot_give_are_not_taken(path, column, value):
    with Library.open(path) as library:
        rows = told(library.vectors(RECIPE))
    forged(path, lambda arrays: arrays[column].__setitem__(7, value))
    with Library.open(path) as library:
        assert told(library.vectors(RECIPE)) == rows


def test_a_sound_forgery_would_be_read(path):
    """So that what is not taken above is not taken for its numbers."""
    forged(path, lambda arrays: arrays["styles"].__setitem__(7, 0.5))
    with Library.open(path) as library:
        assert (library.vectors(RECIPE).styles[7] == 0.5).all()


def test_without_a_token_there_is_no_sidecar(path):
    with closing(raw(path)) as file:
        file.execute("DELETE FROM changes")
    with Library.open(path) as library:
        assert len(library.vectors(RECIPE)) == LOOKS
    assert not search_sidecar(path).path.exists()


def test_tables_of_pieces_are_the_tables_of_looks(writer):
    table = writer.vectors(RECIPE)
    looks = {look.id: look for look in writer.looks(recipe=RECIPE)}
    for row in (0, 4095, 4096, LOOKS - 1):
        look = replace(looks[int(table.look_ids[row])])
        assert table.brand_ids[row] == look.brand_id
        assert table.near_hashes[row] == look.near_hash
        np.testing.assert_array_equal(table.styles[row], look.styles.values)
