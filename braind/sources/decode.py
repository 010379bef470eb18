"""Bytes of a picture to a ``Photo``, safely.

The header is judged before any pixel is decoded; what follows works on a copy that is reduced as
early as possible. Pure and safe to call from several threads.
"""

from __future__ import annotations

import hashlib
import re
import threading
import warnings
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from types import TracebackType

import numpy as np
import pi_heif
from PIL import ExifTags, Image

from braind.domain import Photo
from braind.errors import PhotoError
from braind.sources.near import hash_picture
from braind.sources.srgb import simplify, to_srgb

MAX_SIDE = 1280
MAX_PIXELS = 120_000_000
MIN_SIDE = 32

PHOTO_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".tif", ".tiff", ".bmp", ".dib", ".gif"}
    | {".heic", ".heif", ".hif", ".avif"}
)
# AVIF comes before HEIF: both accept the neutral container brands, and only one can read them.
_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "DIB", "GIF", "AVIF", "HEIF")
_MAGIC = (b"\xff\xd8", b"\x89PNG", b"RIFF", b"II*\0", b"MM\0*", b"BM", b"GIF8")
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

_JPEG, _SCAN, _END = b"\xff\xd8", b"\xff\xda", b"\xff\xd9"
# Photos have up to 14 scans, each over all pixels; more are fine as long as they cost little.
_FEW_SCANS, _MAX_SCANNED = 14, 1_500_000_000
# The grey of missing pixels, and the share of rows or columns that may be.
_MISSING, _NEAR, _MOST_MISSING = 128, 3, 0.25

_MOMENT = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)")

pi_heif.register_heif_opener()


class _Silence:
    """Keeps warnings about odd metadata quiet while at least one photo is being decoded.

    Warning filters belong to the whole process, so threads that overlap share one change, and the
    last one to leave takes it back.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._filters = warnings.catch_warnings()

    def __enter__(self) -> None:
        with self._lock:
            self._inside += 1
            if self._inside == 1:
                self._filters = warnings.catch_warnings()
                self._filters.__enter__()
                warnings.filterwarnings("ignore", module=r"(PIL|pi_heif)\b")

    def __exit__(self, *exc: type[BaseException] | BaseException | TracebackType | None) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0:
                self._filters.__exit__(None, None, None)


_silence = _Silence()


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is taken from EXIF data: nothing else of them goes any further."""

    orientation: int = 1
    taken_at: int = 0
    is_cut: bool = False


def decode_photo(
    data: bytes,
    path: str,
    max_side: int = MAX_SIDE,
    page: int | None = None,
    content_hash: str | None = None,
) -> Photo:
    """Decode one picture: JPEG, PNG, WebP, TIFF, BMP, GIF (first frame), HEIC or AVIF.

    The pixels are upright sRGB, uint8 (H, W, 3) in RGB order, contiguous, no side longer than
    ``max_side``; transparent parts are white. ``path`` and ``page`` only name the photo.
    ``content_hash`` defaults to the SHA-256 hex of ``data``.

    A JPEG whose last part is missing is read, and ``is_cut``.

    Raises ``PhotoError`` with code photo_empty, photo_unsupported, photo_damaged, photo_too_large,
    photo_too_small or photo_bomb.
    """
    with _silence:
        image = _open(data)
        size = image.size
        _check_work(data, size)
        try:
            upright, facts = _decode(image, max_side)
        except Exception as error:
            # On hostile bytes decoders raise nearly anything, from OSError to IndexError.
            upright, facts = _decode_cut(data, max_side, error)
    pixels = np.array(upright)
    return Photo(
        path=path,
        content_hash=content_hash or hashlib.sha256(data).hexdigest(),
        pixels=pixels,
        size=(size[1], size[0]) if facts.orientation >= 5 else size,
        page=page,
        near_hash=hash_picture(upright),
        taken_at=facts.taken_at,
        is_cut=facts.is_cut,
    )


def check_photo(data: bytes) -> None:
    """Look at a picture's head only. Raises ``PhotoError`` for what ``decode_photo`` refuses."""
    with _silence:
        _check_work(data, _open(data).size)


def _open(data: bytes) -> Image.Image:
    if not data:
        raise PhotoError("photo_empty", "The file is empty.", "Download or copy it again.")
    try:
        return Image.open(BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    except Exception as error:
        if data.startswith(_MAGIC) or data[4:8] == b"ftyp":
            raise _damaged() from error
        raise PhotoError(
            "photo_unsupported",
            "This is not a picture of a kind that BRAIND reads.",
            "Use JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC or AVIF.",
        ) from error


def _check_work(data: bytes, size: tuple[int, int]) -> None:
    """Judge how much decoding costs, before it begins: nothing could stop it then."""
    if size[0] * size[1] > MAX_PIXELS:
        raise _too_large()
    scans = data.count(_SCAN) if data.startswith(_JPEG) else 1
    if scans > _FEW_SCANS and scans * size[0] * size[1] > _MAX_SCANNED:
        raise PhotoError(
            "photo_bomb",
            "The picture is packed in far more layers than a photo would be.",
            "Save it anew in a picture editor if you trust it.",
        )
    if min(size) < MIN_SIDE:
        raise PhotoError(
            "photo_too_small",
            f"The picture has only {size[0]} × {size[1]} pixels.",
            f"Use one with at least {MIN_SIDE} pixels on each side.",
            width=size[0],
            height=size[1],
        )


def _decode(image: Image.Image, max_side: int) -> tuple[Image.Image, _Facts]:
    """The reduced, upright RGB picture, and what its EXIF data tell."""
    profile = image.info.get("icc_profile")
    scale = min(1.0, max_side / max(image.size))
    # A JPEG can be decoded at 1/2, 1/4 or 1/8 for a fraction of the cost; others ignore this.
    wanted = [max(1, round(side * scale)) for side in image.size]
    image.draft(None, (wanted[0], wanted[1]))
    image.load()
    facts = _read_exif(image)
    small = simplify(image)
    small.thumbnail((max_side, max_side), Image.Resampling.BICUBIC, reducing_gap=2.0)
    upright = to_srgb(small, profile)
    if facts.orientation > 1:
        upright = upright.transpose(_TURNS[facts.orientation])
    return upright, facts


def _decode_cut(data: bytes, max_side: int, error: Exception) -> tuple[Image.Image, _Facts]:
    """What is there of a JPEG whose end is missing, as after a broken download.

    Raises ``PhotoError`` (photo_damaged) for any other damage, and when too much is missing.
    """
    try:
        if not data.startswith(_JPEG):
            raise error
        # With an end, the decoder leaves what is missing grey.
        image, facts = _decode(Image.open(BytesIO(data + _END), formats=("JPEG",)), max_side)
    except Exception as failure:
        raise _damaged() from failure
    grey = np.abs(np.asarray(image, np.int16) - _MISSING).max(axis=2) <= _NEAR
    if grey.all(axis=1).mean() > _MOST_MISSING or grey.all(axis=0).mean() > _MOST_MISSING:
        raise _damaged() from error
    return image, replace(facts, is_cut=True)


def _read_exif(image: Image.Image) -> _Facts:
    try:
        exif = image.getexif()
        orientation = exif.get(ExifTags.Base.Orientation)
    except Exception:
        # Broken metadata is no reason to refuse a sound picture.
        return _Facts()
    return _Facts(orientation if orientation in _TURNS else 1, _taken_at(exif))


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


def _too_large() -> PhotoError:
    return PhotoError(
        "photo_too_large",
        f"The picture has more than {MAX_PIXELS // 1_000_000} million pixels.",
        "Reduce it in a picture editor.",
        limit=MAX_PIXELS,
    )


def _damaged() -> PhotoError:
    return PhotoError(
        "photo_damaged",
        "The picture is damaged or cut short.",
        "Copy or export it again from the original.",
    )
