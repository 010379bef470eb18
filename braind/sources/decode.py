"""Bytes of a picture to a ``Photo``, safely.

The header is judged before any pixel is decoded; what follows works on a copy that is reduced as
early as possible. Pure and safe to call from several threads.
"""

from __future__ import annotations

import hashlib
import threading
import warnings
from dataclasses import dataclass
from io import BytesIO
from types import TracebackType

import numpy as np
import pi_heif
from PIL import Image

from braind.domain import Photo, Pixels
from braind.errors import PhotoError
from braind.sources.cut import decode_cut, missing_bytes
from braind.sources.near import hash_picture
from braind.sources.upright import Facts, load, upright

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
_JPEG, _SCAN = b"\xff\xd8", b"\xff\xda"
# Photos have up to 14 scans, each over all pixels; more are fine as long as they cost little.
_FEW_SCANS, _MAX_SCANNED = 14, 1_500_000_000

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
class Picture:
    """A decoded picture, before it has a name: see ``Photo`` for the meaning of its parts."""

    pixels: Pixels
    size: tuple[int, int]
    near_hash: int
    taken_at: int
    is_cut: bool


def decode_photo(
    data: bytes,
    path: str,
    max_side: int = MAX_SIDE,
    page: int | None = None,
    content_hash: str | None = None,
) -> Photo:
    """Decode one picture in this process, see ``decode_picture``.

    ``path`` and ``page`` only name the photo. ``content_hash`` defaults to the SHA-256 hex of
    ``data``.
    """
    return name_photo(decode_picture(data, max_side), data, path, page, content_hash)


def name_photo(
    picture: Picture, data: bytes, path: str, page: int | None, content_hash: str | None
) -> Photo:
    """The photo that a picture is, whose bytes are ``data``."""
    return Photo(
        path=path,
        content_hash=content_hash or hashlib.sha256(data).hexdigest(),
        pixels=picture.pixels,
        size=picture.size,
        page=page,
        near_hash=picture.near_hash,
        taken_at=picture.taken_at,
        is_cut=picture.is_cut,
    )


def decode_picture(data: bytes, max_side: int = MAX_SIDE) -> Picture:
    """Decode one picture: JPEG, PNG, WebP, TIFF, BMP, GIF (first frame), HEIC or AVIF.

    The pixels are upright sRGB, uint8 (H, W, 3) in RGB order, contiguous, no side longer than
    ``max_side``; transparent parts are white. A picture whose last part is missing is read as far
    as it goes, and ``is_cut``.

    Raises ``PhotoError`` with code photo_empty, photo_unsupported, photo_damaged, photo_too_large,
    photo_too_small, photo_bomb or, when the memory does not suffice, photo_breaks_decoder.
    """
    with _silence:
        image = _open(data)
        size = image.size
        try:
            ready, facts = _decode(image, data, max_side)
        except MemoryError as error:
            raise breaks_decoder() from error
    return Picture(
        pixels=np.asarray(ready),
        size=(size[1], size[0]) if facts.orientation >= 5 else size,
        near_hash=hash_picture(ready),
        taken_at=facts.taken_at,
        is_cut=facts.is_cut,
    )


def check_photo(data: bytes) -> None:
    """Look at a picture's head only. Raises ``PhotoError`` for what ``decode_photo`` refuses."""
    with _silence:
        _open(data)


def _open(data: bytes) -> Image.Image:
    """The picture's head, judged; a picture that lacks its end may need one to be opened."""
    if not data:
        raise PhotoError("photo_empty", "The file is empty.", "Download or copy it again.")
    missing = missing_bytes(data)
    image = _read_head(data + bytes(missing) if missing else data)
    _check_work(data, image.size)
    return image


def _read_head(data: bytes) -> Image.Image:
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


def _decode(image: Image.Image, data: bytes, max_side: int) -> tuple[Image.Image, Facts]:
    profile = image.info.get("icc_profile")
    if missing_bytes(data):
        return _decode_cut(data, max_side)
    try:
        load(image, max_side)
        return upright(image, max_side, profile)
    except MemoryError:
        raise
    except Exception:
        # On hostile bytes decoders raise nearly anything, from OSError to IndexError.
        return _decode_cut(data, max_side)


def _decode_cut(data: bytes, max_side: int) -> tuple[Image.Image, Facts]:
    """What is left of a damaged picture. Raises ``PhotoError`` when that is too little."""
    try:
        return decode_cut(data, max_side, _FORMATS)
    except MemoryError:
        raise
    except Exception as error:
        raise _damaged() from error


def breaks_decoder() -> PhotoError:
    """The error for a file that ends the process that opens it, or takes all its memory."""
    return PhotoError(
        "photo_breaks_decoder",
        "Opening it broke the decoder, or took far more memory than a photo does.",
        "Save it anew in a picture editor if you trust it.",
    )


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
