"""Bilinear sampling without smoothing, as OpenCV and torch do it.

Nets that were trained behind those libraries expect their pixels. Pillow averages over all pixels
that a smaller picture leaves out, which is better for people and different for nets.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats, Pixels
from braind.letterbox import Size

Doubles = NDArray[np.float64]


def resized(pixels: Pixels, size: Size) -> Floats:
    """uint8 (H, W, C) at another (width, height): float32 (height, width, C) in 0..255."""
    height, width = pixels.shape[:2]
    columns = (np.arange(size[0]) + 0.5) * width / size[0] - 0.5
    rows = (np.arange(size[1]) + 0.5) * height / size[1] - 0.5
    return _sampled(pixels, np.clip(columns, 0, width - 1), np.clip(rows, 0, height - 1))


def window(pixels: Pixels, left: float, top: float, scale: float, size: Size) -> Floats:
    """float32 (height, width, C): what lies at ``left + scale * column``; black outside.

    Coordinates count pixels' centres from 0, as those of an affine warp do.
    """
    padded = np.pad(pixels, ((1, 1), (1, 1), (0, 0)))
    columns = np.clip(left + scale * np.arange(size[0]) + 1, 0, padded.shape[1] - 1)
    rows = np.clip(top + scale * np.arange(size[1]) + 1, 0, padded.shape[0] - 1)
    return _sampled(padded, columns, rows)


def _sampled(pixels: Pixels, columns: Doubles, rows: Doubles) -> Floats:
    x, y = columns.astype(np.intp), rows.astype(np.intp)
    right, below = (np.minimum(i + 1, n - 1) for i, n in ((x, pixels.shape[1]), (y, len(pixels))))
    over = (columns - x).astype(np.float32)[:, None]
    down = (rows - y).astype(np.float32)[:, None, None]
    upper, lower = (pixels[line].astype(np.float32) for line in (y, below))
    first, second = (band[:, x] * (1 - over) + band[:, right] * over for band in (upper, lower))
    return np.asarray(first * (1 - down) + second * down, np.float32)
