"""Libraries from elsewhere: nothing in them runs, and rows that are no looks are told in words."""

from __future__ import annotations

import sqlite3
import stat
import sys
from contextlib import closing

import pytest

from braind.domain import Edit
from braind.errors import StoreError
from braind.store import Library

RECIPE = "recipe-one"


@pytest.fixture
def stocked(library_path, make_look):
    with Library.open(library_path) as library:
        brand = library.add_brand("A")
        library.add_looks(brand.id, None, [make_look(n) for n in range(3)])
    return library_path


def tampered(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            file.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON brands BEGIN DELETE FROM looks; END",
        "CREATE TRIGGER t INSTEAD OF DELETE ON counted_looks BEGIN DELETE FROM looks; END",
        "CREATE VIEW more AS SELECT load_extension('x')",
        "CREATE VIRTUAL TABLE words USING fts5(text)",
    ],
)
def test_a_library_with_statements_of_others_is_not_opened(stocked, statement):
    tampered(stocked, statement)
    for read_only in (False, True):
        with pytest.raises(StoreError) as caught:
            Library.open(stocked, read_only)
        assert caught.value.code == "library_altered"


def test_a_view_in_the_place_of_a_table_is_not_read(stocked):
    tampered(
        stocked,
        "ALTER TABLE looks RENAME TO real",
        "DROP VIEW counted_looks",
        "CREATE VIEW looks AS SELECT * FROM real",
    )
    with pytest.raises(StoreError) as caught:
        Library.open(stocked)
    assert caught.value.code == "library_altered"


@pytest.mark.parametrize(
    "change",
    [
        "styles = x'0000C07F' || substr(styles, 5)",  # a NaN
        "styles = x'0000807F' || substr(styles, 5)",  # infinity
        "styles = 'twenty-eight letters, not it'",
        "styles = x'00'",
        "answers = x'FF'",
        "confidences = x''",
        "near_hash = 'x'",
        "near_hash = 1e300",
        "palette = '['",
        "palette = '[[1]]'",
        "palette = '{}x'",
        "box = '[1, 2]'",
        "box = 'null'",
        "reasons = '[\"../../etc\"]'",
        "free_words = '[]'",
        "free_words = x'FF'",
        "path = x'FF'",
        "person = 'x'",
        "person = -1",
        "person = 9223372036854775807",
    ],
)
def test_rows_that_are_no_looks_are_told_as_damage(stocked, change):
    tampered(stocked, f"UPDATE looks SET {change} WHERE id = 2")
    with Library.open(stocked, read_only=True) as library:
        failures = []
        for read in (library.looks, lambda: library.vectors(RECIPE)):
            try:
                read()
            except StoreError as error:
                failures.append(error.code)
        assert set(failures) == {"library_damaged"}
        assert [brand.looks for brand in library.brands()] == [3]


@pytest.mark.parametrize("size", [300_000, 100_000_000])
def test_an_oversized_thumbnail_costs_its_own_look_only(stocked, size):
    tampered(stocked, f"UPDATE thumbnails SET webp = zeroblob({size}) WHERE look_id = 2")
    with Library.open(stocked, read_only=True) as library:
        assert library.thumbnail(2) == b""
        assert library.thumbnail(3)


def test_a_thumbnail_of_another_kind_is_not_shown(stocked):
    svg = "<svg xmlns=''http://www.w3.org/2000/svg''><image href=''file:///etc/passwd''/></svg>"
    tampered(stocked, f"UPDATE thumbnails SET webp = CAST('{svg}' AS BLOB) WHERE look_id = 2")
    with Library.open(stocked, read_only=True) as library:
        assert library.thumbnail(2) == b""


@pytest.mark.parametrize("answers", ["[", "[1]", '{"top": 5}', "7"])
def test_edits_that_are_no_edits_are_told_as_damage(stocked, make_look, answers):
    with Library.open(stocked) as library:
        library.edit_looks({2: Edit(is_pinned=True)})
    tampered(stocked, f"UPDATE edits SET answers = '{answers}'")
    with Library.open(stocked, read_only=True) as library, pytest.raises(StoreError) as caught:
        library.edits()
    assert caught.value.code == "library_damaged"


@pytest.mark.parametrize("name", ["'; DROP TABLE looks;--", "<b>x</b>", "\\\\x\\y"])
def test_statements_in_names_are_names(library, make_look, name):
    brand = library.add_brand(name)
    library.add_looks(brand.id, library.add_lookbook(brand.id, name).id, [make_look(1)])
    assert (library.brand(name).name, library.brand(name).looks) == (name, 1)
    library.rename_brand(brand.id, f"{name}{name}")
    assert library.counts().looks == 1


@pytest.mark.skipif(sys.platform == "win32", reason="files have no modes there")
def test_a_library_is_its_owners_alone(tmp_path, make_look):
    path = tmp_path / "new" / "looks.braind"
    with Library.open(path) as library:
        library.add_looks(library.add_brand("A").id, None, [make_look(1)])
        library.copy_to(path.with_name("copy.braind"))
        files = list(path.parent.iterdir())
        assert {file.name for file in files} >= {path.name, f"{path.name}-wal", "copy.braind"}
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
