"""The embedded style backend, and the reading of outfits that it shares with the ten questions.

Decision: one net sees the whole look, another each garment from near. They err in different places,
so what both say is pooled: the styles, the season, and each garment's item, material and pattern.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from braind.backends.batches import are_same
from braind.backends.context import BackendContext
from braind.backends.onnx_garments import GarmentNet
from braind.backends.onnx_session import Array, OnnxSession, open_session
from braind.domain import Cutout, Floats, StyleScores
from braind.stages.style import INPUT_SIZE, LOOK_SHARE, look_input, pool_styles
from braind.stages.vqa import CROP_SIZE, LOOK_SHARES, MARGIN, Reading, Side, pool

FIELDS = ("item", "material", "pattern")


@dataclass(frozen=True, slots=True)
class Outfit:
    """What the nets see in one cutout: probabilities of styles (7,) and seasons (4,), and a
    reading of each garment that is seen.
    """

    styles: Floats
    season: Floats
    garments: Mapping[Side, Reading]


class OnnxLook:
    """Runs ``style.onnx`` and ``garments.onnx``; the latest outfits are kept, because two stages
    ask for them.
    """

    def __init__(self, whole: OnnxSession, garments: OnnxSession) -> None:
        self._whole, self._garments = whole, GarmentNet(garments)
        self._latest: tuple[Sequence[Cutout], list[Outfit]] = ((), [])

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights, inputs, and what the whole look's opinion counts."""
        return {
            "backend": "embedded",
            "weights": [self._whole.sha256, self._garments.sha256],
            "input": INPUT_SIZE,
            "crop": [CROP_SIZE, MARGIN],
            "look_share": {"styles": LOOK_SHARE, **LOOK_SHARES},
        }

    def score_styles(self, cutouts: Sequence[Cutout]) -> list[StyleScores]:
        """The scores of each face-cropped cutout, in the given order."""
        return [StyleScores(outfit.styles) for outfit in self.read_outfits(cutouts)]

    def read_outfits(self, cutouts: Sequence[Cutout]) -> list[Outfit]:
        """One for each face-cropped cutout, in the given order."""
        if not cutouts:
            return []
        known, outfits = self._latest
        if not are_same(cutouts, known):
            pictures = np.stack([look_input(cutout) for cutout in cutouts])
            looks, crops = self._whole.run({"image": pictures}), self._garments.read(cutouts)
            outfits = [
                _pooled(
                    {name: values[i] for name, values in looks.items()},
                    {side: crops[i, side] for side in Side if (i, side) in crops},
                )
                for i in range(len(cutouts))
            ]
            self._latest = (tuple(cutouts), outfits)
        return outfits


def _pooled(look: Mapping[str, Array], crops: Mapping[Side, Mapping[str, Array]]) -> Outfit:
    readings = {}
    for side, crop in crops.items():
        whole = {name: look[f"{side.name.lower()}_{name}"] for name in FIELDS}
        readings[side] = Reading(
            *(pool(whole[name], [crop[name]], LOOK_SHARES[name]) for name in FIELDS)
        )
    styles = pool_styles([crop["styles"] for crop in crops.values()], look["styles"])
    seasons = [crop["season"] for crop in crops.values()]
    return Outfit(styles, pool(look["season"], seasons, LOOK_SHARES["season"]), readings)


def create(context: BackendContext) -> OnnxLook:
    """The context's one reader of outfits."""
    return context.shared(
        "look", lambda: OnnxLook(open_session("style", context), open_session("garments", context))
    )
