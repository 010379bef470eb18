"""Visual vectors: kept beside the looks, never mixed up, and mapped from a file when many."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import numpy as np
import pytest

from braind.domain import VISUAL_SIZE, Edit
from braind.errors import StoreError
from braind.store import Library
from braind.store.visuals import visual_sidecar

RECIPE, SEEDS, LOOKS = "recipe-one", 8, 5600


def vector(number):
    row = np.random.default_rng(number).standard_normal(VISUAL_SIZE)
    return (row / np.linalg.norm(row)).astype(np.float16)


@pytest.fixture(scope="session")
def make_visual(make_look):
    return lambda number, **changes: make_look(number, **{"visual": vector(number)} | changes)


def visuals_of(library, recipe=RECIPE):
    """The stored vectors by look id, as search has them, unknown ones left out."""
    table = library.vectors(recipe)
    known = table.visual.known()
    rows = table.visual.unit_vectors()
    return {int(i): rows[n] for n, i in enumerate(table.look_ids) if known[n]}


def rows_in(path, sql="SELECT COUNT(*) FROM visuals"):
    with closing(sqlite3.connect(path)) as file:
        return file.execute(sql).fetchone()[0]


def raw(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            file.execute(statement)


def test_a_vector_comes_back_bit_by_bit(library, make_visual):
    brand = library.add_brand("A")
    given = [make_visual(1), make_visual(2, visual=None), make_visual(3)]
    ids = library.add_looks(brand.id, None, given)
    looks = library.looks(brand.id)
    assert [look.visual for look in looks] == [None] * 3
    for look, original in zip(library.with_visuals(looks), given, strict=True):
        assert (look.visual is None) == (original.visual is None)
        assert look.visual is None or look.visual.tobytes() == original.visual.tobytes()
    found = visuals_of(library)
    assert sorted(found) == [ids[0], ids[2]]
    assert np.allclose(found[ids[2]], vector(3), atol=1e-3)


def test_a_recipe_without_vectors_has_no_block(library, make_visual):
    brand = library.add_brand("A")
    library.add_looks(brand.id, None, [make_visual(1, visual=None)])
    library.add_looks(brand.id, None, [make_visual(1, recipe="visual")])
    assert library.vectors(RECIPE).visual is None
    assert library.vectors("visual").visual.known().tolist() == [True]


def test_what_is_read_again_keeps_both_vectors(library, make_visual):
    brand = library.add_brand("A")
    (old,) = library.add_looks(brand.id, None, [make_visual(1)])
    (new,) = library.add_looks(brand.id, None, [make_visual(1, recipe="b", visual=vector(2))])
    assert np.allclose(visuals_of(library)[old], vector(1), atol=1e-3)
    assert np.allclose(visuals_of(library, "b")[new], vector(2), atol=1e-3)
    assert library.add_looks(brand.id, None, [make_visual(1, visual=vector(5))]) == [old]
    assert np.allclose(visuals_of(library)[old], vector(1), atol=1e-3)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_vectors_that_no_model_gives_are_not_stored(library, make_visual, bad):
    brand = library.add_brand("A")
    spoiled = vector(2)
    spoiled[7] = bad
    for visual in (spoiled, vector(2)[:-1], np.stack([vector(2)])):
        with pytest.raises(StoreError) as caught:
            library.add_looks(brand.id, None, [make_visual(1), make_visual(2, visual=visual)])
        assert caught.value.code == "look_invalid"
    assert library.looks() == []


def test_numbers_too_large_for_half_precision_are_not_stored(library, make_visual):
    brand = library.add_brand("A")
    with (
        pytest.raises(StoreError) as caught,
        np.errstate(over="ignore"),
    ):
        huge = np.full(VISUAL_SIZE, 1e6, np.float32).astype(np.float16)
        library.add_looks(brand.id, None, [make_visual(1, visual=huge)])
    assert caught.value.code == "look_invalid"


@pytest.mark.parametrize(
    "value",
    [
        "CAST(x'007E' || substr(vector, 3) AS BLOB)",  # a NaN
        "CAST(x'007C' || substr(vector, 3) AS BLOB)",  # infinity
        "CAST(vector || vector AS BLOB)",
        "substr(vector, 3)",
        "vector || vector",
        "x''",
        "'words'",
        "7",
    ],
)
def test_rows_that_are_no_vectors_are_told_as_damage(library_path, make_visual, value):
    with Library.open(library_path) as library:
        library.add_looks(library.add_brand("A").id, None, [make_visual(n) for n in range(3)])
    raw(library_path, f"UPDATE visuals SET vector = {value} WHERE look_id = 2")
    with Library.open(library_path, read_only=True) as library:
        looks = library.looks()
        for read in (lambda: library.vectors(RECIPE), lambda: library.with_visuals(looks)):
            with pytest.raises(StoreError) as caught:
                read()
            assert caught.value.code == "library_damaged"


def test_vectors_that_belong_to_no_look_of_the_recipe_change_nothing(library_path, make_visual):
    with Library.open(library_path) as library:
        brand = library.add_brand("A")
        library.add_looks(brand.id, None, [make_visual(n) for n in range(2)])
        library.add_looks(brand.id, None, [make_visual(9, recipe="other")])
    blob = "(SELECT vector FROM visuals WHERE look_id = 1)"
    raw(
        library_path,
        f"INSERT INTO visuals VALUES (70, 1, {blob})",
        "UPDATE visuals SET recipe_id = 1 WHERE look_id = 3",
    )
    with Library.open(library_path, read_only=True) as library:
        assert sorted(visuals_of(library)) == [1, 2]


def test_vectors_go_with_their_looks(library_path, make_visual):
    with Library.open(library_path) as library:
        brand, other = library.add_brand("A"), library.add_brand("B")
        library.add_looks(brand.id, None, [make_visual(n) for n in range(3)])
        library.add_looks(other.id, None, [make_visual(n) for n in range(2)])
        library.edit_looks({1: Edit(is_removed=True), 2: Edit(is_excluded=True)})
        library.discard_brand(other.id)
        assert sorted(visuals_of(library)) == [3]
        library.restore_looks()
        library.restore_brand(other.id)
        assert sorted(visuals_of(library)) == [1, 3, 4, 5]
        library.remove_brand(other.id)
        library.edit_looks({1: Edit(is_removed=True)})
        library.empty_trash()
        assert sorted(visuals_of(library)) == [3]
    assert rows_in(library_path) == 2


def test_a_failed_import_leaves_none(library, library_path, make_visual):
    brand = library.add_brand("A")
    with pytest.raises(RuntimeError), library.transaction():
        library.add_looks(brand.id, None, [make_visual(1)])
        assert sorted(visuals_of(library)) == [1]
        raise RuntimeError
    assert rows_in(library_path) == 0 and library.vectors(RECIPE).visual is None


# Many vectors stay in a file beside the library.


@pytest.fixture(scope="module")
def large_file(tmp_path_factory, make_visual, multiply):
    """A library of 5600 looks with vectors: more than are read without a sidecar."""
    path = tmp_path_factory.mktemp("large") / "looks.braind"
    with Library.open(path) as library:
        brand = library.add_brand("A")
        library.add_looks(brand.id, None, [make_visual(n) for n in range(SEEDS)])
    multiply(path, SEEDS, LOOKS)
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute(
            """INSERT INTO visuals SELECT id, 1, (SELECT vector FROM visuals
            WHERE look_id = 1 + (looks.id - 1) % ?) FROM looks WHERE id > ?""",
            (SEEDS, SEEDS),
        )
    return path


@pytest.fixture
def path(large_file, library_path):
    return shutil.copy(large_file, library_path)


def is_mapped(library):
    (source,) = library.vectors(RECIPE).visual.sources
    return isinstance(source.vectors.base, np.memmap) or isinstance(source.vectors, np.memmap)


def forget(path):
    """Change a stored vector unseen, as it is not BRAIND that does it."""
    raw(path, "UPDATE visuals SET vector = zeroblob(1536) WHERE look_id = 5")


def test_many_vectors_are_mapped_and_what_the_rows_say(path):
    with Library.open(path) as library:
        first = library.vectors(RECIPE).visual.unit_vectors()
        assert is_mapped(library)
        assert np.allclose(first[4::SEEDS], vector(4), atol=1e-3)
        forget(path)
        assert np.array_equal(library.vectors(RECIPE).visual.unit_vectors(), first)
        visual_sidecar(path).path.unlink()
        assert not library.vectors(RECIPE).visual.unit_vectors()[4].any()


def test_edits_leave_the_file_as_it_is_and_new_vectors_do_not(path, make_visual):
    file = visual_sidecar(path).path
    with Library.open(path) as library:
        library.vectors(RECIPE)
        before = file.stat()
        library.edit_looks({3: Edit(is_removed=True), 4: Edit(is_excluded=True)})
        library.empty_trash()
        assert 3 not in visuals_of(library) and 4 not in visuals_of(library)
        assert file.stat() == before
        (new,) = library.add_looks(1, None, [make_visual(99)])
        assert np.allclose(visuals_of(library)[new], vector(99), atol=1e-3)
        assert file.stat().st_ino != before.st_ino and is_mapped(library)


def test_an_id_that_is_used_again_has_its_own_vector(path, make_visual):
    with Library.open(path) as library:
        library.vectors(RECIPE)
        last = library.newest_look(1)
        library.edit_looks({last: Edit(is_removed=True)})
        library.empty_trash()
        assert library.add_looks(1, None, [make_visual(99)]) == [last]
        assert np.allclose(visuals_of(library)[last], vector(99), atol=1e-3)


def test_another_librarys_file_is_not_used(path, tmp_path, make_visual):
    backup = tmp_path / "backup.braind"
    with Library.open(path) as library:
        library.copy_to(backup)
        library.add_looks(1, None, [make_visual(98)])
        assert LOOKS + 1 in visuals_of(library)
    shutil.copy(backup, path)
    with Library.open(path) as library:
        library.add_looks(1, None, [make_visual(99)])
        assert np.allclose(visuals_of(library)[LOOKS + 1], vector(99), atol=1e-3)


def spoil(content):
    spoiled = bytearray(content)
    spoiled[len(spoiled) // 2] ^= 1
    return bytes(spoiled)


@pytest.mark.parametrize("change", [spoil, lambda c: c[:-1], lambda c: c + b"x", lambda c: b""])
def test_a_damaged_file_is_made_anew(path, change):
    file = visual_sidecar(path).path
    with Library.open(path) as library:
        first = library.vectors(RECIPE).visual.unit_vectors()
        sound = file.read_bytes()
        file.write_bytes(change(sound))
        assert np.array_equal(library.vectors(RECIPE).visual.unit_vectors(), first)
        assert file.read_bytes() == sound


@pytest.mark.parametrize("what", ["nan", "disorder"])
def test_numbers_that_rows_cannot_give_are_not_taken(path, what):
    with Library.open(path) as library:
        first = library.vectors(RECIPE).visual.unit_vectors()
        facts = library._value("SELECT visuals FROM changes"), RECIPE
        sidecar = visual_sidecar(path)
        arrays = {name: array.copy() for name, array in sidecar.read(facts, LOOKS).items()}
        if what == "nan":
            arrays["vectors"][2, 3] = np.nan
        else:
            arrays["look_ids"][[2, 3]] = arrays["look_ids"][[3, 2]]
        sidecar.write(facts, LOOKS, {name: (array,) for name, array in arrays.items()})
        assert np.array_equal(library.vectors(RECIPE).visual.unit_vectors(), first)


def test_a_folder_that_takes_no_file_is_done_without(path):
    visual_sidecar(path).path.mkdir()
    with Library.open(path) as library:
        assert len(visuals_of(library)) == LOOKS and not is_mapped(library)


def test_a_transaction_does_not_use_the_file(path, make_visual):
    with Library.open(path) as library:
        first = visuals_of(library)
        with pytest.raises(RuntimeError), library.transaction():
            library.add_looks(1, None, [make_visual(99)])
            assert len(visuals_of(library)) == LOOKS + 1
            raise RuntimeError
        assert visuals_of(library).keys() == first.keys() and is_mapped(library)


def test_a_table_with_vectors_is_searched_like_one_in_memory(path):
    with Library.open(path) as library:
        table = library.vectors(RECIPE)
        visual_sidecar(path).path.unlink()
        with library.transaction():
            other = library.vectors(RECIPE)
    assert np.array_equal(
        table.visual.dots(table.visual.unit_vectors()[:2]),
        other.visual.dots(other.visual.unit_vectors()[:2]),
    )


def test_a_damaged_row_among_many_is_told_and_leaves_no_file(path):
    raw(path, "UPDATE visuals SET vector = x'00' WHERE look_id = 5000")
    with Library.open(path) as library, pytest.raises(StoreError) as caught:
        library.vectors(RECIPE)
    assert caught.value.code == "library_damaged"
    assert not [file for file in path.parent.iterdir() if "visual" in file.name]
