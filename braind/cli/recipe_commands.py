"""Commands about recipes: recipe list, show, use, set, device, python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from braind.cli.app import App, command
from braind.cli.texts import say

if TYPE_CHECKING:
    from braind.backends.context import Setting
    from braind.engine.preferences import Preferences

T = TypeVar("T")


@command("list")
def list_(app: App) -> None:
    """List the recipes: which models read a photo."""
    from braind.cli.recipe_views import recipe_shape, recipes_view
    from braind.recipes import known_recipes

    preferences = app.preferences()
    recipes = known_recipes(preferences.custom)
    python = preferences.python
    shapes = [recipe_shape(recipe, preferences.recipe, python) for recipe in recipes]
    app.give(shapes, lambda: recipes_view(recipes, preferences.recipe))


@command("show")
@click.argument("name", metavar="[NAME]", default="")
def show(app: App, name: str) -> None:
    """Show a recipe stage by stage, and what else each stage could use."""
    _tell(app, app.preferences(), name)


@command("use")
@click.argument("name", metavar="NAME")
def use(app: App, name: str) -> None:
    """Read photos by another recipe from now on.

    Looks that were read before are kept, but not compared until "braind reanalyze" has read their
    photos again.
    """
    _keep(app, app.preferences().using(name))


@command("set")
@click.argument("stage", metavar="STAGE")
@click.argument("backend", metavar="BACKEND")
@click.argument("settings", metavar="[NAME=VALUE…]", nargs=-1)
def set_(app: App, stage: str, backend: str, settings: Sequence[str]) -> None:
    """Change one stage of the recipe in use, which makes it your own: "custom"."""
    from braind.recipes import Choice
    from braind.registry import Stage, find_backend

    if stage not in list(Stage):
        raise click.UsageError(f"no stage {stage!r}; stages are {', '.join(Stage)}")
    spec = find_backend(Stage(stage), backend)
    chosen = {}
    for item in settings:
        name, _, text = item.partition("=")
        if name not in spec.settings:
            known = ", ".join(spec.settings) or "none"
            raise click.UsageError(f"{backend} has no setting {name!r}; it has: {known}")
        chosen[name] = _read(name, text, spec.settings[name])
    _keep(app, app.preferences().changed(Stage(stage), Choice(backend, chosen)))


@command("device")
@click.argument("device", metavar="DEVICE")
def device(app: App, device: str) -> None:
    """Choose where models compute: auto, cpu, cuda, dml or coreml.

    "auto" takes the fastest there is; a device that is named and not there is an error.
    """
    _keep(app, app.preferences().computing_on(device))


@command("python")
@click.argument("path", metavar="PATH|none")
def python(app: App, path: str) -> None:
    """Name a Python of your own for models that the program has no packages for.

    PATH is its interpreter or its environment. It needs the same version of BRAIND with the
    packages (the extra "full"); it is examined now, so run this again when you add some.
    """
    from braind.cli.recipe_views import python_view
    from braind.engine.preferences import save_preferences

    preferences = app.preferences().running(None if path == "none" else Path(path))
    save_preferences(preferences, app.settings_file())
    found = preferences.python
    app.give(
        asdict(found) if found else None,
        lambda: python_view(found, app.language) if found else say("no_python", app.language),
    )


def _read(name: str, text: str, default: Setting) -> Setting:
    """A setting in the type of its default."""
    if isinstance(default, bool):
        if text.lower() in ("yes", "true", "on", "1", "no", "false", "off", "0"):
            return text.lower() in ("yes", "true", "on", "1")
        raise click.UsageError(f"{name} is yes or no")
    try:
        return type(default)(text)
    except ValueError as error:
        raise click.UsageError(f"{name}={text!r} is not a number") from error


def _keep(app: App, preferences: Preferences) -> None:
    from braind.engine.preferences import save_preferences

    save_preferences(preferences, app.settings_file())
    _tell(app, preferences)


def _tell(app: App, preferences: Preferences, name: str = "") -> None:
    from braind.cli.recipe_views import recipe_shape, recipe_view

    recipe = preferences.find(name)
    shape = recipe_shape(recipe, preferences.recipe, preferences.python)
    shape["device"] = preferences.device
    line = say("device", app.language, device=preferences.device)
    app.give(shape, lambda: f"{recipe_view(recipe, preferences.python)}\n\n{line}")


@click.group("recipe")
def recipe() -> None:
    """Choose which models read photos."""


for _command in (list_, show, use, set_, device, python):
    recipe.add_command(_command)

COMMANDS = (recipe,)
