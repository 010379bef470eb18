"""IS-Net in its real size (Qin et al., "Highly Accurate Dichotomous Image Segmentation", 2022).

Six nested U-blocks down and five up (Qin et al., "U²-Net", Pattern Recognition 2020); only the
finest of its side outputs is made, as when it is used.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import interpolate, max_pool2d

# Of each block: kind (its depth; 0 for dilated convolutions instead of pooling), channels.
_DOWN = (
    (7, 64, 32, 64), (6, 64, 32, 128), (5, 128, 64, 256), (4, 256, 128, 512), (0, 512, 256, 512),
    (0, 512, 256, 512),
)  # fmt: skip
_UP = (
    (0, 1024, 256, 512), (4, 1024, 128, 256), (5, 512, 64, 128), (6, 256, 32, 64),
    (7, 128, 16, 64),
)  # fmt: skip
_DILATIONS = (1, 2, 4, 8)


class IsNet(nn.Module):
    """Pictures (N, 3, S, S) → masks (N, 1, S, S) in 0..1."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, 64, 3, stride=2, padding=1)
        self.down = nn.ModuleList(_block(*row) for row in _DOWN)
        self.up = nn.ModuleList(_block(*row) for row in _UP)
        self.side = nn.Conv2d(64, 1, 3, padding=1)

    def forward(self, picture: Tensor) -> Tensor:
        """Down, up with the states of the way down, and the mask in the picture's size."""
        states, seen = self.first(picture), []
        for block in self.down:
            seen.append(block(states))
            states = _halved(seen[-1])
        states = seen.pop()
        for block in self.up:
            beside = seen.pop()
            states = block(torch.cat([_fitted(states, beside), beside], 1))
        return torch.sigmoid(_fitted(self.side(states), picture))


def _block(depth: int, before: int, inside: int, after: int) -> nn.Module:
    return Nested(depth, before, inside, after) if depth else Dilated(before, inside, after)


class Nested(nn.Module):
    """A residual block that is a U-net of ``depth`` levels itself."""

    def __init__(self, depth: int, before: int, inside: int, after: int) -> None:
        super().__init__()
        self.enter = _layer(before, after)
        self.down = nn.ModuleList(_layer(inside if n else after, inside) for n in range(depth - 1))
        self.deepest = _layer(inside, inside, 2)
        self.up = nn.ModuleList(
            _layer(2 * inside, after if n == depth - 2 else inside) for n in range(depth - 1)
        )

    def forward(self, states: Tensor) -> Tensor:
        """The states, and what was seen of them at every scale."""
        entered = self.enter(states)
        seen = [self.down[0](entered)]
        for layer in list(self.down)[1:]:
            seen.append(layer(_halved(seen[-1])))
        deep = self.deepest(seen[-1])
        for layer in self.up:
            beside = seen.pop()
            deep = layer(torch.cat([_fitted(deep, beside), beside], 1))
        return deep + entered


class Dilated(nn.Module):
    """The same without pooling, for maps that are small already."""

    def __init__(self, before: int, inside: int, after: int) -> None:
        super().__init__()
        self.enter = _layer(before, after)
        self.down = nn.ModuleList(
            _layer(inside if n else after, inside, d) for n, d in enumerate(_DILATIONS)
        )
        self.up = nn.ModuleList(
            _layer(2 * inside, after if d == 1 else inside, d) for d in (4, 2, 1)
        )

    def forward(self, states: Tensor) -> Tensor:
        """The states, and what was seen of them from further and further around."""
        entered = self.enter(states)
        seen: list[Tensor] = []
        for layer in self.down:
            seen.append(layer(seen[-1] if seen else entered))
        deep = seen.pop()
        for layer in self.up:
            deep = layer(torch.cat([deep, seen.pop()], 1))
        return deep + entered


def _layer(before: int, after: int, dilation: int = 1) -> nn.Module:
    convolution = nn.Conv2d(before, after, 3, padding=dilation, dilation=dilation)
    return nn.Sequential(convolution, nn.BatchNorm2d(after), nn.ReLU(inplace=True))


def _halved(states: Tensor) -> Tensor:
    return max_pool2d(states, 2, stride=2, ceil_mode=True)


def _fitted(states: Tensor, like: Tensor) -> Tensor:
    return interpolate(states, size=like.shape[2:], mode="bilinear", align_corners=False)
