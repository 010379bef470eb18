"""From a trained classifier to an ONNX file with a card that a style backend can load.

The file takes normalised float32 pictures (N, 3, H, W) and gives calibrated probabilities (N, K);
the card says how the pictures are made and what the probabilities are of.
"""

from __future__ import annotations

import hashlib
import json
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from braind.domain import Floats, Pixels
from braind.files import put_in_place
from braind.lab.fit import as_input, logits_of
from braind.lab.kinds import Family, FamilyDone, StylePlan, Truth
from braind.lab.nets import MEAN, STD
from braind.stages.style import GROUND
from braind.training.calibrate import platt
from braind.training.cards import rounded
from braind.training.export import export
from braind.vocabulary import Style

Doubles = NDArray[np.float64]
_TIMED = 15


class CalibratedGraph(nn.Module):
    """Raw scores through Platt scaling (Platt 1999), one slope and shift a style."""

    names = ("styles",)

    def __init__(self, net: nn.Module, slope: Doubles, shift: Doubles) -> None:
        super().__init__()
        self.net = net
        self.register_buffer("slope", torch.from_numpy(slope).float())
        self.register_buffer("shift", torch.from_numpy(shift).float())

    def forward(self, image: Tensor) -> tuple[Tensor]:
        """Probabilities (N, K)."""
        return (torch.sigmoid(self.net(image) * self.slope + self.shift),)


@dataclass(frozen=True)
class Exported:
    """An ONNX file, its difference from torch, and the calibration that is inside."""

    path: Path
    parity: float
    slope: Doubles
    shift: Doubles


def export_calibrated(net: nn.Module, pictures: Pixels, truth: Truth, path: Path) -> Exported:
    """Calibrate on held-out pictures, uint8 (N, H, W, 3), and write the ONNX file.

    Raises ``ModelError`` when ONNX does not give what torch gives.
    """
    slope, shift = platt(logits_of(net, pictures), truth)
    graph = CalibratedGraph(net, slope, shift)
    parity = export(graph, {"image": as_input(pictures[:8])}, path)
    return Exported(path, parity, slope, shift)


def keep_weights(net: nn.Module, family: Family, labels: tuple[Style, ...], path: Path) -> None:
    """Keep the tensors beside the ONNX file: explaining needs gradients, which ONNX has not."""
    content = {"state": net.state_dict(), "family": family.value, "labels": [*map(str, labels)]}
    partial = path.with_suffix(".part")
    torch.save(content, partial)
    put_in_place(partial, path)


class Classifier:
    """An exported classifier, as a style backend runs it."""

    def __init__(self, path: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(path.read_bytes(), options)

    def score(self, pictures: Pixels) -> Floats:
        """Probabilities, float32 (N, K), of uint8 pictures (N, H, W, 3)."""
        inputs = as_input(pictures).numpy()
        return np.asarray(self._session.run(["styles"], {"image": inputs})[0])

    def milliseconds(self, picture: Pixels) -> float:
        """Median processor time of one picture; other programs on the machine do not count."""
        inputs = {"image": as_input(picture[None]).numpy()}
        spent = []
        for _ in range(_TIMED):
            started = time.process_time()
            self._session.run(None, inputs)
            spent.append(1e3 * (time.process_time() - started))
        return statistics.median(spent)


def write_card(done: FamilyDone, plan: StylePlan, exported: Exported, photos: int) -> Path:
    """The JSON beside the ONNX file."""
    card = {
        "id": done.model.stem,
        "stage": "style",
        "file": done.model.name,
        "bytes": done.size_bytes,
        "sha256": hashlib.sha256(done.model.read_bytes()).hexdigest(),
        "family": done.family,
        "labels": list(done.labels),
        "input": {
            "name": "image",
            "size": list(plan.size),
            "mean": list(MEAN),
            "std": list(STD),
            "resize": "letterbox",
            "ground": GROUND,
            "view": plan.view,
        },
        "output": {"name": "styles", "kind": "probabilities"},
        "calibration": {
            "method": "Platt",
            "slope": exported.slope.tolist(),
            "shift": exported.shift.tolist(),
        },
        "training": {"photos": photos, "seed": plan.seed, "epochs": done.epochs},
        "measured": measured(done),
    }
    path = done.model.with_suffix(".json")
    path.write_text(json.dumps(rounded(card), indent=2) + "\n", encoding="utf-8")
    return path


def measured(done: FamilyDone) -> dict[str, object]:
    """The numbers of the held-out photos."""
    return {
        "test_photos": done.styles[0].photos if done.styles else 0,
        "macro_f1": done.macro_f1,
        "always_yes_macro_f1": done.always_yes,
        "f1": {score.style: score.f1 for score in done.styles},
        "confusion": dict(done.confusion),
        "dominant": done.dominant,
        "tune_mean_precision": done.tune_score,
        "parameters": done.parameters,
        "cpu_ms": done.cpu_ms,
        "parity": done.parity,
        "best_epoch": done.best_epoch,
    }
