"""Shared by the style and garment recipes: batched crops, jitter, mixing, per-head metrics."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from braind.training import augment
from braind.training.targets import MISSING

GREY = 128 / 255  # the ground that looks and garment crops stand on


def jitter(
    pictures: Tensor, fill: float, zoom: float = 0.2, color: float = 0.5, flat: float = 0.15
) -> Tensor:
    """Move, scale, turn, mirror, relight, erase a patch of uint8 (N, 3, H, W); normalised float.

    ``color`` scales how far the light may change (colours carry meaning in looks), ``flat`` is
    the share of samples that lose most of their colour so that texture is learned too.
    """
    count = len(pictures)
    images = pictures.float() / 255 - fill
    how = augment.Placement(
        torch.exp(augment.uniform(count, -zoom, zoom)),
        augment.uniform(count, -0.1, 0.1),
        augment.uniform(count, -0.1, 0.1),
        augment.uniform(count, -0.12, 0.12),
        augment.uniform(count, 0.9, 1.11),
        augment.choose(count, 0.5),
    )
    grid = how.grid(tuple(images.shape[2:]), images.shape[2] / images.shape[3])
    moved = F.grid_sample(images, grid, align_corners=False) + fill
    lit = torch.lerp(moved, augment.relight(moved), color)
    pale = augment.choose(count, flat)[:, None, None, None]
    lit = torch.lerp(lit, lit.mean(1, keepdim=True).expand_as(lit), 0.8 * pale)
    return augment.normalise(erase(lit, fill))


def erase(images: Tensor, fill: float, chance: float = 0.4) -> Tensor:
    """Blank a random rectangle of some pictures (random erasing, Zhong et al. 2020)."""
    count, _, height, width = images.shape
    rows = torch.arange(height)[None, :, None] / height
    columns = torch.arange(width)[None, None, :] / width
    size = (
        augment.uniform(count, 0.1, 0.4)[:, None, None]
        * augment.choose(count, chance)[:, None, None]
    )
    top, left = torch.rand(count, 1, 1), torch.rand(count, 1, 1)
    hole = ((rows - top).abs() < size / 2) & ((columns - left).abs() < size / 2)
    return images.masked_fill(hole[:, None], fill)


@dataclass(frozen=True)
class Mixed:
    """Pictures blended in pairs (mixup, Zhang et al. 2018): ``share`` of the first, the rest of
    the second; ``first`` and ``second`` are row numbers (N,).
    """

    pictures: Tensor
    first: Tensor
    second: Tensor
    share: float

    def loss(self, of: Callable[[Tensor], Tensor]) -> Tensor:
        """The same blend of the losses of both rows."""
        return self.share * of(self.first) + (1 - self.share) * of(self.second)


def mix(pictures: Tensor, index: Tensor, strength: float = 0.3) -> Mixed:
    """Blend each picture with another of the batch."""
    share = float(torch.distributions.Beta(strength, strength).sample())
    other = torch.randperm(len(index))
    blended = share * pictures + (1 - share) * pictures[other]
    return Mixed(blended.to(memory_format=torch.channels_last), index, index[other], share)


@torch.no_grad()
def predict(net: nn.Module, pictures: Tensor, *, mirror: bool = False) -> dict[str, Tensor]:
    """Float32 logits by head for uint8 (N, 3, H, W) pictures."""
    batches: list[dict[str, Tensor]] = []
    for some in pictures.split(32):
        x = augment.normalise(some.float() / 255).to(memory_format=torch.channels_last)
        out = net(x)
        if mirror:
            twin = net(x.flip(3))
            out = {name: (out[name] + twin[name]) / 2 for name in out}
        batches.append(out)
    return {name: torch.cat([b[name] for b in batches]).float() for name in batches[0]}


def accuracy(logits: Tensor, classes: Tensor) -> float:
    """Share of right first choices among the known answers."""
    known = classes != MISSING
    return (
        float((logits.argmax(1) == classes)[known].float().mean()) if known.any() else float("nan")
    )
