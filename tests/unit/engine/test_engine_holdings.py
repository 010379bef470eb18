"""Which library an engine opens, and how."""

from __future__ import annotations

import sqlite3

from braind.store.migrations import MIGRATIONS, SCHEMA_VERSION, migrate, schema_version


def test_a_reader_brings_an_older_library_up_to_date(make_engine, tmp_path):
    path = tmp_path / "library.braind"
    file = sqlite3.connect(path, isolation_level=None)
    migrate(file, MIGRATIONS[:1])
    file.close()
    assert make_engine(read_only=True).brands() == []
    file = sqlite3.connect(path)
    assert schema_version(file) == SCHEMA_VERSION
    file.close()
