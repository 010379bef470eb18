"""What the user prefers, in one JSON file that command line and window share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from braind.backends.devices import CPU, DEVICES
from braind.errors import ModelError, StoreError
from braind.files import write_whole
from braind.pythons import Environment, examine_python
from braind.recipes import CUSTOM, DEFAULT, Choice, Recipe, find_recipe
from braind.registry import Stage, packages_of_backends


@dataclass(frozen=True, slots=True)
class Preferences:
    """The recipe in use by name, the device, and the user's own recipe and Python if there are any.

    ``python`` is what that Python had when it was last examined.
    """

    recipe: str = DEFAULT.name
    device: str = CPU
    custom: Recipe | None = None
    python: Environment | None = None

    def find(self, name: str = "") -> Recipe:
        """The recipe of that name; empty: the one in use. Raises ``ModelError``."""
        return find_recipe(name or self.recipe, self.custom)

    def using(self, name: str) -> Preferences:
        """With another recipe in use. Raises ``ModelError``."""
        return replace(self, recipe=self.find(name).name)

    def computing_on(self, device: str) -> Preferences:
        """With another device. Raises ``ModelError`` for a name that is none."""
        if device not in DEVICES:
            raise ModelError(
                "device_unknown",
                f"There is no device {device!r}.",
                f"Choose one of: {', '.join(DEVICES)}.",
                device=device,
            )
        return replace(self, device=device)

    def running(self, python: Path | None) -> Preferences:
        """With the user's own Python examined now, or without one.

        Starts it and waits. Raises ``ModelError``: ``python_unusable`` or ``python_unfit``.
        """
        found = examine_python(python, packages_of_backends()) if python else None
        return replace(self, python=found)

    def changed(self, stage: Stage, choice: Choice) -> Preferences:
        """With the recipe in use changed in one stage, which makes it the user's own.

        Raises ``ModelError`` for a backend or a setting that does not exist.
        """
        return replace(self, recipe=CUSTOM, custom=self.find().with_choice(stage, choice))


def load_preferences(path: Path) -> Preferences:
    """Read the file; the defaults when there is none. Raises ``StoreError`` (settings_damaged)."""
    content = _read(path)
    try:
        custom = _recipe(content["custom"]) if content.get("custom") else None
        python = Environment(**content["python"]) if content.get("python") else None
        chosen = Preferences(custom=custom, python=python)
        chosen = chosen.computing_on(str(content.get("device", CPU)))
        return replace(chosen, recipe=str(content.get("recipe", DEFAULT.name)))
    except (TypeError, KeyError, ValueError, AttributeError, ModelError) as error:
        raise _damaged(path, error) from error


def save_preferences(preferences: Preferences, path: Path) -> None:
    """Write the file whole or not at all; what others keep in it stays. Raises ``StoreError``."""
    content = _read(path) | {
        "recipe": preferences.recipe,
        "device": preferences.device,
        "custom": _shape(preferences.custom),
        "python": asdict(preferences.python) if preferences.python else None,
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    write_whole(path, [text.encode()], private=True)


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise _damaged(path, error) from error
    if not isinstance(content, dict):
        raise _damaged(path, "it is not an object")
    return content


def _recipe(stages: Mapping[str, Any]) -> Recipe:
    choices = {
        Stage(stage): Choice(str(row["backend"]), dict(row.get("settings", {})))
        for stage, row in stages.items()
    }
    return Recipe(CUSTOM, choices)


def _shape(recipe: Recipe | None) -> dict[str, Any] | None:
    if recipe is None:
        return None
    return {
        str(stage): {"backend": choice.backend, "settings": dict(choice.settings)}
        for stage, choice in recipe.choices.items()
    }


def _damaged(path: Path, error: object) -> StoreError:
    return StoreError(
        "settings_damaged",
        f"The settings at “{path}” cannot be used: {error}.",
        "Mend the file or delete it; then the defaults hold.",
        path=str(path),
    )
