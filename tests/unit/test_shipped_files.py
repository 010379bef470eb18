"""What ships with BRAIND is small, described, and our own."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
MODELS = sorted((RESOURCES / "models").glob("*.onnx"))
MOST_LINES = 400
MOST_MEGABYTES = 40


def test_there_are_models() -> None:
    assert {model.stem for model in MODELS} == {"parser", "style", "garments"}


def test_the_models_are_small_together() -> None:
    assert sum(model.stat().st_size for model in MODELS) <= MOST_MEGABYTES * 1_000_000


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.stem)
def test_a_card_tells_what_its_model_is(model: Path) -> None:
    card = json.loads(model.with_suffix(".json").read_text(encoding="utf-8"))
    assert card["sha256"] == hashlib.sha256(model.read_bytes()).hexdigest()
    assert card["bytes"] == model.stat().st_size
    assert card["licence"] == "Apache-2.0"
    assert card["limits"]


def test_pictures_that_ship_are_the_readmes_only() -> None:
    pictures = {
        path.name
        for path in RESOURCES.rglob("*")
        if path.suffix.lower() in {".jpg", ".jpeg", ".png", ".webp", ".gif"}
    }
    assert pictures <= {"readme.png"}


def test_files_of_code_stay_short() -> None:
    code = (path for folder in ("braind", "braind_desktop", "tests") for path in _python(folder))
    lengths = {path.relative_to(ROOT): len(path.read_bytes().splitlines()) for path in code}
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def _python(folder: str) -> list[Path]:
    return list((ROOT / folder).rglob("*.py"))
