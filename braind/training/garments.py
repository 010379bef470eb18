"""The garment reader: item, material and pattern from one garment crop, worn or lying flat.

The encoder starts from the look parser's, which has learned what garments look like from dense
maps; worn crops and the single-garment photos are mixed in each batch.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from braind.training.cache import ensure_cache
from braind.training.crops import ensure_crops
from braind.training.dataset import load_garments, load_looks
from braind.training.loop import Plan, Run
from braind.training.nets import LookReader
from braind.training.reader import accuracy, jitter, predict
from braind.training.targets import (
    ITEMS,
    GarmentTargets,
    balance,
    choice_loss,
    garment_targets,
    set_loss,
    side_targets,
)
from braind.vocabulary import COLORS, MATERIALS, PATTERNS, UPPER_ITEMS

HEADS = {
    "item": len(ITEMS), "material": len(MATERIALS), "pattern": len(PATTERNS), "color": len(COLORS),
    "flat_material": len(MATERIALS), "flat_pattern": len(PATTERNS),
}  # fmt: skip
GREY = 128 / 255
SIDES = ("upper", "lower")
UPPER_COUNT = len(UPPER_ITEMS)


def worn_crops(data: Path, cache: Path, splits: set[str]) -> dict[str, tuple[Tensor, GarmentTargets]]:
    """Per side, uint8 crops (N, 3, 160, 160) and targets of the looks that show that garment."""
    rows = load_looks(data)
    out = {}
    for side in SIDES:
        crops = np.load(cache / f"{side}.npy", mmap_mode="r")
        shown = np.load(cache / f"{side}-shown.npy")
        keep = [i for i, row in enumerate(rows) if row.split in splits and shown[i]]
        pictures = torch.from_numpy(crops[keep]).permute(0, 3, 1, 2).contiguous()
        out[side] = pictures, side_targets([rows[i] for i in keep], side)
    return out


def flat_crops(data: Path, cache: Path, split: str) -> tuple[Tensor, GarmentTargets]:
    """The single-garment photos of a split."""
    rows = load_garments(data)
    keep = [i for i, row in enumerate(rows) if row.split == split]
    pictures = torch.from_numpy(np.load(cache / "garments.npy", mmap_mode="r")[keep])
    return pictures.permute(0, 3, 1, 2).contiguous(), garment_targets([rows[i] for i in keep])


def side_mask(side: str) -> Tensor:
    """Additive mask (22,): only the side's own words may be answered."""
    mask = torch.zeros(len(ITEMS))
    if side == "upper":
        mask[UPPER_COUNT:] = -1e4
    else:
        mask[:UPPER_COUNT] = -1e4
    return mask


def _loss(out: dict[str, Tensor], targets: GarmentTargets, flat: Tensor, masks: Tensor, weights: dict[str, Tensor]) -> Tensor:
    """Flat photos train their own material and pattern heads: the two raters' views differ."""
    loss = set_loss(out["item"] + masks, targets.items, weights["item"])
    for name in ("material", "pattern"):
        classes = getattr(targets, name)
        loss = loss + choice_loss(out[name][~flat], classes[~flat], weights[name])
        loss = loss + 0.5 * choice_loss(out[f"flat_{name}"][flat], classes[flat], weights[name])
    return loss + 0.3 * choice_loss(out["color"], targets.color)


def report(net: nn.Module, worn: dict[str, tuple[Tensor, GarmentTargets]]) -> dict[str, float]:
    """Accuracy of item, material and pattern by side."""
    scores = {}
    for side, (pictures, targets) in worn.items():
        out = predict(net, pictures)
        truth = targets.items.argmax(1)
        truth[targets.items.sum(1) == 0] = -1
        scores[f"{side}_item"] = accuracy(out["item"] + side_mask(side), truth)
        scores[f"{side}_material"] = accuracy(out["material"], targets.material)
        scores[f"{side}_pattern"] = accuracy(out["pattern"], targets.pattern)
    return scores


def run(data: Path, runs: Path, epochs: int = 30) -> nn.Module:
    """Train; returns the averaged net."""
    cache = ensure_cache(data, runs)
    ensure_crops(data, cache)
    worn, flat = worn_crops(data, cache, {"train"}), flat_crops(data, cache, "train")
    tune = worn_crops(data, cache, {"tune"})
    pictures = torch.cat([worn["upper"][0], worn["lower"][0], flat[0]])
    targets = GarmentTargets.join([worn["upper"][1], worn["lower"][1], flat[1]])
    counts = [len(worn["upper"][0]), len(worn["lower"][0]), len(flat[0])]
    is_flat = torch.arange(len(pictures)) >= counts[0] + counts[1]
    masks = torch.cat(
        [side_mask("upper").expand(counts[0], -1), side_mask("lower").expand(counts[1], -1), torch.zeros(counts[2], len(ITEMS))]
    )
    on_body = torch.cat([targets.items[~is_flat].argmax(1)])
    weights = {
        "item": balance(on_body, len(ITEMS)),
        "material": balance(targets.material[~is_flat], len(MATERIALS), 0.35),
        "pattern": balance(targets.pattern[~is_flat], len(PATTERNS), 0.35),
    }
    net = LookReader(HEADS)
    start = runs / "parser-small.pt"
    if start.exists():
        state = torch.load(start, weights_only=True)["average"]
        net.encoder.load_state_dict({k[8:]: v for k, v in state.items() if k.startswith("encoder.")})
    body = (~is_flat).nonzero()[:, 0]
    alone = is_flat.nonzero()[:, 0]
    half = 24
    steps = len(body) // half
    job = Run(net, Plan(epochs, rate=1.2e-3, weight_decay=0.05, decay=0.997, save_every=3), steps, runs / "garments.pt")

    def one_epoch() -> float:
        losses = []
        for some in body[torch.randperm(len(body))][: steps * half].split(half):
            index = torch.cat([some, alone[torch.randint(len(alone), (half // 2,))]])
            x = jitter(pictures[index], GREY).to(memory_format=torch.channels_last)
            losses.append(
                job.step(lambda x=x, i=index: _loss(net(x), targets.take(i), is_flat[i], masks[i], weights))
            )
        return sum(losses) / len(losses)

    def check(average: nn.Module) -> str:
        return " ".join(f"{k} {v:.3f}" for k, v in report(average, tune).items())

    job.epochs(one_epoch, check)
    return job.average


