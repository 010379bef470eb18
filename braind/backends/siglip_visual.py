"""What a look looks like, by FashionSigLIP's image tower: 768 numbers a look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from braind.backends.context import BackendContext
from braind.backends.siglip import SIDE, ImageTower, open_images
from braind.domain import Cutout, Visual
from braind.stages.visual import visual_rows
from braind.vocabulary import DEFAULT_WEIGHTS, Part


class SiglipVisual:
    """Embeds looks; the tower is the style backend's if that uses the same one."""

    def __init__(self, images: ImageTower) -> None:
        self._images = images

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights, input size, and how much the block counts by default."""
        return {
            "backend": "fashion-siglip",
            "weights": self._images.sha256,
            "input": SIDE,
            "weight": DEFAULT_WEIGHTS[Part.VISUAL],
        }

    def embed_looks(self, cutouts: Sequence[Cutout]) -> list[Visual]:
        """Unit vectors of the face-cropped cutouts, in the given order: float16 (768,)."""
        return visual_rows(self._images.embed(cutouts)) if cutouts else []


def create(context: BackendContext) -> SiglipVisual:
    """Build it from the image tower that the settings name."""
    return SiglipVisual(open_images(str(context.settings["images"]), context))
