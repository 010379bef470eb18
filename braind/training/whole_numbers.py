"""Nets in eight-bit whole numbers: half the time and a quarter of the size.

Weights of every channel and the features between layers are rounded to 8 bits, over the ranges
that they take on training pictures (static quantisation, Jacob et al. 2018); the heads, where
decisions are near, stay as they are. Weights use 7 of the bits: processors without dot products of
bytes add two products in 16 bits, which must not overflow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Inputs = Mapping[str, NDArray[Any]]
BATCH = 8
_BODY = ("/net/encoder/", "/net/decoder/", "/net/features/")
_HEAD = "decoder/head"
_KINDS = ("Conv", "Add", "Relu", "Resize")


def batches(inputs: Inputs) -> Iterator[dict[str, NDArray[Any]]]:
    """Some examples of ``inputs`` (N, …) at a time."""
    count = len(next(iter(inputs.values())))
    for start in range(0, count, BATCH):
        yield {name: values[start : start + BATCH] for name, values in inputs.items()}


def quantise(source: Path, target: Path, examples: Inputs) -> None:
    """Write the float32 ONNX file ``source`` in eight-bit numbers.

    ``examples`` are inputs by name (N, …), N about a hundred pictures like those to come.
    """
    import onnx
    from onnxruntime.quantization import (
        CalibrationDataReader,
        QuantFormat,
        QuantType,
        quantize_static,
    )

    class Examples(CalibrationDataReader):
        def __init__(self) -> None:
            self._left = batches(examples)

        def get_next(self) -> dict[str, NDArray[Any]] | None:
            return next(self._left, None)

    nodes = [
        node.name
        for node in onnx.load(source).graph.node
        if node.op_type in _KINDS and node.name.startswith(_BODY) and _HEAD not in node.name
    ]
    quantize_static(
        source, target, Examples(), quant_format=QuantFormat.QDQ, nodes_to_quantize=nodes,
        activation_type=QuantType.QUInt8, weight_type=QuantType.QInt8, per_channel=True,
        reduce_range=True,
    )  # fmt: skip


def dequantised(graph: Any) -> dict[str, NDArray[np.float32]]:  # noqa: ANN401 - onnx is an extra
    """The weights of an ONNX graph that are stored as whole numbers, by the name layers use."""
    import onnx

    stored = {value.name: onnx.numpy_helper.to_array(value) for value in graph.initializer}
    widened = {}
    for node in graph.node:
        if node.op_type != "DequantizeLinear" or node.input[0] not in stored:
            continue
        whole, scale = stored[node.input[0]], stored[node.input[1]]
        shape = (-1, *[1] * (whole.ndim - 1)) if scale.size > 1 else ()
        zero = stored[node.input[2]] if len(node.input) > 2 else np.zeros((), whole.dtype)
        apart = whole.astype(np.float64) - zero.astype(np.float64).reshape(shape)
        widened[node.output[0]] = (apart * scale.reshape(shape)).astype(np.float32)
    return widened
