"""People who pass behind the figure: on a street they are ground, however large they are.

The annotators of the looks outlined only who is photographed. A parser that has seen few people
beyond that person takes along everybody near, so other figures are put behind: smaller, often out
of focus, standing on the same street.
"""

from __future__ import annotations

import torch
from torch import Tensor

from braind.training import augment

SIZES = (0.3, 0.8)  # of the figure's own
HORIZONS = (-0.7, 0.0)  # height of the eye that looks, in half-frames of an upright photo
CROWD = 0.3  # a passer-by with more of the figure's pixels than this makes their number unsure
TOO_MUCH = 0.7  # with more than this, who is photographed is unsure, too


def stand_behind(figure: augment.Placement) -> augment.Placement:
    """Where somebody further away stands: feet on the street of ``figure``, left or right."""
    count = len(figure.scale)
    share = augment.uniform(count, *SIZES)
    side = torch.where(torch.rand(count) < 0.5, 1.0, -1.0) * augment.uniform(count, 0.1, 1.0)
    eye = augment.uniform(count, *HORIZONS)
    return augment.Placement(
        figure.scale * share,
        figure.shift_x + figure.scale * side,
        figure.shift_y + figure.scale * eye * (1 - share),
        augment.uniform(count, -0.05, 0.05),
        augment.uniform(count, 0.92, 1.09),
        augment.choose(count, 0.5),
    )


def paint_behind(
    images: Tensor, labels: Tensor, inside: Tensor, other: Tensor, other_labels: Tensor
) -> tuple[Tensor, Tensor]:
    """Pictures (N, 3, H, W) with ``other`` behind the figure, and the pixels of it that show (N,).

    ``other`` and ``other_labels`` are placed already; ``inside`` (N, 1, H, W) is what the photo
    covers. Whoever would hide who is photographed stays away.
    """
    seen = (other_labels > 0) & (labels == 0) & (inside[:, 0] > 0.5)
    area = seen.sum((1, 2)).float()
    stays = area < TOO_MUCH * (labels != 0).sum((1, 2))
    alpha = augment.soften((other_labels > 0).float()[:, None])
    lit = (other * torch.exp(0.25 * torch.randn(len(other), 1, 1, 1))).clamp(0, 1)
    far = torch.rand(len(other)) < 0.5
    for _ in range(2):  # out of focus, with its outline
        lit[far], alpha[far] = augment.soften(lit[far]), augment.soften(alpha[far])
    alpha = alpha * inside * (1 - augment.soften((labels != 0).float()[:, None]))
    return torch.lerp(images, lit, alpha * stays[:, None, None, None]), area * stays
