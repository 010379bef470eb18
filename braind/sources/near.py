"""A perceptual hash that finds re-saved, resized and recompressed copies of a photo."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from braind.domain import Pixels

_BIT_COUNTS = np.array([value.bit_count() for value in range(256)], dtype=np.uint8)


def hash_pixels(pixels: Pixels) -> int:
    """Difference hash of an RGB picture, uint8 (H, W, 3): an unsigned number of 64 bits.

    Bit by bit, row by row: is a cell of the 9 x 8 grey miniature darker than its right neighbour?
    """
    grey = Image.fromarray(pixels).convert("L").resize((9, 8), Image.Resampling.BOX)
    cells = np.asarray(grey, dtype=np.int16)
    # One level of tolerance, so that compression noise on a plain studio wall sets no bits.
    bits = np.packbits(cells[:, 1:] > cells[:, :-1] + 1)
    return int.from_bytes(bits.tobytes(), "big")


def hamming(a: int, b: int) -> int:
    """How many of the 64 bits differ."""
    return (a ^ b).bit_count()


def find_near_duplicates(hashes: Sequence[int], max_distance: int = 4) -> list[tuple[int, int]]:
    """Pairs of positions (i, j), i < j, whose hashes differ in at most ``max_distance`` bits.

    Compares all pairs: about a second for 10,000 hashes.
    """
    table: NDArray[np.uint8] = np.array(list(hashes), dtype=">u8").view(np.uint8).reshape(-1, 8)
    pairs: list[tuple[int, int]] = []
    for i in range(len(table)):
        distances = _BIT_COUNTS[table[i + 1 :] ^ table[i]].sum(axis=1, dtype=np.uint8)
        pairs.extend((i, i + 1 + int(j)) for j in np.flatnonzero(distances <= max_distance))
    return pairs
