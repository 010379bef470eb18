"""From torch to ONNX: preprocessing goes into the graph, and a file ships only after parity.

Inputs are raw uint8 pictures (N, H, W, 3) in RGB order; outputs are named float32 arrays.
"""

from __future__ import annotations

import copy
import warnings
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from braind.errors import ModelError
from braind.training import augment, stems
from braind.training.targets import ITEMS
from braind.training.whole_numbers import Inputs, batches, quantise
from braind.vocabulary import UPPER_ITEMS

OPSET = 17
LOOK_QUESTIONS = (
    "season", "upper_item", "upper_material", "upper_pattern",
    "lower_item", "lower_material", "lower_pattern",
)  # fmt: skip
TOLERANCE = 5e-3  # of probabilities and logits, torch against onnxruntime with halved weights
AGREEMENT = 0.9  # of first choices, float32 against eight-bit numbers: near ties may fall apart
HALF = ".half"  # ends the name of a weight that is stored as float16
_SMALL = 1024  # numbers; what is smaller stays as it is


class Graph(nn.Module):
    """A net with its preprocessing, from named inputs to named outputs."""

    names: tuple[str, ...]

    def __init__(self, net: nn.Module) -> None:
        super().__init__()
        self.net = net
        self._in_blocks = False

    def read_blocks(self) -> None:
        """Compute the same from blocks of pixels, see ``stems``; nets without an encoder stay."""
        encoder = getattr(self.net, "encoder", None)
        if encoder is not None:
            encoder.stem[0] = stems.blocked(encoder.stem[0])
            self._in_blocks = True

    def picture(self, image: Tensor) -> Tensor:
        """What the net is given for uint8 pictures (N, H, W, 3)."""
        if self._in_blocks:
            return stems.in_blocks(image)
        return augment.normalise(image.permute(0, 3, 1, 2).float() / 255)


class Parity(NamedTuple):
    """How near a file is to its net: ``difference`` is the largest of any output in float32,
    ``agreement`` the share of equal first choices in eight-bit numbers, at the worst output.
    """

    difference: float
    agreement: float

    def noted(self) -> dict[str, float]:
        """For the model card."""
        return {
            "parity_max_difference": self.difference,
            "eight_bit_same_choice": self.agreement,
        }


class ParserGraph(Graph):
    """uint8 looks → region logits, people and parts probabilities."""

    names = ("regions", "people", "parts")

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The verdict and the map."""
        regions, people, parts, _ = self.net(self.picture(image))
        return regions, people.softmax(1), torch.sigmoid(parts)


class ScaledGraph(Graph):
    """A graph that tells styles, calibrated (N, 7)."""

    def __init__(self, net: nn.Module, slope: Tensor, shift: Tensor) -> None:
        super().__init__(net)
        self.register_buffer("slope", slope)
        self.register_buffer("shift", shift)

    def styles(self, logits: Tensor) -> Tensor:
        """Platt-scaled sigmoids (Platt 1999)."""
        return torch.sigmoid(logits * self.slope + self.shift)


class StyleGraph(ScaledGraph):
    """uint8 face-cropped looks → calibrated styles (N, 7) and what the whole look answers."""

    names = ("styles", *LOOK_QUESTIONS)

    def forward(self, image: Tensor) -> tuple[Tensor, ...]:
        """Styles and softmax."""
        out = self.net(self.picture(image))
        return self.styles(out["styles"]), *(out[name].softmax(1) for name in LOOK_QUESTIONS)


class GarmentGraph(ScaledGraph):
    """uint8 garment crops, the marks in them and their side → item (N, 22), material (N, 16),
    pattern (N, 11), and of the look season (N, 4) and calibrated styles (N, 7).
    """

    names = ("item", "material", "pattern", "season", "styles")

    def __init__(self, net: nn.Module, slope: Tensor, shift: Tensor) -> None:
        super().__init__(net, slope, shift)
        wrong = torch.zeros(2, len(ITEMS))
        wrong[0, len(UPPER_ITEMS) :] = -1e4
        wrong[1, : len(UPPER_ITEMS)] = -1e4
        self.register_buffer("wrong", wrong)

    def forward(self, image: Tensor, marks: Tensor, side: Tensor) -> tuple[Tensor, ...]:
        """Only the side's own items get probability."""
        out = self.net(self.picture(image), marks)
        item = (out["item"] + self.wrong[side]).softmax(1)
        others = (out[name].softmax(1) for name in self.names[1:-1])
        return item, *others, self.styles(out["styles"])


def store_half(path: Path) -> None:
    """Keep the large float32 weights of an ONNX file as float16: half the size, the same speed.

    Every session widens them to float32 as it is opened, so the net computes as before; a weight
    loses what lies beyond its eleventh binary digit.
    """
    import onnx

    model = onnx.load(path)
    graph, widened = model.graph, []
    for value in graph.initializer:
        if value.data_type != onnx.TensorProto.FLOAT or np.prod(value.dims) < _SMALL:
            continue
        name, numbers = value.name, onnx.numpy_helper.to_array(value)
        value.CopyFrom(onnx.numpy_helper.from_array(numbers.astype(np.float16), name + HALF))
        widened.append(
            onnx.helper.make_node("Cast", [name + HALF], [name], to=onnx.TensorProto.FLOAT)
        )
    for node in reversed(widened):
        graph.node.insert(0, node)
    onnx.save(model, path)


def export(graph: nn.Module, inputs: dict[str, Tensor], path: Path) -> float:
    """Write the ONNX file with a free batch axis; returns the largest difference from torch.

    Raises ``ModelError`` (and leaves no file) when parity does not hold.
    """
    partial = path.with_suffix(".part")
    expected = _told(graph, inputs)
    _write(graph, inputs, partial)
    store_half(partial)
    worst = _largest_difference(partial, inputs, expected)
    if worst > TOLERANCE * _scale(expected):
        partial.unlink()
        raise _not_equal(path, f"differs from torch by {worst:.2g}")
    partial.replace(path)
    return worst


def export_in_bytes(
    graph: Graph, inputs: dict[str, Tensor], path: Path, examples: Inputs
) -> Parity:
    """Write the ONNX file with a free batch axis, in eight-bit numbers.

    ``inputs`` are compared between torch and onnxruntime in float32; ``examples`` (about a hundred
    training inputs) set the ranges of the eight-bit numbers, and show whether the net still
    decides alike. Raises ``ModelError`` (and leaves no file) when it does not.
    """
    exact, partial = path.with_suffix(".exact"), path.with_suffix(".part")
    expected, ready = _told(graph, inputs), copy.deepcopy(graph)
    ready.read_blocks()
    _write(ready, inputs, exact)
    worst = _largest_difference(exact, inputs, expected)
    quantise(exact, partial, examples)
    stems.read_bytes(partial)
    store_half(partial)
    pairs = zip(*(_computed(file, examples) for file in (exact, partial)), strict=True)
    same = min(float((a.argmax(1) == b.argmax(1)).mean()) for a, b in pairs)
    exact.unlink()
    if worst > TOLERANCE * _scale(expected) or same < AGREEMENT:
        partial.unlink()
        raise _not_equal(path, f"differs from torch by {worst:.2g}, decides alike in {same:.1%}")
    partial.replace(path)
    return Parity(worst, same)


@torch.no_grad()
def _told(graph: nn.Module, inputs: dict[str, Tensor]) -> list[np.ndarray]:
    """What torch computes of ``inputs``."""
    return [value.numpy() for value in graph.float().eval()(*inputs.values())]


def _write(graph: nn.Module, inputs: dict[str, Tensor], path: Path) -> None:
    """A float32 ONNX file at ``path``."""
    graph = graph.float().eval()
    path.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            graph, tuple(inputs.values()), str(path), dynamo=False, opset_version=OPSET,
            input_names=list(inputs), output_names=list(graph.names),
            dynamic_axes={name: {0: "n"} for name in (*inputs, *graph.names)},
        )  # fmt: skip


def _scale(values: list[np.ndarray]) -> float:
    return max(1.0, max(float(np.abs(value).max()) for value in values))


def _largest_difference(path: Path, inputs: dict[str, Tensor], expected: list[np.ndarray]) -> float:
    given = _computed(path, {name: value.numpy() for name, value in inputs.items()})
    return max(float(np.abs(a - b).max()) for a, b in zip(expected, given, strict=True))


def _not_equal(path: Path, how: str) -> ModelError:
    return ModelError(
        "model_not_equal",
        f"{path.name} in ONNX {how}.",
        "Train it again, or update torch, onnx and onnxruntime.",
    )


def _computed(path: Path, inputs: Inputs) -> list[np.ndarray]:
    """Every output of an ONNX file, float32 (N, …)."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(path.read_bytes(), options)
    parts = [session.run(None, some) for some in batches(inputs)]
    return [np.concatenate(part) for part in zip(*parts, strict=True)]
