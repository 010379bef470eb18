"""Torch models in a Python of the user's, chosen in the settings."""

import json
import sys

import pytest
from PySide6.QtWidgets import QFileDialog
from python_fakes import other_braind, package, python_at

from braind.engine import Stage, default_settings
from braind_desktop.desk import Place
from braind_desktop.widgets.basics import Button


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("BRAIND_MODELS", str(tmp_path / "models"))


@pytest.fixture
def python(tmp_path):
    torch = package(tmp_path / "a", "torch", "9.1")
    return python_at(tmp_path / "python", torch, package(tmp_path / "b", "transformers", "5.0"))


class Setting:
    """The section as a user finds it."""

    def __init__(self, desk, monkeypatch):
        self.desk, self._monkeypatch = desk, monkeypatch
        desk.desk.go(Place.SETTINGS, section="analysis")
        desk.settle()
        section = desk.window.page.sections["analysis"]
        _, self.named, self.answer = section.settings
        self.choose, self.test, self.forget = self.named.findChildren(Button)

    def pick(self, path):
        self._monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        self.press(self.choose)

    def press(self, button):
        button.click()
        self.desk.settle()

    def told(self):
        return self.answer.name.text(), self.answer.about.text()


@pytest.fixture
def setting(desk, monkeypatch):
    return Setting(desk, monkeypatch)


def test_without_one_it_says_what_to_choose(setting):
    assert setting.told()[0] == "None chosen" and ".venv/bin/python" in setting.told()[1]
    assert not setting.test.isEnabled() and not setting.forget.isEnabled()


def test_a_chosen_python_tells_what_it_has_and_is_kept(setting, python):
    setting.pick(python)
    place, has = setting.told()
    assert place == str(python) and "torch 9.1, transformers 5.0" in has
    assert json.loads(default_settings().read_text("utf-8"))["python"]["interpreter"] == place
    setting.press(setting.forget)
    assert setting.told()[0] == "None chosen"


def test_the_test_looks_again(setting, python, tmp_path):
    setting.pick(python)
    old = tmp_path / "a" / "torch-9.1.dist-info"
    old.rename(tmp_path / "a" / "torch-9.2.dist-info")
    (tmp_path / "a" / "torch-9.2.dist-info" / "METADATA").write_text("Name: torch\nVersion: 9.2\n")
    setting.press(setting.test)
    assert "torch 9.2" in setting.told()[1]


def test_one_that_does_not_fit_is_told_and_the_former_stays(setting, python, tmp_path):
    setting.pick(python)
    setting.pick(python_at(tmp_path / "old", other_braind(tmp_path / "place")))
    place, why = setting.told()
    assert place == str(python) and "BRAIND 0.0.9" in why and "pip install" in why


def choose(desk, box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    desk.settle()


@pytest.fixture
def card(desk, monkeypatch):
    """The recipe, in the installed program, which has no torch."""
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setitem(sys.modules, "torch", None)  # as if it were not there
    desk.desk.go(Place.MODELS)
    desk.settle()
    return desk.window.page.recipe


def test_the_installed_program_points_to_the_setting(desk, card):
    choose(desk, card.names, "original")
    assert "cannot be added to the installed program" in card.needs.text()
    assert "pip install" not in card.needs.text()
    blip = card.stages[Stage.VQA].model().item(card.stages[Stage.VQA].findData("blip"))
    assert not blip.isEnabled() and "cannot be added" in blip.toolTip()
    card.python.click()
    assert desk.window.page.sections["analysis"].isVisible()
    assert desk.window.page.names.currentItem().text() == "Analysis"


def test_a_named_python_opens_what_it_can_run(desk, card, python, monkeypatch):
    Setting(desk, monkeypatch).pick(python)
    desk.desk.go(Place.MODELS)
    desk.settle()
    box = card.stages[Stage.VQA]
    assert box.model().item(box.findData("blip")).isEnabled()
    choose(desk, box, "blip")
    assert "BLIP-VQA" in card.needs.text() and "packages" not in card.needs.text()
    assert not card.python.isVisible()
