"""The embedded backend of the ten questions: garment crops, the whole look, measured colours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from braind.backends import onnx_look
from braind.backends.context import BackendContext
from braind.backends.onnx_session import OnnxSession, open_session
from braind.colors import shipped_namer
from braind.domain import Answer, Cutout, Floats
from braind.stages.vqa import (
    CROP_SIZE,
    LOOK_SHARE,
    MARGIN,
    GarmentCrop,
    Reading,
    Side,
    compose_answers,
    garment_crop,
    pool,
)
from braind.vocabulary import UPPER_ITEMS

_ITEM_COLUMNS = {Side.UPPER: slice(0, len(UPPER_ITEMS)), Side.LOWER: slice(len(UPPER_ITEMS), None)}


FIELDS = ("item", "material", "pattern")


class OnnxVqa:
    """Reads garment crops with ``garments.onnx``; ``read_looks`` answers from whole cutouts."""

    def __init__(
        self, session: OnnxSession, read_looks: Callable[[Sequence[Cutout]], Mapping[str, Floats]]
    ) -> None:
        self._session = session
        self._read_looks = read_looks

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights, how garments are cropped and which colours are named how."""
        return {
            "backend": "embedded",
            "weights": self._session.sha256,
            "crop": [CROP_SIZE, MARGIN],
            "look_share": LOOK_SHARE,
            "colors": shipped_namer().id,
        }

    def answer_questions(self, cutouts: Sequence[Cutout]) -> list[tuple[Answer, ...]]:
        """Ten answers for each face-cropped cutout, in the order of ``vocabulary.QUESTIONS``."""
        if not cutouts:
            return []
        looks = self._read_looks(cutouts)
        readings = self._read_garments(cutouts, looks)
        return [
            compose_answers(
                cutout,
                readings.get((i, Side.UPPER)),
                readings.get((i, Side.LOWER)),
                looks["season"][i],
            )
            for i, cutout in enumerate(cutouts)
        ]

    def _read_garments(
        self, cutouts: Sequence[Cutout], looks: Mapping[str, Floats]
    ) -> dict[tuple[int, Side], Reading]:
        crops: dict[tuple[int, Side], GarmentCrop] = {}
        for i, cutout in enumerate(cutouts):
            for side in Side:
                crop = garment_crop(cutout, side)
                if crop is not None:
                    crops[i, side] = crop
        if not crops:
            return {}
        sides = np.array([side for _, side in crops], np.int64)
        pixels = np.stack([crop.pixels for crop in crops.values()])
        marks = np.stack([crop.marks for crop in crops.values()])
        out = self._session.run({"image": pixels, "marks": marks, "side": sides})
        readings = {}
        for row, (i, side) in enumerate(crops):
            seen = {name: out[name][row] for name in FIELDS}
            seen["item"] = seen["item"][_ITEM_COLUMNS[side]]
            whole = {name: looks[f"{side.name.lower()}_{name}"][i] for name in FIELDS}
            pooled = (pool(seen[name], whole[name], LOOK_SHARE[name]) for name in FIELDS)
            readings[i, side] = Reading(*pooled)
        return readings


def create(context: BackendContext) -> OnnxVqa:
    """Build it from the shipped models; the season comes from the context's look net."""
    look = onnx_look.create(context)
    return OnnxVqa(open_session("garments", context), look.read_looks)
