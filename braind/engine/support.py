"""What helps when something is wrong: copies of a library, and a file to send to whoever helps.

A diagnostics file holds no photo, no name of a file, brand or person and no path: a home folder is
written as "~", and only the codes of what failed are kept.
"""

from __future__ import annotations

import platform
import re
import sys
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

import braind
from braind.engine.doctor import Check, check_all
from braind.engine.holdings import Holdings
from braind.engine.licences import Notice, third_party
from braind.files import write_whole

_PATH = re.compile(r"(?:[A-Za-z]:\\|\\\\|/|~[/\\])[^\s\"'“”<>|:]+(?: [^\s\"'“”<>|:]+\.\w{2,5})?")
_TAIL = 200_000  # characters of a log


def diagnostics(checks: Iterable[Check], log: str) -> Mapping[str, str]:
    """The files of a diagnostics archive by name, as the user may read them before."""
    lines = [f"{'ok' if c.ok else 'PROBLEM'}  {c.name}: {hide_paths(c.detail)}" for c in checks]
    versions = [f"{n.name} {n.version}" for n in third_party()]
    system = [
        f"BRAIND {braind.__version__}",
        f"Python {sys.version.split()[0]}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    ]
    return {
        "system.txt": "\n".join([*system, *versions]) + "\n",
        "doctor.txt": "\n".join(lines) + "\n",
        "log.txt": hide_paths(log[-_TAIL:]),
    }


def hide_paths(text: str) -> str:
    """The text with every path, local or on a server, replaced by "…"."""
    return _PATH.sub("…", text.replace(str(Path.home()), "~"))


class SupportCalls(Holdings):
    """What helps when something is wrong."""

    def third_party(self) -> list[Notice]:
        """The packages that BRAIND builds on, as installed, with their licences."""
        return third_party()

    def diagnostics(self, log: str) -> Mapping[str, str]:
        """The files of a diagnostics archive by name; ``log`` is what the caller logged."""
        held = self._path, self._pipelines.lend, self._load_words, self._python
        return diagnostics(check_all(*held), log)

    def write_diagnostics(self, target: Path, files: Mapping[str, str]) -> None:
        """Write them into a zip. Raises ``StoreError``."""
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                archive.writestr(name, text)
        write_whole(target, [packed.getvalue()])

    def back_up(self, target: Path) -> None:
        """Write a copy of the library. Raises ``StoreError``."""
        self.library.copy_to(target)
