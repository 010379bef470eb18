"""Thumbnails: drawn anew on their way out, and looked at closely on their way in.

A picture of a pack is a WebP file of one lossy frame and nothing else: no room for EXIF, XMP, a
colour profile, an animation or a comment.
"""

from __future__ import annotations

import struct
from io import BytesIO

import numpy as np
from PIL import Image

from braind.packs.problems import invalid
from braind.stages.look import THUMBNAIL_QUALITY, THUMBNAIL_SIZE

MAX_BYTES = 64 * 2**10

# RIFF, size, WEBP, chunk, its size; then the frame (RFC 6386): tag, start code, width, height.
_HEADER = struct.Struct("<4sI4s4sI3s3sHH")
_CONTAINER, _START_CODE, _SIDE_BITS = 20, b"\x9d\x01\x2a", 0x3FFF


def redraw(webp: bytes) -> bytes:
    """The picture of a thumbnail without anything else that its file held; empty if unreadable."""
    try:
        with Image.open(BytesIO(webp), formats=("WEBP",)) as image:
            image.thumbnail(THUMBNAIL_SIZE, Image.Resampling.BOX)
            pixels = np.array(image.convert("RGB"))
    except Exception:
        # Whatever a decoder raises: a pack without this picture is still a pack.
        return b""
    out = BytesIO()
    Image.fromarray(pixels).save(out, "WEBP", quality=THUMBNAIL_QUALITY, method=2)
    return out.getvalue()


def check_picture(webp: bytes) -> bytes:
    """The same bytes, if they are a small picture and nothing else. Raises ``PackError``."""
    # Judged before a decoder sees it: some make room for all that a header promises.
    if not _is_plain(webp):
        raise invalid("a thumbnail of another kind")
    try:
        with Image.open(BytesIO(webp), formats=("WEBP",)) as image:
            image.load()
    except Exception as error:
        # On hostile bytes decoders raise nearly anything.
        raise invalid("a thumbnail that cannot be decoded") from error
    return webp


def _is_plain(webp: bytes) -> bool:
    if not _HEADER.size <= len(webp) <= MAX_BYTES:
        return False
    riff, size, webp_mark, chunk, chunk_size, _, start, width, height = _HEADER.unpack_from(webp)
    is_framed = (riff, webp_mark, chunk, start) == (b"RIFF", b"WEBP", b"VP8 ", _START_CODE)
    is_whole = size == len(webp) - 8 and chunk_size + chunk_size % 2 == len(webp) - _CONTAINER
    sides = width & _SIDE_BITS, height & _SIDE_BITS
    return (
        is_framed
        and is_whole
        and all(0 < s <= m for s, m in zip(sides, THUMBNAIL_SIZE, strict=True))
    )
