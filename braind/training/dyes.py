"""Garments dyed in other colours: what something is does not hang on its colour.

A few hundred parsed photos hold few red trousers and few pale bags, so a parser learns colour as
if it named the garment, and takes dark clothes for the dark wall behind them. Each garment may take
the mean colour of another one; its folds and its texture stay.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from braind.domain import Region
from braind.training.augment import soften, uniform

DYED = (
    Region.HEADWEAR, Region.UPPER, Region.OUTER, Region.DRESS, Region.TROUSERS, Region.SKIRT,
    Region.LEGWEAR, Region.BAG,
)  # fmt: skip
CONTRAST = (0.6, 1.7)  # how far dark cloth may gain texture when it turns light, and light lose
BLACK = 0.08  # reflectance of the darkest cloth
ENOUGH = 6  # sampled pixels from which a region has a colour


def mean_colors(images: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
    """Mean colour (N, C, 3) of each region, and its pixels (N, C), on every fourth pixel."""
    images, labels = images[..., ::2, ::2], labels[:, ::2, ::2]
    shown = F.one_hot(labels, len(Region)).flatten(1, 2).float()
    pixels = shown.sum(1)
    total = torch.bmm(shown.transpose(1, 2), images.flatten(2).transpose(1, 2))
    return total / pixels.clamp_min(1)[..., None], pixels


def dye(images: Tensor, labels: Tensor, chance: float = 0.3) -> Tensor:
    """Pictures (N, 3, H, W) in which each garment of ``labels`` (N, H, W) has, with ``chance``,
    the mean colour of another garment of the batch.
    """
    if not chance:
        return images
    colors, pixels = mean_colors(images, labels)
    known = pixels >= ENOUGH
    kinds = torch.zeros_like(known)
    kinds[:, list(DYED)] = True
    garments = colors[known & kinds]
    if not len(garments):
        return images
    other = garments[torch.randint(len(garments), known.shape)]
    other = (other * torch.exp(0.2 * torch.randn(*known.shape, 1))).clamp(0, 1)
    low, high = CONTRAST
    gain = (other.mean(2) + BLACK) / (colors.mean(2) + BLACK)
    gain = gain.clamp(low, high) * torch.exp(uniform(gain.numel(), -0.1, 0.1)).view_as(gain)
    chosen = known & kinds & (torch.rand(known.shape) < chance)
    gain = torch.where(chosen, gain, 1.0)[..., None]
    shift = torch.where(chosen[..., None], other - colors * gain, 0.0)
    table = torch.cat([gain, shift], 2)  # (N, C, 4)
    rows = torch.arange(len(labels))[:, None, None]
    change = soften(table[rows, labels].permute(0, 3, 1, 2))
    return (images * change[:, :1] + change[:, 1:]).clamp(0, 1)
