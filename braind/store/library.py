"""The library: everything that is kept, in one file."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from braind.errors import StoreError
from braind.files import put_in_place
from braind.store.connection import open_connection, unreachable
from braind.store.failures import store_errors
from braind.store.journal import Journal
from braind.store.looks import Looks
from braind.store.migrations import SCHEMA_VERSION
from braind.store.stale import Stale
from braind.store.trash import Trash

_COUNTS = """
SELECT
    (SELECT COUNT(*) FROM brands WHERE removed_at IS NULL) AS brands,
    (SELECT COUNT(*) FROM (
        SELECT DISTINCT brand_id, photo_hash, page, person FROM counted_looks)) AS looks,
    (SELECT COUNT(*) FROM (
        SELECT DISTINCT brand_id, photo_hash, page FROM excluded_photos
        WHERE brand_id NOT IN (SELECT id FROM brands WHERE removed_at IS NOT NULL))) AS excluded
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a library holds; what was analysed under several recipes counts once."""

    brands: int
    looks: int
    excluded: int


class Library(Stale, Trash, Looks, Journal):
    """One library file. Every call may raise ``StoreError``.

    A Library belongs to the thread that opened it. A second thread, or a reader beside a writer,
    opens its own: readers see the last finished transaction and never wait. Looks of another
    recipe than the current one are *stale*: kept, shown, and left out of search. A photo is
    analysed anew by adding its looks under the new recipe.
    """

    @classmethod
    def open(cls, path: Path, read_only: bool = False, timeout_s: float = 10.0) -> Self:
        """Open the library at ``path``; without ``read_only``, make or migrate it if need be.

        ``timeout_s`` is how long a call waits for another writer, in seconds.
        """
        return cls(open_connection(path, read_only, timeout_s))

    def close(self) -> None:
        """Give the file back; the library can then not be used any more."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def recipes(self) -> dict[str, int]:
        """How many looks each recipe has, oldest recipe first."""
        rows = self._rows(
            """SELECT text, COUNT(*) AS looks FROM recipes JOIN looks ON recipe_id = recipes.id
            GROUP BY recipes.id ORDER BY recipes.id"""
        )
        return {row["text"]: row["looks"] for row in rows}

    def counts(self) -> Counts:
        """How many brands, looks and excluded photos there are."""
        return Counts(**self._rows(_COUNTS)[0])

    def copy_to(self, path: Path) -> None:
        """Write a copy as it is now to ``path``, also while others write. Raises ``StoreError``.

        An existing file is replaced once the copy is whole.
        """
        part = path.with_name(f".{path.name}.part")
        try:
            part.unlink(missing_ok=True)
            part.touch(mode=0o600)
            with store_errors(), closing(sqlite3.connect(part)) as target:
                self._connection.backup(target)
            put_in_place(part, path)
        except OSError as error:
            raise unreachable(path, error) from error
        finally:
            with suppress(OSError):  # where no file can be, none is left
                part.unlink(missing_ok=True)

    def check(self) -> list[str]:
        """What is wrong with the file, in plain sentences; empty for a sound library.

        Reads the whole file, so it takes seconds on a large one.
        """
        checks = (
            self._version_problems,
            self._damage_problems,
            self._orphan_problems,
            self._thumbnail_problems,
        )
        try:
            return [problem for find_problems in checks for problem in find_problems()]
        except StoreError as error:
            return [error.what]

    def _version_problems(self) -> list[str]:
        version = self._value("PRAGMA user_version")
        if version == SCHEMA_VERSION:
            return []
        return [f"The library's tables have version {version}; this app needs {SCHEMA_VERSION}."]

    def _damage_problems(self) -> list[str]:
        (messages,) = self._columns("PRAGMA integrity_check(10)")
        return [f"The file is damaged: {text}." for text in messages if text != "ok"]

    def _orphan_problems(self) -> list[str]:
        rows = self._rows("PRAGMA foreign_key_check")
        tables = sorted({row["table"] for row in rows})
        return [f"The table “{table}” has rows whose owner is gone." for table in tables]

    def _thumbnail_problems(self) -> list[str]:
        missing = self._value(
            """SELECT COUNT(*) FROM looks
            WHERE NOT EXISTS (SELECT 1 FROM thumbnails WHERE look_id = looks.id)"""
        )
        return [f"Looks without a thumbnail: {missing}."] if missing else []
