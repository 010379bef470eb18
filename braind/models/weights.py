"""Verified weights for backends: nothing is handed out that is not what was accepted."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from braind.errors import ModelError
from braind.models.formats import PROGRAM_SUFFIXES
from braind.models.kinds import ModelFile, Origin, Weights
from braind.models.manifest import find_model
from braind.models.places import home_of, inside
from braind.models.record import FileRecord, Record, read_record


def read_weights(model: ModelFile, folder: Path | None = None, path: str = "") -> Weights:
    """One file of a model, verified: by default its first.

    ``folder`` is where its files lie, if not at home. Raises ``ModelError`` when the file is
    missing or damaged.
    """
    home = folder or home_of(model)
    file = next(file for file in model.files if path in ("", file.path))
    found = inside(home, file.path)
    try:
        content = found.read_bytes()
    except OSError as error:
        raise missing(model, found) from error
    digest = hashlib.sha256(content).hexdigest()
    if digest != (
        _accepted_sha256(model, home, file.path) or file.sha256 or _of_card(model, found)
    ):
        raise damaged(model, found)
    return Weights(content, digest)


def model_folder(model_id: str) -> Path:
    """The folder of a model, all its files present and as they were accepted.

    Files whose size and time have not changed are not hashed again. Raises ``ModelError``:
    ``model_unknown``, ``model_missing`` or ``model_damaged``.
    """
    model = find_model(model_id)
    home = home_of(model)
    if model.origin in (Origin.EMBEDDED, Origin.PACKAGE):
        return home
    record = _record_of(model, home)
    for file in model.files:
        _check_file(model, record.files.get(file.path), inside(home, file.path))
    return home


def weight_path(model_id: str, file: str) -> Path:
    """One file of a model whose files are all in order: see ``model_folder``."""
    return inside(model_folder(model_id), file)


def _check_file(model: ModelFile, accepted: FileRecord | None, path: Path) -> None:
    if accepted is None or not path.is_file():
        raise missing(model, path)
    # A program's bytes are compared each time: opening others could run what they bring along.
    if accepted.looks_untouched(path) and path.suffix not in PROGRAM_SUFFIXES:
        return
    with path.open("rb") as stream:
        if hashlib.file_digest(stream, "sha256").hexdigest() != accepted.sha256:
            raise damaged(model, path)


def _record_of(model: ModelFile, home: Path) -> Record:
    record = read_record(home)
    if record is None:
        raise missing(model, home)
    return record


def _accepted_sha256(model: ModelFile, home: Path, path: str) -> str:
    """The hash in the record of a fetched model; empty for those that are shipped."""
    if model.origin in (Origin.EMBEDDED, Origin.PACKAGE):
        return ""
    accepted = _record_of(model, home).files.get(path)
    if accepted is None:
        raise missing(model, home / path)
    return accepted.sha256


def _of_card(model: ModelFile, path: Path) -> str:
    card = path.with_suffix(".json")
    try:
        return str(json.loads(card.read_text(encoding="utf-8"))["sha256"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            "model_card_missing",
            f"The model {model.id!r} has no readable card at {card}.",
            "Install BRAIND again.",
            model=model.id,
            path=str(card),
        ) from error


def missing(model: ModelFile, path: Path) -> ModelError:
    """The model, or one of its files, is not there or was never accepted."""
    return ModelError(
        "model_missing",
        f"The model {model.id!r} is not installed at {path}.",
        _hint(model),
        model=model.id,
        path=str(path),
    )


def damaged(model: ModelFile, path: Path) -> ModelError:
    """A file is not what was published or accepted."""
    return ModelError(
        "model_damaged",
        f"The model file {path} is damaged: it is not what was published or first accepted.",
        _hint(model),
        model=model.id,
        path=str(path),
    )


def _hint(model: ModelFile) -> str:
    return f"Run: {model.get_line}" if model.get_line else "Install BRAIND again."


def bundled(model: ModelFile) -> ModelError:
    """The model comes and goes with BRAIND or with a package."""
    carrier = f"the package {model.package!r}" if model.package else "BRAIND"
    return ModelError(
        "model_bundled",
        f"The model {model.id!r} belongs to {carrier}: it is not fetched, added or removed.",
        f"Run: {model.install_line}" if model.origin is Origin.PACKAGE else "",
        model=model.id,
    )
