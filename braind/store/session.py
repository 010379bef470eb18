"""One connection and the few ways in which the library's parts use it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from sqlite_utils import Database

from braind.store.connection import merge_log
from braind.store.failures import store_errors
from braind.store.transactions import transaction

Cell = Any  # int, float, str, bytes or None, as the table says
Row = dict[str, Cell]

_PIECE = 4096


class Session:
    """Reads and writes through one connection, with SQLite's errors told as ``StoreError``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        # Plug-ins of sqlite-utils that happen to be installed have no business in here.
        self._database = Database(connection, execute_plugins=False)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep everything that the block writes, or nothing of it when the block raises.

        Blocks may be nested; an inner one that raises takes back its own writes only.
        """
        is_outermost = not self._connection.in_transaction
        before = self._connection.total_changes
        with store_errors():
            with transaction(self._connection):
                yield
                if is_outermost and self._connection.total_changes > before:
                    self._connection.execute("UPDATE changes SET token = ?", (os.urandom(16),))
            if is_outermost:
                merge_log(self._connection)

    @contextmanager
    def _snapshot(self) -> Iterator[bytes | None]:
        """Around reads that must see one and the same state of the library.

        Gives the token of that state; None inside a transaction, whose end will change it.
        """
        if self._connection.in_transaction:
            yield None
            return
        with store_errors():
            self._connection.execute("BEGIN")
            try:
                token = self._value("SELECT token FROM changes")
                yield token if isinstance(token, bytes) else None
            finally:
                self._connection.rollback()

    def _rows(self, sql: str, **values: object) -> list[Row]:
        with store_errors():
            return list(self._database.query(sql, _plain(values)))

    def _columns(self, sql: str, **values: object) -> tuple[tuple[Cell, ...], ...]:
        """The answer column by column: leaner than dictionaries for hundreds of thousands."""
        with store_errors():
            return tuple(zip(*self._database.execute(sql, _plain(values)), strict=True))

    def _pieces(self, sql: str, **values: object) -> Iterator[tuple[tuple[Cell, ...], ...]]:
        """The answer column by column, some rows at a time: hundreds of thousands need no more
        memory, and take a third less time, than thousands.
        """
        with store_errors():
            cursor = self._connection.execute(sql, _plain(values))
            while rows := cursor.fetchmany(_PIECE):
                yield tuple(zip(*rows, strict=True))

    def _value(self, sql: str, **values: object) -> Cell:
        """The only value of the only row, or None without a row."""
        with store_errors():
            row = self._database.execute(sql, _plain(values)).fetchone()
        return row[0] if row else None

    def _write(self, sql: str, **values: object) -> int:
        """How many rows the statement changed; it is a transaction unless it runs inside one."""
        with self.transaction():
            return self._connection.execute(sql, _plain(values)).rowcount

    def _write_many(self, sql: str, rows: Sequence[Mapping[str, object]]) -> None:
        with self.transaction():
            self._connection.executemany(sql, rows)

    def _recipe_id(self, recipe: str) -> int:
        self._write("INSERT INTO recipes (text) VALUES (:text) ON CONFLICT DO NOTHING", text=recipe)
        return int(self._value("SELECT id FROM recipes WHERE text = :text", text=recipe))


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    """SQLite binds no numpy integers, but look and brand ids often come out of arrays."""
    return {k: int(v) if isinstance(v, np.integer) else v for k, v in values.items()}
