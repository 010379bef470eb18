"""A perceptual hash by which re-saved, resized and recompressed copies of a photo are told.

Decision: a bit is the side of a fixed random plane on which a coloured miniature of the photo
lies. Comparing the brightness of neighbouring cells, as is usual, takes looks that stand in one
pose before one wall for copies of each other, and a lookbook is full of those; here every bit
depends on all cells and colours. Copies differ by a bit or two, other photos by some 28.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

import numpy as np
from PIL import Image

from braind.domain import Floats, Pixels

BITS = 64
_WIDTH, _HEIGHT = 16, 24
_FLATTEST = 1.0  # levels by which the cells of a picture of something differ, at least


def hash_pixels(pixels: Pixels) -> int:
    """The hash of an RGB picture, uint8 (H, W, 3): an unsigned number of 64 bits.

    A picture of nothing but noise on a plain wall has the hash 0.
    """
    return hash_picture(Image.fromarray(pixels))


def hash_picture(picture: Image.Image) -> int:
    """The hash of an RGB picture that Pillow holds already; see ``hash_pixels``."""
    small = picture.resize((_WIDTH, _HEIGHT), Image.Resampling.BOX)
    cells = np.asarray(small.convert("YCbCr"), np.float32).reshape(-1, 3)
    if cells.std(axis=0).max() < _FLATTEST:
        return 0
    bits = _planes() @ (cells - cells.mean(axis=0)).ravel() > 0
    return int.from_bytes(np.packbits(bits).tobytes(), "big")


@lru_cache(maxsize=1)
def _planes() -> Floats:
    """Normals of the planes, float32 (64, 1152) of -1 and 1: the same everywhere, for ever."""
    count = BITS * _WIDTH * _HEIGHT * 3
    stream = hashlib.shake_256(b"near duplicates").digest(count // 8)
    bits = np.unpackbits(np.frombuffer(stream, np.uint8)).reshape(BITS, -1)
    return bits.astype(np.float32) * 2 - 1
