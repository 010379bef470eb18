from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from braind.domain import PackOrigin
from braind.store import Library
from braind.store.migrations import MIGRATIONS, SCHEMA_VERSION, migrate, schema_version

PACK = PackOrigin("a1" * 32, "Ida", "CC0", "b2" * 32)


@pytest.fixture
def brand(library):
    return library.add_brand("Moss")


def packs(library):
    return library._value("SELECT COUNT(*) FROM packs")


def test_looks_know_the_pack_that_they_came_in(library, brand, make_look):
    library.add_looks(brand.id, None, [make_look(1), make_look(2)], PACK)
    library.add_looks(brand.id, None, [make_look(3)])
    other = PackOrigin("c3" * 32, "Bo", "")
    library.add_looks(brand.id, None, [make_look(4)], other)
    assert library.origins(brand.id) == [replace(PACK, looks=2), replace(other, looks=1)]
    assert library.origins(library.add_brand("Nord").id) == []


def test_looks_that_are_there_keep_their_origin(library, brand, make_look):
    library.add_looks(brand.id, None, [make_look(1)])
    library.add_looks(brand.id, None, [make_look(1)], PACK)
    assert library.origins(brand.id) == [] and packs(library) == 0


def test_a_pack_is_forgotten_with_its_last_look(library, brand, make_look):
    library.add_looks(brand.id, None, [make_look(1)], PACK)
    library.add_looks(library.add_brand("Nord").id, None, [make_look(1)], PACK)
    library.remove_brand(brand.id)
    assert packs(library) == 1
    library.discard_brand(library.brand("Nord").id)
    library.empty_trash()
    assert packs(library) == 0


def test_a_library_from_before_packs_is_brought_up_to_date(library_path, make_look):
    raw = sqlite3.connect(library_path, isolation_level=None)
    migrate(raw, MIGRATIONS[:-2])
    raw.execute("INSERT INTO brands (name, key) VALUES ('Moss', 'moss')")
    raw.close()
    with Library.open(library_path) as library:
        assert schema_version(library._connection) == SCHEMA_VERSION
        library.add_looks(library.brand("Moss").id, None, [make_look(1, person=2)], PACK)
        assert library.vectors(make_look().recipe).people.tolist() == [2]
        assert [origin.looks for origin in library.origins(library.brand("Moss").id)] == [1]
        assert library.check() == []
