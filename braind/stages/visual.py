"""Telling what a face-cropped cutout looks like as a whole, in numbers that have no names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from braind.domain import VISUAL_SIZE, Cutout, Floats, Visual
from braind.errors import ModelError


class VisualBackend(Protocol):
    """Embeds pictures of looks."""

    @property
    def identity(self) -> Mapping[str, object]:
        """What decides the vectors, as JSON values."""
        ...

    def embed_looks(self, cutouts: Sequence[Cutout]) -> list[Visual]:
        """What each face-cropped cutout looks like, in order: float16 (768,) of length 1."""
        ...


def visual_rows(vectors: Floats) -> list[Visual]:
    """Unit vectors (N, 768) as they are kept, in half the precision.

    Raises ``ModelError`` for vectors of another size.
    """
    if vectors.shape[1:] != (VISUAL_SIZE,):
        raise ModelError(
            "model_unusable",
            f"The model tells {vectors.shape[1]} numbers of a look, not {VISUAL_SIZE}.",
            "Get the model again, or choose another one.",
        )
    return list(vectors.astype(np.float16))
