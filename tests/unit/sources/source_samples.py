"""Pictures, archives and documents that the tests of ``braind.sources`` make up."""

from __future__ import annotations

import base64
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 60), (40, 60, 200), (240, 240, 240)

# The picture of ``four_corners()`` as HEIC; made for these tests, as no library here writes HEIC.
HEIC = base64.b64decode(
    """
AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA
AAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAABoQABAAAAAAAAAMkAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAA
AAABAABodmMxAAAAAA5waXRtAAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34
+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5
uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAA
AAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAA
AAAAAAEAAQWBAgMFhAAAANFtZGF0AAAAxSgBrwngIzhH/962H/zrGh8pbvFV35TeVvLEG7DU/9W2U+U9mNth4LmJ
/+W/BtkRKak/7tTppNV6bfZnn01l3QwKkVAKNUqSUeazYlEQAdCjE1eBc1CW/TCW93/VgIKV7asa1ZC3XeMjEslk
iNeZlN7WK18gH9l/yTbn3+wTzCmFGTvBkPVcPsjmjD30+8dvySVpUJSsCXEi50D0j1XDR9Bs6lQoBGc7Gm1XO4z3
usdawo9zGHm6vrXuSAPOYSXKBAq71lyz
"""
)


def four_corners(width=64, height=48):
    """Red and green above, white and blue below."""
    image = Image.new("RGB", (width, height), BLUE)
    half = (width // 2, height // 2)
    image.paste(RED, (0, 0, *half))
    image.paste(GREEN, (half[0], 0, width, half[1]))
    image.paste(WHITE, (0, half[1], half[0], height))
    return image


def encoded(image=None, kind="JPEG", **options):
    """The picture as a file's bytes."""
    file = BytesIO()
    (image or four_corners()).save(file, kind, **options)
    return file.getvalue()


def corners(pixels):
    """The colours near the corners: left top, right top, left bottom, right bottom."""
    height, width = pixels.shape[:2]
    y, x = height // 6, width // 6
    return [tuple(int(v) for v in pixels[r, c]) for r in (y, -y) for c in (x, -x)]


def close(seen, wanted, tolerance=6):
    """Whether all the colours agree, but for compression."""
    return np.abs(np.array(seen, int) - np.array(wanted, int)).max() <= tolerance


def png_header(width, height):
    """A PNG that claims a size and holds no such pixels."""

    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    tail = chunk(b"IDAT", zlib.compress(bytes(64))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + tail


def write_zip(path: Path, entries, method=zipfile.ZIP_DEFLATED):
    """A zip of (name or ZipInfo, bytes) pairs."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return path


def patch(path: Path, old: bytes, new: bytes):
    """Replace bytes of a file, which must hold them."""
    data = path.read_bytes()
    assert old in data and len(old) == len(new)
    path.write_bytes(data.replace(old, new))


def pdf(*objects: bytes) -> bytes:
    """A PDF of the given objects, numbered from 1; the first is the catalog."""
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, len(body))
    )


def stream(content: bytes, extra: bytes = b"") -> bytes:
    """A PDF stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def one_page_pdf(drawing: bytes, resources: bytes = b"", *more: bytes, page: bytes = b"") -> bytes:
    """A PDF with one page of 200 x 300 points; ``more`` objects are numbered from 5."""
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R %s"
        b"/Resources << %s >> >>" % (page, resources),
        stream(drawing),
        *more,
    )


def pdf_image(image: Image.Image) -> bytes:
    """An image object of a PDF."""
    size = b"/Width %d /Height %d" % image.size
    kind = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 "
    return stream(zlib.compress(image.tobytes()), kind + size + b" /Filter /FlateDecode")
