"""The lights of our own that photos are put into, to measure what a wrong white balance costs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from braind.domain import PLAIN_LIGHT, Light, Photo

AS_PHOTOGRAPHED = "as photographed"
LIGHTS: dict[str, Light] = {
    AS_PHOTOGRAPHED: PLAIN_LIGHT, "warm": (1.12, 1.0, 0.85), "cold": (0.88, 1.0, 1.12),
    "lamp": (1.25, 1.0, 0.65), "dim": (0.65, 0.65, 0.65), "bright": (1.15, 1.15, 1.15),
}  # fmt: skip


def in_light(photo: Photo, light: Light) -> Photo:
    """The photo as the light would have made it; what gets too bright is lost."""
    lit = np.clip(photo.pixels * np.array(light), 0, 255)
    return replace(photo, pixels=np.rint(lit).astype(np.uint8))
