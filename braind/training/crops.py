"""Inputs of the style and garment nets, made by the very functions that the pipeline runs.

Training photos use their published maps where they have one and the parser's own elsewhere;
``tune`` and ``val`` always use the parser's, as an unseen photo would.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from braind.domain import Box, Cutout
from braind.letterbox import place
from braind.stages.face import crop_face
from braind.stages.style import INPUT_SIZE, look_input
from braind.stages.vqa import CROP_SIZE, Side, garment_crop
from braind.training.dataset import CACHE_SIZE, LookRow, load_looks

MAX_HEIGHT = 640  # the pipeline's cutouts are not taller
MIN_PERSON = 0.01  # of the photo


def to_photo(regions: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    """A cached (384, 256) region map brought to a photo of ``size`` (width, height)."""
    where = place(size, CACHE_SIZE)
    left, top = int(where.left), int(where.top)
    inner = regions[top : CACHE_SIZE[1] - top, left : CACHE_SIZE[0] - left]
    return np.asarray(Image.fromarray(inner).resize(size, Image.Resampling.NEAREST))


def cutout_of(photo: Image.Image, regions: NDArray[np.uint8], face: NDArray[np.float32]) -> Cutout | None:
    """The face-cropped cutout of a photo whose person is mapped by cached ``regions``."""
    if (regions > 0).mean() < MIN_PERSON:
        return None
    size = (round(photo.width * min(1, MAX_HEIGHT / photo.height)), min(MAX_HEIGHT, photo.height))
    pixels = np.asarray(photo.resize(size, Image.Resampling.BOX))
    full = to_photo(regions, size)
    rows, columns = np.nonzero(full)
    top, bottom, left, right = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
    area = slice(top, bottom), slice(left, right)
    alpha = ((full[area] > 0) * 255).astype(np.uint8)
    rgba = np.dstack([pixels[area], alpha])
    cutout = Cutout(rgba, Box(left, top, right, bottom), full[area].copy())
    faces = ()
    if not np.isnan(face[0]):
        where = place(size, CACHE_SIZE)
        box = where.to_picture(Box(*(float(v) for v in face)))
        faces = (Box(box.left - left, box.top - top, box.right - left, box.bottom - top),)
    return crop_face(cutout, faces)


def _map_of(row: LookRow, known: NDArray[np.uint8], proposed: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return known if row.has_parsing and row.split == "train" else proposed


def build(data: Path, cache: Path, proposals: Path) -> None:
    """Write looks, upper and lower crops of every photo, and which of them show something."""
    rows = load_looks(data)
    known = np.load(cache / "regions.npy", mmap_mode="r")
    proposed = np.load(proposals, mmap_mode="r")
    faces = np.load(cache / "faces.npy")
    looks = np.zeros((len(rows), INPUT_SIZE[1], INPUT_SIZE[0], 3), np.uint8)
    crops = {side: np.zeros((len(rows), CROP_SIZE, CROP_SIZE, 3), np.uint8) for side in Side}
    shown = {name: np.zeros(len(rows), bool) for name in ("looks", *Side)}
    for i, row in enumerate(rows):
        photo = Image.open(data / f"ccp/photos/{row.photo}.jpg").convert("RGB")
        cutout = cutout_of(photo, np.asarray(_map_of(row, known[i], proposed[i])), faces[i])
        if cutout is None:
            continue
        looks[i], shown["looks"][i] = look_input(cutout), True
        for side in Side:
            crop = garment_crop(cutout, side)
            if crop is not None:
                crops[side][i], shown[side][i] = crop, True
    np.save(cache / "looks.npy", looks)
    np.save(cache / "looks-shown.npy", shown["looks"])
    for side in Side:
        np.save(cache / f"{side.name.lower()}.npy", crops[side])
        np.save(cache / f"{side.name.lower()}-shown.npy", shown[side])


def ensure_crops(data: Path, cache: Path) -> None:
    """Build the crops once; they need the parser's proposals."""
    if not (cache / "lower-shown.npy").exists():
        build(data, cache, cache / "proposed.npy")


