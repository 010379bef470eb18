"""Inputs of the style and garment nets, made by the very stages that the product runs.

Every photo goes through person, cutout and face with the parser as exported, so training sees
masks as they are at run time, not as they were annotated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from braind.backends.context import BackendContext
from braind.domain import Cutout, Photo, Pixels
from braind.letterbox import letterbox_map, place
from braind.light import in_its_light
from braind.registry import EMBEDDED, Stage, create, find_backend
from braind.stages.face import crop_face
from braind.stages.style import INPUT_SIZE, look_input
from braind.stages.vqa import CROP_SIZE, Side, garment_crop
from braind.training.dataset import CACHE_SIZE, load_looks


def to_photo(regions: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    """A cached (384, 256) region map brought to a photo of ``size`` (width, height)."""
    where = place(size, CACHE_SIZE)
    left, top = int(where.left), int(where.top)
    inner = regions[top : CACHE_SIZE[1] - top, left : CACHE_SIZE[0] - left]
    return np.asarray(Image.fromarray(inner).resize(size, Image.Resampling.NEAREST))


def whole_cutouts(photos: Iterable[Photo]) -> Iterator[tuple[Photo, list[Cutout]]]:
    """Each photo and the cutout of its largest person, face and all; none where nobody is."""
    context = BackendContext("cpu", 2)
    person, cut = (
        create(find_backend(stage, EMBEDDED), context) for stage in (Stage.PERSON, Stage.CUTOUT)
    )
    for photo in photos:
        yield photo, cut.cut_out(photo, person.detect_people([photo])[0].people[:1])


def cutouts(photos: Iterable[Photo]) -> Iterator[Cutout | None]:
    """The face-cropped cutout of the largest person in each photo, or None."""
    face = create(find_backend(Stage.FACE, EMBEDDED), BackendContext("cpu", 2))
    for photo, whole in whole_cutouts(photos):
        found = in_its_light(photo, whole)
        boxes = face.find_faces(found)
        yield crop_face(found[0], boxes[0]) if found else None


def _name(side: Side) -> str:
    return side.name.lower()


class CropStore:
    """Collects look and garment inputs of ``count`` pictures, and which of them show something.

    By name ("looks", "upper", "lower"): ``pictures``, ``shown``, and ``marks`` of what each pixel
    belongs to.
    """

    def __init__(self, count: int) -> None:
        square = (CROP_SIZE, CROP_SIZE)
        sizes = {"looks": INPUT_SIZE[::-1], **{_name(side): square for side in Side}}
        self.pictures = {n: np.zeros((count, *size, 3), np.uint8) for n, size in sizes.items()}
        self.marks = {n: np.zeros((count, *size), np.uint8) for n, size in sizes.items()}
        self.shown = {n: np.zeros(count, bool) for n in sizes}

    def add(self, index: int, cutout: Cutout | None) -> None:
        """Keep what the nets would see of ``cutout``."""
        if cutout is None:
            return
        assert cutout.regions is not None, "the parser tells them"
        marks = letterbox_map(cutout.regions, INPUT_SIZE)
        self._keep("looks", index, look_input(cutout), marks)
        for side in Side:
            crop = garment_crop(cutout, side)
            if crop is not None:
                self._keep(_name(side), index, crop.pixels, crop.marks)

    def save(self, cache: Path, prefix: str = "") -> None:
        """Write the arrays, what is shown in ``-shown``, the marks in ``-marks``."""
        for name in self.pictures:
            np.save(cache / f"{prefix}{name}-shown.npy", self.shown[name])
            np.save(cache / f"{prefix}{name}.npy", self.pictures[name])
            np.save(cache / f"{prefix}{name}-marks.npy", self.marks[name])

    def _keep(self, name: str, index: int, picture: Pixels, marks: Pixels) -> None:
        self.pictures[name][index], self.marks[name][index] = picture, marks
        self.shown[name][index] = True


def ensure_crops(data: Path, cache: Path) -> None:
    """Build the annotated looks' crops once; they need the exported parser."""
    from braind.sources import read_photo

    if (cache / "lower-marks.npy").exists():
        return
    rows = load_looks(data)
    store = CropStore(len(rows))
    photos = (read_photo(data / f"ccp/photos/{row.photo}.jpg") for row in rows)
    for index, cutout in enumerate(cutouts(photos)):
        store.add(index, cutout)
    store.save(cache)
