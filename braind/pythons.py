"""Processes beside this one: what a user's own Python has, and how it, or this program, is started.

Packages cannot be added to the installed program; a Python of the user's can have them instead.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from braind import __version__
from braind.errors import ModelError

# No window of its own on Windows; elsewhere there is no such thing.
NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_SECONDS = 120.0
_LIBRARIES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
# Run by any Python 3: the names of packages are its arguments.
_EXAMINE = """
import json, platform, sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
def number(name):
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
try:
    from braind import __version__ as braind
except ImportError:
    braind = ""
packages = {name: number(name) for name in sys.argv[1:] if find_spec(name)}
print(json.dumps({"python": platform.python_version(), "braind": braind, "packages": packages}))
"""


@dataclass(frozen=True, slots=True)
class Environment:
    """A Python of the user's with this version of BRAIND: its interpreter and its own version.

    ``packages`` are versions by the names that packages are imported by; empty if one has none.
    """

    interpreter: str
    version: str
    packages: Mapping[str, str]

    def line(self, install: str) -> str:
        """A line that installs packages, as a shell has to say it for this environment."""
        called = f'"{self.interpreter}" -m '
        return install.replace("python -m ", called).replace("pip install", f"{called}pip install")


def is_installed_program() -> bool:
    """Whether this is the program of an installer, which packages cannot be added to."""
    return bool(getattr(sys, "frozen", False))


def interpreter_in(home: Path) -> Path:
    """Where a virtual environment has its interpreter."""
    return home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def own_process(flag: str, module: str) -> list[str]:
    """What starts this program as the process that ``module`` is; the installed one by ``flag``."""
    if is_installed_program():
        return [sys.executable, flag]
    return [sys.executable, "-BP", "-m", module]


def own_variables() -> dict[str, str]:
    """What such a process needs beside its environment: where our modules are found, one thread."""
    own = {"OPENBLAS_NUM_THREADS": "1"}
    if not is_installed_program():
        own["PYTHONPATH"] = os.pathsep.join(place for place in sys.path if place)
    return own


def outside_variables() -> dict[str, str]:
    """The environment variables as other programs need them.

    The installed program puts its own libraries first, which would break a Python that it starts.
    """
    variables = dict(os.environ)
    if is_installed_program():
        for name in _LIBRARIES:
            before = variables.pop(f"{name}_ORIG", None)
            variables.pop(name, None)
            if before:
                variables[name] = before
    return variables


def examine_python(path: Path, packages: Collection[str]) -> Environment:
    """What a Python has of these packages; ``path`` is its interpreter or its environment.

    Starts it and waits. Raises ``ModelError``: ``python_unusable`` when it does not answer as a
    Python, ``python_unfit`` when it has no BRAIND or another version of it.
    """
    # Not resolved: an environment's interpreter is a link, and known by its place.
    interpreter = str((interpreter_in(path) if path.is_dir() else path).absolute())
    found = _ask(interpreter, packages)
    if found["braind"] != __version__:
        raise _unfit(interpreter, found["braind"])
    return Environment(interpreter, found["python"], found["packages"])


def _ask(interpreter: str, packages: Collection[str]) -> dict[str, Any]:
    try:
        done = subprocess.run(
            [interpreter, "-P", "-c", _EXAMINE, *packages],
            stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=True,
            env=outside_variables(), creationflags=NO_WINDOW,
        )  # fmt: skip
        found = json.loads(done.stdout.splitlines()[-1])
        return {name: found[name] for name in ("braind", "python", "packages")}
    except (OSError, subprocess.SubprocessError, LookupError, TypeError, ValueError) as error:
        raise ModelError(
            "python_unusable",
            f"“{interpreter}” does not answer as a Python 3.11 or newer.",
            "Choose the interpreter of an environment, such as .venv/bin/python.",
            python=interpreter,
        ) from error


def _unfit(interpreter: str, found: str) -> ModelError:
    has = f"BRAIND {found}" if found else "no BRAIND"
    command = f'"{interpreter}" -m pip install "braind[full]=={__version__}"'
    return ModelError(
        "python_unfit",
        f"“{interpreter}” has {has}; this program needs BRAIND {__version__} there.",
        f"Run: {command}",
        python=interpreter,
        found=found or "—",
        wanted=__version__,
        command=command,
    )
