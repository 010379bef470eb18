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
from braind.domain import Cutout, Photo
from braind.letterbox import place
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


def whole_cutouts(photos: Iterable[Photo]) -> Iterator[list[Cutout]]:
    """The cutout of the largest person in each photo, face and all; empty where nobody is."""
    context = BackendContext("cpu", 2)
    person, cut = (
        create(find_backend(stage, EMBEDDED), context) for stage in (Stage.PERSON, Stage.CUTOUT)
    )
    for photo in photos:
        yield cut.cut_out(photo, person.detect_people([photo])[0].people[:1])


def cutouts(photos: Iterable[Photo]) -> Iterator[Cutout | None]:
    """The face-cropped cutout of the largest person in each photo, or None."""
    face = create(find_backend(Stage.FACE, EMBEDDED), BackendContext("cpu", 2))
    for found in whole_cutouts(photos):
        boxes = face.find_faces(found)
        yield crop_face(found[0], boxes[0]) if found else None


class CropStore:
    """Collects look and garment inputs of ``count`` pictures, and which of them show something."""

    def __init__(self, count: int) -> None:
        self.looks = np.zeros((count, INPUT_SIZE[1], INPUT_SIZE[0], 3), np.uint8)
        self.crops = {s: np.zeros((count, CROP_SIZE, CROP_SIZE, 3), np.uint8) for s in Side}
        self.shown = {name: np.zeros(count, bool) for name in ("looks", *Side)}

    def add(self, index: int, cutout: Cutout | None) -> None:
        """Keep what the nets would see of ``cutout``."""
        if cutout is None:
            return
        self.looks[index], self.shown["looks"][index] = look_input(cutout), True
        for side in Side:
            crop = garment_crop(cutout, side)
            if crop is not None:
                self.crops[side][index], self.shown[side][index] = crop, True

    def save(self, cache: Path, prefix: str = "") -> None:
        """Write ``looks``, ``upper`` and ``lower`` arrays with their ``-shown`` masks."""
        for side in Side:
            np.save(cache / f"{prefix}{side.name.lower()}.npy", self.crops[side])
            np.save(cache / f"{prefix}{side.name.lower()}-shown.npy", self.shown[side])
        np.save(cache / f"{prefix}looks-shown.npy", self.shown["looks"])
        np.save(cache / f"{prefix}looks.npy", self.looks)


def ensure_crops(data: Path, cache: Path) -> None:
    """Build the annotated looks' crops once; they need the exported parser."""
    from braind.sources import read_photo

    if (cache / "looks.npy").exists():
        return
    rows = load_looks(data)
    store = CropStore(len(rows))
    photos = (read_photo(data / f"ccp/photos/{row.photo}.jpg") for row in rows)
    for index, cutout in enumerate(cutouts(photos)):
        store.add(index, cutout)
    store.save(cache)
