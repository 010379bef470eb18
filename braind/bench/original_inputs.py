"""What the nets of the original pipeline take: a photo, uint8 RGB (H, W, 3), as float32."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from braind.domain import Floats, Pixels
from braind.letterbox import letterbox

_GREY = 114
_MEAN = np.array([0.485, 0.456, 0.406], np.float32)  # ImageNet's
_DEVIATION = np.array([0.229, 0.224, 0.225], np.float32)


def framed(photo: Pixels) -> Floats:
    """YOLOv8's (3, 640, 640)."""
    return _channels_first(_floats(letterbox(photo, (640, 640), _GREY)) / 255)


def squashed(photo: Pixels) -> Floats:
    """IS-Net's (3, 1024, 1024)."""
    square = Image.fromarray(photo).resize((1024, 1024), Image.Resampling.BILINEAR)
    return _channels_first(_floats(square) / 255 - 0.5)


def cropped(photo: Pixels) -> Floats:
    """The classifiers' (3, 224, 224)."""
    image = Image.fromarray(photo)
    scale = 256 / min(image.size)
    image = image.resize((round(image.width * scale), round(image.height * scale)))
    left, top = (image.width - 224) // 2, (image.height - 224) // 2
    crop = image.crop((left, top, left + 224, top + 224))
    return _channels_first((_floats(crop) / 255 - _MEAN) / _DEVIATION)


def in_steps(photo: Pixels) -> Floats:
    """CenterFace's (1, 3, H, W), with sides in multiples of 32."""
    height, width = (-(-side // 32) * 32 for side in photo.shape[:2])
    return _channels_first(_floats(Image.fromarray(photo).resize((width, height))))[None]


def _floats(picture: Image.Image | Pixels) -> Floats:
    return np.asarray(picture, np.float32)


def _channels_first(picture: NDArray[Any]) -> Floats:
    return np.ascontiguousarray(picture.transpose(2, 0, 1), np.float32)
