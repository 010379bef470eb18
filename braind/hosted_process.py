"""The process that ``hosting`` talks to: of this program, or of a Python of the user's.

That one is started as ``PYTHON -m braind.hosted_process``. It listens on a socket or pipe of its
own, whose key it gets through its input, and says on its output where, and which BRAIND it is.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Callable
from functools import partial
from multiprocessing import AuthenticationError, get_context
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from secrets import token_bytes
from signal import SIG_IGN, SIGINT, signal
from threading import Timer
from typing import Any

from braind import __version__
from braind.backends.context import BackendContext
from braind.errors import BraindError
from braind.pythons import NO_WINDOW, Environment, examine_python, outside_variables
from braind.registry import create

Started = tuple[Connection, Callable[[], None]]  # what to ask, and what ends the process

_PATIENCE = 1.0  # seconds to end in
_START = 120.0  # seconds


def start_here() -> Started:
    """A process of this program. Raises ``OSError``."""
    process = get_context("spawn")
    ours, theirs = process.Pipe()
    child = process.Process(target=_serve, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    return ours, partial(_end_own, ours, child)


def start_elsewhere(python: Environment) -> Started:
    """A process of the user's Python.

    Raises ``ModelError``, see ``examine_python``, and ``OSError`` when it fails without a reason.
    """
    try:
        child = subprocess.Popen(
            [python.interpreter, "-P", "-m", "braind.hosted_process"], env=outside_variables(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            creationflags=NO_WINDOW,
        )  # fmt: skip
        pipe = _reach(child)
    except (OSError, EOFError, ValueError, LookupError, TypeError, AuthenticationError) as error:
        examine_python(Path(python.interpreter), ())
        raise OSError("It did not start.") from error
    return pipe, partial(_end_other, pipe, child)


def _reach(child: subprocess.Popen[bytes]) -> Connection:
    """Hand over the key, and connect to where the process says."""
    assert child.stdin is not None and child.stdout is not None
    key, patience = token_bytes(32), Timer(_START, child.kill)
    patience.start()
    try:
        with child.stdin as keyhole, child.stdout as said:
            keyhole.write(key.hex().encode() + b"\n")
            keyhole.flush()
            greeting = json.loads(said.readline())
        if greeting["braind"] != __version__:
            raise ValueError("It is another BRAIND.")
        return Client(greeting["address"], authkey=key)
    except BaseException:
        child.kill()
        child.wait()
        raise
    finally:
        patience.cancel()


def _end_own(pipe: Connection, process: Any) -> None:  # noqa: ANN401
    """It ends by itself when nobody can ask any more, and is ended when it does not."""
    pipe.close()
    process.join(timeout=_PATIENCE)
    if process.is_alive():
        process.kill()
        process.join()
    process.close()


def _end_other(pipe: Connection, process: subprocess.Popen[bytes]) -> None:
    pipe.close()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _serve(pipe: Connection) -> None:
    """The process: build backends and call them until the pipe ends."""
    signal(SIGINT, SIG_IGN)  # a terminal tells us too; who asks decides when we end
    device, threads, find_weights, cache = pipe.recv()
    context = BackendContext(device, threads, find_weights, Path(cache) if cache else None)
    backends: dict[int, Any] = {}
    while True:
        try:
            key, method, arguments = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            if method:
                answer = getattr(backends[key], method)(*arguments)
            else:
                backends[key] = create(arguments[0], context, arguments[1])
                answer = dict(backends[key].identity), set(context.devices_in_use)
            pipe.send(("answer", answer))
        except Exception as error:
            pipe.send(told(error))


def told(error: Exception) -> tuple[str, Any]:
    """How a process says what went wrong; ``hosting.heard`` understands it."""
    if isinstance(error, BraindError):
        return "failure", (error.code, error.what, error.hint, error.details)
    return "bug", "".join(traceback.format_exception(error))


def main() -> None:
    """Serve whoever started this Python and knows the key."""
    key = bytes.fromhex(sys.stdin.readline())
    with Listener(authkey=key) as listener:
        sys.stdout.write(json.dumps({"braind": __version__, "address": listener.address}) + "\n")
        sys.stdout.flush()
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what nets print is read by nobody
        pipe = listener.accept()
    _serve(pipe)


if __name__ == "__main__":
    main()
