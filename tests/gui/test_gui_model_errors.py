"""Whatever goes wrong with a model can be told in Korean."""

from __future__ import annotations

import re
from pathlib import Path

import braind.models
from braind.errors import ModelError
from braind.models.network import refuse_insecure
from braind.models.space import check_room
from braind_desktop.texts import LanguageSwitch, error_texts, errors, model_errors

CODE = re.compile(r'ModelError\(\s*"(\w+)"')
# Nothing that a user does leads to these.
INSIDE = {"model_card_missing", "model_manifest_missing", "model_path_unsafe"}


def test_every_failure_of_models_has_words():
    folder = Path(braind.models.__file__).parent
    codes = {code for path in folder.glob("*.py") for code in CODE.findall(path.read_text("utf-8"))}
    assert len(codes) > 20
    told = model_errors.TEXTS | errors.TEXTS
    assert {code for code in codes - INSIDE if f"error.{code}" not in told} == set()
    assert {code for code in codes - INSIDE if f"error.{code}.hint" not in told} == set()


def test_the_gaps_are_filled_by_what_the_error_knows(qapp, tmp_path):
    def failure(call, *arguments):
        try:
            call(*arguments)
        except ModelError as error:
            return error
        raise AssertionError("it went well")

    switch = LanguageSwitch(qapp, "ko")
    try:
        what, _ = error_texts(failure(check_room, tmp_path, 10**6, lambda folder: 5_000_000))
        assert what == "저장 공간이 부족해요. 201 MB 필요, 5 MB 남음."
        what, hint = error_texts(failure(refuse_insecure, "http://models.example/x"))
        assert what.startswith("models.example") and "https" in hint
    finally:
        switch.retire()
        qapp.setProperty("language", "en")
