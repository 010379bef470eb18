"""Weights for backends: small shipped ones as bytes, large ones where they lie on disk."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from braind.errors import ModelError
from braind.models import Origin, Weights, find_model, model_folder, read_weights
from braind.models.record import read_record


@dataclass(frozen=True, slots=True)
class StoredWeights:
    """A weight file that is too large to hold in memory twice, and its SHA-256 hex."""

    path: Path
    sha256: str


def find_weights(model_id: str, file: str = "") -> Weights | StoredWeights:
    """The verified weights of a model; ``file`` names one of several, empty means the first.

    Raises ``ModelError`` when the model is not known, not there, or damaged.
    """
    model = find_model(model_id)
    if model.origin in (Origin.EMBEDDED, Origin.PACKAGE):
        return read_weights(model, path=file)
    folder = model_folder(model_id)
    record = read_record(folder)
    assert record is not None, "a model without a record has no folder"
    name = file or model.files[0].path
    return StoredWeights(folder / name, record.files[name].sha256)


def weights_at(path: Path) -> StoredWeights:
    """The weights in a file that the user chose. Raises ``ModelError`` when it cannot be read."""
    try:
        with path.open("rb") as stream:
            return StoredWeights(path, hashlib.file_digest(stream, "sha256").hexdigest())
    except OSError as error:
        raise ModelError(
            "model_missing",
            f"There is no readable model file at {path} ({error.strerror}).",
            "Check the path, or get the model first.",
            path=str(path),
        ) from error
