"""The garment reader: item, material and pattern from one garment crop, worn or lying flat.

From a worn one it also tells the look's season and styles, a second opinion beside the look net's.

It starts from the shipped reader or else from the look parser's encoder, which has learned what
garments look like from dense maps; worn crops and single-garment photos are mixed in each batch.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from braind.stages.vqa import ASKED
from braind.training.cache import ensure_cache
from braind.training.crops import ensure_crops
from braind.training.dataset import TRAIN, TUNE, load_garments, load_looks
from braind.training.drawn import ensure_drawn_crops
from braind.training.loop import Plan, Run, averaged, unchecked
from braind.training.nets import PLAIN, LookReader
from braind.training.reader import (
    Crops,
    Jitter,
    Mixed,
    accuracy,
    load_crops,
    mix,
    predict,
    unmarked,
)
from braind.training.scoring import best_thresholds, macro_f1
from braind.training.targets import (
    ITEMS,
    GarmentTargets,
    balance,
    choice_loss,
    garment_targets,
    set_loss,
    side_targets,
    style_lift,
    style_loss,
)
from braind.training.warm import CALIBRATED, start_reader
from braind.vocabulary import MATERIALS, PATTERNS, SEASONS, STYLES, UPPER_ITEMS

HEADS = {
    "item": len(ITEMS), "material": len(MATERIALS), "pattern": len(PATTERNS),
    "flat_material": len(MATERIALS), "flat_pattern": len(PATTERNS),
    "season": len(SEASONS), "styles": len(STYLES),
}  # fmt: skip
SIDES = ("upper", "lower")
SHIPPED = Path("resources/models/garments.onnx")
JITTER = Jitter(dyed=0.3)
GROUPS = (tuple(range(ASKED, 2 * ASKED)), tuple(range(1, ASKED)))  # the asked garment, the rest
BATCH = 24  # worn crops; half as many flat ones go with them
UPPER_COUNT = len(UPPER_ITEMS)


def worn_crops(
    data: Path, cache: Path, splits: frozenset[str], drawn: bool = False
) -> dict[str, tuple[Crops, GarmentTargets]]:
    """Per side, crops (N, 224, 224) and targets of the looks that show that garment."""
    prefix = "drawn-" if drawn else ""
    return {
        side: (load_crops(cache, f"{prefix}{side}", keep), targets)
        for side, (keep, targets) in worn_targets(data, cache, splits, drawn).items()
    }


def worn_targets(
    data: Path, cache: Path, splits: frozenset[str], drawn: bool = False
) -> dict[str, tuple[list[int], GarmentTargets]]:
    """Per side, which looks show that garment, and their targets."""
    rows = ensure_drawn_crops(cache) if drawn else load_looks(data)
    out = {}
    for side in SIDES:
        shown = np.load(cache / f"{'drawn-' if drawn else ''}{side}-shown.npy")
        keep = [i for i, row in enumerate(rows) if row.split in splits and shown[i]]
        out[side] = keep, side_targets([rows[i] for i in keep], side)
    return out


def class_weights(worn: GarmentTargets) -> dict[str, Tensor]:
    """What each class counts in training, by head; rare ones count more."""
    named = worn.items[worn.items.sum(1) > 0].argmax(1)
    return {
        "item": balance(named, len(ITEMS), 0.25),
        "material": balance(worn.material, len(MATERIALS), 0.25),
        "pattern": balance(worn.pattern, len(PATTERNS), 0.25),
        "season": balance(worn.season, len(SEASONS), 0.35),
        "styles": style_lift(worn.styles),
    }


def flat_crops(data: Path, cache: Path, splits: frozenset[str]) -> tuple[Crops, GarmentTargets]:
    """The single-garment photos of ``splits``; what in them is the garment is not known."""
    rows = load_garments(data)
    keep = [i for i, row in enumerate(rows) if row.split in splits]
    pictures = torch.from_numpy(np.load(cache / "garments.npy", mmap_mode="r")[keep])
    return unmarked(pictures), garment_targets([rows[i] for i in keep])


def reader() -> LookReader:
    """An untrained garment net."""
    return LookReader(HEADS, 0.4, 2 * ASKED, GROUPS, PLAIN)


def side_mask(side: str) -> Tensor:
    """Additive mask (22,): only the side's own words may be answered."""
    mask = torch.zeros(len(ITEMS))
    if side == "upper":
        mask[UPPER_COUNT:] = -1e4
    else:
        mask[:UPPER_COUNT] = -1e4
    return mask


def _loss(
    out: dict[str, Tensor],
    targets: GarmentTargets,
    flat: Tensor,
    masks: Tensor,
    weights: dict[str, Tensor],
) -> Tensor:
    """Flat photos train their own material and pattern heads: the two raters' views differ."""
    loss = set_loss(out["item"] + masks, targets.items, weights["item"])
    for name in ("material", "pattern"):
        classes = getattr(targets, name)
        loss = loss + choice_loss(out[name][~flat], classes[~flat], weights[name])
        loss = loss + 0.5 * choice_loss(out[f"flat_{name}"][flat], classes[flat], weights[name])
    loss = loss + 0.4 * choice_loss(out["season"], targets.season, weights["season"])
    return loss + style_loss(out["styles"], targets.styles, weights["styles"])


def report(net: nn.Module, worn: dict[str, tuple[Crops, GarmentTargets]]) -> dict[str, float]:
    """Accuracy of item, material, pattern and season by side, and macro F1 of the styles at the
    best common thresholds.
    """
    scores = {}
    for side, (crops, targets) in worn.items():
        out = predict(net, crops)
        truth = targets.items.argmax(1)
        truth[targets.items.sum(1) == 0] = -1
        scores[f"{side}_item"] = accuracy(out["item"] + side_mask(side), truth)
        for name in ("material", "pattern", "season"):
            scores[f"{side}_{name}"] = accuracy(out[name], getattr(targets, name))
        yes, styles = targets.styles.numpy() > 0.5, torch.sigmoid(out["styles"]).numpy()
        f1 = macro_f1(styles, yes, best_thresholds(styles, yes))
        scores[f"{side}_styles"] = float(f1.mean())
    return scores


def trained_weights(data: Path, cache: Path, splits: frozenset[str]) -> dict[str, Tensor]:
    """The class weights of a training on ``splits``."""
    sources = (worn_targets(data, cache, splits, drawn) for drawn in (False, True))
    found = [targets for source in sources for _, targets in source.values()]
    return class_weights(GarmentTargets.join(found))


class Mixture:
    """Worn, drawn and flat crops in one array; ``flat`` marks the single-garment photos."""

    def __init__(self, data: Path, cache: Path, splits: frozenset[str]) -> None:
        worn = worn_crops(data, cache, splits)
        drawn = worn_crops(data, cache, splits, drawn=True)
        parts = [(side, *source[side]) for source in (worn, drawn) for side in SIDES]
        parts.append(("", *flat_crops(data, cache, splits)))
        self.crops = Crops.join([crops for _, crops, _ in parts])
        self.targets = GarmentTargets.join([targets for *_, targets in parts])
        masks = [side_mask(s) if s else torch.zeros(len(ITEMS)) for s, *_ in parts]
        self.masks = torch.cat(
            [m.expand(len(c), -1) for m, (_, c, _) in zip(masks, parts, strict=True)]
        )
        self.flat = torch.cat([torch.full((len(c),), not s) for s, c, _ in parts])
        self.weights = class_weights(self.targets.take((~self.flat).nonzero()[:, 0]))

    def loss(self, out: dict[str, Tensor], index: Tensor) -> Tensor:
        """The loss of the crops ``index``."""
        targets, flat = self.targets.take(index), self.flat[index]
        return _loss(out, targets, flat, self.masks[index], self.weights)


def run(data: Path, runs: Path, epochs: int = 12) -> nn.Module:
    """Train; returns the averaged net."""
    cache = ensure_cache(data, runs)
    ensure_crops(data, cache)
    mixture, tune = Mixture(data, cache, TRAIN), worn_crops(data, cache, TUNE)
    net = reader()
    some = mixture.crops.take(torch.randperm(len(mixture.crops))[:CALIBRATED])
    start_reader(net, SHIPPED, JITTER(some), runs)

    def check(average: nn.Module) -> str:
        return " ".join(f"{k} {v:.3f}" for k, v in report(average, tune).items())

    return _train(net, mixture, epochs, runs / "garments.pt", check)


def finish(data: Path, runs: Path, epochs: int = 12) -> nn.Module:
    """Train the chosen net on, see ``final``."""
    net = reader()
    net.load_state_dict(averaged(runs / "garments.pt")[0])
    mixture = Mixture(data, runs / "cache", TRAIN | TUNE)
    return _train(net, mixture, epochs, runs / "garments-final.pt", unchecked)


def _train(
    net: LookReader,
    mixture: Mixture,
    epochs: int,
    path: Path,
    check: Callable[[nn.Module], str],
) -> nn.Module:
    body, alone = ((mixture.flat == value).nonzero()[:, 0] for value in (False, True))
    steps = len(body) // BATCH
    plan = Plan(epochs, rate=1.2e-3, weight_decay=0.05, decay=0.997, save_every=3)
    job = Run(net, plan, steps, path)

    def prepare(some: Tensor) -> Mixed:
        index = torch.cat([some, alone[torch.randint(len(alone), (BATCH // 2,))]])
        return mix(JITTER(mixture.crops.take(index)), index)

    def loss(mixed: Mixed) -> Tensor:
        out = net(mixed.views.pictures, mixed.views.marks)
        return mixed.loss(lambda index: mixture.loss(out, index))

    def one_epoch() -> float:
        order = body[torch.randperm(len(body))][: steps * BATCH].split(BATCH)
        return job.one_pass(order, prepare, loss)

    job.epochs(one_epoch, check)
    return job.average
