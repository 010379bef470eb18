"""What a backend is built from: where to compute, its settings, and what it shares."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self, TypeVar, cast

from braind.models import Weights
from braind.pythons import Environment
from braind.weights import StoredWeights, find_weights

T = TypeVar("T")
Setting = str | int | float | bool
Settings = Mapping[str, Setting]


class BackendContext:
    """One per pipeline.

    ``device`` is one of ``devices.DEVICES``; ``threads`` are per session. ``find_weights`` gives
    the verified weights of a model by (id, file name; empty: its first file). ``cache`` is a
    folder for what is computed once, or None. ``python`` is the user's own, which runs backends
    with a process of their own and those whose packages are missing here.
    """

    def __init__(
        self,
        device: str = "cpu",
        threads: int = 1,
        find_weights: Callable[[str, str], Weights | StoredWeights] = find_weights,
        cache: Path | None = None,
        python: Environment | None = None,
    ) -> None:
        self.device = device
        self.threads = threads
        self.find_weights = find_weights
        self.cache = cache
        self.python = python
        self.settings: Settings = {}
        self.devices_in_use: set[str] = set()
        self._shared: dict[str, object] = {}

    def with_settings(self, settings: Settings) -> Self:
        """The same context as one backend sees it; everything else stays shared."""
        own = copy.copy(self)
        own.settings = settings
        return own

    def shared(self, key: str, make: Callable[[], T]) -> T:
        """The object of that name, made at the first request: two stages may use one net."""
        if key not in self._shared:
            self._shared[key] = make()
        return cast(T, self._shared[key])
