"""Shared by the style and garment recipes: batched crops, jitter, mixing, per-head metrics."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from braind.domain import Region
from braind.stages.vqa import ASKED
from braind.training import augment
from braind.training.dyes import dye
from braind.training.targets import MISSING

GREY = 128 / 255  # the ground that looks and garment crops stand on

# What the parser takes for each other: maps of photos that it has learned are better than others.
_CONFUSED = (
    (Region.UPPER, Region.OUTER), (Region.OUTER, Region.UPPER), (Region.DRESS, Region.UPPER),
    (Region.UPPER, Region.DRESS), (Region.SKIRT, Region.DRESS), (Region.SKIRT, Region.TROUSERS),
    (Region.TROUSERS, Region.LEGWEAR), (Region.LEGWEAR, Region.TROUSERS),
    (Region.DRESS, Region.SKIRT), (Region.LEGWEAR, Region.SKIN), (Region.BAG, Region.OUTER),
)  # fmt: skip


@dataclass(frozen=True)
class Crops:
    """uint8 ``pictures`` (N, 3, H, W) and ``marks`` (N, H, W) of what each pixel belongs to."""

    pictures: Tensor
    marks: Tensor

    def __len__(self) -> int:
        return len(self.pictures)

    def take(self, index: Tensor | slice) -> Crops:
        """The rows of ``index``."""
        return Crops(self.pictures[index], self.marks[index])

    @classmethod
    def join(cls, parts: list[Crops]) -> Crops:
        """Rows of several, in order."""
        return cls(torch.cat([p.pictures for p in parts]), torch.cat([p.marks for p in parts]))


def load_crops(cache: Path, name: str, keep: list[int]) -> Crops:
    """Some rows of the cached inputs ``name``."""
    pictures, marks = (
        torch.from_numpy(np.load(cache / f"{name}{part}.npy", mmap_mode="r")[keep])
        for part in ("", "-marks")
    )
    return Crops(pictures.permute(0, 3, 1, 2).contiguous(), marks)


def unmarked(pictures: Tensor) -> Crops:
    """uint8 pictures (N, H, W, 3) of which nothing is known."""
    marks = torch.zeros(pictures.shape[:3], dtype=torch.uint8)
    return Crops(pictures.permute(0, 3, 1, 2).contiguous(), marks)


@dataclass(frozen=True)
class Views:
    """What a net is given: normalised float pictures (N, 3, H, W), and marks (N, H, W)."""

    pictures: Tensor
    marks: Tensor


@dataclass(frozen=True)
class Jitter:
    """How far pictures are changed.

    ``color`` scales how far the light may change at most (colours carry meaning in looks, so each
    picture draws its part of it), ``flat`` is the share of samples that lose most of their colour
    so that texture is learned too, ``confused`` the chance of each confusion of marks, ``dyed``
    that of a garment to get another colour.
    """

    zoom: float = 0.2
    color: float = 1.0
    flat: float = 0.15
    confused: float = 0.04
    dyed: float = 0.0

    def __call__(self, crops: Crops, fill: float = GREY) -> Views:
        """Move, scale, turn, mirror, relight, erase a patch."""
        count = len(crops)
        pictures = crops.pictures.float() / 255
        images = dye(pictures, crops.marks.long() % ASKED, self.dyed) - fill
        how = augment.Placement(
            torch.exp(augment.uniform(count, -self.zoom, self.zoom)),
            augment.uniform(count, -0.1, 0.1),
            augment.uniform(count, -0.1, 0.1),
            augment.uniform(count, -0.12, 0.12),
            augment.uniform(count, 0.9, 1.11),
            augment.choose(count, 0.5),
        )
        grid = how.grid(tuple(images.shape[2:]), images.shape[2] / images.shape[3])
        moved = F.grid_sample(images, grid, align_corners=False) + fill
        change = augment.uniform(count, 0, self.color)[:, None, None, None]
        lit = torch.lerp(moved, augment.relight(moved), change).clamp(0, 1)
        pale = augment.choose(count, self.flat)[:, None, None, None]
        lit = torch.lerp(lit, lit.mean(1, keepdim=True).expand_as(lit), 0.8 * pale)
        lit = erase(lit, fill)
        marks = F.grid_sample(
            crops.marks[:, None].float(), grid, mode="nearest", align_corners=False
        )
        return Views(augment.normalise(lit), self._spoilt(marks[:, 0].long(), how.flip.bool()))

    def _spoilt(self, marks: Tensor, flipped: Tensor) -> Tensor:
        """Marks as a parser may see them: shoes follow the mirror, garments are mistaken."""
        count, known = len(marks), len(Region)
        names = torch.arange(known).repeat(count, 1)
        names[flipped, Region.LEFT_SHOE] = int(Region.RIGHT_SHOE)
        names[flipped, Region.RIGHT_SHOE] = int(Region.LEFT_SHOE)
        for truth, mistake in _CONFUSED:
            names[torch.rand(count) < self.confused, truth] = int(mistake)
        table = torch.cat([names, names + known], 1)  # the asked garment's marks follow the others
        return table.gather(1, marks.flatten(1)).view_as(marks)


def jitter(pictures: Tensor, fill: float, zoom: float, color: float, flat: float) -> Tensor:
    """uint8 pictures (N, 3, H, W) without marks, changed as ``Jitter`` says; normalised float."""
    crops = Crops(pictures, torch.zeros_like(pictures[:, 0]))
    return Jitter(zoom=zoom, color=color, flat=flat)(crops, fill).pictures


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
    """Views blended in pairs (mixup, Zhang et al. 2018): ``share`` of the first, the rest of
    the second; ``first`` and ``second`` are row numbers (N,). The marks are the first's.
    """

    views: Views
    first: Tensor
    second: Tensor
    share: float

    def loss(self, of: Callable[[Tensor], Tensor]) -> Tensor:
        """The same blend of the losses of both rows."""
        return self.share * of(self.first) + (1 - self.share) * of(self.second)


def mix(views: Views, index: Tensor, strength: float = 0.3) -> Mixed:
    """Blend each picture with a smaller part of another of the batch."""
    share = float(torch.distributions.Beta(strength, strength).sample())
    share = max(share, 1 - share)
    other = torch.randperm(len(index))
    blended = share * views.pictures + (1 - share) * views.pictures[other]
    blended = blended.to(memory_format=torch.channels_last)
    return Mixed(Views(blended, views.marks), index, index[other], share)


@torch.no_grad()
def predict(net: nn.Module, crops: Crops, *, mirror: bool = False) -> dict[str, Tensor]:
    """Float32 logits by head for crops."""
    batches: list[dict[str, Tensor]] = []
    for start in range(0, len(crops), 32):
        some = crops.take(slice(start, start + 32))
        x = augment.normalise(some.pictures.float() / 255)
        x = x.to(memory_format=torch.channels_last)
        out = net(x, some.marks)
        if mirror:
            twin = net(x.flip(3), some.marks.flip(2))
            out = {name: (out[name] + twin[name]) / 2 for name in out}
        batches.append(out)
    return {name: torch.cat([b[name] for b in batches]).float() for name in batches[0]}


def accuracy(logits: Tensor, classes: Tensor) -> float:
    """Share of right first choices among the known answers."""
    known = classes != MISSING
    return (
        float((logits.argmax(1) == classes)[known].float().mean()) if known.any() else float("nan")
    )
