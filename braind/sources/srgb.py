"""Any Pillow image to 8-bit sRGB, in two steps around the reduction in size.

``simplify`` comes first and gives a mode that can be resized; ``to_srgb`` comes last, because
blending and colour management are cheap only on the small copy.
"""

from __future__ import annotations

from io import BytesIO
from typing import cast

import numpy as np
from PIL import Image, ImageCms

from braind.domain import Pixels

# Possible meanings of "white" in a picture of integers or floats that does not say.
_WHITE_POINTS = (1.0, 255.0, 65535.0)
_MODES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK", "Lab ": "LAB"}


def simplify(image: Image.Image) -> Image.Image:
    """The same picture as L, LA, RGB, RGBA, CMYK or LAB: no palette, no bits, no 16-bit greys."""
    if image.mode.startswith("I") or image.mode == "F":
        return Image.fromarray(_to_bytes(np.asarray(image)))
    if image.mode == "1":
        return image.convert("L")
    if image.mode in ("LA", "RGBA"):  # not copied: the largest take half a gigabyte
        return image
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "CMYK", "LAB") else image.convert("RGB")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A simplified picture as RGB: alpha over white, then the ICC ``profile`` turned to sRGB.

    A profile that is broken, or that belongs to another kind of picture, is ignored.
    """
    opaque = _over_white(image) if image.mode in ("LA", "RGBA") else image
    if profile or opaque.mode == "LAB":
        try:
            return _manage_colors(opaque, profile)
        except (ImageCms.PyCMSError, OSError, ValueError, KeyError):
            pass
    return opaque if opaque.mode == "RGB" else opaque.convert("RGB")


def _to_bytes(values: np.ndarray) -> Pixels:
    if values.dtype.itemsize == 2:
        return np.asarray(values // 257, dtype=np.uint8)
    scaled = np.nan_to_num(values.astype(np.float32), posinf=0.0, neginf=0.0)
    peak = float(scaled.max())
    white = next((point for point in _WHITE_POINTS if peak <= point), peak)
    scaled *= 255.0 / white
    return np.asarray(scaled.clip(0, 255) + 0.5, dtype=np.uint8)


def _over_white(image: Image.Image) -> Image.Image:
    solid = "L" if image.mode == "LA" else "RGB"
    ground = Image.new(solid, image.size, "white")
    ground.paste(image.convert(solid), mask=image.getchannel("A"))
    return ground


def _manage_colors(image: Image.Image, profile: bytes | None) -> Image.Image:
    if image.mode == "LAB":
        source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    else:
        source = ImageCms.ImageCmsProfile(BytesIO(profile or b""))
    mode = _MODES[source.profile.xcolor_space]
    if (image.mode, mode) == ("L", "RGB"):
        image = image.convert("RGB")
    if image.mode != mode:
        raise ValueError("profile of another colour space")
    managed = ImageCms.profileToProfile(
        image,
        source,
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return cast("Image.Image", managed)
