"""The body detector: what the child process may do, and one tiny training; needs "full"."""

from __future__ import annotations

import json
from importlib.util import find_spec

import pytest

from braind.backends.context import BackendContext
from braind.backends.onnx_session import session_of
from braind.backends.onnx_yolo import OnnxYolo
from braind.domain import BodyPart, Reason
from braind.lab.body import BodyDone, BodyEpoch, BodyPlan, guarded, train_body
from braind.lab.kinds import LabError, require
from braind.lab.propose import propose
from braind.sources import read_photo
from braind.weights import weights_at

ultralytics = pytest.mark.skipif(
    find_spec("ultralytics") is None or find_spec("onnx") is None,
    reason="needs the extras “full” and “train”",
)


def test_the_child_can_neither_install_nor_fetch_nor_report(tmp_path):
    environment = guarded(tmp_path / "settings")
    assert environment["YOLO_AUTOINSTALL"] == "false" and environment["YOLO_OFFLINE"] == "true"
    assert environment["ULTRALYTICS_SAFE_LOAD"] == "true"
    assert environment["YOLO_CONFIG_DIR"] == str(tmp_path / "settings")
    assert environment["https_proxy"] == environment["HTTPS_PROXY"] == "http://127.0.0.1:9"
    assert environment["no_proxy"] == ""


def test_a_folder_without_a_dataset_is_told(tmp_path):
    with pytest.raises(LabError, match="braind train propose"):
        next(train_body(tmp_path, tmp_path / "out", BodyPlan()))


@ultralytics
def test_a_tiny_detector_is_stopped_taken_up_again_and_exported(drawn_photos, tmp_path):
    *_, made = propose([drawn_photos / "chic"], tmp_path / "data")
    plan = BodyPlan(epochs=2, size=64, batch=4)
    job = train_body(made.dataset, tmp_path / "out", plan)
    first = next(job)
    job.close()
    *rest, done = train_body(made.dataset, tmp_path / "out", plan)
    assert first == BodyEpoch(1, 2, first.map50)
    assert rest[-1] == BodyEpoch(2, 2, rest[-1].map50)
    assert isinstance(done, BodyDone) and done.parameters > 1_000_000
    card = json.loads((tmp_path / "out" / "body.json").read_text(encoding="utf-8"))
    assert card["labels"] == [part.value for part in BodyPart]
    settings = json.loads(next((tmp_path / "out").rglob("settings.json")).read_text())
    assert settings["sync"] is False
    backend = OnnxYolo(session_of(weights_at(done.model), BackendContext()), 0.9)
    photo = read_photo(next((drawn_photos / "chic" / "may").iterdir()))
    assert backend.detect_people([photo])[0].reasons == (Reason.NOBODY,)  # it has learned nothing


@ultralytics
def test_what_ultralytics_cannot_use_is_told(tmp_path):
    (tmp_path / "dataset.yaml").write_text("train: nowhere\nval: nowhere\nnames:\n  0: a\n")
    with pytest.raises(LabError, match="ultralytics stopped") as caught:
        list(train_body(tmp_path, tmp_path / "out", BodyPlan(epochs=1, size=64)))
    assert str(tmp_path / "out" / "ultralytics.log") in caught.value.hint


def test_missing_packages_are_told_with_the_line_to_run():
    with pytest.raises(Exception, match=r'no_such_package.*pip install "braind\[train\]"'):
        require("train", "json", "no_such_package")
