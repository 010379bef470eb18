"""What is asked and changed about the recipe that photos are read with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from braind.engine import (
        BackendSpec,
        Engine,
        Environment,
        ModelStatus,
        Preferences,
        Recipe,
        Stage,
    )


@dataclass(frozen=True, slots=True)
class Kitchen:
    """The recipes to choose from, who can do each stage, and what is in use.

    ``takes_packages`` is false for the installed program without a Python of the user's.
    """

    preferences: Preferences
    recipes: tuple[Recipe, ...]
    backends: Mapping[Stage, tuple[BackendSpec, ...]]
    devices: tuple[str, ...]
    stale: int
    takes_packages: bool


@dataclass(frozen=True, slots=True)
class Needs:
    """What has to be got before a recipe can be used.

    Models, commands that bring packages, and LAVIS' environment.
    """

    models: tuple[ModelStatus, ...]
    commands: tuple[str, ...]
    lavis: bool = False

    @property
    def are_met(self) -> bool:
        """True when the recipe can be used now."""
        return not self.models and not self.commands and not self.lavis


def look_into_kitchen(engine: Engine) -> Kitchen:
    """What there is to choose from."""
    from braind.engine import (
        DEVICES,
        Stage,
        all_specs,
        default_settings,
        is_installed_program,
        known_recipes,
        load_preferences,
    )

    preferences = load_preferences(default_settings())
    specs = all_specs()
    backends = {stage: tuple(s for s in specs if s.stage is stage) for stage in Stage}
    recipes = known_recipes(preferences.custom)
    takes_packages = preferences.python is not None or not is_installed_program()
    stale = engine.stale_count()
    return Kitchen(preferences, recipes, backends, tuple(DEVICES), stale, takes_packages)


def ask_needs(recipe: Recipe) -> Callable[[Engine], Needs]:
    """The question what a recipe lacks."""

    def question(engine: Engine) -> Needs:
        from braind.engine import Stage

        python = python_in_use(engine)
        specs = [recipe.spec(stage) for stage in Stage]
        lavis = any(spec.needs_lavis and spec.install_line() for spec in specs)
        lines = (spec.install_line(python) for spec in specs if not spec.needs_lavis)
        models = tuple(one for one in engine.models_for(recipe) if not one.is_usable)
        return Needs(models, tuple(dict.fromkeys(line for line in lines if line)), lavis)

    return question


def use_python(path: Path | None) -> Callable[[Engine], Environment | None]:
    """Examine a Python of the user's and use it from now on, or none."""

    def step(engine: Engine) -> Environment | None:
        from braind.engine import default_settings, load_preferences, save_preferences

        preferences = load_preferences(default_settings()).running(path)
        save_preferences(preferences, default_settings())
        return preferences.python

    return step


def python_in_use(engine: Engine) -> Environment | None:
    """The Python that the user has named."""
    from braind.engine import default_settings, load_preferences

    return load_preferences(default_settings()).python


def use_recipe(recipe: Recipe, device: str) -> Callable[[Engine], Preferences]:
    """Write down which recipe and device are in use from now on."""

    def step(engine: Engine) -> Preferences:
        from dataclasses import replace

        from braind.engine import CUSTOM, default_settings, load_preferences, save_preferences

        preferences = load_preferences(default_settings())
        if recipe.name == CUSTOM:
            preferences = replace(preferences, custom=recipe)
        preferences = preferences.using(recipe.name).computing_on(device)
        save_preferences(preferences, default_settings())
        return preferences

    return step
