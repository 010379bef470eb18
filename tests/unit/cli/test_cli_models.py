"""Models from the command line, fetched from a hub on this machine."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time

import pytest
from model_hub import Hub, serving

from braind.models import resources_folder

NET = (resources_folder() / "models/garments.onnx").read_bytes()
MINILM = "sentence-transformers/all-MiniLM-L6-v2"
FILES = ("config.json", "config_sentence_transformers.json", "modules.json",
         "sentence_bert_config.json", "special_tokens_map.json", "tokenizer.json",
         "tokenizer_config.json", "vocab.txt", "1_Pooling/config.json")  # fmt: skip


def weights(size=200_000):
    """Safetensors of so many bytes."""
    tensor = {"dtype": "U8", "shape": [size], "data_offsets": [0, size]}
    header = json.dumps({"a": tensor}).encode()
    return len(header).to_bytes(8, "little") + header + bytes(size)


@pytest.fixture
def hub(tmp_path, monkeypatch):
    """A hub that has one of the real models, with other bytes; and a folder for models."""
    monkeypatch.setenv("BRAIND_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    files = {f"{MINILM}/{name}": b"{}" for name in FILES}
    files[f"{MINILM}/model.safetensors"] = weights()
    with serving(Hub(files)) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        yield hub


def told(result):
    """The error that a command told programs."""
    return json.loads(result.stderr.splitlines()[-1])


def test_the_list_tells_what_is_there_and_what_it_may_be_used_for(braind, hub, tmp_path):
    shape = braind.json("models", "list")
    assert shape["folder"] == str(tmp_path / "models") and shape["exists"] is False
    found = {row["id"]: row for row in shape["models"]}
    assert found["style"]["state"] == "bundled" and found["minilm"]["state"] == "absent"
    assert found["rmbg-1.4"]["licence"]["commercial_ok"] is False
    out = braind("models", "list").stdout
    assert "commercial use restricted" in out and "no hash is published" in out
    assert "배경 제거" not in out and "경량" in braind("--lang", "ko", "models", "list").stdout


def test_a_model_is_fetched_checked_and_removed(braind, hub):
    refused = braind("models", "get", "minilm", "--json")
    assert refused.exit_code == 2 and told(refused)["code"] == "licence_not_accepted"
    assert hub.asked == []
    got = braind("models", "get", "minilm", "--accept-licence", "--json")
    assert got.exit_code == 0
    (shape,) = json.loads(got.stdout)
    assert (shape["state"], shape["hash_basis"]) == ("installed", "first_use")
    steps = [json.loads(line) for line in got.stderr.splitlines()]
    assert steps[-1]["done"] == steps[-1]["total"] == shape["bytes"]
    assert "download" in {step["note"] for step in steps}
    assert "installed, verified" in braind("models", "verify", "minilm").stdout
    assert "not installed" in braind("models", "remove", "minilm").stdout


def test_what_a_recipe_needs_is_fetched_in_one_go(braind, hub):
    assert braind.json("models", "get", "--recipe", "default") == []  # all of it ships
    for words in ([], ["minilm", "--recipe", "default"], ["--recipe", "nothing"]):
        assert braind("models", "get", *words).exit_code == 2


def test_a_broken_download_is_told_and_taken_up(braind, hub):
    hub.plan.append(404)
    result = braind("models", "get", "minilm", "--accept-licence", "--json")
    assert result.exit_code == 4 and told(result)["code"] == "download_refused"
    assert braind("models", "get", "minilm").exit_code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_ctrl_c_stops_a_download_and_keeps_what_arrived(braind, hub, tmp_path):
    hub.files[f"{MINILM}/model.safetensors"] = weights(4_000_000)
    hub.plan.append("stall")
    part = tmp_path / "models/minilm/model.safetensors.part"
    command = [sys.executable, "-m", "braind", "models", "get", "minilm", "--accept-licence"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 60
        while not (part.exists() and part.stat().st_size):
            assert process.poll() is None and time.monotonic() < deadline
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, told_there = process.communicate(timeout=20)
    assert process.returncode == 130 and "kept" in told_there and "Traceback" not in told_there
    (shape,) = braind.json("models", "list", "minilm")["models"]
    assert shape["state"] == "partial" and shape["bytes"] == part.stat().st_size
    assert braind("models", "get", "minilm").exit_code == 0
    assert hub.ranges()[1] == f"bytes={shape['bytes']}-"


def test_a_check_goes_on_after_a_damaged_model(braind, hub, tmp_path):
    braind("models", "get", "minilm", "--accept-licence")
    (tmp_path / "models/minilm/vocab.txt").write_bytes(b"[]")
    result = braind("models", "verify", "minilm", "style", "--json")
    assert result.exit_code == 3 and told(result)["code"] == "model_damaged"
    states = {row["id"]: row["state"] for row in json.loads(result.stdout)}
    assert states == {"minilm": "damaged", "style": "bundled"}
    assert braind("models", "verify", "birefnet").exit_code == 3


def test_verify_checks_everything_that_is_there(braind, hub):
    shapes = braind.json("models", "verify")
    assert {shape["id"] for shape in shapes} >= {"parser", "style", "garments", "centerface"}


def test_own_files_are_added_after_a_warning(braind, hub, tmp_path):
    own = tmp_path / "own.onnx"
    own.write_bytes(NET)
    assert told(braind("models", "add", own, "--json"))["code"] == "model_unrecognised"
    result = braind("models", "add", own, "--as", "yolov8", "--json")
    assert result.exit_code == 2 and told(result)["code"] == "model_unconfirmed"
    added = braind("models", "add", own, "--as", "yolov8", "--trust")
    assert added.exit_code == 0 and "not verified" in added.stdout
    (doctor,) = [c for c in json.loads(braind("doctor", "--json").stdout)
                 if c["name"] == "model yolov8"]  # fmt: skip
    assert doctor["ok"] and "not verified" in doctor["detail"]


def test_shipped_models_stay(braind, hub):
    result = braind("models", "remove", "style")
    assert result.exit_code == 2 and "belongs to BRAIND" in result.stderr


@pytest.mark.parametrize("words", [["get", "nothing"], ["verify", "nothing"], ["list", "nothing"]])
def test_an_unknown_model_is_wrong_usage(braind, hub, words):
    result = braind("models", *words)
    assert result.exit_code == 2 and "no model 'nothing'" in result.stderr


def test_licences_are_listed_with_what_was_accepted(braind, hub):
    braind("models", "get", "minilm", "--accept-licence")
    found = {row["id"]: row for row in braind.json("models", "licences")}
    assert found["minilm"]["accepted_on"] and not found["birefnet"]["accepted_on"]
    out = braind("models", "licences").stdout
    assert "accepted 2" in out and "publish the whole project's source" in out


def test_models_move(braind, hub, tmp_path, monkeypatch):
    assert braind("models", "move", tmp_path / "new").exit_code == 2  # the environment decides
    monkeypatch.delenv("BRAIND_MODELS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if str(tmp_path) not in braind.json("models", "list")["folder"]:
        pytest.skip("the user's folder cannot be moved here")
    braind("models", "get", "minilm", "--accept-licence")
    assert braind.json("models", "move", tmp_path / "new")["folder"] == str(tmp_path / "new")
    (row,) = braind.json("models", "list", "minilm")["models"]
    assert row["state"] == "installed" and row["folder"] == str(tmp_path / "new/minilm")
    (tmp_path / "new").rename(tmp_path / "newer")
    assert braind.json("models", "list", "minilm")["exists"] is False
    braind("models", "move", tmp_path / "newer", "--relink")
    assert braind.json("models", "list", "minilm")["models"][0]["state"] == "installed"


def test_lavis_that_cannot_be_installed_is_told_and_leaves_nothing(braind, tmp_path, monkeypatch):
    monkeypatch.setenv("BRAIND_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    result = braind("models", "install-lavis", "--json")
    assert result.exit_code == 3
    assert told(result)["code"] in {"lavis_install_failed", "python_missing", "disk_full"}
    assert not (tmp_path / "models" / "lavis-environment").exists()
