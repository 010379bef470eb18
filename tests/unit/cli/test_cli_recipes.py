import json
import sys
from functools import partial

import pytest
from engine_fakes import FakePipeline, write_folder
from python_fakes import other_braind, package, python_at


def test_recipes_are_listed_with_the_one_in_use(braind):
    shapes = braind.json("recipe", "list")
    assert [s["name"] for s in shapes if s["in_use"]] == ["default"]
    assert "* default" in " ".join(braind("recipe", "list").stdout.split())


def test_a_changed_stage_makes_a_recipe_of_ones_own(braind):
    shape = braind.json("recipe", "set", "face", "embedded", "mask_scale=1.5", "threshold=1")
    assert (shape["name"], shape["in_use"]) == ("custom", True)
    assert shape["stages"]["face"]["settings"] == {"mask_scale": 1.5, "threshold": 1.0}
    assert braind.json("recipe", "use", "default")["in_use"]
    assert braind.json("recipe", "show", "custom")["stages"]["face"]["settings"]["threshold"] == 1
    assert "mask_scale=1.5" in braind("recipe", "show", "custom").stdout


def test_a_recipe_tells_which_models_are_missing(braind, tmp_path, monkeypatch):
    monkeypatch.setenv("BRAIND_MODELS", str(tmp_path / "none"))
    cutout = braind.json("recipe", "show", "permissive")["stages"]["cutout"]
    assert cutout["models"] == [
        {"id": "isnet-general", "state": "absent", "get": "braind models get isnet-general"}
    ]
    out = braind("recipe", "show", "original").stdout
    assert "person: braind models add FILE --as yolov8-torch" in out
    assert "models get" not in braind("recipe", "show", "default").stdout


def test_lavis_is_told_where_it_is_missing(braind, tmp_path, monkeypatch):
    monkeypatch.setenv("BRAIND_MODELS", str(tmp_path / "none"))
    assert "install-lavis" not in braind("recipe", "list").stdout
    line = "vqa: braind models install-lavis"
    assert line in braind("recipe", "set", "vqa", "lavis").stdout
    assert f"custom {line}" in braind("recipe", "list").stdout
    assert braind.json("recipe", "show")["stages"]["vqa"]["install"] == line[5:]
    listed = braind("models", "list")
    assert "LAVIS is not installed" in listed.stdout and line[5:] in listed.stdout
    assert braind.json("models", "list")["lavis"] == {"is_there": False, "install": line[5:]}
    assert "설치되어 있지 않아요" in braind("--lang", "ko", "models", "list", "lavis-vqa").stdout
    assert "LAVIS" not in braind("models", "list", "minilm").stdout
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert line in braind("recipe", "show").stdout  # the installed program builds it, too


def test_the_visual_block_is_a_stage_that_is_none_unless_chosen(braind, tmp_path, monkeypatch):
    monkeypatch.setenv("BRAIND_MODELS", str(tmp_path / "none"))
    assert braind.json("recipe", "show")["stages"]["visual"]["backend"] == "none"
    out = braind("recipe", "set", "visual", "fashion-siglip").stdout
    assert "visual: braind models get fashion-siglip" in out
    small = braind.json("recipe", "set", "visual", "fashion-siglip", "images=fashion-siglip-q4")
    (model,) = small["stages"]["visual"]["models"]
    assert model["get"] == "braind models get fashion-siglip-q4"
    assert braind.json("recipe", "set", "visual", "none")["stages"]["visual"]["models"] == []


def test_a_part_that_looks_of_the_recipe_do_not_have_cannot_be_weighted(stocked, tmp_path):
    photo = write_folder(tmp_path / "query", 1, seed=99)[0]
    for words in (("match", photo, "--weights"), ("looks", "--like", photo, "--weights")):
        result = stocked(*words, "visual=2")
        assert result.exit_code == 2 and "recipe set visual fashion-siglip" in result.stderr
        nothing = "style=0,colour=0,garments=0,material=0,season=0"
        result = stocked(*words, nothing)
        assert result.exit_code == 2 and "above 0" in result.stderr


def test_the_device_is_kept(braind):
    assert braind.json("recipe", "device", "auto")["device"] == "auto"
    assert braind.json("recipe", "show")["device"] == "auto"


@pytest.mark.parametrize(
    "words",
    [
        ("set", "nose", "embedded"),
        ("set", "face", "nothing"),
        ("set", "face", "embedded", "colour=red"),
        ("set", "face", "embedded", "threshold=high"),
        ("use", "tasty"),
        ("device", "abacus"),
    ],
)
def test_what_there_is_not_is_a_usage_error_and_changes_nothing(braind, words):
    assert braind("recipe", *words).exit_code == 2
    assert braind.json("recipe", "show")["name"] == "default"


def test_a_photo_is_read_by_another_recipe_once(braind, tmp_path):
    result = braind("analyze", tmp_path, "--recipe", "tasty")
    assert result.exit_code == 2 and "no recipe 'tasty'" in result.stderr
    assert braind("analyze", tmp_path, "--device", "abacus").exit_code == 2


def test_photos_are_read_again_by_another_recipe(stocked, tmp_path):
    newer = partial(FakePipeline, stocked.calls, "newer")
    (tmp_path / "brands" / "Moss" / "0.png").rename(tmp_path / "moved.png")
    result = stocked("reanalyze", make_pipeline=newer)
    assert result.exit_code == 1 and "0.png: The photo is not where it was" in result.stderr
    result = stocked("reanalyze", "--look-in", tmp_path, make_pipeline=newer)
    assert result.exit_code == 0 and "1 moved photos found" in result.stderr
    assert "read by other models" not in stocked("similar", "Moss", make_pipeline=newer).stderr
    assert stocked("reanalyze", "--brand", "nobody", make_pipeline=newer).exit_code == 2


def test_heads_need_their_model(braind, tmp_path, monkeypatch):
    pytest.importorskip("tokenizers", reason="needs the extra “siglip”")
    monkeypatch.setenv("BRAIND_MODELS", str(tmp_path / "models"))
    write_folder(tmp_path / "looks" / "chic", 3)
    result = braind("train", "heads", tmp_path / "looks", "-o", tmp_path / "heads.json")
    assert result.exit_code == 3 and "fashion-siglip-text" in result.stderr


def test_a_python_of_ones_own_is_examined_and_kept(braind, tmp_path):
    torch, others = package(tmp_path / "a", "torch", "9.1"), package(tmp_path / "b", "transformers")
    path = python_at(tmp_path / "python", torch, others)
    found = braind.json("recipe", "python", path)
    assert found["interpreter"] == str(path) and found["packages"]["torch"] == "9.1"
    assert "torch" in braind("recipe", "python", path).stdout
    braind("recipe", "set", "vqa", "blip")
    assert braind.json("recipe", "show")["stages"]["vqa"]["install"] is None
    checks = {check["name"]: check for check in json.loads(braind("doctor", "--json").stdout)}
    assert checks["your Python"]["ok"] and "torch 9.1" in checks["your Python"]["detail"]


def test_a_python_that_does_not_fit_is_not_kept(braind, tmp_path):
    result = braind("recipe", "python", tmp_path / "none")
    assert result.exit_code == 2 and "does not answer" in result.stderr
    path = python_at(tmp_path / "python", other_braind(tmp_path / "old"))
    result = braind("recipe", "python", path)
    assert result.exit_code == 3 and "pip install" in result.stderr
    assert not (tmp_path / "settings.json").exists()


def test_the_python_is_forgotten(braind, tmp_path):
    braind("recipe", "python", python_at(tmp_path / "python"))
    assert braind.json("recipe", "python", "none") is None
    assert "your Python" not in braind("doctor").stdout


def test_the_installed_program_asks_for_a_python_not_for_packages(braind, monkeypatch):
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setitem(sys.modules, "torch", None)  # as if it were not there
    shown = braind("recipe", "set", "vqa", "blip").stdout
    assert "vqa: braind recipe python PATH" in shown and "pip install" not in shown
