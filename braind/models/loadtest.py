"""Whether a file loads: tried in another process, whose crash or hunger harms nobody."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from braind.models.formats import check_data, unusable

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_TICK = 0.1
_QUIET = 4  # onnxruntime: fatal only


@dataclass(frozen=True, slots=True)
class Limits:
    """What a load test may take: seconds, and bytes of memory (0: by the file's size)."""

    seconds: float = 180.0
    memory: int = 0

    def memory_for(self, size: int) -> int:
        """The limit for a file of that many bytes."""
        return self.memory or 8 * size + (8 << 30)


def try_loading(path: Path, limits: Limits = Limits()) -> Iterator[None]:
    """Load a model file once, a job. Raises ``ModelError``: model_unusable."""
    check_data(path)
    if path.suffix != ".onnx":
        return
    from multiprocessing import get_context

    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    memory = limits.memory_for(path.stat().st_size)
    process = context.Process(target=_open_onnx, args=(str(path), memory, there), daemon=True)
    process.start()
    there.close()
    try:
        yield from _wait(here, time.monotonic() + limits.seconds, path)
        problem = _answer(here)
    finally:
        process.kill()
        process.join()
        process.close()
        here.close()
    if problem:
        raise unusable(path, problem)


def _wait(pipe: Connection, deadline: float, path: Path) -> Iterator[None]:
    while not pipe.poll(_TICK):
        if time.monotonic() > deadline:
            raise unusable(path, "loading it takes too long.")
        yield None


def _answer(pipe: Connection) -> str:
    """What the other process said; a process that ended without a word has crashed."""
    try:
        return str(pipe.recv())
    except (EOFError, OSError):
        return "loading it crashed the process that tried."


def _open_onnx(path: str, memory: int, pipe: Connection) -> None:
    """The other process: silent, limited, and gone afterwards."""
    _silence()
    _limit(memory)
    try:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.log_severity_level = _QUIET
        options.intra_op_num_threads = 1
        content = Path(path).read_bytes()
        onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except BaseException as error:
        pipe.send(f"{error or type(error).__name__}")
    else:
        pipe.send("")


def _silence() -> None:
    """Native libraries write to the error stream on their own account."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 2)


def _limit(memory: int) -> None:
    """Bound the memory where the system can; others rely on the time limit."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
