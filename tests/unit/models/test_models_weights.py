from __future__ import annotations

import hashlib
import json
import os

import pytest

from braind.errors import ModelError
from braind.models import (
    Licence,
    ModelFile,
    WeightFile,
    find_model,
    model_folder,
    models_folder,
    read_weights,
    weight_path,
)
from braind.models.record import Basis, FileRecord, Record, write_record

CONTENT = bytes(range(256)) * 40
DIGEST = hashlib.sha256(CONTENT).hexdigest()
MIT = Licence("MIT")


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("BRAIND_MODELS", str(tmp_path / "models"))


def install(model_id, basis=Basis.FIRST_USE):
    """Put CONTENT in place of every file of a model, and say that it was accepted."""
    model = find_model(model_id)
    home = models_folder() / model_id
    files = {}
    for file in model.files:
        path = home / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(CONTENT)
        files[file.path] = FileRecord(DIGEST, len(CONTENT), path.stat().st_mtime_ns, basis)
    write_record(home, Record(files))
    return home


def refused(call, *arguments):
    with pytest.raises(ModelError) as caught:
        call(*arguments)
    return caught.value


def test_shipped_weights_are_checked_against_their_card(tmp_path):
    model = ModelFile("parser", (WeightFile("p.onnx"),), MIT)
    (tmp_path / "p.onnx").write_bytes(CONTENT)
    assert refused(read_weights, model, tmp_path).code == "model_card_missing"
    (tmp_path / "p.json").write_text(json.dumps({"sha256": DIGEST}))
    assert read_weights(model, tmp_path).sha256 == DIGEST
    (tmp_path / "p.onnx").write_bytes(CONTENT[1:])
    assert refused(read_weights, model, tmp_path).code == "model_damaged"


def test_missing_weights_are_named(tmp_path):
    error = refused(read_weights, find_model("style"), tmp_path)
    assert error.code == "model_missing" and "style" in error.what


def test_a_package_that_carries_no_model_is_named():
    model = ModelFile("x", (WeightFile("x.onnx", DIGEST),), MIT, package="no_such_package")
    assert refused(read_weights, model).code == "model_missing"


def test_the_face_model_comes_with_its_package():
    model = find_model("centerface")
    assert read_weights(model).sha256 == model.files[0].sha256


def test_an_absent_model_is_told_with_the_command_that_fetches_it():
    for error in (
        refused(model_folder, "birefnet"),
        refused(read_weights, find_model("birefnet")),
    ):
        assert error.code == "model_missing"
        assert "braind models get birefnet" in error.hint
    assert "braind models add FILE --as yolov8" in refused(model_folder, "yolov8").hint


def test_an_installed_model_is_handed_out():
    home = install("minilm")
    assert model_folder("minilm") == home
    assert weight_path("minilm", "1_Pooling/config.json").read_bytes() == CONTENT
    weights = read_weights(find_model("minilm"), path="vocab.txt")
    assert (weights.content, weights.sha256) == (CONTENT, DIGEST)


def test_files_that_nobody_accepted_are_not_handed_out():
    home = install("isnet-general")
    (home / "installed.json").unlink()
    assert refused(model_folder, "isnet-general").code == "model_missing"
    assert refused(read_weights, find_model("isnet-general")).code == "model_missing"


def test_a_missing_file_of_several_is_noticed():
    (install("minilm") / "vocab.txt").unlink()
    error = refused(model_folder, "minilm")
    assert error.code == "model_missing" and "vocab.txt" in error.what


def test_changed_bytes_are_noticed_and_a_new_date_alone_is_not():
    path = install("yunet") / "yunet.onnx"
    os.utime(path, (1, 1))
    assert model_folder("yunet")
    path.write_bytes(CONTENT[::-1])
    assert refused(model_folder, "yunet").code == "model_damaged"
    assert refused(read_weights, find_model("yunet")).code == "model_damaged"


def test_a_programs_bytes_are_compared_each_time():
    path = install("yolov8-torch", Basis.OWN) / "yolov8.pt"
    assert model_folder("yolov8-torch")
    before = path.stat()
    path.write_bytes(CONTENT[::-1])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert refused(model_folder, "yolov8-torch").code == "model_damaged"


def test_the_users_folder_is_known_by_the_platform(monkeypatch, tmp_path):
    monkeypatch.delenv("BRAIND_MODELS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert models_folder().name == "models"
