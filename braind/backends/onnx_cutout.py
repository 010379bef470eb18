"""Cutting out with nets: RMBG-1.4 and IS-Net, which are one architecture, and BiRefNet.

All see the whole photo, squashed to their square. IS-Net (Qin et al. 2022) gives a mask that is
stretched between its extremes; BiRefNet (Zheng et al. 2024) gives logits, though some of its files
end in the sigmoid already.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from braind.backends.batches import Batches
from braind.backends.context import BackendContext
from braind.backends.onnx_session import Array, OnnxSession, open_session, unfit
from braind.domain import Cutout, Floats, Person, Photo
from braind.stages.cutout import LEAST_SEEN, WORK_HEIGHT, cut_masked

SIDE = 1024  # where the file does not fix its input


@dataclass(frozen=True, slots=True)
class Manner:
    """How a net wants its input, RGB in 0..1, and how its output becomes a mask."""

    mean: Floats
    deviation: Floats
    mask_of: Callable[[Floats], Floats]


class OnnxCutout:
    """Cuts people out with one net."""

    def __init__(self, name: str, session: OnnxSession, manner: Manner) -> None:
        self._name, self._session, self._manner = name, session, manner
        self._size = session.frame(SIDE, SIDE)
        self._batches = Batches(1)

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights and sizes."""
        return {
            "backend": self._name,
            "weights": self._session.sha256,
            "input": self._size,
            "height": WORK_HEIGHT,
            "least": LEAST_SEEN,
        }

    def cut_out(self, photo: Photo, people: Sequence[Person]) -> list[Cutout]:
        """One cutout a person, in the given order; the net runs once a photo."""
        if not people:
            return []
        (mask,) = self._batches.run(lambda batch: [self._mask(one) for one in batch], [photo])
        return [cut_masked(photo, person, mask, alone=len(people) == 1) for person in people]

    def _mask(self, photo: Photo) -> Floats:
        small = Image.fromarray(photo.pixels).resize(self._size, Image.Resampling.BILINEAR)
        rgb = np.asarray(small, np.float32) / np.float32(255)
        feed: Array = (rgb - self._manner.mean) / self._manner.deviation
        feed = np.ascontiguousarray(feed.transpose(2, 0, 1)[None])
        outputs = self._session.run({self._session.inputs[0]: feed})
        first = next(iter(outputs.values()))
        if first.ndim < 2 or first.size != first.shape[-2] * first.shape[-1]:
            raise unfit(f"its output is {first.shape}, and no mask")
        return self._manner.mask_of(first.reshape(first.shape[-2:]).astype(np.float32))


def stretched(raw: Floats) -> Floats:
    """0..1 between the extremes; a mask that sees nobody stays empty instead of becoming noise."""
    low, high = float(raw.min()), float(raw.max())
    if high < LEAST_SEEN or high - low < LEAST_SEEN:
        return np.clip(raw, 0, 1)
    return (raw - low) / np.float32(high - low)


def squashed(raw: Floats) -> Floats:
    """Probabilities from logits; what lies in 0..1 as a whole is probabilities already."""
    if raw.min() >= 0 and raw.max() <= 1:
        return raw
    return np.asarray(1 / (1 + np.exp(-np.clip(raw, -60, 60))), np.float32)


ISNET = Manner(np.full(3, 0.5, np.float32), np.ones(3, np.float32), stretched)
BIREFNET = Manner(
    np.array([0.485, 0.456, 0.406], np.float32),
    np.array([0.229, 0.224, 0.225], np.float32),
    squashed,
)


def create_rmbg(context: BackendContext) -> OnnxCutout:
    """RMBG-1.4, in the precision that the settings name."""
    return OnnxCutout("rmbg", open_session(str(context.settings["model"]), context), ISNET)


def create_isnet(context: BackendContext) -> OnnxCutout:
    """IS-Net for general use."""
    return OnnxCutout("isnet", open_session("isnet-general", context), ISNET)


def create_birefnet(context: BackendContext) -> OnnxCutout:
    """BiRefNet."""
    return OnnxCutout("birefnet", open_session("birefnet", context), BIREFNET)


def create_birefnet_lite(context: BackendContext) -> OnnxCutout:
    """BiRefNet with a smaller backbone."""
    return OnnxCutout("birefnet-lite", open_session("birefnet-lite", context), BIREFNET)
