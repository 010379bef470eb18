"""Processes that decode: one for each thread that asks at once, all alike."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from braind.errors import PhotoError
from braind.lending import Lender
from braind.sources.decode import Picture
from braind.sources.decoding.child import DecoderChild, command_of_child
from braind.sources.refusals import MAX_BYTES

SECONDS = 10.0  # for one picture or page
LIST_SECONDS = 30.0  # for the list of a document's pages
MEMORY = 2 * 2**30  # bytes of address space, libraries included


class DecoderPool:
    """A ``Decoder`` whose processes start when they are needed first.

    ``command`` starts one, see ``decoding.program``; ``seconds`` and ``memory`` bound what a
    picture may take. Methods raise ``PhotoError``, also for what breaks the process: it is
    replaced, and the next picture is none the worse.
    """

    def __init__(
        self,
        command: Sequence[str] = (),
        seconds: float = SECONDS,
        list_seconds: float = LIST_SECONDS,
        memory: int = MEMORY,
    ) -> None:
        self._command, self._memory = command, memory
        self._seconds, self._list_seconds = seconds, list_seconds
        self._children: list[DecoderChild] = []
        self._lender = Lender(self._make)

    def decode(self, data: bytes, max_side: int) -> Picture:
        """See ``Decoder``."""
        question = {"ask": "decode", "max_side": max_side}
        with self._lender.lend() as child:
            facts, body = child.ask(question, data, self._seconds, 3 * max_side * max_side)
        width, height = facts["size"]
        return Picture(
            body.reshape(facts["shape"]),
            (width, height),
            facts["near_hash"],
            facts["taken_at"],
            facts["is_cut"],
        )

    def check(self, data: bytes) -> None:
        """See ``Decoder``."""
        with self._lender.lend() as child:
            child.ask({"ask": "check"}, data, self._seconds, 0)

    def list_pages(self, path: Path) -> list[tuple[int, str]]:
        """See ``Decoder``."""
        with self._lender.lend() as child:
            facts, _ = child.ask({"ask": "list_pages"}, os.fsencode(path), self._list_seconds, 0)
        return [(int(number), str(content)) for number, content in facts["pages"]]

    def draw_page(self, path: Path, number: int) -> bytes:
        """See ``Decoder``."""
        question = {"ask": "draw_page", "page": number}
        with self._lender.lend() as child:
            _, body = child.ask(question, os.fsencode(path), self._seconds, MAX_BYTES)
        return body.tobytes()

    def warm_up(self) -> None:
        """Start a process, so that the first picture is opened at once, if that can be done."""
        with suppress(PhotoError), self._lender.lend() as child:
            child.start()

    def close(self) -> None:
        """End the processes, also those that are asked just now; a later question starts others."""
        for child in list(self._children):
            child.close()

    def _make(self) -> DecoderChild:
        child = DecoderChild(self._command or command_of_child(), self._memory)
        self._children.append(child)
        return child
