"""Runs BRAIND the way a user does: in a process of its own, with a home folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OURS = ("ORT_", "BRAIND_", "PYTEST_", "COV_")


@dataclass(frozen=True)
class Home:
    """A home folder, with folders of its own for work, for temporary files and for data."""

    root: Path

    @property
    def work(self) -> Path:
        return self.root / "work"

    @property
    def temporary(self) -> Path:
        return self.root / "tmp"

    @property
    def data(self) -> Path:
        return self.root / "data"

    def environment(self) -> Mapping[str, str]:
        """This process' environment without what BRAIND or pytest have put into it."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(OURS)}
        homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(self.root))
        temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(self.temporary))
        xdg = {
            f"XDG_{kind.upper()}_HOME": str(self.root / kind)
            for kind in ("data", "cache", "config", "state")
        }
        # An installed package's byte code is Python's to write, not ours.
        return {**kept, **homes, **temporary, **xdg, "PYTHONDONTWRITEBYTECODE": "1"}

    def run(self, *arguments: object, under: Sequence[str] = ()) -> subprocess.CompletedProcess:
        """``braind ARGUMENTS``, perhaps started by the command ``under``."""
        return self.python("-m", "braind", *arguments, under=under)

    def python(self, *arguments: object, under: Sequence[str] = ()) -> subprocess.CompletedProcess:
        """Python itself with these arguments."""
        for folder in (self.work, self.temporary):
            folder.mkdir(parents=True, exist_ok=True)
        return subprocess.run(
            [*under, sys.executable, *map(str, arguments)],
            cwd=self.work,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def ask(self, *arguments: object, under: Sequence[str] = ()) -> Any:
        """The JSON answer of a command that ends well."""
        done = self.run(*arguments, "--json", under=under)
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout)
