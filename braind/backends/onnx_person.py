"""The embedded person backend: the look parser, and a nearer look at people who are small."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from braind import closeup
from braind.backends.context import BackendContext
from braind.backends.onnx_session import Array, OnnxSession, open_session
from braind.domain import Box, Detection, Person, Photo, Pixels
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
            "closeup": closeup.SETTINGS,
            "smallest": person.SMALLEST,
            "rival": person.RIVAL,
            "weights_of_evidence": [person.FOOT_WEIGHTS, person.HEAD_WEIGHTS],
        }

    def detect_people(self, photos: Sequence[Photo]) -> list[Detection]:
        """One detection a photo, in the given order."""
        found: list[Detection] = []
        for start in range(0, len(photos), AT_ONCE):
            pictures = [photo.pixels for photo in photos[start : start + AT_ONCE]]
            far = self._detect(pictures)
            near = [self._nearer(*pair) for pair in zip(pictures, far, strict=True)]
            found += [self._sheet(*pair) for pair in zip(pictures, near, strict=True)]
        return found

    def _detect(self, pictures: Sequence[Pixels]) -> list[Detection]:
        frames = np.stack([letterbox(picture, FRAME, FILL) for picture in pictures])
        maps = self._session.run({"image": frames})
        return [_judged(picture, maps, i) for i, picture in enumerate(pictures)]

    def _nearer(self, picture: Pixels, far: Detection) -> Detection:
        if not far.people:
            return far
        near = [self._again(picture, one) for one in far.people]
        found = closeup.with_closeups(far, near)
        strips = closeup.strips_beside(found.people, _size(picture), FRAME)
        return _with_others(found, strips, [self._detect_in(picture, strip) for strip in strips])

    def _sheet(self, picture: Pixels, found: Detection) -> Detection:
        """A sheet of photos, each band of it seen like a photo of its own."""
        bands = closeup.bands_of(found.people, _size(picture))
        parts = [_part(picture, band) for band in bands]
        seen = [self._nearer(part, *self._detect([part])) for part in parts]
        return _with_others(found, bands, seen)

    def _again(self, picture: Pixels, one: Person) -> list[Person]:
        """The person seen from nearer; nobody when that is not worth it or shows somebody else."""
        window = closeup.window_around(one, _size(picture), FRAME)
        if window is None:
            return []
        return closeup.found_again(one, window, self._detect_in(picture, window))

    def _detect_in(self, picture: Pixels, window: Box) -> Detection:
        return self._detect([_part(picture, window)])[0]


def _size(picture: Pixels) -> tuple[int, int]:
    return picture.shape[1], picture.shape[0]


def _part(picture: Pixels, window: Box) -> Pixels:
    rows, columns = slice(window.top, window.bottom), slice(window.left, window.right)
    return np.ascontiguousarray(picture[rows, columns])


def _with_others(found: Detection, parts: Sequence[Box], seen: Sequence[Detection]) -> Detection:
    """The detection with those whom only the parts show."""
    others = [
        other
        for part, detection in zip(parts, seen, strict=True)
        for other in closeup.others_in(part, detection)
    ]
    new = closeup.newly_found(found.people, others)
    return person.detection_of([*found.people, *new]) if new else found


def _judged(picture: Pixels, maps: Mapping[str, Array], index: int) -> Detection:
    height, width = picture.shape[:2]
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
