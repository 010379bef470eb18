"""Recipes, for people and programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from braind.cli.tables import table
from braind.cli.texts import say
from braind.lavis import INSTALL_LAVIS
from braind.models import find_model, models_folder
from braind.models.status import status_of
from braind.pythons import Environment, is_installed_program
from braind.recipes import Recipe
from braind.registry import Stage, all_specs

# The installed program takes no packages.
_BUNDLED = "braind recipe python PATH"


def recipe_shape(recipe: Recipe, in_use: str, python: Environment | None = None) -> dict[str, Any]:
    """A recipe with the rows that do its stages, some of them in the user's own Python."""
    stages = {}
    for stage in Stage:
        spec = recipe.spec(stage)
        stages[str(stage)] = {
            "backend": spec.name,
            "settings": {**spec.settings, **recipe.choice(stage).settings},
            "licence": spec.licence,
            "install": spec.install_line(python),
            "models": [_model_shape(model_id) for model_id in recipe.models(stage)],
            "others": [s.name for s in all_specs() if s.stage is stage and s is not spec],
        }
    return {"name": recipe.name, "in_use": recipe.name == in_use, "stages": stages}


def _model_shape(model_id: str) -> dict[str, Any]:
    """A model of a stage: what there is of it, and what to run if it is missing."""
    found = status_of(find_model(model_id), models_folder())
    get = None if found.is_usable else found.model.get_line or None
    return {"id": model_id, "state": found.state, "get": get}


def recipes_view(recipes: Sequence[Recipe], in_use: str) -> str:
    """All recipes, one a line; a star marks the one in use."""
    rows = [
        ("*" if r.name == in_use else "", r.name, *(r.choice(stage).backend for stage in Stage))
        for r in recipes
    ]
    return "\n".join([table([("", "recipe", *Stage), *rows]), *_lacking_lavis(recipes)])


def _lacking_lavis(recipes: Sequence[Recipe]) -> list[str]:
    """How to get LAVIS, for each recipe that cannot read without."""
    lines = []
    for recipe in recipes:
        spec = recipe.spec(Stage.VQA)
        if spec.needs_lavis and (line := spec.install_line()):
            lines.append(f"{recipe.name} vqa: {line}")
    return lines


def recipe_view(recipe: Recipe, python: Environment | None = None) -> str:
    """One recipe, a stage a line, with what is missing and what else there is."""
    rows = [("stage", "backend", "licence", "settings", "others")]
    missing = []
    is_bundled = python is None and is_installed_program()
    for name, row in recipe_shape(recipe, "", python)["stages"].items():
        settings = ", ".join(f"{key}={value}" for key, value in row["settings"].items())
        rows.append((name, row["backend"], row["licence"], settings, ", ".join(row["others"])))
        if row["install"]:
            takes_none = is_bundled and row["install"] != INSTALL_LAVIS
            missing.append(f"{name}: {_BUNDLED if takes_none else row['install']}")
        missing += [f"{name}: {model['get']}" for model in row["models"] if model["get"]]
    return "\n".join([recipe.name, table(rows), *missing])


def python_view(python: Environment, language: str) -> str:
    """The user's own Python: its version, and the packages that it has."""
    head = say("python", language, version=python.version, path=python.interpreter)
    return "\n".join([head, table([*python.packages.items()])])
