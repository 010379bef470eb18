"""Decoded training pictures as memory-mapped uint8 arrays in ``runs/cache`` (built once).

Derived labels that the published maps do not have: FACE is the skin (and glasses) inside the
head box found by CenterFace, stretched to the chin; left and right shoes are told apart by the
connected components' place, the wearer facing the camera (the left foot is on the viewer's right).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from braind.domain import Box, Region
from braind.letterbox import fitted_size, letterbox, place
from braind.training.dataset import (
    CACHE_SIZE,
    load_garments,
    load_looks,
    merged_classes,
)
from braind.training.faces import FaceFinder

U8 = NDArray[np.uint8]
GARMENT_SIDE = 224
PHOTO_FILL = 114


def _label_parts(mask: NDArray[np.bool_]) -> NDArray[np.int32]:
    from scipy import ndimage

    labelled: NDArray[np.int32] = ndimage.label(mask)[0]
    return labelled


def split_shoes(regions: U8) -> None:
    """Give RIGHT_SHOE to the wearer's right shoe of an uint8 (H, W) map, in place."""
    parts = _label_parts(regions == Region.LEFT_SHOE)
    sizes = np.bincount(parts.ravel())[1:]
    if sizes.size == 0:
        return
    keep = [i + 1 for i in np.argsort(-sizes)[:2] if sizes[i] >= 0.25 * sizes.max()]
    columns = [np.nonzero(parts == i)[1] for i in keep]
    if len(keep) == 2:
        middle = (columns[0].mean() + columns[1].mean()) / 2
    else:
        middle = float(np.median(columns[0]))
    shoe = regions == Region.LEFT_SHOE
    shoe[:, int(np.ceil(middle)) :] = False
    regions[shoe] = Region.RIGHT_SHOE


def mark_face(regions: U8, box: tuple[float, float, float, float] | None) -> None:
    """Turn skin inside the face box of an uint8 (H, W) map into FACE, in place."""
    if box is None:
        return
    left, top, right, bottom = box
    wide, high = 0.15 * (right - left), 0.1 * (bottom - top)
    area = (
        slice(max(0, int(top - 2 * high)), int(bottom + high)),
        slice(max(0, int(left - wide)), int(right + wide)),
    )
    head = regions[area]
    head[head == Region.SKIN] = Region.FACE


def annotated_regions(path: Path, table: U8, box: tuple[float, float, float, float] | None) -> U8:
    """The regions, uint8 (H, W), of a parsing map, at its own size; ``box`` is the face's."""
    regions: U8 = table[np.asarray(Image.open(path))]
    mark_face(regions, box)
    split_shoes(regions)
    return regions


def _fitted(regions: U8) -> U8:
    size = regions.shape[1], regions.shape[0]
    new, where = fitted_size(size, CACHE_SIZE), place(size, CACHE_SIZE)
    out = np.zeros(CACHE_SIZE[::-1], np.uint8)
    left, top = int(where.left), int(where.top)
    fitted = Image.fromarray(regions).resize(new, Image.Resampling.NEAREST)
    out[top : top + new[1], left : left + new[0]] = np.asarray(fitted)
    return out


def build_looks(data: Path, cache: Path) -> None:
    """Write photos (N, 384, 256, 3), regions (N, 384, 256) and face boxes (N, 4; NaN = none)."""
    rows = load_looks(data)
    table, finder = merged_classes(data), FaceFinder()
    photos = np.zeros((len(rows), CACHE_SIZE[1], CACHE_SIZE[0], 3), np.uint8)
    regions = np.zeros(photos.shape[:3], np.uint8)
    faces = np.full((len(rows), 4), np.nan, np.float32)
    for i, row in enumerate(rows):
        image = Image.open(data / f"ccp/photos/{row.photo}.jpg").convert("RGB")
        photos[i] = letterbox(np.asarray(image), CACHE_SIZE, PHOTO_FILL)
        box = finder.largest(np.asarray(image))
        if box is not None:
            inside = place(image.size, CACHE_SIZE).to_frame(Box(*box))
            faces[i] = inside.left, inside.top, inside.right, inside.bottom
        if row.has_parsing:
            parsing = data / f"ccp/parsing/{row.photo}.png"
            regions[i] = _fitted(annotated_regions(parsing, table, box))
    np.save(cache / "photos.npy", photos)
    np.save(cache / "regions.npy", regions)
    np.save(cache / "faces.npy", faces)


def build_garments(data: Path, cache: Path) -> None:
    """Write the garment photos, letterboxed, as (N, 224, 224, 3)."""
    rows = load_garments(data)
    out = np.zeros((len(rows), GARMENT_SIDE, GARMENT_SIDE, 3), np.uint8)
    for i, row in enumerate(rows):
        image = Image.open(data / f"garments/images/{row.image}.jpg").convert("RGB")
        out[i] = letterbox(np.asarray(image), (GARMENT_SIDE, GARMENT_SIDE), 128)
    np.save(cache / "garments.npy", out)


def ensure_cache(data: Path, runs: Path) -> Path:
    """Build what is missing and return the cache folder."""
    cache = runs / "cache"
    cache.mkdir(parents=True, exist_ok=True)
    if not (cache / "faces.npy").exists():
        build_looks(data, cache)
    if not (cache / "garments.npy").exists():
        build_garments(data, cache)
    return cache
