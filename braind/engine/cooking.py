"""Pipelines and word vectors, as the engine uses them."""

from __future__ import annotations

import os
from pathlib import Path

from braind.backends.context import BackendContext
from braind.hosting import create_where_it_belongs
from braind.pipeline import Pipeline
from braind.pythons import Environment
from braind.recipes import DEFAULT, Recipe
from braind.registry import Stage
from braind.search.vectors import WordTables
from braind.vocabulary import QUESTIONS
from braind.wordspaces import space_of


def make_pipeline(
    recipe: Recipe = DEFAULT,
    device: str = "cpu",
    cache: Path | None = None,
    python: Environment | None = None,
) -> Pipeline:
    """The pipeline of a recipe. Raises ``ModelError``.

    Small nets are one thread wide, because several such pipelines work side by side. There is one
    of large nets, which then has the machine to itself.
    """
    threads = 1 if recipe.is_small else os.cpu_count() or 1
    return Pipeline.of(recipe, BackendContext(device, threads, cache=cache, python=python))


def word_tables(
    recipe: Recipe = DEFAULT,
    device: str = "cpu",
    cache: Path | None = None,
    python: Environment | None = None,
) -> WordTables:
    """The word vectors of a recipe, by question. Raises ``ModelError``."""
    context = BackendContext(device, cache=cache, python=python)
    spec, settings = recipe.spec(Stage.WORDS), recipe.choice(Stage.WORDS).settings
    backend = create_where_it_belongs(spec, context, settings)
    space = space_of(backend, cache)
    return {question: space.table(question) for question in QUESTIONS}
