"""Grad-CAM: which places of a picture spoke for a style.

Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based
Localization" (ICCV 2017): the maps of the last layer, each weighted by the mean gradient of the
score with respect to it, summed, and only what speaks *for* the score is kept.
"""

from __future__ import annotations

from types import TracebackType
from typing import Self

import numpy as np
import torch
from torch import Tensor, nn

from braind.domain import Floats, Pixels
from braind.lab.fit import as_input
from braind.lab.nets import last_map
from braind.lab.trained import Trained


class GradCam:
    """Watches a net's last feature map while the block runs."""

    def __init__(self, trained: Trained) -> None:
        self._net = trained.net
        self._layer = last_map(trained.net, trained.family)
        self._map = torch.empty(0)

    def __enter__(self) -> Self:
        self._hook = self._layer.register_forward_hook(self._keep)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._hook.remove()

    def _keep(self, layer: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> None:
        self._map = output

    def scores(self, picture: Pixels) -> Tensor:
        """Raw scores (K,) of a uint8 picture (H, W, 3), ready for ``heat``."""
        scores: Tensor = self._net(as_input(picture[None]))[0]
        return scores

    def features(self, picture: Pixels) -> Floats:
        """The mean of each map of a picture, float32 (C,)."""
        with torch.no_grad():
            self.scores(picture)
        return np.asarray(self._map.mean((2, 3))[0].float().numpy())

    def heat(self, score: Tensor) -> Floats:
        """Float32 (h, w) ≥ 0, as coarse as the map, for one of the last ``scores``."""
        (gradient,) = torch.autograd.grad(score, self._map, retain_graph=True)
        weights = gradient.mean((2, 3), keepdim=True)
        heat = (weights * self._map).sum(1).clamp_min(0)[0]
        return np.asarray(heat.detach().float().numpy())
