"""Warm starts from a shipped ONNX file, where checkpoints of earlier runs are gone.

In the file every batch normalisation is folded into its convolution. The folded weights are
taken as they are (those in eight-bit numbers as what they stand for), and each normalisation is
set, on one big batch of training inputs, so that it undoes exactly what it does to that batch: in
train mode the net then starts as the function that the file computes.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle

from braind.training.export import HALF
from braind.training.nets import LookReader
from braind.training.reader import Views
from braind.training.stems import is_blocked, unblocked
from braind.training.whole_numbers import dequantised

CALIBRATED = 256  # augmented crops are enough to set normalisations
_KINDS = (nn.Conv2d, nn.BatchNorm2d)


def _executed(net: nn.Module, inputs: tuple[Tensor, ...]) -> list[nn.Module]:
    """The net's convolutions and normalisations in the order in which they run."""
    order: list[nn.Module] = []
    layers = [layer for layer in net.modules() if isinstance(layer, _KINDS)]
    hooks = [layer.register_forward_hook(lambda layer, *_: order.append(layer)) for layer in layers]
    net(*inputs)
    for hook in hooks:
        hook.remove()
    return order


def _calibrate(norm: nn.Module, offset: Tensor) -> RemovableHandle:
    """A hook that makes ``norm`` add ``offset`` to its first batch and nothing else."""

    def set_once(layer: nn.Module, inputs: tuple[Tensor]) -> None:
        variance, mean = torch.var_mean(inputs[0], (0, 2, 3), correction=0)
        layer.running_mean.copy_(mean)
        layer.running_var.copy_(variance)
        layer.weight.copy_((variance + layer.eps).sqrt())
        layer.bias.copy_(mean + offset)

    return norm.register_forward_pre_hook(set_once)


def _copy_named(net: nn.Module, arrays: dict[str, Tensor]) -> None:
    """Heads and tables by name; a wider layer gets the old columns first, and zeros after them."""
    for name, weight in net.named_parameters():
        old = arrays.get(f"net.{name}")
        if old is None:
            continue
        if weight.ndim == 2:
            weight.zero_()
            weight[:, : old.shape[1]] = old
        else:
            weight.copy_(old)


def _whole(numbers: np.ndarray) -> np.ndarray:
    """A writable copy, widened to float32 where it was halved to be stored."""
    return numbers.astype(np.float32 if numbers.dtype == np.float16 else numbers.dtype)


@torch.no_grad()
def start_from_file(net: nn.Module, path: Path, inputs: tuple[Tensor, ...]) -> None:
    """Give ``net`` the weights of the ONNX file, its normalisations calibrated on ``inputs``.

    ``inputs`` are what ``net`` is called with, a big batch of augmented training examples. The
    file may lack the last layers (heads that were not exported); they stay as they are. Raises
    ValueError when the file's convolutions are not the net's.
    """
    import onnx

    graph = onnx.load(path).graph
    arrays = {
        value.name.removesuffix(HALF): torch.from_numpy(_whole(onnx.numpy_helper.to_array(value)))
        for value in graph.initializer
    }
    arrays |= {name: torch.from_numpy(value) for name, value in dequantised(graph).items()}
    was_training = net.training
    net.eval()
    order = _executed(net, tuple(value[:1] for value in inputs))
    folded = (
        [arrays[name] for name in node.input[1:]] for node in graph.node if node.op_type == "Conv"
    )
    hooks, offset = [], torch.zeros(0)
    for layer, after in zip(order, [*order[1:], None], strict=True):
        if isinstance(layer, nn.BatchNorm2d):
            hooks.append(_calibrate(layer, offset))
            continue
        weight, offset = next(folded, (torch.zeros(0), offset))
        if is_blocked(weight, layer):
            weight, offset = unblocked(weight, offset)
        if weight.shape != layer.weight.shape:
            raise ValueError(f"{path.name} does not hold this net")
        layer.weight.copy_(weight)
        if not isinstance(after, nn.BatchNorm2d):
            layer.bias.copy_(offset)
    if next(folded, None) is not None:
        raise ValueError(f"{path.name} holds a deeper net")
    _copy_named(net, arrays)
    net(*inputs)
    for hook in hooks:
        hook.remove()
    net.train(was_training)


def start_reader(net: LookReader, shipped: Path, views: Views, runs: Path) -> None:
    """From the shipped reader, its finest levels fixed; without one, from the parser's encoder."""
    if shipped.exists():
        start_from_file(net, shipped, (views.pictures, views.marks))
        net.encoder.fix_early()
    else:
        _start_from_parser(net, runs)


def _start_from_parser(net: LookReader, runs: Path) -> None:
    """Give ``net.encoder`` the look parser's weights, from its latest phase."""
    phases = sorted(runs.glob("parser-*.pt"), key=lambda path: path.stat().st_mtime)
    if phases:
        state = torch.load(phases[-1], weights_only=True)["average"]
        mine = {k[8:]: v for k, v in state.items() if k.startswith("encoder.")}
        net.encoder.load_state_dict(mine, strict=False)  # a plain encoder has fewer blocks
