"""Pictures that lost their end, as after a broken download: what is still there of them.

Each way raises nearly anything when nothing is to be had.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from itertools import islice

import numpy as np
from PIL import Image

from braind.sources.upright import MISSING, Facts, load, upright

_JPEG, _END = b"\xff\xd8", b"\xff\xd9"
_MOST_MISSING = 0.25  # share of the rows, or of the columns
_ENDS = (0x00, 0x55, 0x88, 0x20, 0xFF)  # bytes to try: no decoder stumbles over all of them
_NEAR = 3  # levels that compression moves the grey of missing pixels


class TooLittleLeftError(ValueError):
    """More is missing than may be, or one cannot tell what."""


def decode_cut(data: bytes, max_side: int, formats: tuple[str, ...]) -> tuple[Image.Image, Facts]:
    """The picture with its missing part grey.

    Raises ``TooLittleLeftError``, and whatever decoders raise.
    """
    if data.startswith(_JPEG):
        picture, facts = _jpeg(data, max_side)
    elif missing := missing_bytes(data):
        return _filled_up(data, missing, max_side, formats)
    else:
        picture, facts = _row_by_row(data, max_side, formats)
    return picture, replace(facts, is_cut=True)


def missing_bytes(data: bytes) -> int:
    """How many bytes WebP, AVIF and HEIC lack of what they say they have.

    0 for other kinds, and for those that lack more than there is of them.
    """
    if data.startswith(b"RIFF") and len(data) > 8:
        promised = 8 + int(struct.unpack_from("<I", data, 4)[0])
    elif data[4:8] == b"ftyp":
        promised = _end_of_boxes(data)
    else:
        return 0
    missing = promised - len(data)
    return missing if 0 < missing < len(data) else 0


def _end_of_boxes(data: bytes) -> int:
    place = 0
    while place + 8 <= len(data):
        size = int(struct.unpack_from(">I", data, place)[0])
        if size < 8:  # up to the end of the file, or of more than 4 GB
            break
        place += size
    return place


def _jpeg(data: bytes, max_side: int) -> tuple[Image.Image, Facts]:
    """With an end, the decoder leaves what is missing grey."""
    image = Image.open(BytesIO(data + _END), formats=("JPEG",))
    profile = image.info.get("icc_profile")
    load(image, max_side)
    picture, facts = upright(image, max_side, profile)
    grey = np.abs(np.asarray(picture, np.int16) - MISSING).max(axis=2) <= _NEAR
    if max(grey.all(axis=1).mean(), grey.all(axis=0).mean()) > _MOST_MISSING:
        raise TooLittleLeftError
    return picture, facts


def _row_by_row(data: bytes, max_side: int, formats: tuple[str, ...]) -> tuple[Image.Image, Facts]:
    """PNG, GIF and TIFF are decoded from above, BMP from below; rows after the damage are empty."""
    image = Image.open(BytesIO(data), formats=formats)
    profile = image.info.get("icc_profile")
    if _is_interlaced(image):
        raise TooLittleLeftError  # what is missing is strewn all over it
    try:
        image.load()
    except OSError:
        image.tile = []  # no more to decode: keep what there is  # type: ignore[attr-defined]
    _, top, _, bottom = image.getbbox(alpha_only=False) or (0, 0, 0, 0)
    rows = (top, image.height) if image.format in ("BMP", "DIB") else (0, bottom)
    return upright(image, max_side, profile, _kept(rows, image.height))


def _is_interlaced(image: Image.Image) -> bool:
    if image.format == "GIF":
        return bool(image.tile[0][3][1])  # type: ignore[attr-defined]
    return bool(image.info.get("interlace"))


def _filled_up(
    data: bytes, missing: int, max_side: int, formats: tuple[str, ...]
) -> tuple[Image.Image, Facts]:
    """WebP, AVIF and HEIC are decoded whole or not at all, so the end is filled with anything.

    Done twice, with different ends: rows that come out alike are those that the file still has.
    """
    tried = (_loaded(data + bytes([end]) * missing, formats) for end in _ENDS)
    one, other = islice((image for image in tried if image), 2)
    differs = np.asarray(one) != np.asarray(other)
    changed = differs.reshape(one.height, -1).any(axis=1).nonzero()[0]
    kept = _kept((0, int(changed[0]) if len(changed) else one.height), one.height)
    picture, facts = upright(one, max_side, one.info.get("icc_profile"), kept)
    return picture, replace(facts, is_cut=kept[1] < 1)  # not if only metadata are gone


def _loaded(data: bytes, formats: tuple[str, ...]) -> Image.Image | None:
    with suppress(OSError, ValueError, SyntaxError, RuntimeError):
        image = Image.open(BytesIO(data), formats=formats)
        image.load()
        return image
    return None


def _kept(rows: tuple[int, int], height: int) -> tuple[float, float]:
    """The rows, from one to before another, as shares of the height."""
    if rows[1] - rows[0] < (1 - _MOST_MISSING) * height:
        raise TooLittleLeftError
    return rows[0] / height, rows[1] / height
