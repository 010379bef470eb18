"""A process that runs jobs in children of its own, which start at once and can be killed.

It speaks in lines of JSON. Run as a program, this file is that process.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_TESTS = Path(__file__).parents[1]


class Workshop:
    """Starts one job at a time; what it tells is numbers of stored looks, and how it ended."""

    def __enter__(self) -> Self:
        paths = [str(_TESTS), str(_TESTS / "stress"), str(_TESTS.parent)]
        self._server = subprocess.Popen(
            [sys.executable, __file__],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.communicate()

    def start(self, kind: str, home: Path, largest_file: int = -1) -> int:
        """Begin a job; the number of its process, once it is about to open the library."""
        assert self._server.stdin is not None
        self._server.stdin.write(json.dumps([kind, str(home), largest_file]) + "\n")
        self._server.stdin.flush()
        return int(self._read())

    def hear(self) -> list[Any]:
        """All that the job told until it ended or was killed."""
        told: list[Any] = []
        while (news := self._read()) is not None:
            told.append(news)
        return told

    def run(self, kind: str, home: Path, largest_file: int = -1) -> list[Any]:
        """Start a job, and hear it to its end."""
        self.start(kind, home, largest_file)
        return self.hear()

    def kill(self, pid: int) -> None:
        """``kill -9``, unless it is over."""
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)

    def _read(self) -> Any:
        assert self._server.stdout is not None
        return json.loads(self._server.stdout.readline())


def _tell(news: object) -> None:
    os.write(1, json.dumps(news).encode() + b"\n")  # one write a line: a kill leaves no half


def _serve() -> None:
    from stress_jobs import work

    for line in sys.stdin:
        kind, home, largest_file = json.loads(line)
        pid = os.fork()
        if pid == 0:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
            _tell(os.getpid())
            try:
                work(kind, Path(home), _tell)
            finally:
                os._exit(0)
        os.waitpid(pid, 0)
        _tell(None)


if __name__ == "__main__":
    _serve()
