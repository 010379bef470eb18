"""A helper process that speaks JSON lines over pipes: one line asks, one line answers.

It says ``{"ready": true, ...}`` once it can answer, and ends when its input does. Whoever asks
waits, so a process serves one thread at a time; a dead one is started again by the next question.
"""

from __future__ import annotations

import json
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import IO, Any
from weakref import finalize

from braind.errors import ModelError
from braind.pythons import outside_variables

START_SECONDS = 300.0
ANSWER_SECONDS = 600.0
_LAST_WORDS = 400  # characters of its error output that are told
_OURS = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP")

Message = dict[str, Any]


class JsonWorker:
    """Runs ``command`` when first asked. ``name`` is what people read for it."""

    def __init__(
        self,
        command: Sequence[str],
        name: str,
        start_seconds: float = START_SECONDS,
        answer_seconds: float = ANSWER_SECONDS,
    ) -> None:
        self._command, self._name = list(command), name
        self._start_seconds, self._answer_seconds = start_seconds, answer_seconds
        self._lock = threading.Lock()
        self._running: _Running | None = None

    def greeting(self) -> Message:
        """What the process said of itself when it was ready. Starts it; raises ``ModelError``."""
        with self._lock:
            return self._ready().greeting

    def ask(self, question: Mapping[str, object]) -> Message:
        """The answer to a question.

        Raises ``ModelError``: ``worker_failed`` when the process answers with an error, or
        ``worker_died`` when it ends, or is stopped for answering nothing sensible in time.
        """
        with self._lock:
            running = self._ready()
            return self._received(running, self._answer_seconds, question)

    def close(self) -> None:
        """End the process, if it runs."""
        with self._lock:
            if self._running is not None:
                self._running.stop()
                self._running = None

    def _ready(self) -> _Running:
        if self._running is None:
            running = self._started()
            try:
                running.greeting = self._received(running, self._start_seconds, None)
            except ModelError:
                running.stop()
                raise
            self._running = running
        return self._running

    def _started(self) -> _Running:
        try:
            return _Running(self._command)
        except OSError as error:
            raise self._failed(str(error)) from error

    def _received(
        self, running: _Running, seconds: float, question: Mapping[str, object] | None
    ) -> Message:
        try:
            if question is not None:
                running.send(question)
            answer = running.receive(seconds)
        except (OSError, EOFError, ValueError) as error:
            raise self._died(running, error) from error
        if "error" in answer:
            raise self._failed(answer["error"])
        return answer

    def _failed(self, why: str) -> ModelError:
        return ModelError(
            "worker_failed",
            f"{self._name} could not answer: {why}",
            "Check its model files, or install it again.",
            name=self._name,
        )

    def _died(self, running: _Running, error: Exception) -> ModelError:
        self._running = None
        running.stop()
        last_words = running.last_words()
        return ModelError(
            "worker_died",
            f"The process of {self._name} ended before it answered ({error}).{last_words}",
            "Start the job again: what was finished is kept.",
            name=self._name,
        )


class _Running:
    """One living process; its output is read by a thread, so that waiting can have an end."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={k: v for k, v in outside_variables().items() if k not in _OURS},
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        self.greeting: Message = {}
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._said: deque[str] = deque(maxlen=2)
        _listen(self._process.stdout, self._lines.put)
        self._complaints = _listen(self._process.stderr, self._said.append)
        self.stop = finalize(self, _stop, self._process)

    def send(self, question: Mapping[str, object]) -> None:
        """Raises ``OSError`` when the process has ended."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()

    def receive(self, seconds: float) -> Message:
        """The next message. Raises ``EOFError``, ``ValueError`` or ``TimeoutError``."""
        try:
            line = self._lines.get(timeout=seconds)
        except Empty:
            raise TimeoutError(f"no answer within {seconds:.0f} s") from None
        if not line:
            raise EOFError("its output ended")
        answer = json.loads(line)
        if not isinstance(answer, dict):
            raise ValueError("its answer is no JSON object")
        return answer

    def last_words(self) -> str:
        """The last line of its error output, as a sentence or nothing; for when it has ended."""
        self._complaints.join(timeout=1)
        text = "".join(self._said).strip()
        return f" It last said: {text[-_LAST_WORDS:]}" if text else ""


def _listen(output: IO[str] | None, put: Callable[[str], None]) -> threading.Thread:
    assert output is not None
    thread = threading.Thread(target=_pass_on, args=(output, put), daemon=True)
    thread.start()
    return thread


def _pass_on(output: IO[str], put: Callable[[str], None]) -> None:
    """Every line, then an empty one for the end."""
    with output:
        for line in output:
            put(line)
    put("")


def _stop(process: subprocess.Popen[str]) -> None:
    """Close its input, so that it ends; make it end if it does not."""
    assert process.stdin is not None
    with suppress(OSError):  # it may have ended, and not read everything
        process.stdin.close()
    try:
        process.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
