"""The first layer of a shipped net, made ready for whole numbers: it reads a picture's bytes.

Nets see pictures as ``(byte / 255 - 0.5) / 0.25``, that is ``SCALE * (byte - 127.5)``, and begin
with a 5×5 convolution of stride 2 over three channels. Kernels for whole numbers are slow with
three channels and fast with a multiple of four. So the file's first layer is the same convolution
over blocks of 2×2 pixels (12 channels, 3×3, stride 1), its input is ``byte - CENTRE``, and scale
and the half that is missing are a part of its weights.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F

if TYPE_CHECKING:
    import onnx

SCALE = 4 / 255
CENTRE = 128
_SHIFT = CENTRE - 127.5
_KERNEL, _BLOCKED = (5, 5), (3, 3)


def in_blocks(image: Tensor) -> Tensor:
    """uint8 pictures (N, H, W, 3) as float ``byte - CENTRE`` of 2×2 blocks, (N, 12, H/2, W/2)."""
    height, width = int(image.shape[1]) // 2, int(image.shape[2]) // 2
    rows = image.reshape(-1, height, 2, width * 6)
    both = torch.cat([rows[:, :, i].reshape(-1, height, width, 6) for i in (0, 1)], 3)
    return both.permute(0, 3, 1, 2).float() - CENTRE


@torch.no_grad()
def blocked(layer: nn.Conv2d) -> nn.Conv2d:
    """The layer over ``in_blocks``: the same outputs from the same pictures.

    Only what lies beyond the border differs, by half a level of the picture.
    """
    outputs, channels = layer.weight.shape[:2]
    folded = F.pad(layer.weight, (0, 1, 0, 1)).view(outputs, channels, 3, 2, 3, 2)
    weight = SCALE * folded.permute(0, 3, 5, 1, 2, 4).reshape(outputs, 4 * channels, *_BLOCKED)
    made = nn.Conv2d(4 * channels, outputs, 3, padding=1)
    made.weight.copy_(weight)
    made.bias.copy_(_SHIFT * weight.sum((1, 2, 3)))
    return made


def unblocked(weight: Tensor, offset: Tensor) -> tuple[Tensor, Tensor]:
    """Weights (O, 3, 5, 5) and offsets (O,) of the layer that ``blocked`` was given, from those of
    what it made.
    """
    outputs, channels = weight.shape[0], weight.shape[1] // 4
    folded = weight.view(outputs, 2, 2, channels, 3, 3).permute(0, 3, 4, 1, 5, 2)
    whole = folded.reshape(outputs, channels, 6, 6)[:, :, :5, :5] / SCALE
    return whole, offset - _SHIFT * weight.sum((1, 2, 3))


def is_blocked(weight: Tensor, layer: nn.Conv2d) -> bool:
    """Whether ``weight`` stands for ``layer``'s own over blocks."""
    return layer.kernel_size == _KERNEL and tuple(weight.shape) == (
        layer.out_channels,
        4 * layer.in_channels,
        *_BLOCKED,
    )


def read_bytes(path: Path) -> None:
    """Let the first layer of a quantised ONNX file read the picture itself.

    Over the full range of bytes its input has the scale 1 and the zero ``CENTRE``: rounding
    ``byte - CENTRE`` to bytes gives the picture back. Another range leaves the file as it is.
    """
    import onnx

    model = onnx.load(path)
    graph = model.graph
    made_by = {name: node for node in graph.node for name in node.output}
    known = {value.name: onnx.numpy_helper.to_array(value) for value in graph.initializer}
    for rounding in [node for node in graph.node if node.op_type == "QuantizeLinear"]:
        chain = [rounding]
        while (before := made_by.get(chain[-1].input[0])) and before.op_type in ("Sub", "Cast"):
            chain.append(before)
        scale, zero = (float(known[name]) for name in rounding.input[1:])
        if len(chain) == 3 and (scale, zero) == (1, CENTRE):
            _bypass(graph, chain)
    onnx.save(model, path)


def _bypass(graph: onnx.GraphProto, chain: list[onnx.NodeProto]) -> None:
    """What the last node of the chain gave is now what its first is given."""
    source, result = chain[-1].input[0], chain[0].output[0]
    for node in graph.node:
        for place, name in enumerate(node.input):
            if name == result:
                node.input[place] = source
    for node in chain:
        graph.node.remove(node)
