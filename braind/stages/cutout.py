"""Cutting people out: from a coarse person probability to an alpha that follows the photo's edges.

The edge is found by a guided filter (He, Sun, Tang 2010) in its fast form: the alpha is modelled
as a local linear function of the photo's colours, fitted at about the detector's own resolution,
and evaluated at the cutout's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
from PIL import Image

from braind.domain import Box, Cutout, Floats, Person, Photo, Pixels
from braind.letterbox import Size, scaled
from braind.partmaps import regions_of_parts

WORK_HEIGHT = 512  # pixels: garment crops (224) and the style picture (384) stay below it
MARGIN = 0.02  # of the person's height, kept around the box for the soft edge
FIT_HEIGHT = 128  # rows at which the filter is fitted: about the detector's resolution
RADIUS = 2  # of the fitting window, in fitted pixels
SMOOTHNESS = 2e-4  # variance of colour (0..1) below which an edge counts as texture
LEAST_SEEN = 0.1  # a net that is nowhere this sure of the person sees nobody
OWN = 4  # a pixel is wholly somebody's from a quarter of the detector's certainty on
HALF = 128  # alpha from which a pixel is the person's
EDGE = (0.25, 0.75)  # filtered probabilities that become fully clear and fully opaque


class CutoutBackend(Protocol):
    """Cuts people out of their photo."""

    @property
    def identity(self) -> Mapping[str, object]:
        """What decides the answers, as JSON values."""
        ...

    def cut_out(self, photo: Photo, people: Sequence[Person]) -> list[Cutout]:
        """One cutout a person, in the given order."""
        ...


def cut_person(photo: Photo, person: Person, max_height: int = WORK_HEIGHT) -> Cutout:
    """The person's rectangle with an alpha, at most ``max_height`` pixels high.

    A person without a probability map is cut out as its rectangle.
    """
    box = _with_margin(person.box, photo.pixels)
    size = _work_size(box, max_height)
    rgb = _resized(photo.pixels, box, size)
    if person.alpha is None:
        return _cutout(person, box, rgb, np.full(rgb.shape[:2], 255, np.uint8))
    coarse = _sampled(person.alpha, _within(box, person), _fit_size(size))
    return _cutout(person, box, rgb, refine_alpha(rgb, coarse))


def cut_masked(photo: Photo, person: Person, mask: Floats, *, alone: bool = True) -> Cutout:
    """The person's rectangle with a net's alpha.

    ``mask`` is float32 (h, w) in 0..1 and covers the whole photo at the net's own resolution.
    Where it is empty within the rectangle, the net has seen nothing there, and ``cut_person`` does
    the work. Of several people (not ``alone``) each gets what the detector says is theirs.
    """
    box = _with_margin(person.box, photo.pixels)
    size = _work_size(box, WORK_HEIGHT)
    (height, width), rows, columns = photo.pixels.shape[:2], *mask.shape
    area = (
        box.left * columns / width, box.top * rows / height,
        box.right * columns / width, box.bottom * rows / height,
    )  # fmt: skip
    seen = Image.fromarray(mask).resize(size, Image.Resampling.BILINEAR, box=area)
    values = np.asarray(seen)
    if values.max() < LEAST_SEEN:
        return cut_person(photo, person)
    if not alone and person.alpha is not None:
        values = np.minimum(values, OWN * _sampled(person.alpha, _within(box, person), size))
    alpha = (np.clip(values, 0, 1) * 255 + 0.5).astype(np.uint8)
    return _cutout(person, box, _resized(photo.pixels, box, size), alpha)


def outlined(person: Person, cutout: Cutout) -> Person:
    """The person with the cutout's maps where the detector gave none; before faces are cropped."""
    if person.alpha is not None:
        return person
    alpha = cutout.rgba[..., 3].astype(np.float32) / np.float32(255)
    return replace(person, frame=cutout.box, alpha=alpha, regions=cutout.regions)


def _cutout(person: Person, box: Box, rgb: Pixels, alpha: Pixels) -> Cutout:
    """With the person's regions, or those that its body parts tell."""
    if person.regions is None:
        return Cutout(_rgba(rgb, alpha), box, regions_of_parts(person, box, alpha >= HALF))
    size = rgb.shape[1], rgb.shape[0]
    regions = Image.fromarray(person.regions).resize(
        size, Image.Resampling.NEAREST, box=_within(box, person)
    )
    return Cutout(_rgba(rgb, alpha), box, np.asarray(regions))


def refine_alpha(rgb: Pixels, coarse: Floats) -> Pixels:
    """uint8 alpha (H, W) for ``rgb`` (H, W, 3) from a coarse float32 probability map (h, w)."""
    size = rgb.shape[1], rgb.shape[0]
    small = Image.fromarray(rgb).resize(coarse.shape[::-1], Image.Resampling.BOX)
    slopes, offset = _fit(np.asarray(small, np.float32) * np.float32(1 / 255), coarse)
    filtered = _upsampled(offset, size)
    for channel in range(3):
        filtered += _upsampled(slopes[channel] / 255, size) * rgb[..., channel]
    return _as_alpha(filtered)


def full_cutout(photo: Photo, person: Person) -> Pixels:
    """uint8 RGBA (H, W, 4) of the whole photo at its original size, clear outside the person."""
    cutout = cut_person(photo, person, max_height=photo.pixels.shape[0])
    canvas = np.zeros((*photo.pixels.shape[:2], 4), np.uint8)
    left, top = round(cutout.box.left), round(cutout.box.top)
    height, width = cutout.rgba.shape[:2]
    canvas[top : top + height, left : left + width] = cutout.rgba
    canvas[canvas[..., 3] == 0] = 0  # whoever stood behind is not saved under a clear alpha
    if (canvas.shape[1], canvas.shape[0]) == photo.size:
        return canvas
    return np.asarray(Image.fromarray(canvas).resize(photo.size, Image.Resampling.BICUBIC))


def _rgba(rgb: Pixels, alpha: Pixels) -> Pixels:
    image = Image.fromarray(rgb)
    image.putalpha(Image.fromarray(alpha))
    return np.asarray(image)


def _with_margin(box: Box, pixels: Pixels) -> Box:
    """Whole pixels around ``box``, inside the photo."""
    height, width = pixels.shape[:2]
    margin = MARGIN * box.height
    left, top = max(0, int(box.left - margin)), max(0, int(box.top - margin))
    right = min(width, max(left + 1, int(np.ceil(box.right + margin))))
    bottom = min(height, max(top + 1, int(np.ceil(box.bottom + margin))))
    return Box(left, top, right, bottom)


def _work_size(box: Box, max_height: int) -> Size:
    scale = min(1.0, max_height / box.height)
    return max(1, round(box.width * scale)), max(1, round(box.height * scale))


def _fit_size(size: Size) -> Size:
    scale = min(1.0, FIT_HEIGHT / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _resized(pixels: Pixels, box: Box, size: Size) -> Pixels:
    part = pixels[int(box.top) : int(box.bottom), int(box.left) : int(box.right)]
    return part if part.shape[:2] == size[::-1] else scaled(np.ascontiguousarray(part), size)


def _within(box: Box, person: Person) -> tuple[float, float, float, float]:
    """``box`` of the photo in cells of the person's maps, as far as they reach."""
    assert person.regions is not None, "both maps or none"
    rows, columns = person.regions.shape
    frame = person.frame
    x, y = columns / frame.width, rows / frame.height
    left, top = (box.left - frame.left) * x, (box.top - frame.top) * y
    right, bottom = (box.right - frame.left) * x, (box.bottom - frame.top) * y
    return max(0.0, left), max(0.0, top), min(float(columns), right), min(float(rows), bottom)


def _sampled(values: Floats, area: tuple[float, float, float, float], size: Size) -> Floats:
    return np.asarray(Image.fromarray(values).resize(size, Image.Resampling.BICUBIC, box=area))


def _upsampled(values: Floats, size: Size) -> Floats:
    return np.array(Image.fromarray(values).resize(size, Image.Resampling.BILINEAR))


def _window_mean(values: Floats) -> Floats:
    """Mean over a square window of the last two axes; borders repeat."""
    height, width = values.shape[-2:]
    side = 2 * RADIUS + 1
    rest = [(0, 0)] * (values.ndim - 2)
    padded = np.pad(values, [*rest, (RADIUS, RADIUS), (RADIUS, RADIUS)], mode="edge")
    tall = padded[..., :height, :].copy()
    for i in range(1, side):
        tall += padded[..., i : i + height, :]
    wide = tall[..., :width] * np.float32(1 / side**2)
    for i in range(1, side):
        wide += tall[..., i : i + width] * np.float32(1 / side**2)
    return wide


def _fit(guide: Floats, target: Floats) -> tuple[Floats, Floats]:
    """Slopes (3, h, w) and offset (h, w) of the linear model of ``target`` in guide (h, w, 3)."""
    red, green, blue = colours = guide.transpose(2, 0, 1)
    products = [red * red, red * green, red * blue, green * green, green * blue, blue * blue]
    means = _window_mean(np.stack([*colours, target, *(c * target for c in colours), *products]))
    m, t = means[:3], means[3]
    covariance = means[4:7] - m * t
    rr, rg, rb, gg, gb, bb = (
        means[7 + k] - m[i] * m[j]
        for k, (i, j) in enumerate([(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)])
    )
    rr, gg, bb = rr + SMOOTHNESS, gg + SMOOTHNESS, bb + SMOOTHNESS
    # The inverse of the symmetric 3×3 covariance, written out: much faster than a solver here.
    inverse = [
        [gg * bb - gb * gb, gb * rb - rg * bb, rg * gb - gg * rb],
        [gb * rb - rg * bb, rr * bb - rb * rb, rg * rb - rr * gb],
        [rg * gb - gg * rb, rg * rb - rr * gb, rr * gg - rg * rg],
    ]
    determinant = rr * inverse[0][0] + rg * inverse[0][1] + rb * inverse[0][2]
    slopes = np.stack(
        [sum(inverse[i][j] * covariance[j] for j in range(3)) / determinant for i in range(3)]
    )
    offset = t - (slopes * m).sum(axis=0)
    smooth = _window_mean(np.concatenate([slopes, offset[None]]))
    return smooth[:3], smooth[3]


def _as_alpha(filtered: Floats) -> Pixels:
    low, high = EDGE
    level = np.clip((filtered - low) * (1 / (high - low)), 0, 1)
    smooth: Pixels = (level * level * (3 - 2 * level) * 255 + 0.5).astype(np.uint8)
    return smooth
