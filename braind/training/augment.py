"""Batched augmentation: place, scale, ground, light. The figures' framing must not be learned.

Street photos show one centred figure at 0.9 of the frame; users send small figures, crops, plain
studios and phone pictures. So figures are pasted anywhere, at any size, on other grounds.
All pictures here are float32 (N, 3, H, W) in 0..1, region maps int64 (N, H, W).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from braind.domain import Region

_SWAP = torch.arange(256)
_SWAP[Region.LEFT_SHOE], _SWAP[Region.RIGHT_SHOE] = int(Region.RIGHT_SHOE), int(Region.LEFT_SHOE)
MIRRORED = _SWAP[: len(Region)]  # what each region is in a mirror


@dataclass(frozen=True)
class Placement:
    """Per-sample affine parameters: ``scale`` > 1 enlarges, shifts are in half-frames."""

    scale: Tensor
    shift_x: Tensor
    shift_y: Tensor
    turn: Tensor
    stretch: Tensor
    flip: Tensor

    def take(self, index: Tensor) -> Placement:
        """The placements of ``index``, numbers or a mask."""
        return Placement(*(value[index] for value in vars(self).values()))

    def grid(self, size: tuple[int, int], aspect: float) -> Tensor:
        """Sampling grid (N, H, W, 2) of the inverse map; ``aspect`` is frame height / width."""
        cos, sin = torch.cos(self.turn) / self.scale, torch.sin(self.turn) / self.scale
        mirror = 1 - 2 * self.flip
        a, b = mirror * cos / self.stretch, mirror * sin * aspect / self.stretch
        c, d = -sin / aspect, cos
        theta = torch.stack(
            [
                torch.stack([a, b, -(a * self.shift_x + b * self.shift_y)], 1),
                torch.stack([c, d, -(c * self.shift_x + d * self.shift_y)], 1),
            ],
            1,
        )
        return F.affine_grid(theta, [len(theta), 3, *size], align_corners=False)


def uniform(count: int, low: float, high: float) -> Tensor:
    """``count`` numbers between ``low`` and ``high``."""
    return torch.empty(count).uniform_(low, high)


def choose(count: int, chance: float) -> Tensor:
    """Float mask (N,), 1 with probability ``chance``."""
    return (torch.rand(count) < chance).float()


def random_placement(count: int, scales: tuple[float, float], reach: float) -> Placement:
    """Log-uniform scale; the shift grows with how much the scale departs from 1."""
    low, high = (torch.log(torch.tensor(s)).item() for s in scales)
    scale = torch.exp(uniform(count, low, high))
    room = (scale - 1).abs() * reach
    return Placement(
        scale,
        uniform(count, -1, 1) * room,
        uniform(count, -1, 1) * room,
        uniform(count, -0.08, 0.08),
        uniform(count, 0.92, 1.09),
        choose(count, 0.5),
    )


def place(
    images: Tensor, regions: Tensor, how: Placement, size: tuple[int, int]
) -> tuple[Tensor, Tensor, Tensor]:
    """Move pictures and maps; also the (N, 1, H, W) mask of what the photo covers."""
    grid = how.grid(size, images.shape[2] / images.shape[3])
    inside = F.grid_sample(torch.ones_like(images[:, :1]), grid, align_corners=False)
    moved = F.grid_sample(images, grid, align_corners=False)
    labels = F.grid_sample(regions[:, None].float(), grid, mode="nearest", align_corners=False)
    labels = labels[:, 0].long()
    flipped = how.flip.bool()
    labels[flipped] = _SWAP[labels[flipped]]
    return moved, labels, inside


def soften(mask: Tensor) -> Tensor:
    """A (N, 1, H, W) mask with an edge about two pixels wide."""
    return F.avg_pool2d(F.pad(mask, (1, 1, 1, 1), mode="replicate"), 3, 1)


def fill_behind(images: Tensor, masks: Tensor) -> Tensor:
    """Background plates: pixels under ``masks`` (N, 1, H, W) are filled from around (pull-push)."""
    known = 1 - F.max_pool2d(masks, 7, 1, 3)
    levels = [(images * known, known)]
    while min(levels[-1][0].shape[2:]) > 2:
        levels.append((F.avg_pool2d(levels[-1][0], 2), F.avg_pool2d(levels[-1][1], 2)))
    filled = levels[-1][0] / levels[-1][1].clamp_min(1e-3)
    for colour, weight in reversed(levels[:-1]):
        filled = F.interpolate(filled, size=colour.shape[2:], mode="bilinear")
        trust = weight.clamp(0, 1)
        filled = colour / weight.clamp_min(1e-3) * trust + filled * (1 - trust)
    return filled.clamp(0, 1)


def studio(count: int, size: tuple[int, int]) -> Tensor:
    """Plain or graded grounds, mostly light, with an optional floor line."""
    base = torch.where(
        torch.rand(count, 1, 1, 1) < 0.6,
        uniform(count, 0.55, 1.0)[:, None, None, None] + 0.04 * torch.randn(count, 3, 1, 1),
        torch.rand(count, 3, 1, 1),
    )
    rows = torch.linspace(-1, 1, size[0])[None, None, :, None]
    columns = torch.linspace(-1, 1, size[1])[None, None, None, :]
    slope = 0.12 * torch.randn(count, 2, 1, 1)
    ground = base + slope[:, :1] * rows + slope[:, 1:] * columns
    floor = torch.sigmoid((rows - uniform(count, 0.4, 1.4)[:, None, None, None]) * 25)
    ground = ground + floor * 0.12 * torch.randn(count, 1, 1, 1)
    vignette = (rows**2 + columns**2) * uniform(count, -0.06, 0.02)[:, None, None, None]
    return (ground + vignette).clamp(0, 1)


def floor_shadow(labels: Tensor) -> Tensor:
    """A soft dark ellipse at the lowest figure pixels: multiply it into a studio ground."""
    count, height, width = labels.shape
    figure = labels > 0
    rows = torch.arange(height).float()
    bottom = (figure.any(2) * rows).amax(1)
    columns = torch.arange(width).float()
    centre = (figure.sum(1) * columns).sum(1) / figure.sum((1, 2)).clamp_min(1)
    span = uniform(count, 0.1, 0.25) * figure.any(2).sum(1).clamp_min(8)
    dx = (columns[None, None] - centre[:, None, None]) / span[:, None, None]
    dy = (rows[None, :, None] - bottom[:, None, None]) / (0.25 * span[:, None, None])
    depth = uniform(count, 0, 0.5) * choose(count, 0.6)
    return 1 - (depth[:, None, None] * torch.exp(-(dx**2 + dy**2)))[:, None]


def relight(images: Tensor) -> Tensor:
    """Exposure, contrast, gamma, white balance, saturation, noise and sometimes blur."""
    count = len(images)

    def knob(low: float, high: float) -> Tensor:
        return uniform(count, low, high)[:, None, None, None]

    images = images.clamp(1e-4, 1) ** torch.exp(knob(-0.35, 0.35))
    grey = images.mean((2, 3), keepdim=True)
    images = (images - grey) * knob(0.7, 1.3) + grey * knob(0.75, 1.25)
    images = images * (1 + 0.07 * torch.randn(count, 3, 1, 1))
    luma = images.mean(1, keepdim=True)
    images = luma + (images - luma) * knob(0.6, 1.4)
    images = images + torch.randn_like(images) * knob(0, 0.03)
    blur = uniform(count, -1.5, 1.0)
    some = (blur > 0).nonzero()[:, 0]
    images[some] = torch.lerp(images[some], soften(images[some]), blur[some, None, None, None])
    return images.clamp(0, 1)


def normalise(images: Tensor) -> Tensor:
    """What every net of ours expects: 0..1 to about -2..2."""
    return (images - 0.5) / 0.25
