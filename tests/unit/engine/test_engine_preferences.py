import json

import pytest

from braind.engine.preferences import Preferences, load_preferences, save_preferences
from braind.errors import BraindError, StoreError
from braind.pythons import Environment
from braind.recipes import Choice
from braind.registry import EMBEDDED, Stage


def test_without_a_file_the_defaults_hold(tmp_path):
    assert load_preferences(tmp_path / "none.json") == Preferences()


def test_what_is_saved_is_read_again_and_others_settings_stay(tmp_path):
    path = tmp_path / "config" / "settings.json"
    path.parent.mkdir()
    path.write_text(json.dumps({"server": "mirror"}))
    own = Preferences().changed(Stage.FACE, Choice(EMBEDDED, {"mask_scale": 1.5}))
    save_preferences(own.computing_on("auto"), path)
    again = load_preferences(path)
    assert again == own.computing_on("auto") and again.find().name == "custom"
    assert again.using("default").find("custom").choice(Stage.FACE).settings["mask_scale"] == 1.5
    assert json.loads(path.read_text())["server"] == "mirror"
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"device": "abacus"}',
        '{"custom": {"nose": {}}}',
        '{"custom": {"face": []}}',
        '{"python": "/p"}',
    ],
)
def test_a_damaged_file_is_told(tmp_path, text):
    path = tmp_path / "settings.json"
    path.write_text(text)
    with pytest.raises(StoreError) as caught:
        load_preferences(path)
    assert caught.value.code == "settings_damaged" and str(path) in caught.value.what


@pytest.mark.parametrize("change", [lambda p: p.using("tasty"), lambda p: p.computing_on("abacus")])
def test_what_there_is_not_cannot_be_preferred(change):
    with pytest.raises(BraindError):
        change(Preferences())


def test_the_users_python_is_kept_with_what_it_had(tmp_path):
    python = Environment("/venv/bin/python", "3.12.1", {"torch": "2.9"})
    save_preferences(Preferences(python=python), tmp_path / "settings.json")
    assert load_preferences(tmp_path / "settings.json").python == python
    save_preferences(Preferences(python=python).running(None), tmp_path / "settings.json")
    assert load_preferences(tmp_path / "settings.json").python is None
