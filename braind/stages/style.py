"""Scoring the seven styles of a face-cropped cutout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from braind.domain import Cutout, Pixels, StyleScores
from braind.letterbox import letterbox_cutout, letterbox_map

INPUT_SIZE = (128, 256)  # width, height
GROUND = 128


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
    """What the style stage sees: uint8 RGB (256, 128, 3), the cutout centred on neutral grey."""
    return letterbox_cutout(cutout.rgba, INPUT_SIZE, GROUND)


def look_regions(cutout: Cutout) -> Pixels:
    """Which ``Region`` each pixel of ``look_input`` shows, uint8 (256, 128); 0 where none is known.

    All is 0 when the cutout has no map.
    """
    if cutout.regions is None:
        return np.zeros(INPUT_SIZE[::-1], np.uint8)
    return letterbox_map(cutout.regions, INPUT_SIZE)
