"""Warm starts: the net is, in train mode too, the function that the shipped file computes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

import onnxruntime  # noqa: E402

from braind.training import augment, garments, style  # noqa: E402
from braind.training.export import LOOK_QUESTIONS, StyleGraph, export  # noqa: E402
from braind.training.nets import LookReader, ShuffleNetV2  # noqa: E402
from braind.training.warm import start_from_file  # noqa: E402

MODELS = Path(__file__).parents[3] / "resources" / "models"


def _noise(count: int, height: int, width: int) -> tuple[torch.Tensor, torch.Tensor]:
    torch.manual_seed(1)
    blobs = torch.rand(count, 3, height // 16, width // 16)
    pictures = torch.nn.functional.interpolate(blobs, size=(height, width), mode="bilinear")
    return (pictures * 255).byte(), torch.randint(0, 15, (count, height, width)).byte()


def test_a_reader_starts_as_the_file_that_it_is_given() -> None:
    pictures, _ = _noise(24, 256, 128)
    net = style.candidate("encoder", ["a tag"])
    net.dropout.p = 0.0
    x = augment.normalise(pictures.float() / 255)
    start_from_file(net, MODELS / "style.onnx", (x,))
    session = onnxruntime.InferenceSession(str(MODELS / "style.onnx"))
    image = pictures.permute(0, 2, 3, 1).contiguous().numpy()
    (season,) = session.run(["season"], {"image": image})
    with torch.no_grad():
        for training in (True, False):
            given = net.train(training)(x)["season"].softmax(1).numpy()
            assert np.abs(given - season).max() < 5e-3
            assert (given.argmax(1) == season.argmax(1)).all()


def test_what_is_fixed_does_not_learn() -> None:
    net = garments.reader()
    net.encoder.fix_early()
    pictures, marks = _noise(4, 160, 160)
    before = {name: value.clone() for name, value in net.state_dict().items()}
    net.train()(augment.normalise(pictures.float() / 255), marks)["item"].sum().backward()
    fixed = ("encoder.stem.", "encoder.stages.0.")
    learning = {name for name, value in net.named_parameters() if value.grad is not None}
    assert {"encoder.stages.1.0.0.weight", "hint.weight", "heads.item.weight"} <= learning
    assert not any(name.startswith(fixed) for name in learning)
    for name, value in net.state_dict().items():
        assert not name.startswith(fixed) or torch.equal(value, before[name])


def test_another_nets_file_is_refused() -> None:
    pictures, _ = _noise(1, 256, 128)
    net = ShuffleNetV2({"season": 4})
    with pytest.raises(ValueError, match=r"style\.onnx"):
        start_from_file(net, MODELS / "style.onnx", (pictures.float(),))


def test_weights_are_stored_in_half_the_space(tmp_path: Path) -> None:
    pictures, _ = _noise(2, 256, 128)
    image = pictures.permute(0, 2, 3, 1).contiguous()
    heads = dict.fromkeys(("styles", *LOOK_QUESTIONS), 7)
    graph = StyleGraph(LookReader(heads, 0.0), torch.ones(7), torch.zeros(7))
    gap = export(graph, {"image": image}, tmp_path / "net.onnx")
    weights = sum(p.numel() for p in graph.parameters())
    assert (tmp_path / "net.onnx").stat().st_size < 2.2 * weights
    assert 0 < gap < 5e-3
