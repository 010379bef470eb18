"""How a library file is opened: checked before it is touched, then set up for safe sharing."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from braind.errors import StoreError
from braind.files import private_folder
from braind.store.failures import primary_code, store_errors
from braind.store.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate, schema_version

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_APPLICATION_ID_AT = slice(68, 72)
_OWNER_ONLY = 0o600
_PROGRAMS = """
SELECT 1 FROM sqlite_master WHERE type = 'trigger' OR sql LIKE 'CREATE VIRTUAL%'
    OR (type = 'view') IS NOT (name = 'counted_looks')
"""
_LOG_BYTES = 4 * 2**20
_PROTECTED_FOLDER = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


def open_connection(path: Path, read_only: bool, timeout_s: float) -> sqlite3.Connection:
    """An autocommit connection to the library at ``path``, made or migrated if need be.

    A file that is not a library is refused before SQLite sees it, so it stays as it is.
    ``timeout_s`` is how long a call waits for another writer, in seconds. Raises ``StoreError``.
    """
    is_new = not _holds_library(path)
    if is_new and read_only:
        raise StoreError(
            "library_not_found",
            f"There is no library at “{path}”.",
            "Check the path, or make a library by importing photos.",
            path=str(path),
        )
    with store_errors():
        connect = _connect_to_read if read_only else _connect_to_write
        connection = connect(path, timeout_s)
        try:
            _prepare(connection, path, read_only)
        except BaseException:
            connection.close()
            raise
        return connection


def _holds_library(path: Path) -> bool:
    """False when there is no file, or an empty one; ``StoreError`` for somebody else's file."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise unreachable(path, error) from error
    is_ours = header[_APPLICATION_ID_AT] == APPLICATION_ID.to_bytes(4, "big")
    if header and not (header.startswith(_MAGIC) and is_ours):
        raise StoreError(
            "library_foreign",
            f"“{path.name}” is not a BRAIND library.",
            "Choose another file, or give the name of a new one.",
            path=str(path),
        )
    return bool(header)


def unreachable(path: Path, error: OSError) -> StoreError:
    """What to say when the system refuses to open or make a file."""
    return StoreError(
        "library_unreachable",
        f"“{path}” cannot be opened ({error.strerror}).",
        "Check that its drive is connected and that you may use its folder.",
        path=str(path),
    )


def _connect(path: Path, options: str, timeout_s: float) -> sqlite3.Connection:
    # Quoted by hand: Path.as_uri() puts the server of a network path where SQLite refuses it.
    location = quote(os.fsencode(path.absolute().as_posix()), safe="/:")
    root = "" if location.startswith("/") else "/"
    uri = f"file://{root}{location}?{options}"
    return sqlite3.connect(uri, uri=True, timeout=timeout_s, isolation_level=None)


def _connect_to_write(path: Path, timeout_s: float) -> sqlite3.Connection:
    try:
        private_folder(path.parent)
        # SQLite gives the files beside it the same mode.
        os.close(os.open(path, os.O_CREAT | os.O_RDONLY, _OWNER_ONLY))
    except OSError as error:
        raise unreachable(path, error) from error
    return _connect(path, "mode=rwc", timeout_s)


def _connect_to_read(path: Path, timeout_s: float) -> sqlite3.Connection:
    connection = _connect(path, "mode=ro", timeout_s)
    try:
        schema_version(connection)
    except sqlite3.Error as error:
        connection.close()
        if primary_code(error) not in _PROTECTED_FOLDER or _has_unmerged_writes(path):
            raise
        # Even a reader of a WAL file writes beside it. In a folder that forbids this, a file
        # without unmerged writes is complete, and is read as it lies.
        connection = _connect(path, "mode=ro&immutable=1", timeout_s)
    return connection


def _has_unmerged_writes(path: Path) -> bool:
    log = _log_of(path)
    return log.exists() and log.stat().st_size > 0


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _prepare(connection: sqlite3.Connection, path: Path, read_only: bool) -> None:
    connection.execute("PRAGMA trusted_schema = OFF")
    _refuse_programs(connection, path)
    version = schema_version(connection)
    if version > SCHEMA_VERSION:
        raise StoreError(
            "library_newer",
            f"“{path.name}” was made by a newer BRAIND.",
            "Update the app to open it.",
            path=str(path),
        )
    if read_only and version < SCHEMA_VERSION:
        raise StoreError(
            "library_older",
            f"“{path.name}” was made by an older BRAIND and must be brought up to date first.",
            "Open it once without read-only.",
            path=str(path),
        )
    if not read_only:
        migrate(connection)
        use_write_ahead_log(connection)
    connection.execute("PRAGMA foreign_keys = ON")


def _refuse_programs(connection: sqlite3.Connection, path: Path) -> None:
    """A file from elsewhere may hold rows, but no statements that run when it is used."""
    try:
        found = connection.execute(_PROGRAMS).fetchone()
    except sqlite3.Error as error:
        if primary_code(error) != sqlite3.SQLITE_CORRUPT:
            raise
        found = None  # what cannot be read runs nothing, and is told when it is used
    if found:
        raise StoreError(
            "library_altered",
            f"“{path.name}” holds statements that BRAIND did not write, so it was not opened.",
            "Import the photos into a new library, or ask its maker for a pack.",
            path=str(path),
        )


def use_write_ahead_log(connection: sqlite3.Connection) -> str:
    """Switch to WAL, or stay with a rollback journal where WAL is refused; returns the mode.

    WAL needs memory shared between processes, which network drives do not have. What is said to
    be saved survives a power cut: ``synchronous = FULL`` in either mode.

    Decision: the log is merged by ``merge_log`` only. SQLite's own merging runs beside writers,
    and up to 3.51.2 that can lose pages when two connections meet (its "WAL-reset bug").
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError:
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("PRAGMA synchronous = FULL")
    return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def file_of(connection: sqlite3.Connection) -> Path:
    """The file that a connection has open."""
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])


def merge_log(connection: sqlite3.Connection) -> None:
    """Merge the write-ahead log into the file when it has grown; between transactions only.

    ``FULL`` waits for other writers and keeps them out meanwhile.
    """
    with suppress(OSError):
        if _log_of(file_of(connection)).stat().st_size > _LOG_BYTES:
            connection.execute("PRAGMA wal_checkpoint(FULL)")
