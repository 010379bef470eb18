"""Fitting a picture into a net's frame without distortion, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image

from braind.domain import Box, Pixels

Size = tuple[int, int]  # width, height


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a picture lies in its frame: ``frame = picture * scale + offset``, per axis.

    The two scales differ by less than a pixel, because the fitted size is whole pixels.
    """

    scale_x: float
    scale_y: float
    left: float
    top: float

    def to_picture(self, box: Box) -> Box:
        """A box of the frame, in pixels of the picture."""
        return Box(
            (box.left - self.left) / self.scale_x,
            (box.top - self.top) / self.scale_y,
            (box.right - self.left) / self.scale_x,
            (box.bottom - self.top) / self.scale_y,
        )

    def to_frame(self, box: Box) -> Box:
        """A box of the picture, in pixels of the frame."""
        return Box(
            box.left * self.scale_x + self.left,
            box.top * self.scale_y + self.top,
            box.right * self.scale_x + self.left,
            box.bottom * self.scale_y + self.top,
        )

    def shrunk(self, factor: int) -> Placement:
        """The same placement in a frame ``factor`` times as small, such as a net's output map."""
        return Placement(
            self.scale_x / factor, self.scale_y / factor, self.left / factor, self.top / factor
        )


def fitted_size(size: Size, frame: Size) -> Size:
    """The largest whole-pixel size with the proportions of ``size`` that fits ``frame``."""
    scale = min(frame[0] / size[0], frame[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def place(size: Size, frame: Size) -> Placement:
    """How a picture of ``size`` lies centred in ``frame``; both are (width, height)."""
    new = fitted_size(size, frame)
    left, top = (frame[0] - new[0]) // 2, (frame[1] - new[1]) // 2
    return Placement(new[0] / size[0], new[1] / size[1], left, top)


def scaled(pixels: Pixels, size: Size) -> Pixels:
    """uint8 pixels (H, W) or (H, W, channels) at another (width, height): area-averaged when
    smaller, bilinear when larger.
    """
    return np.asarray(_resized(Image.fromarray(pixels), size))


def _resized(image: Image.Image, size: Size) -> Image.Image:
    grows = size[0] > image.width or size[1] > image.height
    return image.resize(size, Image.Resampling.BILINEAR if grows else Image.Resampling.BOX)


def _sampled(image: Image.Image, size: Size) -> Image.Image:
    return image.resize(size, Image.Resampling.NEAREST)


def letterbox(pixels: Pixels, frame: Size, fill: int) -> Pixels:
    """uint8 RGB (H, W, 3) fitted and centred on a ground of ``fill``; placed as ``place`` says."""
    return _fitted(Image.fromarray(pixels), frame, fill)


def _fitted(
    image: Image.Image,
    frame: Size,
    fill: int,
    scale: Callable[[Image.Image, Size], Image.Image] = _resized,
) -> Pixels:
    """An RGB or grey picture as an array, with the frame's size."""
    new = fitted_size(image.size, frame)
    left, top = (frame[0] - new[0]) // 2, (frame[1] - new[1]) // 2
    fitted = np.asarray(scale(image, new))
    out = np.full((frame[1], frame[0], *fitted.shape[2:]), fill, np.uint8)
    out[top : top + new[1], left : left + new[0]] = fitted
    return out


def letterbox_map(regions: Pixels, frame: Size) -> Pixels:
    """uint8 map (H, W) fitted and centred as ``letterbox_cutout`` does it; 0 around."""
    return _fitted(Image.fromarray(regions), frame, 0, _sampled)


def letterbox_cutout(rgba: Pixels, frame: Size, ground: int) -> Pixels:
    """uint8 RGB (H, W, 3): straight-alpha ``rgba`` (h, w, 4) fitted and centred on a plain ground.

    It is laid on the ground before it is scaled, so nothing hidden by the alpha bleeds in.
    """
    image = Image.fromarray(rgba)
    laid = Image.new("RGB", image.size, (ground, ground, ground))
    laid.paste(image, mask=image)
    return _fitted(laid, frame, ground)
