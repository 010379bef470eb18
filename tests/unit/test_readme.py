"""The README says what is so: its commands are CI's, its numbers are the model cards'."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

from braind.vocabulary import QUESTIONS, STYLES, Question, label

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
HEAD = "| Read from a photo | BRAIND | always “yes” | second rater |"


def _commands() -> list[str]:
    """The lines of the README that make an environment of their own."""
    return re.findall(r"^python3 -m venv .+$", README, re.MULTILINE)


def test_ci_runs_the_test_command_word_for_word() -> None:
    assert _commands()[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_the_main_job_comes_first_and_then_the_tests() -> None:
    demo, tests = _commands()
    assert demo.endswith("braind demo")
    assert tests.endswith("-m pytest")


def test_pictures_and_files_that_the_readme_names_exist() -> None:
    named = re.findall(r"\]\((?!https?:|#)([^)]+)\)", README)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def _validation(model: str) -> dict[str, Any]:
    """What the evaluation wrote into a model's card; empty before it has run."""
    card = ROOT / "resources" / "models" / f"{model}.json"
    return json.loads(card.read_text(encoding="utf-8")).get("validation", {})


def _number(value: float) -> str:
    """Two digits; a third where two would claim perfection."""
    return f"{value:.2f}" if value < 0.995 or value == 1 else f"{value:.3f}"


def _row(name: str, *values: float | str) -> str:
    cells = [value if isinstance(value, str) else _number(value) for value in values]
    return f"| {name} | {' | '.join(cells)} |"


def _rows_of_the_cards() -> Iterator[str]:
    if parser := _validation("parser"):
        yield _row("Person mask, IoU", parser["person_iou"], "", "")
        yield _row("One whole body or not, accuracy", parser["whole_body"]["accuracy"], "", "")
    if style := _validation("style"):
        agreed, always = style["annotator_agreement_f1"], style["f1_always_yes"]
        scores = style["macro_f1"], style["macro_f1_always_yes"], agreed["macro"]
        yield _row("Styles, macro-F1", *scores)
        for name in STYLES:
            yield _row(f"{label(name)}, F1", style["f1"][name], always[name], agreed[name])
    if garments := _validation("garments"):
        for question in QUESTIONS:
            if question is not Question.FAMOUS_BRAND:
                right, agreed = garments["accuracy"], garments["annotator_agreement"]
                yield _row(f"{label(question)}, accuracy", right[question], "", agreed[question])


def test_the_numbers_of_the_readme_are_those_of_the_model_cards() -> None:
    lines = README.splitlines()
    table = list(takewhile(lambda line: line.startswith("|"), lines[lines.index(HEAD) + 2 :]))
    wanted = list(_rows_of_the_cards())
    assert table == wanted, "\n".join(["the README's table has to read", *wanted])
