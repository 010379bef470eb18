"""Scoring the seven styles of a face-cropped cutout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from braind.domain import Cutout, Pixels, StyleScores
from braind.letterbox import letterbox_cutout

INPUT_SIZE = (192, 384)  # width, height
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
    """What the style stage sees: uint8 RGB (384, 192, 3), the cutout centred on neutral grey."""
    return letterbox_cutout(cutout.rgba, INPUT_SIZE, GROUND)
