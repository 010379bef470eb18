"""The style reader: seven independent styles and the season, from the face-cropped cutout.

Several nets are trained side by side on the same inputs (the original chose ShuffleNetV2 that
way) and the table is kept. Side heads (items, colours, materials, patterns, tags, gender) teach
the same features more than seven labels can; they are not exported.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from braind.training.cache import ensure_cache
from braind.training.crops import ensure_crops
from braind.training.dataset import TRAIN, TUNE, LookRow, load_looks, tag_names
from braind.training.drawn import ensure_drawn_crops
from braind.training.export import LOOK_QUESTIONS
from braind.training.loop import Plan, Run, averaged, unchecked
from braind.training.nets import LookReader, ShuffleNetV2
from braind.training.reader import Crops, Jitter, Mixed, accuracy, load_crops, mix, predict
from braind.training.scoring import best_thresholds, macro_f1
from braind.training.targets import (
    balance,
    choice_loss,
    look_targets,
    style_lift,
    style_loss,
    style_targets,
    style_truth,
)
from braind.training.warm import CALIBRATED, start_reader
from braind.vocabulary import (
    LOWER_ITEMS,
    MATERIALS,
    PATTERNS,
    SEASONS,
    STYLES,
    UPPER_ITEMS,
)

CHOICES = {
    "season": len(SEASONS), "upper_item": len(UPPER_ITEMS), "lower_item": len(LOWER_ITEMS),
    "upper_material": len(MATERIALS), "lower_material": len(MATERIALS),
    "upper_pattern": len(PATTERNS), "lower_pattern": len(PATTERNS), "gender": 3,
}  # fmt: skip
KINDS = ("encoder", "shuffle")
_SIDE_WEIGHT = 0.25
JITTER = Jitter(zoom=0.15, color=1.3, flat=0.05, dyed=0.2)
SHIPPED = Path("resources/models/style.onnx")


def heads(tags: int) -> dict[str, int]:
    """Head sizes by name."""
    return {"styles": len(STYLES), "tags": tags, **CHOICES}


def looks_of(
    data: Path, cache: Path, splits: frozenset[str], drawn: bool = False
) -> tuple[Crops, list[LookRow]]:
    """Inputs (N, 384, 192) and rows of the looks in ``splits``, or of the drawn looks."""
    rows = ensure_drawn_crops(cache) if drawn else load_looks(data)
    prefix = "drawn-" if drawn else ""
    shown = np.load(cache / f"{prefix}looks-shown.npy")
    keep = [i for i, row in enumerate(rows) if row.split in splits and shown[i]]
    return load_crops(cache, f"{prefix}looks", keep), [rows[i] for i in keep]


class StyleTargets:
    """All targets of some looks, and the loss that reads them."""

    def __init__(self, rows: list[LookRow], names: list[str]) -> None:
        self.styles = style_targets(rows)
        self.truth = style_truth(rows).numpy()
        self.choices = look_targets(rows)
        self.tags = torch.tensor([[float(t in row.tags) for t in names] for row in rows])
        self.tagged = torch.tensor([[float(bool(row.tags))] for row in rows])  # drawn looks are not
        self.lift = style_lift(self.styles)
        self.weights = {n: balance(c, CHOICES[n], 0.35) for n, c in self.choices.items()}

    def loss(self, out: dict[str, Tensor], index: Tensor) -> Tensor:
        """Weighted sum of style, season and side losses."""
        styles = style_loss(out["styles"], self.styles[index], self.lift)
        tags = F.binary_cross_entropy_with_logits(
            out["tags"].float(), self.tags[index], self.tagged[index]
        )
        total = 2 * styles + 2 * tags
        for name, classes in self.choices.items():
            share = 0.6 if name == "season" else _SIDE_WEIGHT
            total = total + share * choice_loss(out[name], classes[index], self.weights[name])
        return total


def report(net: nn.Module, crops: Crops, targets: StyleTargets) -> dict[str, float]:
    """Macro F1 at the best common thresholds of these looks, and the choices' accuracy."""
    out = predict(net, crops)
    scores = torch.sigmoid(out["styles"]).numpy()
    f1 = macro_f1(scores, targets.truth, best_thresholds(scores, targets.truth))
    return {
        "style F1": float(f1.mean()),
        **{n: accuracy(out[n], targets.choices[n]) for n in LOOK_QUESTIONS},
    }


def candidate(kind: str, names: list[str]) -> nn.Module:
    """An untrained net: "shuffle" (ShuffleNetV2 ×1.0) or "encoder" (the look parser's)."""
    sizes = heads(len(names))
    return ShuffleNetV2(sizes) if kind == "shuffle" else LookReader(sizes, 0.4)


def train(data: Path, runs: Path, kind: str, epochs: int) -> nn.Module:
    """Train the net ``kind`` of ``KINDS``; returns the averaged weights."""
    cache = ensure_cache(data, runs)
    ensure_crops(data, cache)
    names = tag_names(data)
    crops, targets = lessons(data, cache, TRAIN)
    tune_crops, tune_rows = looks_of(data, cache, TUNE)
    tune = StyleTargets(tune_rows, names)
    net = candidate(kind, names)
    if isinstance(net, LookReader):
        some = crops.take(torch.randperm(len(crops))[:CALIBRATED])
        start_reader(net, SHIPPED, JITTER(some), runs)

    def check(average: nn.Module) -> str:
        return " ".join(f"{k} {v:.3f}" for k, v in report(average, tune_crops, tune).items())

    return _train(net, crops, targets, _plan(kind, epochs), runs / f"style-{kind}.pt", check)


def finish(data: Path, runs: Path, kind: str, epochs: int = 12) -> nn.Module:
    """Train the chosen net on, see ``final``."""
    net = candidate(kind, tag_names(data))
    net.load_state_dict(averaged(runs / f"style-{kind}.pt")[0])
    crops, targets = lessons(data, runs / "cache", TRAIN | TUNE)
    path = runs / f"style-{kind}-final.pt"
    return _train(net, crops, targets, _plan(kind, epochs), path, unchecked)


def lessons(data: Path, cache: Path, splits: frozenset[str]) -> tuple[Crops, StyleTargets]:
    """Inputs and targets of photographed and drawn looks."""
    crops, rows = looks_of(data, cache, splits)
    drawn, drawn_rows = looks_of(data, cache, splits, drawn=True)
    return Crops.join([crops, drawn]), StyleTargets(rows + drawn_rows, tag_names(data))


def _plan(kind: str, epochs: int) -> Plan:
    rate = 2e-3 if kind == "shuffle" else 1e-3
    return Plan(epochs, rate=rate, weight_decay=0.05, decay=0.995, save_every=5)


def _train(
    net: nn.Module,
    crops: Crops,
    targets: StyleTargets,
    plan: Plan,
    path: Path,
    check: Callable[[nn.Module], str],
) -> nn.Module:
    batch = 32
    steps = len(crops) // batch
    job = Run(net, plan, steps, path)

    def prepare(index: Tensor) -> Mixed:
        return mix(JITTER(crops.take(index)), index)

    def loss(mixed: Mixed) -> Tensor:
        out = net(mixed.views.pictures)
        return mixed.loss(lambda index: targets.loss(out, index))

    def one_epoch() -> float:
        order = torch.randperm(len(crops))[: steps * batch].split(batch)
        return job.one_pass(order, prepare, loss)

    job.epochs(one_epoch, check)
    return job.average


def run(data: Path, runs: Path, epochs: int = 26) -> None:
    """Train both candidates side by side."""
    for kind in KINDS:
        print(kind, flush=True)
        train(data, runs, kind, epochs)
