"""The file itself: opening, refusing, sharing, migrating, failing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from braind.errors import StoreError
from braind.store import Counts, Library
from braind.store.connection import use_write_ahead_log
from braind.store.migrations import (
    APPLICATION_ID,
    MIGRATIONS,
    SCHEMA_VERSION,
    Migration,
    migrate,
    schema_version,
)

NOBODY = 65534


def raw(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def refused(path: Path, read_only: bool = False) -> str:
    with pytest.raises(StoreError) as caught:
        Library.open(path, read_only)
    assert caught.value.hint
    return caught.value.code


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Without the administrator's right to write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_new_library_is_made_with_its_folder(tmp_path):
    path = tmp_path / "새 폴더" / "50% #1?.braind"
    with Library.open(path) as library:
        assert library.counts() == Counts(0, 0, 0)
        assert library.check() == []
    with closing(raw(path)) as file:
        assert file.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert schema_version(file) == SCHEMA_VERSION
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_an_empty_file_becomes_a_library(library_path):
    library_path.touch()
    with Library.open(library_path) as library:
        assert library.brands() == []


@pytest.mark.parametrize(
    "content", [b"x", b"not a library\n" * 99, b"SQLite format 3\0", b"\0" * 8192]
)
def test_other_files_are_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    assert refused(path) == "library_foreign"
    assert refused(path, read_only=True) == "library_foreign"
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_of_another_app_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "bookmarks.db"
    with closing(raw(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE bookmarks (url TEXT)")
        before = path.read_bytes()  # what another opener would merge still waits in its log
        assert refused(path) == "library_foreign"
        assert path.read_bytes() == before


def test_a_newer_library_is_refused(library_path):
    Library.open(library_path).close()
    with closing(raw(library_path)) as file:
        file.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    assert refused(library_path) == "library_newer"
    assert refused(library_path, read_only=True) == "library_newer"


def test_reading_an_older_library_asks_to_bring_it_up_to_date(library_path):
    with closing(raw(library_path)) as file:
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    assert refused(library_path, read_only=True) == "library_older"


def test_reading_a_library_that_is_not_there_makes_none(library_path):
    assert refused(library_path, read_only=True) == "library_not_found"
    assert not library_path.exists()


def test_places_where_no_library_can_be(tmp_path):
    file = tmp_path / "file"
    file.write_text("x")
    assert refused(tmp_path) == "library_unreachable"
    assert refused(file / "below.braind") == "library_unreachable"


def test_read_only_reads_and_refuses_to_write(library_path, make_look):
    with Library.open(library_path) as library:
        library.add_looks(library.add_brand("A").id, None, [make_look(1)])
    with Library.open(library_path, read_only=True) as library:
        assert library.brand("A").looks == 1
        assert len(library.vectors("recipe-one")) == 1
        with pytest.raises(StoreError) as caught:
            library.add_brand("B")
        assert caught.value.code == "library_read_only"


@pytest.mark.skipif(os.name == "nt", reason="folders are not write-protected this way")
def test_a_write_protected_folder_can_be_read(library_path, make_look):
    with Library.open(library_path) as library:
        library.add_looks(library.add_brand("A").id, None, [make_look(1)])
    folder = Path(tempfile.mkdtemp())  # pytest's own folders are closed to other users
    try:
        path = Path(shutil.copy(library_path, folder))
        path.chmod(0o644)  # a library is its owner's alone, but this one is on everybody's medium
        folder.chmod(0o555)
        with as_ordinary_user():
            with Library.open(path, read_only=True) as library:
                assert library.brand("A").looks == 1
                assert library.check() == []
            assert refused(folder / "new.braind") == "library_unreachable"
            with pytest.raises(StoreError) as caught, Library.open(path) as library:
                library.add_brand("B")
            assert caught.value.code == "library_read_only"
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_an_exception_inside_a_transaction_takes_all_of_it_back(library, make_look):
    brand = library.add_brand("A")
    with pytest.raises(KeyboardInterrupt), library.transaction():
        library.add_looks(brand.id, None, [make_look(1)])
        library.add_excluded(brand.id, "e" * 64, "/e.jpg", [], "recipe-one")
        raise KeyboardInterrupt
    assert library.counts() == Counts(brands=1, looks=0, excluded=0)


def test_a_batch_that_fails_inside_a_transaction_takes_back_itself_only(library, make_look):
    brand = library.add_brand("A")
    with library.transaction():
        library.add_looks(brand.id, None, [make_look(1)])
        with pytest.raises(StoreError):
            library.add_looks(99, None, [make_look(2)])
        library.add_looks(brand.id, None, [make_look(3)])
    kept = {look.photo_hash for look in library.looks()}
    assert kept == {make_look(1).photo_hash, make_look(3).photo_hash}


def test_a_full_disk_saves_nothing_of_the_batch(library_path, make_look):
    with Library.open(library_path) as library, closing(raw(library_path)) as other:
        brand = library.add_brand("A")
        library.add_looks(brand.id, None, [make_look(1)])
        pages = other.execute("PRAGMA page_count").fetchone()[0]
        library._connection.execute(f"PRAGMA max_page_count = {pages}")
        batch = [make_look(n, thumbnail=b"\1" * 5000) for n in range(2, 9)]
        with pytest.raises(StoreError) as caught:
            library.add_looks(brand.id, None, batch)
        assert caught.value.code == "library_disk_full"
        assert library.counts().looks == 1
        assert library.check() == []


def test_a_reader_sees_finished_transactions_while_another_writes(library_path, make_look):
    with Library.open(library_path) as writer:
        brand = writer.add_brand("A")
        with Library.open(library_path, read_only=True) as reader:
            with writer.transaction():
                writer.add_looks(brand.id, None, [make_look(1)])
                assert reader.counts().looks == 0
            assert reader.counts().looks == 1


def test_a_second_writer_is_told_that_the_library_is_busy(library_path):
    with Library.open(library_path) as one, Library.open(library_path, timeout_s=0.05) as two:
        with one.transaction(), pytest.raises(StoreError) as caught:
            two.add_brand("B")
        assert caught.value.code == "library_busy"
        assert two.add_brand("B").name == "B"


def test_a_locked_library_is_busy_for_a_reader_too(library_path):
    Library.open(library_path).close()
    with closing(raw(library_path)) as other:
        other.execute("PRAGMA journal_mode = DELETE")  # as on a network drive
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError) as caught:
            Library.open(library_path, read_only=True, timeout_s=0.05)
    assert caught.value.code == "library_busy"


def test_use_from_another_thread_or_after_closing_is_a_bug(library_path):
    library = Library.open(library_path)
    with ThreadPoolExecutor(1) as thread, pytest.raises(sqlite3.ProgrammingError):
        thread.submit(library.brands).result()
    library.close()
    library.close()
    with pytest.raises(sqlite3.ProgrammingError):
        library.brands()


@pytest.mark.skipif(os.name == "nt", reason="SQLite has this file system layer on Unix only")
def test_where_wal_is_refused_a_rollback_journal_is_used(tmp_path):
    uri = f"{(tmp_path / 'network.braind').as_uri()}?vfs=unix-dotfile"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        assert use_write_ahead_log(connection) == "delete"
        full = 2
        assert connection.execute("PRAGMA synchronous").fetchone() == (full,)


def test_migrating_from_version_0_keeps_what_is_there(library_path, make_look):
    with closing(raw(library_path)) as file:
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        file.execute("CREATE TABLE notes (text TEXT)")
        file.execute("INSERT INTO notes VALUES ('kept')")
    with Library.open(library_path) as library:
        library.add_looks(library.add_brand("A").id, None, [make_look(1)])
        assert library.check() == []
    with closing(raw(library_path)) as file:
        assert file.execute("SELECT text FROM notes").fetchall() == [("kept",)]


def test_a_later_step_keeps_looks_and_runs_once(library_path, make_look):
    with Library.open(library_path) as library:
        library.add_looks(library.add_brand("A").id, None, [make_look(1)])
    steps = (*MIGRATIONS, Migration("ratings", ("ALTER TABLE looks ADD COLUMN stars INTEGER",)))
    with closing(raw(library_path)) as file:
        migrate(file, steps)
        migrate(file, steps)
        assert schema_version(file) == SCHEMA_VERSION + 1
        assert file.execute("SELECT COUNT(*), MAX(stars) FROM looks").fetchone() == (1, None)


def test_a_step_that_fails_leaves_nothing_of_itself(library_path):
    broken = Migration("broken", ("CREATE TABLE half (x)", "CREATE TABLE brands (x)"))
    with closing(raw(library_path)) as file:
        with pytest.raises(sqlite3.OperationalError):
            migrate(file, (*MIGRATIONS, broken))
        assert schema_version(file) == SCHEMA_VERSION
        assert file.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchall() == []


def test_check_names_what_is_wrong(library_path, make_look):
    with Library.open(library_path) as library:
        brand = library.add_brand("A")
        library.add_looks(brand.id, None, [make_look(1), make_look(2, thumbnail=b"")])
        with closing(raw(library_path)) as file:
            file.execute("PRAGMA foreign_keys = OFF")
            file.execute("INSERT INTO thumbnails VALUES (99, x'00')")
            file.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        assert library.check() == [
            f"The library's tables have version {SCHEMA_VERSION + 1};"
            f" this app needs {SCHEMA_VERSION}.",
            "The table “thumbnails” has rows whose owner is gone.",
            "Looks without a thumbnail: 1.",
        ]


def test_damage_is_told_in_words(library_path, make_look):
    with Library.open(library_path) as library:
        library.add_looks(library.add_brand("A").id, None, [make_look(n) for n in range(200)])
    content = bytearray(library_path.read_bytes())
    content[8192:] = b"\xab" * (len(content) - 8192)
    library_path.write_bytes(content)
    with Library.open(library_path, read_only=True) as library:
        problems = library.check()
        assert problems
        assert all("damaged" in problem for problem in problems)
        with pytest.raises(StoreError) as caught:
            library.looks()
        assert caught.value.code == "library_damaged"
