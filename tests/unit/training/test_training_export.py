"""What is exported: the net's function in eight-bit numbers, or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

from braind.errors import ModelError  # noqa: E402
from braind.training.export import LOOK_QUESTIONS, Parity, StyleGraph, export, export_in_bytes  # noqa: E402
from braind.training.nets import PLAIN, LookReader  # noqa: E402
from braind.training.stems import unblocked  # noqa: E402
from braind.training.warm import start_from_file  # noqa: E402
from braind.training.whole_numbers import dequantised  # noqa: E402

HEADS = dict.fromkeys(("styles", *LOOK_QUESTIONS), 7)


def _graph() -> StyleGraph:
    """An untrained net whose answers are far apart."""
    torch.manual_seed(3)
    net = LookReader(HEADS, 0.0, extra=PLAIN)
    for layer in net.modules():  # a file keeps equal numbers once; those of trained nets differ
        if isinstance(layer, torch.nn.BatchNorm2d):
            torch.nn.init.normal_(layer.bias, std=0.1)
    for head in net.heads.values():
        head.bias.data = torch.linspace(-3, 3, 7)[torch.randperm(7)]
    return StyleGraph(net, torch.ones(7), torch.zeros(7))


def _looks(count: int) -> np.ndarray:
    grain = np.random.default_rng(2).integers(0, 256, (count, 16, 8, 3), np.uint8)
    return grain.repeat(8, 1).repeat(8, 2)


def _exported(graph: StyleGraph, path: Path) -> Parity:
    looks = _looks(16)
    return export_in_bytes(graph, {"image": torch.from_numpy(looks[:2])}, path, {"image": looks})


class Shipped(NamedTuple):
    """A net and its file."""

    graph: StyleGraph
    path: Path
    parity: Parity


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """One net in eight-bit numbers."""
    graph, path = _graph(), tmp_path_factory.mktemp("models") / "net.onnx"
    return Shipped(graph, path, _exported(graph, path))


def test_a_file_takes_a_byte_a_weight_and_computes_the_net(shipped: Shipped) -> None:
    graph, path, parity = shipped
    assert path.stat().st_size < 1.2 * sum(p.numel() for p in graph.parameters())
    assert parity.difference < 5e-4
    assert parity.agreement == 1.0
    assert list(path.parent.iterdir()) == [path]


def test_weights_in_whole_numbers_stand_for_those_of_the_net(shipped: Shipped) -> None:
    graph, path, _ = shipped
    known = [w for w in dequantised(onnx.load(path).graph).values() if w.ndim == 4]
    layers = [m for m in graph.net.encoder.modules() if isinstance(m, torch.nn.Conv2d)]
    assert len(known) == len(layers)
    for mine in known:  # batch normalisation is folded in: an untrained one changes next to nothing
        if mine.shape[1] == 12:
            mine = unblocked(torch.from_numpy(mine), torch.zeros(len(mine)))[0].numpy()
        theirs = [m.weight.detach().numpy() for m in layers if m.weight.shape == mine.shape]
        assert min(np.abs(mine - w).max() / np.abs(w).max() for w in theirs) < 0.02


def test_the_first_layer_reads_the_bytes_of_the_picture(shipped: Shipped) -> None:
    nodes = onnx.load(shipped.path).graph.node
    assert all(node.op_type not in ("Sub", "Div") for node in nodes)
    assert sum(node.op_type == "DequantizeLinear" for node in nodes) > 10


def test_a_net_starts_from_a_file_in_whole_numbers(shipped: Shipped) -> None:
    graph, path, _ = shipped
    other = LookReader(HEADS, 0.0, extra=PLAIN)
    pictures = torch.from_numpy(_looks(16)).permute(0, 3, 1, 2).float() / 127.5 - 1
    start_from_file(other, path, (pictures,))
    with torch.no_grad():
        given = other.eval()(pictures)["season"]
        wanted = graph.net.eval()(pictures)["season"]
    assert float((given - wanted).abs().max()) < 0.1


def test_a_net_whose_decisions_eight_bits_change_is_not_shipped(tmp_path: Path) -> None:
    graph = _graph()
    for head in graph.net.heads.values():  # the answers are so near that rounding decides
        head.bias.data.zero_()
        head.weight.data = head.weight.data[:1].repeat(7, 1) + 1e-5 * torch.randn_like(head.weight)
    with pytest.raises(ModelError) as refused:
        _exported(graph, tmp_path / "net.onnx")
    assert refused.value.code == "model_not_equal"
    assert list(tmp_path.iterdir()) == []


def test_weights_are_stored_in_half_the_space(tmp_path: Path) -> None:
    graph = _graph()
    gap = export(graph, {"image": torch.from_numpy(_looks(2))}, tmp_path / "net.onnx")
    weights = sum(p.numel() for p in graph.parameters())
    assert (tmp_path / "net.onnx").stat().st_size < 2.2 * weights
    assert 0 < gap < 5e-3
