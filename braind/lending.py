"""Tools that threads share by turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, LifoQueue
from typing import Generic, TypeVar

Tool = TypeVar("Tool")


class Lender(Generic[Tool]):
    """Lends tools that one thread at a time may use; makes another when none is idle."""

    def __init__(self, make: Callable[[], Tool]) -> None:
        self._make = make
        self._idle: LifoQueue[Tool] = LifoQueue()

    @contextmanager
    def lend(self) -> Iterator[Tool]:
        """A tool for the length of the block."""
        tool = self._take()
        try:
            yield tool
        finally:
            self._idle.put(tool)

    def _take(self) -> Tool:
        with suppress(Empty):
            return self._idle.get_nowait()
        return self._make()
