"""The process that decodes: answers one question after another until nobody asks any more.

It is started by ``child.DecoderChild`` as ``PYTHON -m braind.sources.decoding.program BYTES``,
where BYTES bounds its memory. It opens no connection and writes no file.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO

from PIL import AvifImagePlugin

from braind.errors import PhotoError
from braind.sources.decode import breaks_decoder
from braind.sources.decoding import HERE, Decoder
from braind.sources.decoding.wire import Facts, receive, send
from braind.sources.refusals import MAX_BYTES

_GRACE = 2.0  # seconds that whoever asked has to end this process itself

_Answer = tuple[Facts, bytes | memoryview]


def serve(decoder: Decoder, memory: int) -> None:
    """Answer what comes by the input on what was the output; ends with the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells us too; who asks decides
    questions, answers = take_pipes()
    _limit(memory)
    waiting: SimpleQueue[tuple[Facts, bytes]] = SimpleQueue()
    Thread(target=_listen, args=(questions, waiting), daemon=True).start()
    send(answers, {"ready": True})
    while True:
        asked, body = waiting.get()
        _end_after(asked["seconds"] + _GRACE)
        answer = _answer(decoder, asked, body)
        _end_after(0)
        send(answers, *answer)


def take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes that we were started with, out of the way of libraries that print."""
    pipes = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for used in (0, 1, 2):
        os.dup2(nothing, used)
    return pipes


def _limit(memory: int) -> None:
    """Bound the memory where the system can, and leave no picture of it when we crash."""
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # as many as there are cores would need room for each
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _listen(questions: IO[bytes], waiting: SimpleQueue[tuple[Facts, bytes]]) -> None:
    """Hear the end of whoever asks at once, even in the middle of an answer."""
    with suppress(EOFError, ValueError, OSError, MemoryError):
        while True:
            asked, body = receive(questions, MAX_BYTES)
            waiting.put((asked, body.tobytes()))
    os._exit(0)


def _end_after(seconds: float) -> None:
    """Have the system end this process then, should a decoder let nothing else happen; 0: no."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _answer(decoder: Decoder, asked: Facts, body: bytes) -> _Answer:
    try:
        return _ask(decoder, asked, body)
    except PhotoError as error:
        return _failure(error)
    except MemoryError:
        return _failure(breaks_decoder())
    except Exception:
        return {"bug": traceback.format_exc()}, b""


def _failure(error: PhotoError) -> _Answer:
    return {"failure": [error.code, error.what, error.hint, error.details]}, b""


def _ask(decoder: Decoder, asked: Facts, body: bytes) -> _Answer:
    if asked["ask"] == "decode":
        picture = decoder.decode(body, asked["max_side"])
        facts = {name: getattr(picture, name) for name in ("size", "near_hash", "taken_at")}
        shape = {"shape": picture.pixels.shape, "is_cut": picture.is_cut}
        return facts | shape, picture.pixels.data.cast("B")
    if asked["ask"] == "check":
        decoder.check(body)
        return {}, b""
    path = Path(os.fsdecode(body))
    if asked["ask"] == "list_pages":
        return {"pages": decoder.list_pages(path)}, b""
    return {}, decoder.draw_page(path, asked["page"])


def main() -> None:
    """Serve whoever started this process; its last argument bounds the memory."""
    serve(HERE, int(sys.argv[-1]))


if __name__ == "__main__":
    main()
