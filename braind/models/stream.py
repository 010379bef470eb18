"""An answer's bytes as they come, read by a thread of their own.

Whoever waits for them can thus leave at any moment, however long the line is silent.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from queue import Empty, Full, Queue
from threading import Event, Thread

from braind.models.network import open_request
from braind.models.partfile import CHUNK
from braind.models.route import Line

_TICK = 0.5  # seconds
_AHEAD = 8  # chunks


@dataclass(frozen=True, slots=True)
class Answer:
    """How an answer begins; ``length`` is the number of its bytes, None if it is not told."""

    status: int
    headers: Message
    length: int | None


_Piece = Answer | bytes | Exception | None


def stream(
    url: str, line: Line, headers: Mapping[str, str]
) -> Generator[Answer | bytes | None, None, None]:
    """The answer's begin, then its bytes; None for every half second of silence in between.

    Raises what ``open_request`` raises, and OSError or HTTPException for a line that breaks.
    """
    pieces: Queue[_Piece] = Queue(_AHEAD)
    left = Event()
    Thread(target=_read, args=(url, line, headers, pieces, left), daemon=True).start()
    try:
        while True:
            try:
                piece = pieces.get(timeout=_TICK)
            except Empty:
                yield None
                continue
            if isinstance(piece, Exception):
                raise piece
            if piece is None:
                return
            yield piece
    finally:
        left.set()


def _read(
    url: str, line: Line, headers: Mapping[str, str], pieces: Queue[_Piece], left: Event
) -> None:
    """The thread: it ends with None or with what went wrong, or when nobody listens."""
    try:
        with open_request(url, line, headers) as answer:
            _put(pieces, Answer(answer.status, answer.headers, answer.length), left)
            while not left.is_set() and (chunk := answer.read1(CHUNK)):
                _put(pieces, chunk, left)
        _put(pieces, None, left)
    except Exception as error:
        _put(pieces, error, left)


def _put(pieces: Queue[_Piece], piece: _Piece, left: Event) -> None:
    while not left.is_set():
        with suppress(Full):
            pieces.put(piece, timeout=_TICK)
            return
