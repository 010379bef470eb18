"""Brand intelligence: every question to a library of random brands, as a user would ask it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from braind.bench.plan import BenchPlan, Section, Spent, spent_on
from braind.bench.reading import MakePipeline
from braind.domain import Answer, Look, StyleScores
from braind.engine import Engine
from braind.vocabulary import ANSWERS, QUESTIONS, STYLES, Question

_SHOOTS = 6
_LOOKBOOKS = ("SS24", "FW24", "SS25")
# How sharply a brand prefers its words: competitors differ, and yet share some looks.
_TASTE = 0.15


def bench_questions(plan: BenchPlan, make_pipeline: MakePipeline = None) -> Section:
    """Seconds a question; first ones load the library, and scikit-learn. Raises ``ModelError``."""
    brands, looks = plan.library
    with (
        tempfile.TemporaryDirectory(prefix="braind-bench-") as folder,
        Engine(Path(folder) / "bench.braind", make_pipeline=make_pipeline) as engine,
    ):
        _fill(engine, brands, looks)
        spent = {name: spent_on(partial(ask, engine)) for name, ask in _questions().items()}
    return _section(brands, looks, spent)


def _questions() -> dict[str, Callable[[Engine], object]]:
    ours, theirs = _name(0), _name(1)
    return {
        "white space, first": lambda e: e.white_space(),
        "white space": lambda e: e.white_space(),
        "honest profile": lambda e: e.honest_profile(ours),
        "styles inside, first": lambda e: e.sub_styles(ours),
        "styles inside": lambda e: e.sub_styles(ours),
        "competitors": lambda e: e.similar(ours),
        "differences": lambda e: e.differences(ours, theirs),
        "look-alikes": lambda e: e.look_alikes(ours),
        "similarity map": lambda e: e.position_map(),
        "what if": lambda e: e.what_if(ours, drop_lookbooks=_LOOKBOOKS[:1]),
        "drift": lambda e: e.drift(ours),
        "look search": lambda e: e.find_looks("navy jacket"),
        "whole report": lambda e: e.brand_report(ours),
    }


def _name(number: int) -> str:
    return f"Brand {number:03}"


def _fill(engine: Engine, brands: int, looks: int) -> None:
    rng = np.random.default_rng(7)
    library, recipe = engine.library, engine.recipe
    for number in range(brands):
        brand = library.add_brand(_name(number))
        tastes = {q: rng.dirichlet(np.full(len(ANSWERS[q]), _TASTE)) for q in QUESTIONS}
        styles = rng.random(len(STYLES))
        books = [library.add_lookbook(brand.id, name).id for name in _LOOKBOOKS]
        for part, book in enumerate(books):
            rows = range(part, looks, len(books))
            made = [_look(rng, recipe, number * looks + row, tastes, styles) for row in rows]
            library.add_looks(brand.id, book, made)
    engine.refresh()


def _look(
    rng: np.random.Generator,
    recipe: str,
    number: int,
    tastes: Mapping[Question, NDArray[np.float64]],
    styles: NDArray[np.float64],
) -> Look:
    words = {q: ANSWERS[q][int(rng.choice(len(tastes[q]), p=tastes[q]))] for q in QUESTIONS}
    shoot = number % _SHOOTS
    return Look(
        photo_hash=f"{number:064x}",
        path=f"shoot {shoot}/{number}.jpg",
        styles=StyleScores(np.clip(rng.normal(styles, 0.2), 0, 1).astype(np.float32)),
        answers=tuple(Answer(question, word, 0.8) for question, word in words.items()),
        palette=(),
        recipe=recipe,
        taken_at=1_700_000_000 + shoot * 86_400,
        near_hash=int(rng.integers(1, 2**63)),
    )


def _section(brands: int, looks: int, spent: dict[str, Spent]) -> Section:
    rows = [("", "CPU s", "wall s")]
    rows += [(name, f"{s.cpu:.2f}", f"{s.wall:.2f}") for name, s in spent.items()]
    values = {
        "section": "questions",
        "brands": brands,
        "looks_a_brand": looks,
        "cpu_s": {name: round(s.cpu, 3) for name, s in spent.items()},
        "wall_s": {name: round(s.wall, 3) for name, s in spent.items()},
    }
    return Section(f"Questions, {brands} brands of {looks} looks", tuple(rows), values)
