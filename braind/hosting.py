"""Backends in one long-lived process of their own: importing torch takes seconds and memory, and a
net that crashes must not take the app along.

The process starts with its first backend and ends with the ``Host``. If it dies, the call in hand
fails, and the next one starts another. It runs in the user's own Python if the context names one.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import partial
from multiprocessing.connection import Connection
from typing import Any
from weakref import finalize

from braind.backends.context import BackendContext, Settings
from braind.errors import ModelError
from braind.hosted_process import start_elsewhere, start_here
from braind.registry import BackendSpec, Stage, create

METHODS = {
    Stage.PERSON: "detect_people",
    Stage.CUTOUT: "cut_out",
    Stage.FACE: "find_faces",
    Stage.STYLE: "score_styles",
    Stage.VISUAL: "embed_looks",
    Stage.VQA: "answer_questions",
    Stage.WORDS: "embed_words",
}
_HOST = "host of backends"


def create_where_it_belongs(
    spec: BackendSpec, context: BackendContext, settings: Settings | None = None
) -> Any:  # noqa: ANN401
    """Like ``registry.create``, in the context's own process for rows that ask for it, or that
    only the user's Python has the packages of.
    """
    if not spec.own_process and not spec.belongs_to(context.python):
        return create(spec, context, settings)
    host = context.shared(_HOST, lambda: Host(context))
    return Hosted(host, spec, settings or {})


class Host:
    """The process. One thread at a time is served; others wait."""

    def __init__(self, context: BackendContext) -> None:
        self._context = context
        self._lock = threading.Lock()
        self._pipe: Connection | None = None
        self._stop: finalize[Any, Any] | None = None
        self._wanted: list[tuple[BackendSpec, Settings]] = []
        self._made: set[int] = set()

    def make(self, spec: BackendSpec, settings: Settings) -> tuple[int, Mapping[str, object]]:
        """Build a backend over there: its number and its identity. Raises ``ModelError``."""
        with self._lock:
            self._wanted.append((spec, settings))
            number = len(self._wanted) - 1
            return number, self._make(number)

    def call(self, number: int, method: str, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        """What a backend's method gives. Raises ``ModelError``: ``worker_died`` or its own."""
        with self._lock:
            if number not in self._made:  # the process is another one by now
                self._make(number)
            return self._ask((number, method, arguments))

    def close(self) -> None:
        """End the process, if it runs."""
        with self._lock:
            self._end()

    def _make(self, number: int) -> Mapping[str, object]:
        if self._pipe is None:
            self._start()
        identity, devices = self._ask((number, "", self._wanted[number]))
        self._made.add(number)
        self._context.devices_in_use.update(devices)
        return dict(identity)

    def _start(self) -> None:
        context = self._context
        cache = str(context.cache or "")  # not every Python reads every Python's paths
        settings = context.device, context.threads, context.find_weights, cache
        try:
            self._pipe, end = start_elsewhere(context.python) if context.python else start_here()
            self._stop = finalize(self, end)
            self._pipe.send(settings)
        except OSError as error:
            raise self._died() from error

    def _ask(self, question: tuple[int, str, tuple[Any, ...]]) -> Any:  # noqa: ANN401
        assert self._pipe is not None
        try:
            self._pipe.send(question)
            kind, answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise self._died() from error
        return heard(kind, answer)

    def _died(self) -> ModelError:
        self._end()
        return worker_died()

    def _end(self) -> None:
        if self._stop is not None:
            self._stop()
        self._pipe = self._stop = None
        self._made.clear()


def heard(kind: str, answer: Any) -> Any:  # noqa: ANN401
    """What a process answered. Raises ``ModelError``, and RuntimeError for a bug over there."""
    if kind == "failure":
        code, what, hint, details = answer
        raise ModelError(code, what, hint, **details)
    if kind == "bug":
        raise RuntimeError(f"In the process that reads photos:\n{answer}")
    return answer


def worker_died() -> ModelError:
    """What to say when a process of models has ended unasked."""
    return ModelError(
        "worker_died",
        "The process that reads photos ended before it answered.",
        "Start the job again: what was finished is kept. If it ends again, the memory "
        "may be too small for this recipe.",
    )


class Hosted:
    """A backend in the host's process; it has its stage's method and identity."""

    def __init__(self, host: Host, spec: BackendSpec, settings: Settings) -> None:
        self._host, self._method = host, METHODS[spec.stage]
        self._number, self.identity = host.make(spec, settings)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        if name != self.__dict__.get("_method"):
            raise AttributeError(name)
        return partial(self._call, name)

    def _call(self, method: str, *arguments: Any) -> Any:  # noqa: ANN401
        return self._host.call(self._number, method, arguments)
