"""Paint pieces: cloth, form shading, folds, contour and lines."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import groupby

import numpy as np
from PIL import Image, ImageChops, ImageFilter, ImageOps

from braind.sample.canvas import Canvas, Mask
from braind.sample.geometry import Path
from braind.sample.materials import Field, lighting, relief
from braind.sample.patterns import PATTERN_PAINTERS
from braind.sample.pieces import Line, Piece
from braind.sample.spec import Fabric
from braind.sample.tones import blend, rgb, seam

_SHADE = np.array([0.30, 0.26, 0.38], np.float32)  # what full shadow leaves of red, green, blue
_SHRINK = 3  # form shading is soft, so it is computed this much coarser
_FUZZ = 0.5


def _fuzzy(path: Path, rng: np.random.Generator) -> Path:
    """A furry contour: the path resampled into short spikes."""
    closed = np.concatenate([path, path[:1]])
    reach = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    at = np.arange(0, reach[-1], 0.28)
    fine = np.stack([np.interp(at, reach, closed[:, k]) for k in (0, 1)], axis=1)
    heading = np.gradient(fine, axis=0)
    heading /= np.maximum(np.linalg.norm(heading, axis=1, keepdims=True), 1e-9)
    normal = np.stack([heading[:, 1], -heading[:, 0]], axis=1)
    spikes = rng.uniform(-0.3, 1.0, len(fine)) * _FUZZ * np.where(np.arange(len(fine)) % 2, 1, 0.2)
    return np.asarray(fine + normal * spikes[:, None] + heading * spikes[:, None] * 0.5)


def _round_light(mask: Mask, unit: float, side: int) -> tuple[Field, Field]:
    """Darkness away from the light and brightness towards it, float32 (H, W) in 0..1."""
    width, height = mask.image.size
    reach = min(width, height) / unit
    radius = max(1.0, min(0.2 * reach, 2.1) * unit / _SHRINK)
    pad = math.ceil(radius * 2) + 1
    small = ImageOps.expand(mask.image.reduce(_SHRINK), pad)
    small = small.filter(ImageFilter.BoxBlur(radius)).filter(ImageFilter.BoxBlur(radius * 0.7))
    dx, dy = round(-side * radius * 0.85), round(radius * 0.3)
    maps = []
    for sign in (1, -1):
        left, top = pad + sign * dx, pad + sign * dy
        size = (math.ceil(width / _SHRINK), math.ceil(height / _SHRINK))
        moved = small.crop((left, top, left + size[0], top + size[1]))
        grown = moved.resize((size[0] * _SHRINK, size[1] * _SHRINK), Image.Resampling.BILINEAR)
        maps.append(1 - np.asarray(grown, np.float32)[:height, :width] / np.float32(255))
    return maps[0], maps[1]


def _shapes_over(canvas: Canvas, mask: Mask, shapes: Iterable[Path], blur: float) -> Field | None:
    listed = list(shapes)
    if not listed:
        return None
    drawn = canvas.cover(mask.box, listed)
    if blur > 0.3:
        drawn = drawn.filter(ImageFilter.BoxBlur(blur))
    return np.asarray(drawn, np.float32) / np.float32(255)


def _cloth(canvas: Canvas, piece: Piece, mask: Mask, rng: np.random.Generator) -> Field:
    x, y = canvas.grid(mask)
    x, y = x - np.float32(piece.pivot[0]), y - np.float32(piece.pivot[1])
    turn = math.radians(piece.angle)
    c, s = np.float32(math.cos(turn)), np.float32(math.sin(turn))
    u, v = x * c + y * s, y * c - x * s
    fabric, px = piece.fabric, 1 / canvas.unit
    color = PATTERN_PAINTERS[fabric.pattern](u, v, px, fabric)
    texture = relief(fabric.material, u, v, px, rng)
    if texture is not None:
        color *= texture[..., None]
    return color


def _lit(canvas: Canvas, piece: Piece, mask: Mask, color: Field, side: int) -> Field:
    light = lighting(piece.fabric.material)
    dark, bright = _round_light(mask, canvas.unit, side)
    depth = np.clip(dark - 0.12, 0, 1) * (0.62 * light.volume * piece.volume)
    folds = _shapes_over(canvas, mask, piece.folds, canvas.unit * 0.2)
    if folds is not None:
        depth += folds * light.fold
    color *= 1 - np.clip(depth, 0, 0.9)[..., None] * (1 - _SHADE)
    glow = np.clip(bright - dark - 0.05, 0, 1) ** light.sharp * light.gloss * 1.3
    lights = _shapes_over(canvas, mask, piece.lights, canvas.unit * 0.35)
    if lights is not None:
        glow = glow + lights * (0.1 + light.gloss * 0.7)
    color += (255 - color) * np.clip(glow, 0, 0.9)[..., None]
    return color


def _draw_lines(canvas: Canvas, mask: Mask, lines: Iterable[Line]) -> None:
    for (color, strength), same in groupby(lines, key=lambda n: (n.color, n.strength)):
        drawn = canvas.cover(mask.box, [line.shape for line in same])
        clipped = ImageChops.multiply(drawn, mask.image)
        canvas.paint(Mask(mask.left, mask.top, clipped).faded(strength), rgb(color), None)


def _contour(mask: Mask) -> Mask:
    """The outermost pixel of a shape."""
    inner = mask.image.filter(ImageFilter.MinFilter(3))
    return Mask(mask.left, mask.top, ImageChops.subtract(mask.image, inner))


def _outline_tone(fabric: Fabric) -> str:
    if fabric.material == "skin":
        return blend(fabric.hex, "#5e3529", 0.42)
    return seam(fabric.hex)


def draw_piece(canvas: Canvas, piece: Piece, side: int, rng: np.random.Generator) -> None:
    """Paint ``piece`` on ``canvas`` and label it; ``side`` is where the light comes from."""
    shapes = piece.shapes
    if piece.fabric.material == "fur":
        shapes = tuple(_fuzzy(shape, rng) for shape in shapes)
    mask = canvas.mask(shapes)
    if mask is not None and piece.clip:
        window = canvas.mask(piece.clip)
        mask = mask.within(window) if window is not None else None
    if mask is None:
        return
    if piece.cast:
        canvas.cast(mask, piece.cast, side)
    color = _cloth(canvas, piece, mask, rng)
    if piece.volume:
        color = _lit(canvas, piece, mask, color, side)
    paint = Image.fromarray(np.clip(color, 0, 255).astype(np.uint8))
    canvas.paint(mask, paint, piece.region, piece.sheer)
    if piece.edge:
        tone = rgb(_outline_tone(piece.fabric))
        canvas.paint(_contour(mask).faded(piece.edge), tone, None)
    _draw_lines(canvas, mask, piece.lines)
