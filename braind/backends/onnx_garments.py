"""The net that reads garment crops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from braind.backends.onnx_session import Array, OnnxSession
from braind.domain import Cutout
from braind.stages.vqa import GarmentCrop, Side, garment_crop
from braind.vocabulary import UPPER_ITEMS

_ITEM_COLUMNS = {Side.UPPER: slice(0, len(UPPER_ITEMS)), Side.LOWER: slice(len(UPPER_ITEMS), None)}


class GarmentNet:
    """Runs ``garments.onnx``."""

    def __init__(self, session: OnnxSession) -> None:
        self._session = session
        self.sha256 = session.sha256

    def read(self, cutouts: Sequence[Cutout]) -> dict[tuple[int, Side], Mapping[str, Array]]:
        """The net's outputs, float32 (words,), for each garment that is seen, by the cutout's place
        and the side; items are the side's own.
        """
        crops = _crops(cutouts)
        if not crops:
            return {}
        sides = np.array([side for _, side in crops], np.int64)
        pixels = np.stack([crop.pixels for crop in crops.values()])
        marks = np.stack([crop.marks for crop in crops.values()])
        out = self._session.run({"image": pixels, "marks": marks, "side": sides})
        return {
            (i, side): {
                name: values[row][_ITEM_COLUMNS[side]] if name == "item" else values[row]
                for name, values in out.items()
            }
            for row, (i, side) in enumerate(crops)
        }


def _crops(cutouts: Sequence[Cutout]) -> dict[tuple[int, Side], GarmentCrop]:
    found = {(i, side): garment_crop(c, side) for i, c in enumerate(cutouts) for side in Side}
    return {place: crop for place, crop in found.items() if crop is not None}
