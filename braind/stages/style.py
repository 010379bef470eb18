"""Scoring the seven styles of a face-cropped cutout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from braind.domain import Cutout, Floats, Pixels, StyleScores
from braind.letterbox import letterbox_cutout

INPUT_SIZE = (192, 384)  # width, height
GROUND = 128
LOOK_SHARE = 0.5  # of the whole look's opinion against the garments'; chosen on tune
_TINY = 1e-6


class StyleBackend(Protocol):
    """Scores styles."""

    @property
    def identity(self) -> Mapping[str, object]:
        """What decides the answers, as JSON values."""
        ...

    def score_styles(self, cutouts: Sequence[Cutout]) -> list[StyleScores]:
        """The scores of each face-cropped cutout, in the given order."""
        ...


def look_input(cutout: Cutout) -> Pixels:
    """What the style stage sees: uint8 RGB (384, 192, 3), the cutout centred on neutral grey."""
    return letterbox_cutout(cutout.rgba, INPUT_SIZE, GROUND)


def pool_styles(crops: Sequence[Floats], look: Floats) -> Floats:
    """Scores (7,) whose log-odds are the weighted mean of those of the whole look and of its
    garment crops, which count alike; without any they are the look's alone.
    """
    odds = _log_odds(look)
    if crops:
        near = np.mean([_log_odds(crop) for crop in crops], axis=0)
        odds = LOOK_SHARE * odds + (1 - LOOK_SHARE) * near
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


def _log_odds(scores: Floats) -> Floats:
    sure = np.clip(scores, _TINY, 1 - _TINY)
    return np.asarray(np.log(sure / (1 - sure)), np.float32)
