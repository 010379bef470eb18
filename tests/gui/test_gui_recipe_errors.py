"""Whatever goes wrong with a recipe can be told in Korean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import braind
from braind.errors import BraindError
from braind.recipes import find_recipe
from braind_desktop.texts import AREAS, LanguageSwitch, error_texts

CODE = re.compile(r'(?:Model|Store|Photo)Error\(\s*"(\w+)"')
PLACES = (
    "recipes.py", "registry.py", "weights.py", "engine/preferences.py", "engine/reanalysis.py",
    "backends/batches.py", "backends/devices.py", "backends/body_boxes.py",
    "backends/onnx_yolo.py", "backends/onnx_classifier.py", "backends/siglip.py",
    "backends/siglip_style.py", "backends/spacy_words.py", "backends/ultralytics_person.py",
    "pythons.py", "hosting.py", "backends/json_worker.py", "backends/blip_vqa.py",
    "backends/vqa_words.py",
)  # fmt: skip


def test_every_failure_of_recipes_has_words():
    home = Path(braind.__file__).parent
    codes = {code for name in PLACES for code in CODE.findall((home / name).read_text("utf-8"))}
    assert len(codes) > 12
    told = {key for texts in AREAS.values() for key in texts}
    assert {code for code in codes if f"error.{code}" not in told} == set()
    assert {code for code in codes if f"error.{code}.hint" not in told} == set()


def test_the_gaps_are_filled_by_what_the_error_knows(qapp):
    switch = LanguageSwitch(qapp, "ko")
    try:
        with pytest.raises(BraindError) as caught:
            find_recipe("tasty")
        what, hint = error_texts(caught.value)
        assert what == "“tasty” 레시피는 없어요." and hint
    finally:
        switch.retire()
        qapp.setProperty("language", "en")
