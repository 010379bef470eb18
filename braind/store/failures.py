"""SQLite's errors in words: the one place that knows what they mean to a user.

Errors that are not listed here (a missing table, a wrong number of values, use from another
thread) are bugs and pass unchanged.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from braind.errors import StoreError

_BUSY = (
    "library_busy",
    "Another window or program is writing to the library.",
    "Wait until it has finished and try again, or open the library read-only.",
)
_UNREACHABLE = (
    "library_unreachable",
    "The library file cannot be opened.",
    "Check that its drive is connected and that you may use its folder.",
)
_DISK_FULL = (
    "library_disk_full",
    "There is no room left for the library, so this step was not saved.",
    "Free some space on its drive and start again: everything before it is kept.",
)
_DAMAGED = (
    "library_damaged",
    "The library file is damaged.",
    "Restore it from a backup, or import the photos into a new library.",
)
_FAILURES: dict[int, tuple[str, str, str]] = {
    sqlite3.SQLITE_CONSTRAINT_UNIQUE: (
        "name_taken",
        "The library already has this name.",
        "Choose another name.",
    ),
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY: (
        "brand_not_found",
        "The brand or lookbook is not in the library any more.",
        "Add it again, then repeat this step.",
    ),
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_CANTOPEN: _UNREACHABLE,
    sqlite3.SQLITE_PERM: _UNREACHABLE,
    sqlite3.SQLITE_FULL: _DISK_FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: _DISK_FULL,  # no room for the index of the write-ahead log
    sqlite3.SQLITE_READONLY: (
        "library_read_only",
        "The library cannot be changed: it is open read-only, or its file or folder is protected.",
        "Copy it to a folder of your own, or ask for write permission.",
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: (
        "library_foreign",
        "The file is not a BRAIND library.",
        "Choose another file, or give the name of a new one.",
    ),
    sqlite3.SQLITE_IOERR: (
        "library_io_error",
        "The drive that holds the library reported an error.",
        "Check the drive and its connection, then try again.",
    ),
}
_PRIMARY = 0xFF  # SQLite's extended codes keep the primary one in the low byte


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension; ``SQLITE_ERROR`` when the driver gives none."""
    return _code(error) & _PRIMARY


def _code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR))


@contextmanager
def store_errors() -> Iterator[None]:
    """Turn the SQLite errors that a user can meet into ``StoreError``; others pass unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        words = _FAILURES.get(_code(error)) or _FAILURES.get(primary_code(error))
        if words is None:
            raise
        raise StoreError(*words) from error


@contextmanager
def sound_rows() -> Iterator[None]:
    """Around reading rows: values that BRAIND never writes mean that the file is damaged."""
    try:
        yield
    except (ValueError, TypeError, AttributeError, LookupError, OverflowError) as error:
        raise StoreError(*_DAMAGED) from error
    except sqlite3.OperationalError as error:
        # Text that is not UTF-8: the driver's own finding, without a code of SQLite.
        if hasattr(error, "sqlite_errorcode"):
            raise
        raise StoreError(*_DAMAGED) from error
