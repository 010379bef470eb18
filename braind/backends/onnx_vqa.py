"""The embedded backend of the ten questions: garment heads, measured colours, the look's season."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from braind.backends import onnx_look
from braind.backends.context import BackendContext
from braind.backends.onnx_session import OnnxSession, open_session
from braind.colors import shipped_namer
from braind.domain import Answer, Cutout, Floats, Pixels
from braind.stages.vqa import CROP_SIZE, MARGIN, Reading, Side, compose_answers, garment_crop
from braind.vocabulary import UPPER_ITEMS

_ITEM_COLUMNS = {Side.UPPER: slice(0, len(UPPER_ITEMS)), Side.LOWER: slice(len(UPPER_ITEMS), None)}


class OnnxVqa:
    """Reads garment crops with ``garments.onnx``; ``score_seasons`` maps cutouts to (N, 4)."""

    def __init__(
        self, session: OnnxSession, score_seasons: Callable[[Sequence[Cutout]], Floats]
    ) -> None:
        self._session = session
        self._score_seasons = score_seasons

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights, how garments are cropped and which colours are named how."""
        return {
            "backend": "embedded",
            "weights": self._session.sha256,
            "crop": [CROP_SIZE, MARGIN],
            "colors": shipped_namer().id,
        }

    def answer_questions(self, cutouts: Sequence[Cutout]) -> list[tuple[Answer, ...]]:
        """Ten answers for each face-cropped cutout, in the order of ``vocabulary.QUESTIONS``."""
        if not cutouts:
            return []
        seasons = self._score_seasons(cutouts)
        readings = self._read_garments(cutouts)
        return [
            compose_answers(
                cutout, readings.get((i, Side.UPPER)), readings.get((i, Side.LOWER)), seasons[i]
            )
            for i, cutout in enumerate(cutouts)
        ]

    def _read_garments(self, cutouts: Sequence[Cutout]) -> dict[tuple[int, Side], Reading]:
        crops: dict[tuple[int, Side], Pixels] = {}
        for i, cutout in enumerate(cutouts):
            for side in Side:
                crop = garment_crop(cutout, side)
                if crop is not None:
                    crops[i, side] = crop
        if not crops:
            return {}
        sides = np.array([side for _, side in crops], np.int64)
        out = self._session.run({"image": np.stack(list(crops.values())), "side": sides})
        return {
            key: Reading(
                out["item"][row][_ITEM_COLUMNS[key[1]]], out["material"][row], out["pattern"][row]
            )
            for row, key in enumerate(crops)
        }


def create(context: BackendContext) -> OnnxVqa:
    """Build it from the shipped models; the season comes from the context's look net."""
    look = onnx_look.create(context)
    return OnnxVqa(open_session("garments", context), look.score_seasons)
