"""LAVIS' own environment: where it is, and how it is built when a user asks for it.

LAVIS pins versions that exclude ours, so it lives apart and is spoken to through a process. The
recipe was found by trying: other versions of torch and NumPy do not load it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from braind.errors import ModelError
from braind.events import Progress
from braind.models import models_folder
from braind.models.space import check_room
from braind.pythons import interpreter_in, is_installed_program, outside_variables

PYTHON = (3, 11)
_SIZE = 6_500_000_000  # bytes on disk
_MARK = "ready.json"
INSTALL_LAVIS = "braind models install-lavis"
_OFFLINE = ("connection", "resolve", "network", "timed out", "unreachable")


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is installed, pip's further options, and what must load in the end."""

    # Three equal signs: two would take a build of torch that torchvision cannot be paired with.
    packages: tuple[str, ...] = (
        "salesforce-lavis==1.0.2", "numpy<2", "torch===2.13.0", "torchvision==0.28.0",
    )  # fmt: skip
    options: tuple[str, ...] = ()
    check: str = "import lavis.models.blip_models.blip_vqa"


def lavis_home() -> Path:
    """The folder of the environment, beside the fetched models."""
    return models_folder() / "lavis-environment"


def lavis_is_there(home: Path | None = None) -> bool:
    """Whether the environment was built, whole."""
    home = home or lavis_home()
    return (home / _MARK).is_file() and interpreter_in(home).exists()


def lavis_python(home: Path | None = None) -> Path:
    """The environment's interpreter. Raises ``ModelError`` when it was not built, or not whole."""
    home = home or lavis_home()
    if not lavis_is_there(home):
        raise ModelError(
            "lavis_missing",
            "LAVIS is not installed: it needs an environment of its own.",
            f"Run: {INSTALL_LAVIS}",
            path=str(home),
        )
    return interpreter_in(home)


def install_lavis(
    home: Path | None = None,
    recipe: Recipe | None = None,
    find_python: Callable[[], str | None] | None = None,
) -> Iterator[Progress]:
    """Build the environment anew, a job: an event for each line that pip says.

    A job that is closed or fails leaves nothing behind. Raises ``ModelError``:
    ``python_missing``, ``disk_full``, ``offline``, ``lavis_install_failed``.
    """
    home, recipe = home or lavis_home(), recipe or Recipe()
    python = (find_python or find_python_311)()
    _check(python, home)
    shutil.rmtree(home, ignore_errors=True)
    inside = str(interpreter_in(home))
    pip = [inside, "-m", "pip", "install", "--progress-bar", "off", "--no-input"]
    steps = (
        ("making the environment", [str(python), "-m", "venv", str(home)]),
        ("installing LAVIS", [*pip, *recipe.options, *recipe.packages]),
        ("checking LAVIS", [inside, "-I", "-c", recipe.check]),
    )
    try:
        for number, (note, command) in enumerate(steps):
            yield Progress(number, len(steps), note)
            for line in _run(command):
                yield Progress(number, len(steps), line)
        (home / _MARK).write_text(json.dumps({"packages": recipe.packages}), "utf-8")
    finally:
        if not (home / _MARK).is_file():
            shutil.rmtree(home, ignore_errors=True)
    yield Progress(len(steps), len(steps), "LAVIS is ready")


def find_python_311() -> str | None:
    """A Python 3.11: the one that runs BRAIND, or one on the search path."""
    if sys.version_info[:2] == PYTHON and not is_installed_program():
        return sys.executable
    return shutil.which("python{}.{}".format(*PYTHON))


def _check(python: str | None, home: Path) -> None:
    if python is None:
        raise ModelError(
            "python_missing",
            "LAVIS needs Python 3.11, which was not found.",
            "Install Python 3.11 so that the command python3.11 works, then try again.",
        )
    check_room(home, _SIZE)


def _run(command: Sequence[str]) -> Iterator[str]:
    """The lines that a command says; ended with the job. Raises ``ModelError`` when it fails."""
    outside = outside_variables()
    environment = {k: v for k, v in outside.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    said: list[str] = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, text=True,
        encoding="utf-8", errors="replace",
    ) as process:  # fmt: skip
        try:
            for line in process.stdout or ():
                said.append(line.strip())
                yield line.strip()
        except GeneratorExit:
            process.kill()
            raise
    if process.returncode:
        raise _failed(said)


def _failed(said: Sequence[str]) -> ModelError:
    reason = next((line for line in reversed(said) if line), "it said nothing")
    if any(sign in line.lower() for line in said for sign in _OFFLINE):
        return ModelError(
            "offline",
            f"LAVIS could not be downloaded: {reason}",
            "Check the network connection, then try again.",
        )
    return ModelError(
        "lavis_install_failed", f"LAVIS could not be installed: {reason}", "Try again later."
    )
