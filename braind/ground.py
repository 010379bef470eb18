"""What surrounds a person in 64 bits, by which photos taken before one ground are told.

Decision: each quarter of the photo (left or right, upper or lower) gives the median CIELAB colour
of what lies outside the person's box, written in 16 bits. Medians pass over props and passers-by,
and colours, unlike the bits of a perceptual hash, can be compared by how far apart they look.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import Self

import numpy as np
from numpy.typing import NDArray

from braind.colors import srgb_to_lab
from braind.domain import Box, Floats, Pixels

# CIE76 difference within which the quarters of two photos show one ground: the light of a studio
# moves by less from photo to photo, another place by far more.
SAME_GROUND = 7.0
_SIDE = 96  # pixels that are looked at along the long side
_FEWEST = 24  # of them, for a quarter to have a colour
_QUARTERS = 4
_COMPARED = 2  # quarters that both photos must show
# Six bits of lightness, 0..100, and five each of a and b, which no ground has beyond ±48.
_LOWEST, _SPAN = np.array([0, -48, -48], np.float32), np.array([100, 96, 96], np.float32)
_STEPS = np.array([63, 31, 31], np.float32)
_SHIFTS = np.array([48, 32, 16, 0], np.uint64)
_FIELDS = np.array([10, 5, 0], np.uint64)


def hash_ground(pixels: Pixels, box: Box) -> int:
    """The ground around ``box`` in an RGB picture, uint8 (H, W, 3): an unsigned 64-bit number.

    A quarter that shows too little of it is 0, and so is the hash of a photo that shows nothing.
    """
    step = max(1, max(pixels.shape[:2]) // _SIDE)
    lab = srgb_to_lab(pixels[::step, ::step])
    height, width = lab.shape[:2]
    y, x = np.arange(height)[:, None] * step, np.arange(width) * step
    outside = (y < box.top) | (y >= box.bottom) | (x < box.left) | (x >= box.right)
    ground = 0
    for rows in (slice(None, height // 2), slice(height // 2, None)):
        for columns in (slice(None, width // 2), slice(width // 2, None)):
            seen = lab[rows, columns][outside[rows, columns]]
            ground = ground << 16 | (_pack(np.median(seen, axis=0)) if len(seen) > _FEWEST else 0)
    return ground


@dataclass(frozen=True, slots=True)
class Grounds:
    """Hashes unpacked, for many comparisons.

    ``colors`` float32 (3, ..., 4) are the lightness, a and b of the quarters' colours in CIELAB,
    ``known`` bool (..., 4) says which of them are known.
    """

    colors: Floats
    known: NDArray[np.bool_]

    @classmethod
    def of(cls, hashes: NDArray[np.uint64]) -> Self:
        """The grounds of hashes, uint64 (...)."""
        quarters = hashes[..., None] >> _SHIFTS & np.uint64(0xFFFF)
        steps = quarters[..., None] >> _FIELDS & np.array([63, 31, 31], np.uint64)
        colors = (steps / _STEPS * _SPAN + _LOWEST).astype(np.float32)
        return cls(np.ascontiguousarray(np.moveaxis(colors, -1, 0)), quarters > 0)

    def take(self, rows: NDArray[np.intp]) -> Grounds:
        """Those of some rows, (n,), of a table of grounds."""
        return Grounds(self.colors[:, rows], self.known[rows])

    def are_one_with(self, other: Grounds) -> NDArray[np.bool_]:
        """Which are the same as the others (broadcast together); unknown ones are not.

        All the quarters that both photos show, at least two, have to be alike.
        """
        both = self.known & other.known
        differ = both & (np.square(self.colors - other.colors).sum(axis=0) > SAME_GROUND**2)
        # Quarter by quarter: NumPy is slow in adding up four of something.
        shown = sum(both[..., quarter].astype(np.uint8) for quarter in range(_QUARTERS))
        return np.asarray((shown >= _COMPARED) & ~reduce(np.logical_or, np.moveaxis(differ, -1, 0)))


def are_one_ground(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Whether two hashes (broadcast together) are of one ground; see ``Grounds.are_one_with``."""
    return Grounds.of(a).are_one_with(Grounds.of(b))


def _pack(lab: Floats) -> int:
    """A colour as 16 bits, never 0: nothing is as black and as blue-green as that."""
    steps = np.rint(((lab - _LOWEST) / _SPAN).clip(0, 1) * _STEPS).astype(np.uint64)
    return int((steps << _FIELDS).sum())
