"""One process that decodes, as whoever asks it sees it: started late, killed when it must be."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Timer
from typing import IO, cast
from weakref import finalize

from braind.domain import Pixels
from braind.errors import PhotoError
from braind.pythons import NO_WINDOW, own_process, own_variables
from braind.sources.decode import breaks_decoder
from braind.sources.decoding.wire import Facts, receive, send

# The installed program with this argument is the process.
FLAG = "--decode-pictures"
_START_SECONDS = 60.0
_PIPE = 2**20  # bytes: a picture fits into one or two of them
# What a Python needs to start. Nothing else of the environment is a decoder's business.
_NEEDED = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHOME")
_BROKEN = breaks_decoder().code


def command_of_child() -> list[str]:
    """What starts the process; its bound of memory comes last."""
    return own_process(FLAG, "braind.sources.decoding.program")


class DecoderChild:
    """Starts at its first question, and anew after its death. One thread at a time may ask."""

    def __init__(self, command: Sequence[str], memory: int) -> None:
        self._command = [*command, str(memory)]
        self._running: _Running | None = None

    def ask(
        self, question: Facts, body: bytes, seconds: float, largest: int
    ) -> tuple[Facts, Pixels]:
        """The answer: facts and up to ``largest`` bytes, uint8 (N,).

        Raises ``PhotoError``: what the decoder says, photo_too_slow, photo_breaks_decoder, or
        decoder_not_started; ``StoppedError``; and ``RuntimeError`` for a bug over there.
        """
        question = {**question, "seconds": seconds}
        is_used = self._running is not None
        try:
            answer = self._ask(question, body, seconds, largest)
        except _DiedError:
            if not is_used:
                raise breaks_decoder() from None
            # What it was asked before may have damaged it: another one will tell.
            return self.ask(question, body, seconds, largest)
        return self._judged(answer)

    def start(self) -> None:
        """Start the process if it does not run. Raises ``PhotoError``: decoder_not_started."""
        if self._running is None:
            self._running = _Running(self._command)

    def close(self) -> None:
        """End the process, if it runs. Any thread may call this; who asked gets no answer."""
        running, self._running = self._running, None
        if running is not None:
            running.is_stopped = True
            running.end()

    def _ask(
        self, question: Facts, body: bytes, seconds: float, largest: int
    ) -> tuple[Facts, Pixels]:
        self.start()
        running = self._running
        assert running is not None
        try:
            return running.ask(question, body, seconds, largest)
        except (OSError, EOFError, ValueError) as error:
            self._running = None
            running.end()
            if running.is_stopped:
                raise StoppedError from error
            if running.is_late:
                raise _too_slow(seconds) from error
            raise _DiedError from error

    def _judged(self, answer: tuple[Facts, Pixels]) -> tuple[Facts, Pixels]:
        if "failure" in answer[0]:
            code, what, hint, details = answer[0]["failure"]
            if code == _BROKEN:  # its memory is used up
                self.close()
            raise PhotoError(code, what, hint, **details)
        if "bug" in answer[0]:
            raise RuntimeError(f"In the process that decodes:\n{answer[0]['bug']}")
        return answer


class StoppedError(Exception):
    """The process was ended by ``close`` before it answered: nobody wants to know any more."""


class _DiedError(Exception):
    """The process ended, or said nothing sensible, before it answered."""


class _Running:
    """A living process. ``is_late`` once it was killed for taking too long."""

    def __init__(self, command: Sequence[str]) -> None:
        """Raises ``PhotoError``: decoder_not_started."""
        self.is_late = self.is_stopped = False
        try:
            process = subprocess.Popen(
                command, env=_variables(), creationflags=NO_WINDOW,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        except OSError as error:
            raise _not_started() from error
        self._process = process
        self._questions = cast("IO[bytes]", process.stdin)
        self._answers = cast("IO[bytes]", process.stdout)
        self.end = finalize(self, _end, process)
        for pipe in (self._questions, self._answers):
            _enlarge(pipe)
        try:
            with self._within(_START_SECONDS):
                receive(self._answers, 0)
        except (OSError, EOFError, ValueError) as error:
            self.end()
            raise _not_started() from error

    def ask(
        self, question: Facts, body: bytes, seconds: float, largest: int
    ) -> tuple[Facts, Pixels]:
        """Raises ``OSError``, ``EOFError`` or ``ValueError`` when no answer comes."""
        with self._within(seconds):
            send(self._questions, question, body)
            return receive(self._answers, largest)

    @contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        timer = Timer(seconds, self._stop_late)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()  # a thread that was cancelled is there for a moment more

    def _stop_late(self) -> None:
        self.is_late = True
        self._process.kill()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill it: there is nothing that it would have to finish."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):  # it had not read everything
            cast("IO[bytes]", pipe).close()


def _variables() -> dict[str, str]:
    """An environment with what a Python needs, and with our modules where they are found here."""
    kept = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    # Threads with memory of their own would use up what it may have.
    return kept | own_variables() | {"MALLOC_ARENA_MAX": "2"}


def _enlarge(pipe: IO[bytes]) -> None:
    """Fewer turns between the processes for a picture, where the system lets us."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)


def _too_slow(seconds: float) -> PhotoError:
    return PhotoError(
        "photo_too_slow",
        f"Opening it takes more than {seconds:.0f} seconds.",
        "Save it anew in a picture editor if you trust it.",
        seconds=seconds,
    )


def _not_started() -> PhotoError:
    return PhotoError(
        "decoder_not_started",
        "The process that opens pictures does not start.",
        "Close other programs and try again; if it stays so, install BRAIND again.",
    )
