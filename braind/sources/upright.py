"""A picture that Pillow opened, made small, upright and sRGB; and what its EXIF data tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil

from PIL import ExifTags, Image

from braind.sources.srgb import simplify, to_srgb

# How a picture of each EXIF orientation is turned upright; from 5 on, the sides change places.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_MOMENT = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)")
MISSING = 128  # the grey of pixels that a file lost; JPEG's decoder has the same


@dataclass(frozen=True, slots=True)
class Facts:
    """What is taken from EXIF data: nothing else of them goes any further."""

    orientation: int = 1
    taken_at: int = 0
    is_cut: bool = False


def load(image: Image.Image, max_side: int) -> None:
    """Decode the pixels. A JPEG, at 1/2, 1/4 or 1/8 for a fraction of the cost."""
    scale = min(1.0, max_side / max(image.size))
    image.draft(None, (max(1, round(image.width * scale)), max(1, round(image.height * scale))))
    image.load()


def upright(
    image: Image.Image, max_side: int, profile: bytes | None, kept: tuple[float, float] = (0, 1)
) -> tuple[Image.Image, Facts]:
    """A loaded picture as upright RGB with no side longer than ``max_side``, and its facts.

    ``profile`` is the ICC profile that it had before it was loaded. The file has only the rows
    between the shares ``kept`` of the height; the others become grey.
    """
    facts = _read_exif(image)
    small = simplify(image)
    small.thumbnail((max_side, max_side), Image.Resampling.BICUBIC, reducing_gap=2.0)
    ready = to_srgb(small, profile)
    top, bottom = ceil(kept[0] * ready.height), int(kept[1] * ready.height)
    for rows in ((0, top), (bottom, ready.height)):
        ready.paste((MISSING,) * 3, (0, rows[0], ready.width, rows[1]))
    if facts.orientation > 1:
        ready = ready.transpose(_TURNS[facts.orientation])
    return ready, facts


def _read_exif(image: Image.Image) -> Facts:
    try:
        exif = image.getexif()
        orientation = exif.get(ExifTags.Base.Orientation)
    except Exception:
        # Broken metadata is no reason to refuse a sound picture.
        return Facts()
    return Facts(orientation if orientation in _TURNS else 1, _taken_at(exif))


def _taken_at(exif: Image.Exif) -> int:
    try:
        original = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
        return _seconds(original) or _seconds(exif.get(ExifTags.Base.DateTime))
    except Exception:
        return 0


def _seconds(written: object) -> int:
    """A moment written as in EXIF, "2026:11:24 09:30:00", in seconds since 1970; 0 for none.

    The time a file was changed is no substitute: photos that were downloaded or copied together
    would all seem to be taken in one minute.
    """
    parts = _MOMENT.match(str(written))
    if not parts:
        return 0
    year, month, day, hour, minute, second = map(int, parts.groups())
    try:
        moment = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return 0
    return max(0, int(moment.timestamp()))
