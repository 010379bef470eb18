"""Processes that make looks of photos: one for each thread that asks at once."""

from __future__ import annotations

import os
import pickle
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, Any, cast

from braind.engine.readers import Unopened
from braind.engine.reading import Reading
from braind.events import PhotoFailed
from braind.hosting import heard, worker_died
from braind.lending import Lender
from braind.pythons import NO_WINDOW, own_process, own_variables
from braind.sources.decoding.child import StoppedError

# The installed program with this argument is the process.
FLAG = "--read-photos"
_PATIENCE = 2.0  # seconds to end in


def command_of_reader() -> list[str]:
    """What starts the process."""
    return own_process(FLAG, "braind.engine.reader_program")


class ReaderPool:
    """``Readers`` in processes that start at the first photos and end with ``close``.

    ``cooked`` is what ``cooking.make_pipeline`` gets over there; ``command`` starts a process. One
    that dies is replaced once a question.
    """

    def __init__(
        self, cooked: tuple[Any, ...], one_person: bool = False, command: Sequence[str] = ()
    ) -> None:
        self._order = cooked, one_person
        self._command = command or command_of_reader()
        self._running: list[_Reader] = []
        self._is_ended = False
        self._lender = Lender(self._start)

    def read(self, photos: Sequence[Unopened]) -> list[Reading | PhotoFailed]:
        """See ``Readers``. Raises ``ModelError``: worker_died, or what the pipeline raises; and
        ``StoppedError`` when the processes were ended before they answered.
        """
        with self._lender.lend() as reader:
            try:
                kind, answer = self._ask(reader, photos)
            except _DiedError:
                kind, answer = self._ask_again(reader, photos)
        found: list[Reading | PhotoFailed] = heard(kind, answer)
        return found

    def hurry(self) -> None:
        """Kill the processes; whoever asked gets no answer. Any thread may call this."""
        self._is_ended = True
        for reader in list(self._running):
            reader.kill()

    def close(self) -> None:
        """End the processes when they have answered."""
        self._is_ended = True
        for reader in self._running:
            reader.end()

    def _start(self) -> _Reader:
        if self._is_ended:
            raise StoppedError
        reader = _Reader(self._command, self._order)
        self._running.append(reader)
        return reader

    def _ask(self, reader: _Reader, photos: Sequence[Unopened]) -> tuple[str, Any]:
        if self._is_ended:
            raise StoppedError
        return reader.ask(photos)

    def _ask_again(self, reader: _Reader, photos: Sequence[Unopened]) -> tuple[str, Any]:
        """Memory that another program took for a moment should not end an import of hours."""
        if not self._is_ended:
            reader.end()
            reader.start()
        try:
            return self._ask(reader, photos)
        except _DiedError:
            if self._is_ended:
                raise StoppedError from None
            raise worker_died() from None


class _DiedError(Exception):
    """The process ended before it answered."""


class _Reader:
    """A process; it starts when it is made, and anew when it is told to."""

    def __init__(self, command: Sequence[str], order: tuple[Any, ...]) -> None:
        self._command, self._order = command, order
        self.start()

    def start(self) -> None:
        """Start the process and tell it what to make its pipeline of."""
        try:
            self._process = subprocess.Popen(
                self._command, env=os.environ | own_variables(), creationflags=NO_WINDOW,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        except OSError as error:
            raise worker_died() from error
        with suppress(OSError):  # it died: the first question tells
            self._tell(self._order)

    def ask(self, photos: Sequence[Unopened]) -> tuple[str, Any]:
        """What kind of answer, and the answer."""
        try:
            self._tell(photos)
            answer: tuple[str, Any] = pickle.load(cast("IO[bytes]", self._process.stdout))
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            raise _DiedError from error
        return answer

    def kill(self) -> None:
        """End it at once, whatever it does."""
        self._process.kill()
        self._process.wait()

    def end(self) -> None:
        """Let it end, which it does when nobody can ask any more."""
        with suppress(OSError):
            cast("IO[bytes]", self._process.stdin).close()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
        cast("IO[bytes]", self._process.stdout).close()

    def _tell(self, what: object) -> None:
        questions = cast("IO[bytes]", self._process.stdin)
        pickle.dump(what, questions, pickle.HIGHEST_PROTOCOL)
        questions.flush()
