"""Closed-list targets of looks and garments as tensors, and the losses that read them.

``MISSING`` marks an answer that is unknown. A garment photo's coarse label becomes the *set* of
items it may be ("Longsleeve" is a t-shirt, sweater, top …): the loss then asks for their sum.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from braind.training.dataset import GarmentRow, LookRow
from braind.vocabulary import (
    LOWER_ITEMS,
    MATERIALS,
    PATTERNS,
    SEASONS,
    STYLES,
    UPPER_ITEMS,
)

MISSING = -1
ITEMS = (*UPPER_ITEMS, *(f"lower {item}" for item in LOWER_ITEMS))
GENDERS = ("women", "men", "unisex")

GARMENT_ITEMS: dict[str, tuple[str, ...]] = {
    "T-Shirt": ("t-shirt",),
    "Longsleeve": ("t-shirt", "sweater", "sweatshirt", "top", "cardigan"),
    "Pants": ("lower jeans", "lower trousers", "lower leggings"),
    "Shirt": ("shirt",),
    "Dress": ("dress", "lower dress"),
    "Outwear": ("jacket", "coat", "vest", "cape", "cardigan"),
    "Shorts": ("lower shorts",),
    "Skirt": ("lower skirt",),
    "Polo": ("t-shirt", "shirt"),
    "Undershirt": ("top", "t-shirt"),
    "Blazer": ("blazer",),
    "Hoodie": ("hoodie", "sweatshirt"),
    "Body": ("top", "t-shirt"),
    "Top": ("top", "t-shirt"),
    "Blouse": ("blouse", "top"),
}
_WIDE_STYLE = {"0": 0.0, "1": 0.85, "2": 1.0}  # the question is "≥ 1"; a "partly" is less sure


def index_of(words: tuple[str, ...], word: str) -> int:
    """Position of ``word`` or ``MISSING``."""
    return words.index(word) if word in words else MISSING


def one_of(words: tuple[str, ...], rows: list[str]) -> Tensor:
    """Class numbers (N,) with ``MISSING`` where the word is not in the list."""
    return torch.tensor([index_of(words, word) for word in rows])


def style_targets(rows: list[LookRow]) -> Tensor:
    """Soft multi-label targets (N, 7)."""
    return torch.tensor([[_WIDE_STYLE[row.labels[s]] for s in STYLES] for row in rows])


def style_truth(rows: list[LookRow]) -> Tensor:
    """Boolean (N, 7): grade ≥ 1."""
    return style_targets(rows) > 0.5


def look_targets(rows: list[LookRow]) -> dict[str, Tensor]:
    """All single-choice targets of looks by head name."""
    lists = {
        "upper_item": UPPER_ITEMS, "lower_item": LOWER_ITEMS, "season": SEASONS,
        "upper_material": MATERIALS, "lower_material": MATERIALS, "upper_pattern": PATTERNS,
        "lower_pattern": PATTERNS, "gender": GENDERS,
    }  # fmt: skip
    return {name: one_of(words, [r.labels[name] for r in rows]) for name, words in lists.items()}


@dataclass(frozen=True)
class GarmentTargets:
    """Targets of garment crops: item sets (N, 22) multi-hot, material and pattern (N,), and of the
    whole look season (N,) and styles (N, 7), ``MISSING`` where it is not seen.
    """

    items: Tensor
    material: Tensor
    pattern: Tensor
    season: Tensor
    styles: Tensor

    def take(self, index: Tensor) -> GarmentTargets:
        """The rows of ``index``."""
        return GarmentTargets(*(value[index] for value in vars(self).values()))

    @classmethod
    def join(cls, parts: list[GarmentTargets]) -> GarmentTargets:
        """Rows of several, in order."""
        return cls(*(torch.cat([vars(p)[name] for p in parts]) for name in vars(parts[0])))


def side_targets(rows: list[LookRow], side: str) -> GarmentTargets:
    """Targets of the looks' crops of ``side`` ("upper" or "lower")."""
    items = torch.zeros(len(rows), len(ITEMS))
    for i, row in enumerate(rows):
        name = row.labels[f"{side}_item"]
        place = index_of(ITEMS, name if side == "upper" else f"lower {name}")
        if place != MISSING:
            items[i, place] = 1
    return GarmentTargets(
        items,
        one_of(MATERIALS, [r.labels[f"{side}_material"] for r in rows]),
        one_of(PATTERNS, [r.labels[f"{side}_pattern"] for r in rows]),
        one_of(SEASONS, [r.labels["season"] for r in rows]),
        style_targets(rows),
    )


def garment_targets(rows: list[GarmentRow]) -> GarmentTargets:
    """Targets of the single-garment photos; shoes and hats have no item here."""
    items = torch.zeros(len(rows), len(ITEMS))
    for i, row in enumerate(rows):
        for name in GARMENT_ITEMS.get(row.label, ()):
            items[i, ITEMS.index(name)] = 1
    return GarmentTargets(
        items,
        one_of(MATERIALS, [r.material for r in rows]),
        one_of(PATTERNS, [r.pattern for r in rows]),
        torch.full((len(rows),), MISSING),
        torch.full((len(rows), len(STYLES)), float(MISSING)),
    )


def balance(classes: Tensor, size: int, power: float = 0.5) -> Tensor:
    """Class weights (size,) that grow as frequency falls, capped, mean 1 over the data."""
    counts = torch.bincount(classes[classes >= 0], minlength=size).float()
    weights = (counts.clamp_min(1).mean() / counts.clamp_min(5)) ** power
    weights = weights.clamp(0.3, 4.0)
    return weights / ((weights * counts).sum() / counts.sum())


@torch.no_grad()
def unweigh(head: nn.Linear, weights: Tensor) -> None:
    """Make a head that was trained with class ``weights`` tell probabilities.

    Such a head answers in proportion to weight times probability (Elkan 2001); as a logarithm, the
    weight is a part of its bias.
    """
    head.bias -= weights.log()


def style_lift(styles: Tensor) -> Tensor:
    """How much more a "yes" counts than a "no" (7,): rare styles more, within bounds."""
    share = (styles > 0.5).float().mean(0)
    return ((1 - share) / share.clamp_min(0.02)).sqrt().clamp(0.7, 4)


def style_loss(logits: Tensor, styles: Tensor, lift: Tensor) -> Tensor:
    """Cross-entropy of independent styles (N, 7); rows that are ``MISSING`` do not count."""
    known = styles[:, 0] != MISSING
    if not known.any():
        return logits.sum() * 0
    return F.binary_cross_entropy_with_logits(logits[known].float(), styles[known], pos_weight=lift)


def choice_loss(logits: Tensor, classes: Tensor, weights: Tensor | None = None) -> Tensor:
    """Cross-entropy with light smoothing; 0 when every answer is missing."""
    if not (classes >= 0).any():
        return logits.sum() * 0
    return F.cross_entropy(
        logits.float(), classes, weights, ignore_index=MISSING, label_smoothing=0.05
    )


def set_loss(logits: Tensor, allowed: Tensor, weights: Tensor) -> Tensor:
    """Negative log of the probability of the allowed set; rows with an empty set do not count."""
    known = allowed.sum(1) > 0
    if not known.any():
        return logits.sum() * 0
    log_p = F.log_softmax(logits[known].float(), 1)
    held = torch.logsumexp(log_p.masked_fill(allowed[known] == 0, -1e4), 1)
    scale = (allowed[known] * weights).sum(1) / allowed[known].sum(1)
    return -(held * scale).sum() / scale.sum()
