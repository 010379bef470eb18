"""Patterns as functions of cloth coordinates.

Every pattern takes ``u`` (across) and ``v`` (along), float32 (H, W) in figure units, the size of
a pixel in those units and the cloth, and gives float32 (H, W, 3) RGB in 0..255. Edges are softened
over one pixel, so nothing aliases at any angle.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from braind.sample.spec import Fabric
from braind.sample.tones import blend, deeper, lighter, luma, rgb

Field = NDArray[np.float32]
Painter = Callable[[Field, Field, float, Fabric], Field]


def _fill(like: Field, color: str) -> Field:
    return np.broadcast_to(np.array(rgb(color), np.float32), (*like.shape, 3)).copy()


def _lay(paint: Field, weight: Field, color: str, strength: float = 1.0) -> Field:
    tone = np.array(rgb(color), np.float32)
    paint += (tone - paint) * (weight * strength)[..., None]
    return paint


def _soft(distance: NDArray[np.floating], px: float) -> Field:
    """Coverage from a signed distance that is negative inside."""
    return np.asarray(np.clip(0.5 - distance / (px * 1.3), 0, 1), np.float32)


def _bands(u: Field, period: float, width: float, px: float) -> Field:
    return _soft(np.abs((u / period) % 1 - 0.5) * period - width / 2, px)


def _hash(i: Field, j: Field, salt: float) -> Field:
    """Noise in 0..1 that depends on integer cells only."""
    wave = np.sin(i.astype(np.float64) * 127.1 + j * 311.7 + salt * 74.7) * 43758.5453
    return (wave % 1.0).astype(np.float32)


def _waves(u: Field, v: Field, length: float, salt: int, count: int = 5) -> Field:
    """Smooth noise around 0, about -1..1, whose features are ``length`` wide."""
    rng = np.random.default_rng(salt)
    total = np.zeros_like(u)
    for _ in range(count):
        angle, phase = rng.uniform(0, 6.28, 2)
        rate = 6.28 / length * rng.uniform(0.5, 1.5)
        total += np.sin((u * np.cos(angle) + v * np.sin(angle)) * rate + phase)
    return np.asarray(total / np.sqrt(count / 2) / 1.4, np.float32)


def _cells(u: Field, v: Field, size: float, shift: float = 0.5) -> tuple[Field, ...]:
    """Brick-wise cells: integer cell (i, j) and the position in it, -size/2..size/2."""
    j = np.floor(v / size)
    across = u / size + (j % 2) * shift
    i = np.floor(across)
    return i, j, (across - i - 0.5) * size, (v / size - j - 0.5) * size


def _accent(fabric: Fabric, index: int = 0) -> str:
    if fabric.accents:
        return fabric.accents[index % len(fabric.accents)]
    return lighter(fabric.hex, 0.6) if luma(fabric.hex) < 0.5 else deeper(fabric.hex, 0.6)


def _solid(u: Field, v: Field, px: float, fabric: Fabric) -> Field:
    return _fill(u, fabric.hex)


def _striped(u: Field, v: Field, px: float, fabric: Fabric) -> Field:
    paint, kind = _fill(u, fabric.hex), fabric.variant % 4
    if kind == 0:  # Breton
        return _lay(paint, _bands(v, 1.9, 0.72, px), _accent(fabric))
    if kind == 1:  # pinstripe
        return _lay(paint, _bands(u, 1.25, 0.16, px), _accent(fabric), 0.75)
    if kind == 2:  # broad rugby stripes
        _lay(paint, _bands(v, 5.6, 2.5, px), _accent(fabric))
        return _lay(paint, _bands(v + 2.8, 5.6, 0.5, px), _accent(fabric, 1))
    return _lay(paint, _bands(u, 1.15, 0.5, px), _accent(fabric), 0.85)


def _checked(u: Field, v: Field, px: float, fabric: Fabric) -> Field:
    paint, kind = _fill(u, fabric.hex), fabric.variant % 4
    if kind == 0:  # tartan
        for axis in (u, v):
            _lay(paint, _bands(axis, 4.2, 1.9, px), _accent(fabric), 0.5)
            _lay(paint, _bands(axis + 0.5, 4.2, 0.22, px), _accent(fabric, 1), 0.8)
        return paint
    if kind == 1:  # gingham
        for axis in (u, v):
            _lay(paint, _bands(axis, 1.5, 0.75, px), _accent(fabric), 0.5)
        return paint
    if kind == 2:  # windowpane
        for axis in (u, v):
            _lay(paint, _bands(axis, 3.0, 0.2, px), _accent(fabric), 0.85)
        return paint
    for axis in (u, v):  # buffalo and glen
        _lay(paint, _bands(axis, 3.0, 1.5, px), _accent(fabric), 0.55)
        _lay(paint, _bands(axis, 0.5, 0.16, px), _accent(fabric), 0.25)
    return paint


def _floral(u: Field, v: Field, px: float, fabric: Fabric) -> Field:
    paint = _fill(u, fabric.hex)
    size = (2.1, 3.0, 1.5)[fabric.variant % 3]
    leaf = blend(deeper(_accent(fabric, 1), 0.1), "#3f6b46", 0.75)
    for layer, share in ((0, 0.55), (1, 1.0)):
        i, j, x, y = _cells(u + layer * size * 0.5, v + layer * size * 0.55, size)
        x = x - (_hash(i, j, layer + 1) - 0.5) * size * 0.34
        y = y - (_hash(i, j, layer + 2) - 0.5) * size * 0.34
        spin, grow = _hash(i, j, layer + 3) * 6.28, 0.7 + 0.45 * _hash(i, j, layer + 4)
        radius, angle = np.hypot(x, y), np.arctan2(y, x) + spin
        reach = size * 0.3 * share * grow
        sprig = _soft(radius - reach * 1.35 * np.abs(np.cos(angle)) ** 6, px)
        _lay(paint, sprig, leaf, 0.9)
        bloom = _soft(radius - reach * (0.72 + 0.28 * np.cos(angle * 5)), px)
        other = _hash(i, j, layer + 5) > 0.55
        _lay(paint, bloom * other, _accent(fabric, 1))
        _lay(paint, bloom * ~other, _accent(fabric, 0))
        _lay(paint, _soft(radius - reach * 0.24, px), lighter(fabric.hex, 0.35))
    return paint


def _dotted(u: Field, v: Field, px: float, fabric: Fabric) -> Field:
    size = (1.7, 1.15, 2.5)[fabric.variant % 3]
    _, _, x, y = _cells(u, v, size)
    return _lay(_fill(u, fabric.hex), _soft(np.hypot(x, y) - size * 0.24, px), _accent(fabric))


def _animal(u: Field, v: Field, px: float, fabric: Fabric) -> Field:
    paint = _fill(u, fabric.hex)
    dark, warm = _accent(fabric, 0), deeper(fabric.hex, 0.22)
    if fabric.variant % 2:  # zebra
        ridge = np.sin(v * 2.6 + _waves(u, v, 5.5, 5) * 2.6)
        return _lay(paint, np.clip((ridge - 0.05) * 4, 0, 1), dark)
    i, j, x, y = _cells(u + _waves(u, v, 6, 1) * 0.35, v + _waves(u, v, 6, 2) * 0.35, 1.75)
    x = x - (_hash(i, j, 1) - 0.5) * 0.5
    y = y - (_hash(i, j, 2) - 0.5) * 0.5
    radius = np.hypot(x, y * 1.15) * (0.9 + 0.3 * _hash(i, j, 3))
    angle = np.arctan2(y, x) + _hash(i, j, 4) * 6.28
    _lay(paint, _soft(radius - 0.55, px), warm)
    ring = _soft(np.abs(radius - 0.56) - 0.17, px) * np.clip(np.cos(angle * 2.5) * 3 + 1.6, 0, 1)
    return _lay(paint, ring, dark)


def _geometric(u: Field, v: Field, px: float, fabric: Fabric) -> Field:
    paint, kind = _fill(u, fabric.hex), fabric.variant % 3
    if kind == 0:  # argyle
        i, j, x, y = _cells(u, v, 4.4, 0.0)
        diamond = _soft(np.abs(x) * 1.25 + np.abs(y) - 2.15, px)
        odd = (i + j) % 2 == 0
        _lay(paint, diamond * odd, _accent(fabric, 0))
        _lay(paint, diamond * ~odd, _accent(fabric, 1))
        cross = np.abs(np.abs(x) * 1.25 - np.abs(y)) - 0.09
        return _lay(paint, _soft(cross, px), lighter(fabric.hex, 0.55), 0.8)
    if kind == 1:  # chevrons
        zig = v + np.abs((u / 3.4) % 1 - 0.5) * 3.4
        _lay(paint, _bands(zig, 2.6, 0.95, px), _accent(fabric, 0))
        return _lay(paint, _bands(zig + 1.3, 2.6, 0.3, px), _accent(fabric, 1))
    i, j, x, y = _cells(u, v, 2.6, 0.0)  # tiles of circles and triangles
    odd = (i + j) % 2 == 0
    _lay(paint, _soft(np.hypot(x, y) - 0.95, px) * odd, _accent(fabric, 0))
    return _lay(paint, _soft(np.maximum(x + y, np.maximum(-x, -y) - 1.1), px) * ~odd,
                _accent(fabric, 1))  # fmt: skip


def _abstract(u: Field, v: Field, px: float, fabric: Fabric) -> Field:
    """Large painted blots with loose brush lines over them."""
    paint, salt = _fill(u, fabric.hex), fabric.variant * 10
    for index, level in ((1, 0.25), (2, 0.55), (0, 0.95)):
        noise = _waves(u, v * 0.8, 10.0 - 2 * index, salt + index, 6)
        _lay(paint, np.clip((noise - level) / px, 0, 1), _accent(fabric, index), 0.92)
    brush = np.abs(_waves(u * 0.7, v, 9.0, salt + 7, 4)) - 0.055
    return _lay(paint, np.clip(0.5 - brush * 5 / px, 0, 1), _accent(fabric, 0), 0.85)


def _colorblock(u: Field, v: Field, px: float, fabric: Fabric) -> Field:
    paint, kind = _fill(u, fabric.hex), fabric.variant % 3
    if kind == 0:  # yoke over body
        _lay(paint, _soft(v + 0.4, px), _accent(fabric, 0))
        return _lay(paint, _soft(np.abs(v + 0.1) - 0.5, px), _accent(fabric, 1))
    if kind == 1:  # halves
        return _lay(paint, _soft(u, px), _accent(fabric, 0))
    _lay(paint, _soft(v - 4 + u * 0.55, px), _accent(fabric, 0))
    return _lay(paint, _soft(np.abs(v - 4.6 + u * 0.55) - 0.6, px), _accent(fabric, 1))


def _camouflage(u: Field, v: Field, px: float, fabric: Fabric) -> Field:
    paint, salt = _fill(u, fabric.hex), fabric.variant * 7 + 20
    for index, level in ((0, 0.1), (1, 0.35), (2, 0.7)):
        noise = _waves(u, v * 1.35, 4.4 - 0.5 * index, salt + index, 7)
        _lay(paint, np.clip((noise - level) * 0.6 / px, 0, 1), _accent(fabric, index))
    return paint


PATTERN_PAINTERS: dict[str, Painter] = {
    "solid": _solid,
    "striped": _striped,
    "checked": _checked,
    "floral": _floral,
    "dotted": _dotted,
    "graphic": _solid,  # its print is a piece of its own
    "animal": _animal,
    "geometric": _geometric,
    "abstract": _abstract,
    "colorblock": _colorblock,
    "camouflage": _camouflage,
}
