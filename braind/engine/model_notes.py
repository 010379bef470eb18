"""What a report says of the models that read its looks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from braind.errors import ModelError
from braind.models import ModelFile, find_model, home_of
from braind.models.record import read_record
from braind.recipes import Recipe
from braind.registry import Stage
from braind.report import ModelNote
from braind.weights import weights_at

_OWN_FILES = ("file", "heads")  # settings that name a file of the user's


def model_notes(recipe: Recipe) -> tuple[ModelNote, ...]:
    """The models of a recipe, each once, and files of the user's own that it names."""
    ids = dict.fromkeys(model for stage in Stage for model in recipe.models(stage))
    notes = [_note(find_model(model_id)) for model_id in ids]
    for stage in Stage:
        settings = recipe.choice(stage).settings
        own = [str(settings[name]) for name in _OWN_FILES if settings.get(name)]
        notes += [_own_note(Path(file).expanduser()) for file in own]
    return tuple(notes)


def _note(model: ModelFile) -> ModelNote:
    """What the card beside a model's first file says, or else the manifest and the record."""
    file = model.files[0] if model.files else None
    if file is None or model.package:
        return ModelNote(model.id, model.licence.spdx, file.sha256 if file else "")
    home = home_of(model)
    card = _read_card((home / file.path).with_suffix(".json"))
    record = read_record(home)
    accepted = record.files.get(file.path) if record else None
    data = tuple((one["name"], one["licence"]) for one in card.get("data", ()))
    return ModelNote(
        model.id,
        card.get("licence", model.licence.spdx),
        accepted.sha256 if accepted else card.get("sha256", ""),
        data,
        tuple(card.get("limits", ())),
    )


def _own_note(path: Path) -> ModelNote:
    """A file without a licence that anybody knows; a missing one is told when photos are read."""
    try:
        return ModelNote(path.name, "", weights_at(path).sha256)
    except ModelError:
        return ModelNote(path.name, "")


def _read_card(path: Path) -> dict[str, Any]:
    """The card's content; nothing if it is gone, which the check of the weights tells."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
