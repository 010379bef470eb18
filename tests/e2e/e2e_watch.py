"""Watching what a process asks of the system, below Python: sockets, and files it writes."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

_OPEN = ("open", "openat")
_CHANGE = (
    "creat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "unlink", "unlinkat",
    "truncate",
)  # fmt: skip
_LINE = re.compile(r"^\d+ +(?P<call>\w+)\((?P<rest>.*)$")
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WRITES = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC")
_HARMLESS = ("/dev/null", "/dev/tty", "/dev/shm/", "/proc/self/")


def without_network() -> list[str] | None:
    """A command that starts another one where no network is; None where the system has none."""
    for command in (["unshare", "--net"], ["unshare", "--map-root-user", "--net"]):
        if shutil.which("unshare") and _works([*command, "true"]):
            return command
    return None


def tracer(log: Path) -> list[str] | None:
    """A command that writes another one's system calls into ``log``; None where it cannot."""
    calls = ",".join(("network", *_OPEN, *_CHANGE))
    command = ["strace", "-f", "-qq", "-s", "4096", "-e", f"trace={calls}", "-o", str(log)]
    return command if shutil.which("strace") and _works([*command, "true"]) else None


def _works(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@dataclass(frozen=True)
class Trace:
    """System calls of a run: sockets to elsewhere, and paths that it changed or tried to."""

    sockets: list[str]
    written: list[Path]

    @classmethod
    def read(cls, log: Path, folder: Path) -> Trace:
        """Read a log; relative paths count from ``folder``."""
        sockets, written = [], []
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            found = _LINE.match(line)
            if found is None:
                continue
            call, rest = found["call"], found["rest"]
            if call == "socket" and "AF_UNIX" not in rest:
                sockets.append(line)
            if call in _CHANGE or (call in _OPEN and any(flag in rest for flag in _WRITES)):
                written += [folder / path for path in _PATH.findall(rest)[:2]]
        return cls(sockets, [p for p in written if not str(p).startswith(_HARMLESS)])

    def outside(self, *folders: Path) -> list[Path]:
        """What was written elsewhere than in ``folders``."""
        return [p for p in self.written if not any(p.is_relative_to(f) for f in folders)]
