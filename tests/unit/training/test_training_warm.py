"""Warm starts: the net is, in train mode too, the function that the shipped file computes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

import onnxruntime  # noqa: E402

from braind.stages.vqa import CROP_SIZE  # noqa: E402
from braind.training import augment, garments, style  # noqa: E402
from braind.training.export import StyleGraph, export  # noqa: E402
from braind.training.nets import LookReader, ShuffleNetV2  # noqa: E402
from braind.training.warm import start_from_file  # noqa: E402

MODELS = Path(__file__).parents[3] / "resources" / "models"


def _noise(count: int, height: int, width: int) -> tuple[torch.Tensor, torch.Tensor]:
    torch.manual_seed(1)
    blobs = torch.rand(count, 3, height // 16, width // 16)
    pictures = torch.nn.functional.interpolate(blobs, size=(height, width), mode="bilinear")
    return (pictures * 255).byte(), torch.randint(0, 15, (count, height, width)).byte()


def _started(path: Path, x: torch.Tensor) -> LookReader:
    net = style.candidate("encoder", ["a tag"])
    net.dropout.p = 0.0
    start_from_file(net, path, (x,))
    return net


def _seasons(path: Path, image: torch.Tensor) -> np.ndarray:
    session = onnxruntime.InferenceSession(str(path))
    return session.run(["season"], {"image": image.numpy()})[0]


def test_a_reader_starts_as_the_file_that_it_is_given(tmp_path: Path) -> None:
    pictures, _ = _noise(24, 384, 192)
    image = pictures.permute(0, 2, 3, 1).contiguous()
    x = augment.normalise(pictures.float() / 255)
    trained = _started(MODELS / "style.onnx", x)
    graph = StyleGraph(trained, torch.ones(7), torch.zeros(7))
    export(graph, {"image": image[:2]}, tmp_path / "style.onnx")
    season = _seasons(tmp_path / "style.onnx", image)
    net = _started(tmp_path / "style.onnx", x)
    with torch.no_grad():
        for training in (True, False):
            given = net.train(training)(x)["season"].softmax(1).numpy()
            assert np.abs(given - season).max() < 5e-3
            assert (given.argmax(1) == season.argmax(1)).all()


def test_a_reader_starts_near_a_file_in_eight_bits() -> None:
    pictures, _ = _noise(24, 384, 192)
    x = augment.normalise(pictures.float() / 255)
    season = _seasons(MODELS / "style.onnx", pictures.permute(0, 2, 3, 1).contiguous())
    with torch.no_grad():
        given = _started(MODELS / "style.onnx", x).eval()(x)["season"].softmax(1).numpy()
    assert np.abs(given - season).max() < 3e-2, "its features are rounded"
    assert (given.argmax(1) == season.argmax(1)).all()


def test_what_is_fixed_does_not_learn() -> None:
    net = garments.reader()
    net.encoder.fix_early()
    pictures, marks = _noise(4, CROP_SIZE, CROP_SIZE)
    before = {name: value.clone() for name, value in net.state_dict().items()}
    net.train()(augment.normalise(pictures.float() / 255), marks)["item"].sum().backward()
    fixed = ("encoder.stem.", "encoder.stages.0.")
    learning = {name for name, value in net.named_parameters() if value.grad is not None}
    assert {"encoder.stages.1.0.0.weight", "hint.weight", "heads.item.weight"} <= learning
    assert not any(name.startswith(fixed) for name in learning)
    for name, value in net.state_dict().items():
        assert not name.startswith(fixed) or torch.equal(value, before[name])


def test_another_nets_file_is_refused() -> None:
    pictures, _ = _noise(1, 384, 192)
    net = ShuffleNetV2({"season": 4})
    with pytest.raises(ValueError, match=r"style\.onnx"):
        start_from_file(net, MODELS / "style.onnx", (pictures.float(),))
