"""The real architecture, untrained, through ultralytics and as the ONNX file that it exports."""

import os
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from stage_fakes import photo_of
from tiny_nets import torch_yolo

from braind.backends.onnx_session import OnnxSession
from braind.backends.onnx_yolo import OnnxYolo
from braind.backends.ultralytics_person import UltralyticsPerson, load_ultralytics
from braind.domain import BodyPart
from braind.errors import ModelError
from braind.weights import weights_at

pytestmark = pytest.mark.skipif(
    any(find_spec(name) is None for name in ("ultralytics", "torchvision", "onnx")),
    reason="needs the extras “full” and “test”",
)
SURE = 0.9


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("ultralytics")


@pytest.fixture(scope="module")
def file(folder):
    torch_yolo(folder / "body.pt", eager=True)
    return folder / "body.pt"


@pytest.fixture(scope="module")
def backend(file, folder):
    return UltralyticsPerson(weights_at(file), "cpu", SURE, folder / "settings")


@pytest.fixture(scope="module")
def photos():
    """Square, so that both ways frame them alike."""
    rng = np.random.default_rng(3)
    blocks = [rng.integers(0, 255, (20, 20, 3), np.uint8) for _ in range(2)]
    return [photo_of(block.repeat(32, axis=0).repeat(32, axis=1)) for block in blocks]


@pytest.mark.filterwarnings("ignore")  # those of the exporter, not of ours
def test_the_exported_file_finds_what_ultralytics_finds(file, folder, backend, photos):
    ultralytics = load_ultralytics(folder / "settings")
    exported = ultralytics.YOLO(str(file)).export(format="onnx", imgsz=640, simplify=False)
    onnx = OnnxYolo(OnnxSession(weights_at(Path(exported))), SURE)
    ours, theirs = onnx.detect_people(photos), backend.detect_people(photos)
    assert any(detection.people for detection in theirs)
    for one, other in zip(ours, theirs, strict=True):
        assert one.reasons == other.reasons
        for a, b in zip(one.people, other.people, strict=True):
            assert a.missing == b.missing and a.score == pytest.approx(b.score, abs=1e-3)
            assert sides(a.box) == pytest.approx(sides(b.box), abs=0.5)


def sides(box):
    return [box.left, box.top, box.right, box.bottom]


def test_it_is_kept_from_installing_fetching_and_reporting(folder, backend):
    assert os.environ["YOLO_AUTOINSTALL"] == "false" and os.environ["YOLO_OFFLINE"] == "true"
    assert os.environ["ULTRALYTICS_SAFE_LOAD"] == "true"
    assert load_ultralytics(folder / "settings").settings["sync"] is False


def test_a_file_that_is_no_detector_is_refused(folder):
    path = folder / "broken.pt"
    path.write_bytes(b"no weights")
    with pytest.raises(ModelError) as caught:
        UltralyticsPerson(weights_at(path), "cpu", SURE, folder / "settings")
    assert caught.value.code == "model_unusable"


def test_code_in_a_file_is_not_run(folder):
    import torch

    path, proof = folder / "hostile.pt", folder / "proof"
    torch.save({"model": Hostile(proof)}, path)
    with pytest.raises(ModelError) as caught:
        UltralyticsPerson(weights_at(path), "cpu", SURE, folder / "settings")
    assert caught.value.code == "model_unusable" and not proof.exists()


class Hostile:
    """Makes a folder when it is unpickled."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


def test_a_device_that_torch_does_not_have_is_refused(file, folder):
    with pytest.raises(ModelError) as caught:
        UltralyticsPerson(weights_at(file), "dml", SURE, folder / "settings")
    assert caught.value.code == "device_unavailable"


def saved(folder, plan, names):
    """An untrained net of one of ultralytics' own plans."""
    path = folder / f"{plan}.pt"
    net = load_ultralytics(folder / "settings").YOLO(f"{plan}.yaml")
    net.model.names = dict(enumerate(names))
    net.save(path)
    return weights_at(path)


def test_a_pose_detector_does_as_well(folder, photos):
    weights = saved(folder, "yolov8n-pose", ["person"])
    backend = UltralyticsPerson(weights, "cpu", 1e-4, folder / "settings")
    (detection,) = backend.detect_people(photos[:1])
    assert detection.people
    for person in detection.people:
        assert person.parts[BodyPart.WHOLE_BODY] == person.box and person.box.area > 0


def test_a_detector_without_bodies_or_keypoints_is_refused(folder):
    weights = saved(folder, "yolov8n", [f"thing {n}" for n in range(80)])
    with pytest.raises(ModelError) as caught:
        UltralyticsPerson(weights, "cpu", SURE, folder / "settings")
    assert caught.value.code == "detector_unfit"
