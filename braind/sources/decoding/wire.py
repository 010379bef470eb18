"""What is said between the program that reads photos and the process that decodes them.

A message is two lengths, facts as JSON, and bytes. JSON, because whoever takes over a decoder must
not be able to make the program run anything.
"""

from __future__ import annotations

import json
import struct
from typing import IO, Any

import numpy as np

from braind.domain import Pixels

Facts = dict[str, Any]

_LENGTHS = struct.Struct("<IQ")
_MOST_FACTS = 2**20  # bytes: a document's pages are the most that is told


def send(pipe: IO[bytes], facts: Facts, body: bytes | memoryview = b"") -> None:
    """Raises ``OSError`` when nobody listens any more."""
    told = json.dumps(facts).encode()
    pipe.write(_LENGTHS.pack(len(told), len(body)) + told)
    pipe.write(body)
    pipe.flush()


def receive(pipe: IO[bytes], largest: int) -> tuple[Facts, Pixels]:
    """The next message, its bytes as uint8 (N,).

    Raises ``EOFError`` at the end, and ``ValueError`` for more than ``largest`` bytes or what is
    no message.
    """
    told, size = _LENGTHS.unpack(_read(pipe, _LENGTHS.size))
    if told > _MOST_FACTS or size > largest:
        raise ValueError("The message is too long.")
    facts = json.loads(_read(pipe, told))
    if not isinstance(facts, dict):
        raise ValueError("The message has no facts.")
    body = np.empty(size, np.uint8)
    if pipe.readinto(body.data) != size:  # type: ignore[attr-defined]
        raise EOFError
    return facts, body


def _read(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) != size:
        raise EOFError
    return data
