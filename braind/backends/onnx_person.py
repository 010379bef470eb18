"""The embedded person backend: the look parser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from braind.backends.context import BackendContext
from braind.backends.onnx_session import Array, OnnxSession, open_session
from braind.domain import Detection, Photo
from braind.letterbox import letterbox, place
from braind.stages import person

FRAME = (192, 288)  # width, height of the net's input
FILL = 114
AT_ONCE = 2  # photos per run: more only grows the memory


class OnnxPerson:
    """Finds people with ``parser.onnx``."""

    def __init__(self, session: OnnxSession) -> None:
        self._session = session

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights and the thresholds of the verdict."""
        return {
            "backend": "embedded",
            "weights": self._session.sha256,
            "frame": FRAME,
            "smallest": person.SMALLEST,
            "rival": person.RIVAL,
            "weights_of_evidence": [person.FOOT_WEIGHTS, person.HEAD_WEIGHTS],
        }

    def detect_people(self, photos: Sequence[Photo]) -> list[Detection]:
        """One detection a photo, in the given order."""
        found: list[Detection] = []
        for start in range(0, len(photos), AT_ONCE):
            found += self._detect(photos[start : start + AT_ONCE])
        return found

    def _detect(self, photos: Sequence[Photo]) -> list[Detection]:
        frames = np.stack([letterbox(photo.pixels, FRAME, FILL) for photo in photos])
        maps = self._session.run({"image": frames})
        return [_judged(photo, maps, i) for i, photo in enumerate(photos)]


def _judged(photo: Photo, maps: Mapping[str, Array], index: int) -> Detection:
    height, width = photo.pixels.shape[:2]
    cells = FRAME[1] // maps["regions"].shape[2]
    return person.detection_from_regions(
        maps["regions"][index],
        maps["people"][index],
        maps["parts"][index],
        place((width, height), FRAME).shrunk(cells),
        (width, height),
    )


def create(context: BackendContext) -> OnnxPerson:
    """Build it from the shipped model."""
    return OnnxPerson(open_session("parser", context))
