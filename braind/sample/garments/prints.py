"""Graphic prints: emblems and block lettering, clipped to the garment."""

from __future__ import annotations

import math

import numpy as np

from braind.domain import Region
from braind.sample.figure import Figure
from braind.sample.geometry import Path, Point, curve, ellipse
from braind.sample.pieces import Piece, Pieces
from braind.sample.spec import Fabric
from braind.sample.tones import lighter, luma

# Block letters as bars in a 3 × 5 grid: (left, top, right, bottom).
_BARS: dict[str, tuple[tuple[float, float, float, float], ...]] = {
    "O": ((0, 0, 3, 1), (0, 4, 3, 5), (0, 0, 1, 5), (2, 0, 3, 5)),
    "H": ((0, 0, 1, 5), (2, 0, 3, 5), (0, 2, 3, 3)),
    "E": ((0, 0, 1, 5), (0, 0, 3, 1), (0, 2, 2.6, 3), (0, 4, 3, 5)),
    "L": ((0, 0, 1, 5), (0, 4, 3, 5)),
    "U": ((0, 0, 1, 5), (2, 0, 3, 5), (0, 4, 3, 5)),
    "T": ((0, 0, 3, 1), (1, 0, 2, 5)),
    "8": ((0, 0, 3, 1), (0, 2, 3, 3), (0, 4, 3, 5), (0, 0, 1, 5), (2, 0, 3, 5)),
    "7": ((0, 0, 3, 1), (2, 0, 3, 5)),
    "2": ((0, 0, 3, 1), (2, 0, 3, 3), (0, 2, 3, 3), (0, 2, 1, 5), (0, 4, 3, 5)),
    "F": ((0, 0, 1, 5), (0, 0, 3, 1), (0, 2, 2.6, 3)),
}
_WORDS = ("HOLO", "87", "TULE", "FELT", "72", "LOOT")


def _letters(word: str, center: Point, size: float) -> list[Path]:
    wide = len(word) * 4 - 1
    shapes = []
    for n, letter in enumerate(word):
        for left, top, right, bottom in _BARS[letter]:
            x0, x1 = (n * 4 + left - wide / 2) * size, (n * 4 + right - wide / 2) * size
            y0, y1 = (top - 2.5) * size * 1.1, (bottom - 2.5) * size * 1.1
            box = np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
            shapes.append(box + center)
    return shapes


def _star(center: Point, radius: float, points: int = 5, waist: float = 0.45) -> Path:
    angles = np.arange(points * 2) * math.pi / points - math.pi / 2
    reach = np.where(np.arange(points * 2) % 2, waist, 1.0) * radius
    return np.stack([np.cos(angles) * reach, np.sin(angles) * reach], axis=1) + center


def _mountain(center: Point, size: float) -> list[Path]:
    x, y = center
    low = [(x - 3.4 * size, y + 2 * size, 1), (x - 1.2 * size, y - 1.4 * size, 1),
           (x, y + 0.1 * size, 1), (x + 1.1 * size, y - 0.9 * size, 1),
           (x + 3.4 * size, y + 2 * size, 1)]  # fmt: skip
    return [curve(low, steps=2)]


def emblem(kind: int, center: Point, size: float = 1.0) -> list[tuple[tuple[Path, ...], int]]:
    """Shapes of a print and which accent paints them, ``size`` 1 filling a chest."""
    x, y = center
    word = _WORDS[kind // 5 % len(_WORDS)]
    letters = 0.5 * size * (1.5 if len(word) == 2 else 1.0)
    if kind % 5 == 0:
        return [((ellipse(center, (2.9 * size, 2.9 * size)),), 0),
                (tuple(_mountain((x, y + 0.3 * size), 0.72 * size)), 1),
                (tuple(_letters(word, (x, y + 4.3 * size), letters * 0.6)), 0)]  # fmt: skip
    if kind % 5 == 1:
        return [(tuple(_letters(word, center, letters)), 0)]
    if kind % 5 == 2:
        return [((_star(center, 3.1 * size),), 0), ((_star(center, 1.7 * size),), 1)]
    if kind % 5 == 3:
        bolt = [
            (x + 1.2, y - 3.6, 1),
            (x - 1.9, y + 0.6, 1),
            (x - 0.1, y + 0.6, 1),
            (x - 1.2, y + 3.8, 1),
            (x + 2.0, y - 0.8, 1),
            (x + 0.2, y - 0.8, 1),
        ]
        scaled = [(x + (k[0] - x) * size, y + (k[1] - y) * size, 1) for k in bolt]
        return [((ellipse(center, (3.0 * size, 3.0 * size)),), 1), ((curve(scaled, steps=2),), 0)]
    petals = tuple(
        ellipse((x + math.cos(a) * 1.5 * size, y + math.sin(a) * 1.5 * size),
                (1.5 * size, 0.9 * size), math.degrees(a))
        for a in np.arange(6) * math.pi / 3
    )  # fmt: skip
    return [(petals, 0), ((ellipse(center, (0.85 * size, 0.85 * size)),), 1)]


def print_pieces(
    fabric: Fabric, region: Region, clip: tuple[Path, ...], center: Point, size: float = 1.0
) -> Pieces:
    """The print of a graphic garment at ``center``, inside ``clip``."""
    spare = lighter(fabric.hex, 0.75) if luma(fabric.hex) < 0.55 else "#2b2a33"
    inks = (*fabric.accents, spare, spare)
    return [
        Piece(shapes, Fabric("", inks[ink], "solid", "cotton"), region, clip=clip, volume=0,
              cast=0, edge=0, sheer=0.93)
        for shapes, ink in emblem(fabric.variant, center, size)
    ]  # fmt: skip


def chest_print(figure: Figure, fabric: Fabric, region: Region, clip: tuple[Path, ...]) -> Pieces:
    """A print in the middle of the chest."""
    size = 1.05 if fabric.variant % 2 else 1.25
    return print_pieces(fabric, region, clip, figure.at(0, 22.6), size)
