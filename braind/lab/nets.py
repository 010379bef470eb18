"""The four backbone families, from torchvision: the small net of each, with one score a style.

ShuffleNetV2 (Ma et al. 2018), RegNet (Radosavovic et al. 2020), EfficientNet (Tan and Le 2019) and
Swin Transformer (Liu et al. 2021). No weights are ever downloaded: nets start at random, or from a
file of the user's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torchvision import models

from braind.errors import ModelError
from braind.lab.kinds import Family

# What torchvision's own weights were trained with, so that those of a user fit.
MEAN, STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
_HALF = 0.5  # of a net's tensors that a file of weights has to fit


@dataclass(frozen=True)
class Backbone:
    """A net of torchvision: its builder, and the layer that gives the last map (N, C, H, W)."""

    builder: str
    last_map: str


BACKBONES: Mapping[Family, Backbone] = {
    Family.SHUFFLENET: Backbone("shufflenet_v2_x1_0", "conv5"),
    Family.REGNET: Backbone("regnet_y_400mf", "trunk_output"),
    Family.EFFICIENTNET: Backbone("efficientnet_b0", "features"),
    Family.SWIN: Backbone("swin_t", "permute"),
}


def build(family: Family, outputs: int, seed: int, weights: Path | None = None) -> nn.Module:
    """An untrained net, or one that starts from a file. Raises ``ModelError`` for a bad file."""
    torch.manual_seed(seed)
    net = getattr(models, BACKBONES[family].builder)(weights=None, num_classes=outputs)
    if weights is not None:
        start_from(net, weights)
    return net


def last_map(net: nn.Module, family: Family) -> nn.Module:
    """The layer that makes the last feature map."""
    return net.get_submodule(BACKBONES[family].last_map)


def count_parameters(net: nn.Module) -> int:
    """All of them."""
    return sum(parameter.numel() for parameter in net.parameters())


def normalise(pictures: Tensor) -> Tensor:
    """Float (N, 3, H, W) of 0..1 as the nets expect it."""
    mean, std = (torch.tensor(values)[:, None, None] for values in (MEAN, STD))
    return (pictures - mean) / std


def start_from(net: nn.Module, path: Path) -> None:
    """Take over what fits of a file of tensors; the head may differ. Raises ``ModelError``."""
    mine, given = net.state_dict(), _read_state(path)
    fitting = {k: v for k, v in given.items() if k in mine and v.shape == mine[k].shape}
    if len(fitting) < _HALF * len(mine):
        raise ModelError(
            "lab_weights_misfit",
            f"“{path}” is of another net: {len(fitting)} of {len(mine)} tensors fit.",
            "Give the weights that torchvision calls by the family's name.",
            path=str(path),
        )
    net.load_state_dict(fitting, strict=False)


def _read_state(path: Path) -> Mapping[str, Tensor]:
    """The tensors of a file, ours or torchvision's; nothing in it is ever executed."""
    try:
        stored = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # pickle, zip and torch each raise their own
        raise ModelError(
            "model_unusable",
            f"“{path}” is no file of weights ({type(error).__name__}).",
            "Give a .pt or .pth file that holds tensors only.",
            path=str(path),
        ) from error
    tensors = stored.get("state", stored) if isinstance(stored, dict) else {}
    return {name: value for name, value in tensors.items() if isinstance(value, Tensor)}
