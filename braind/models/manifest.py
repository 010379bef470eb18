"""Which models there are: the rows of ``resources/models/manifest.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from braind.errors import ModelError
from braind.models.kinds import Licence, ModelFile, Origin, WeightFile
from braind.models.places import resources_folder

_MANIFEST = "models/manifest.json"


@cache
def all_models() -> tuple[ModelFile, ...]:
    """Every model that BRAIND knows, the shipped ones first. Raises ``ModelError``."""
    path = resources_folder() / _MANIFEST
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["models"]
        return tuple(_model(row) for row in rows)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            "model_manifest_missing",
            f"The list of models at {path} cannot be read ({error}).",
            "Install BRAIND again.",
            path=str(path),
        ) from error


def embedded_models() -> tuple[ModelFile, ...]:
    """The models of the default pipeline, which come with BRAIND."""
    return tuple(model for model in all_models() if model.origin is Origin.EMBEDDED)


def find_model(model_id: str) -> ModelFile:
    """The model of that id. Raises ``ModelError`` for an unknown id."""
    for model in all_models():
        if model.id == model_id:
            return model
    raise ModelError(
        "model_unknown",
        f"There is no model {model_id!r}.",
        "See which there are: braind models list",
        model=model_id,
    )


def _model(row: Mapping[str, Any]) -> ModelFile:
    return ModelFile(
        row["id"],
        tuple(_file(file) for file in row["files"]),
        Licence(**row["licence"]),
        row.get("package", ""),
        Origin(row["origin"]),
        row["name"],
        row["purpose"],
        tuple(row["serves"]),
        row["ram_mb"],
        row["takes"],
        row["gives"],
        row.get("install", ""),
    )


def _file(row: Mapping[str, Any]) -> WeightFile:
    return WeightFile(**{**row, "urls": tuple(row.get("urls", ()))})
