"""The two nets' opinions of the styles, pooled as at run time, and the scale that both then get.

One slope and shift serve both nets: log-odds that are scaled alike and then pooled are the same as
log-odds that are pooled and then scaled.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from braind.stages.style import LOOK_SHARE
from braind.training.calibrate import platt
from braind.training.dataset import TUNE, load_looks
from braind.training.garments import SIDES
from braind.training.reader import load_crops, predict
from braind.training.style import looks_of
from braind.training.targets import style_truth
from braind.vocabulary import STYLES


class Scale(NamedTuple):
    """``sigmoid(slope * logit + shift)`` is a style's score; both float32 (7,)."""

    slope: Tensor
    shift: Tensor


def style_scale(look: nn.Module, garments: nn.Module, data: Path, cache: Path) -> Scale:
    """Fitted on the tune looks, see ``calibrate``."""
    logits, truth = pooled_styles(look, garments, data, cache)
    labelled = [row for row in load_looks(data) if row.split != "val"]
    slope, shift = platt(logits, truth, style_truth(labelled).numpy().mean(0))
    return Scale(torch.tensor(slope).float(), torch.tensor(shift).float())


def pooled_styles(
    look: nn.Module, garments: nn.Module, data: Path, cache: Path
) -> tuple[np.ndarray, np.ndarray]:
    """Logits (N, 7) of the tune looks that the parser shows, and their bool truth."""
    crops, rows = looks_of(data, cache, TUNE)
    far = predict(look, crops)["styles"].numpy()
    near, count = garment_styles(garments, data, cache)
    means = near / np.maximum(count, 1)[:, None]
    pooled = LOOK_SHARE * far + (1 - LOOK_SHARE) * means
    pooled = np.where(count[:, None] > 0, pooled, far).astype(np.float32)
    return pooled, style_truth(rows).numpy()


def garment_styles(garments: nn.Module, data: Path, cache: Path) -> tuple[np.ndarray, np.ndarray]:
    """Sums of the crops' style logits (N, 7) of the same looks, and how many crops (N,)."""
    shown = np.load(cache / "looks-shown.npy")
    looks = [i for i, row in enumerate(load_looks(data)) if row.split == "tune" and shown[i]]
    total, count = np.zeros((len(looks), len(STYLES)), np.float32), np.zeros(len(looks))
    for side in SIDES:
        here = np.load(cache / f"{side}-shown.npy")[looks]
        some = load_crops(
            cache, side, [i for i, is_shown in zip(looks, here, strict=True) if is_shown]
        )
        total[here] += predict(garments, some)["styles"].numpy()
        count += here
    return total, count
