"""What a backend is built from: where to compute, and what it shares with its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

T = TypeVar("T")


class BackendContext:
    """One per pipeline. ``device`` is "cpu" or "cuda"; ``threads`` are per session."""

    def __init__(self, device: str = "cpu", threads: int = 1) -> None:
        self.device = device
        self.threads = threads
        self._shared: dict[str, object] = {}

    def shared(self, key: str, make: Callable[[], T]) -> T:
        """The object of that name, made at the first request: two stages may use one net."""
        if key not in self._shared:
            self._shared[key] = make()
        return cast(T, self._shared[key])
