"""All or nothing: one transaction, or a savepoint inside one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

_OUTER = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_NESTED = ("SAVEPOINT nested", "RELEASE nested", ("ROLLBACK TO nested", "RELEASE nested"))


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep what the block writes when it ends, nothing of it when it raises.

    The connection is in autocommit mode. The write lock is taken at the start, so that a block
    that waits for another writer waits before it has read anything.
    """
    begin, commit, undo = _NESTED if connection.in_transaction else _OUTER
    connection.execute(begin)
    try:
        yield
        connection.execute(commit)
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it already
            for statement in undo:
                connection.execute(statement)
        raise
