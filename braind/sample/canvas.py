"""The drawing surface: shapes become coverage masks, masks are painted and labelled together.

Shapes come in figure units (a figure is 80 tall) and are rasterised with ``oversample`` × finer
steps, then averaged: that is the anti-aliasing. The label map takes a shape's pixels that are at
least half covered, so picture and labels can never disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from braind.domain import Region
from braind.sample.geometry import Path, Point
from braind.sample.tones import Rgb

Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Mask:
    """Coverage of a shape: an 8-bit image and where its corner lies in the picture."""

    left: int
    top: int
    image: Image.Image

    @property
    def box(self) -> Box:
        """The rectangle of the picture that the mask covers."""
        return (
            self.left,
            self.top,
            self.left + self.image.width,
            self.top + self.image.height,
        )

    def within(self, other: Mask) -> Mask:
        """Coverage where ``other`` covers too."""
        left, top = self.left - other.left, self.top - other.top
        crop = other.image.crop((left, top, left + self.image.width, top + self.image.height))
        return Mask(self.left, self.top, ImageChops.multiply(self.image, crop))

    def faded(self, strength: float) -> Mask:
        """Coverage scaled by ``strength`` in 0..1."""
        if strength == 1:
            return self
        tone = Image.new("L", self.image.size, round(255 * strength))
        return Mask(self.left, self.top, ImageChops.multiply(self.image, tone))


class Canvas:
    """A picture under construction. The only mutable thing in this package."""

    def __init__(self, ground: Image.Image, origin: Point, unit: float, oversample: int) -> None:
        self.rgb = ground
        self.regions = Image.new("L", ground.size, int(Region.BACKGROUND))
        self.figure = Image.new("L", ground.size, 0)
        self.origin = origin
        self.unit = unit
        self._oversample = oversample

    def mask(self, shapes: Sequence[Path], pad: int = 1) -> Mask | None:
        """Coverage of the union of ``shapes``, or None when all lie outside the picture."""
        placed = [shape * self.unit + self.origin for shape in shapes]
        low = np.floor(np.min([p.min(axis=0) for p in placed], axis=0)).astype(int) - pad
        high = np.ceil(np.max([p.max(axis=0) for p in placed], axis=0)).astype(int) + pad
        low, high = np.maximum(low, 0), np.minimum(high, self.rgb.size)
        if (high <= low).any():
            return None
        box = (int(low[0]), int(low[1]), int(high[0]), int(high[1]))
        return Mask(box[0], box[1], self.cover(box, shapes))

    def cover(self, box: Box, shapes: Sequence[Path]) -> Image.Image:
        """Coverage of the union of ``shapes`` inside ``box``, an 8-bit image of its size."""
        sheet, pen = self._sheet(box)
        for path in self._placed(box, shapes):
            pen.polygon(path, fill=255)
        return sheet.reduce(self._oversample)

    def _sheet(self, box: Box) -> tuple[Image.Image, ImageDraw.ImageDraw]:
        fine = self._oversample
        sheet = Image.new("L", ((box[2] - box[0]) * fine, (box[3] - box[1]) * fine), 0)
        return sheet, ImageDraw.Draw(sheet)

    def _placed(self, box: Box, shapes: Sequence[Path]) -> list[list[float]]:
        corner = np.array(box[:2], float)
        return [
            ((path * self.unit + self.origin - corner) * self._oversample - 0.5).ravel().tolist()
            for path in shapes
        ]

    def paint(
        self, mask: Mask, paint: Image.Image | Rgb, region: Region | None, opacity: float = 1.0
    ) -> None:
        """Lay ``paint`` over the picture; a region also becomes part of figure and labels."""
        self.rgb.paste(paint, mask.box, mask.faded(opacity).image)
        if region is not None:
            self.figure.paste(255, mask.box, mask.image)
            covered = mask.image.convert("1", dither=Image.Dither.NONE)
            self.regions.paste(int(region), mask.box, covered)

    def cast(self, mask: Mask, strength: float, side: int, reach: float = 0.5) -> None:
        """Darken the figure (never the ground) below and beside ``mask``, as its soft shadow."""
        pad = max(3, round(reach * self.unit * 2.2))
        left, top = max(0, mask.left - pad), max(0, mask.top - pad)
        right = min(self.rgb.width, mask.box[2] + pad)
        bottom = min(self.rgb.height, mask.box[3] + pad)
        shadow = Image.new("L", (right - left, bottom - top), 0)
        shift = (round(-side * reach * self.unit * 0.45), round(reach * self.unit * 0.9))
        shadow.paste(mask.image, (mask.left - left + shift[0], mask.top - top + shift[1]))
        shadow = shadow.filter(ImageFilter.BoxBlur(pad / 4)).filter(ImageFilter.BoxBlur(pad / 4))
        shadow = ImageChops.multiply(shadow, self.figure.crop((left, top, right, bottom)))
        self.paint(Mask(left, top, shadow).faded(strength), (30, 20, 42), None)

    def snapshot(self) -> tuple[Image.Image, ...]:
        """The state of the picture, to be given back by ``restore``."""
        return self.rgb.copy(), self.regions.copy(), self.figure.copy()

    def restore(self, mask: Mask, before: tuple[Image.Image, ...]) -> None:
        """Undo inside ``mask`` all that was drawn since ``before``."""
        sharp = mask.image.convert("1", dither=Image.Dither.NONE)
        self.rgb.paste(before[0].crop(mask.box), mask.box, mask.image)
        self.regions.paste(before[1].crop(mask.box), mask.box, sharp)
        self.figure.paste(before[2].crop(mask.box), mask.box, mask.image)

    def grid(self, mask: Mask) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Figure coordinates (x, y) of the mask's pixel centres, each float32 (H, W)."""
        x = (np.arange(mask.image.width) + mask.left + 0.5 - self.origin[0]) / self.unit
        y = (np.arange(mask.image.height) + mask.top + 0.5 - self.origin[1]) / self.unit
        grid_x, grid_y = np.meshgrid(x.astype(np.float32), y.astype(np.float32))
        return grid_x, grid_y
