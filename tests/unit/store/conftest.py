"""A library in a temporary folder, and looks to put into it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from braind.domain import Answer, Box, Look, Reason, StyleScores, Swatch
from braind.store import Library
from braind.vocabulary import ANSWERS, QUESTIONS

RECIPE = "recipe-one"
LookMaker = Callable[..., Look]


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    return tmp_path / "looks.braind"


@pytest.fixture
def library(library_path: Path) -> Iterator[Library]:
    with Library.open(library_path) as library:
        yield library


@pytest.fixture(scope="session")
def multiply() -> Callable[[Path, int, int], None]:
    """Makes a library of so many looks from its first ``seeds``, as no import could so fast."""
    return _multiply


def _multiply(path: Path, seeds: int, looks: int) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        names = [row[1] for row in file.execute("PRAGMA table_info(looks)")]
        copied = ", ".join(name for name in names if name not in ("id", "photo_hash"))
        for copy in range(1, looks // seeds):
            file.execute(
                f"""INSERT INTO looks (photo_hash, {copied})
                SELECT photo_hash || ?, {copied} FROM looks WHERE id <= ?""",
                (f"-{copy}", seeds),
            )


@pytest.fixture(scope="session")
def make_look() -> LookMaker:
    return _make_look


def _make_look(number: int = 1, **changes: object) -> Look:
    """Look ``number``: every field differs from that of other numbers."""
    rng = np.random.default_rng(number)
    fields: dict[str, object] = {
        "photo_hash": f"{number:064x}",
        "path": f"/사진/{number}.jpg",
        "styles": StyleScores(rng.random(7, dtype=np.float32)),
        "answers": tuple(
            Answer(question, str(rng.choice(ANSWERS[question])), float(np.float32(rng.random())))
            for question in QUESTIONS
        ),
        "palette": (Swatch("#1a2b3c", "navy", rng.random()), Swatch("#ffffff", "white", 0.1)),
        "recipe": RECIPE,
        "thumbnail": b"RIFF" + rng.bytes(20),
        "page": None,
        "person": 0,
        "box": Box(*rng.random(4)),
        "reasons": (Reason.LEFT_FOOT,),
        "near_hash": int(rng.integers(0, 1 << 64, dtype=np.uint64)),
        "ground_hash": int(rng.integers(0, 1 << 64, dtype=np.uint64)),
        "taken_at": 1_700_000_000 + number,
    }
    return Look(**(fields | changes))
