"""Files that a photo job must survive, each with what may become of it.

All are made here, from nothing. Names tell what is wrong with them.
"""

from __future__ import annotations

import os
import socket
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
from icc_profiles import opponent_profile, to_opponents
from PIL import ExifTags, Image, ImageCms

GOOD, BAD, EITHER, SILENT = "good", "bad", "either", "silent"
_KINDS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF")
_SUFFIXES = {"JPEG": "jpg"}
_ORIENTATIONS = range(1, 9)


def picture(width: int = 48, height: int = 72, mode: str = "RGB") -> Image.Image:
    """Blocks of noise; the corner says "a whole body" to the pipeline of the tests."""
    blocks = np.random.default_rng(width).integers(0, 256, (9, 6, 3), np.uint8)
    image = Image.fromarray(blocks).resize((width, height), Image.Resampling.NEAREST)
    image.putpixel((0, 0), (1, 0, 0))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as a file of this kind."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def pictures(cuts: int) -> Iterator[tuple[str, bytes, str]]:
    """Name, bytes and fate of single files; ``cuts`` truncations of every kind."""
    for kind in _KINDS:
        suffix = _SUFFIXES.get(kind, kind.lower())
        data = saved(picture(96, 144), kind)
        yield f"whole {kind}.{suffix}", data, GOOD
        yield f"{kind} called.jpg", data, GOOD
        for n in range(cuts):
            size = len(data) * n // cuts
            yield f"{kind} cut at {size}.{suffix}", data[:size], EITHER if n else BAD
        for n in range(cuts):
            place = len(data) * n // cuts
            yield f"{kind} zeros at {place}.{suffix}", _zeroed(data, place), EITHER
    yield from _modes()
    yield from _sizes()
    yield from _metadata()
    yield from _not_pictures()


def _zeroed(data: bytes, place: int) -> bytes:
    return data[:place] + bytes(len(data[place : place + 40])) + data[place + 40 :]


def _modes() -> Iterator[tuple[str, bytes, str]]:
    for mode in ("1", "L", "LA", "P", "RGBA", "I;16"):
        source = picture(mode="L" if mode.startswith("I") else "RGB")
        values = np.asarray(source, np.uint16) * 257
        image = Image.fromarray(values) if mode == "I;16" else source.convert(mode)
        yield f"mode {mode.replace(';', '-')}.png", saved(image, "PNG"), GOOD
    yield "cmyk.jpg", saved(picture(mode="CMYK"), "JPEG"), GOOD
    lab = ImageCms.profileToProfile(
        picture(), ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    yield "lab.tif", saved(lab, "TIFF"), GOOD
    frames = [picture(48 + n).resize((48, 72)) for n in range(4)]
    for kind in ("GIF", "WEBP", "PNG"):
        data = saved(frames[0], kind, save_all=True, append_images=frames[1:])
        yield f"animated.{kind.lower()}", data, GOOD


def _sizes() -> Iterator[tuple[str, bytes, str]]:
    for width, height in ((1, 1), (1, 20_000), (20_000, 1), (31, 31)):
        yield f"{width} x {height}.png", saved(Image.new("RGB", (width, height)), "PNG"), BAD
    yield "32 x 20000.png", saved(Image.new("RGB", (32, 20_000)), "PNG"), GOOD
    for side in (50_000, 2**31 - 1):
        yield f"bomb {side}.png", png_claiming(side, side), BAD
    yield "bomb 10900.png", png_claiming(10_900, 10_900), BAD
    layered = saved(Image.new("L", (4000, 4000), 90), "JPEG", progressive=True)
    layer = layered[layered.rindex(b"\xff\xda") : -2]
    yield "layers.jpg", layered[:-2] + 5000 * layer + layered[-2:], BAD


def png_claiming(width: int, height: int) -> bytes:
    """A PNG whose header claims a size that its few zeros do not fill."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(bytes(2**20))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body


def _metadata() -> Iterator[tuple[str, bytes, str]]:
    for orientation in _ORIENTATIONS:
        exif = Image.Exif()
        exif[ExifTags.Base.Orientation] = orientation
        yield f"turned {orientation}.jpg", saved(picture(), "JPEG", exif=exif), GOOD
    loop = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<HHHIII", 1, 0x8769, 4, 1, 8, 8)
    colours = {"icc_profile": opponent_profile(), "quality": 100, "subsampling": 0}
    yield "xyb.jpg", saved(to_opponents(picture()), "JPEG", **colours), GOOD
    yield "exif in a circle.jpg", saved(picture(), "JPEG", exif=loop), GOOD
    for n in range(8):
        junk = b"Exif\0\0" + np.random.default_rng(n).bytes(200)
        yield f"exif of noise {n}.jpg", saved(picture(), "JPEG", exif=junk), GOOD
        profile = np.random.default_rng(n).bytes(3000)
        yield f"colours of noise {n}.png", saved(picture(), "PNG", icc_profile=profile), GOOD


def _not_pictures() -> Iterator[tuple[str, bytes, str]]:
    for name, data in {
        "empty": b"",
        "text": b"not a photo\n" * 50,
        "page": b"<html><script>alert(1)</script></html>",
        "pickle": b"\x80\x04cos\nsystem\n(S'true'\ntR.",
        "program": b"MZ" + bytes(500),
        "zeros": bytes(4096),
        "only a head": b"\xff\xd8\xff\xe0",
    }.items():
        yield f"{name}.jpg", data, BAD


def names(folder: Path) -> dict[str, str]:
    """Sound photos under odd names; the names that this system takes."""
    long, korean = "긴" * 80 + ".png", "가나.png"
    odd = ["👗 look 🧥.png", long, "a'b\"c;--.png", "=1+1.png", "\u202egnp.png"]
    odd += [unicodedata.normalize(form, korean) for form in ("NFC", "NFD")]
    fates = {}
    data = saved(picture(), "PNG")
    for number, name in enumerate([*(n.encode() for n in odd), b"\xb0\xa1\xff.png"]):
        try:
            # Every file differs, as copies would be passed over.
            (folder / os.fsdecode(name)).write_bytes(data + bytes([number]))
        except OSError:
            continue
        fates[os.fsdecode(name)] = GOOD
    return fates


def special_files(folder: Path) -> dict[str, str]:
    """What is in a folder besides files; those that may be passed over are ``SILENT``."""
    (folder / "folder.jpg").mkdir()
    (folder / "loop.jpg").symlink_to(folder / "loop.jpg")
    (folder / "circle").symlink_to(folder, target_is_directory=True)
    (folder / "nowhere.jpg").symlink_to(folder / "none.jpg")
    os.mkfifo(folder / "pipe.jpg")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(os.path.relpath(folder / "plug.jpg"))
    with (folder / "sparse.jpg").open("wb") as file:
        file.truncate(8 * 2**30)
    return dict.fromkeys(("folder.jpg", "loop.jpg", "nowhere.jpg", "pipe.jpg", "plug.jpg"), SILENT)


def archives() -> Iterator[tuple[str, bytes, str]]:
    """Zip files; the fate is that of the one entry, or of the file as a whole."""
    data = saved(picture(), "PNG")
    yield "slip.zip", _zip([("../../../slip.png", data + b"1")]), GOOD
    yield "root.zip", _zip([("C:\\Windows\\root.png", data + b"2")]), GOOD
    inner = _zip([("a.png", data)])
    yield "nested.zip", _zip([("inner.zip", inner)]), BAD
    for _ in range(30):
        inner = _zip([("inner.zip", inner)])
    yield "nested deep.zip", inner, BAD
    yield "bomb.zip", _zip([("zeros.png", bytes(100 * 2**20))]), BAD
    link = zipfile.ZipInfo("link.png")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    yield "link.zip", _zip([(link, b"/etc/passwd")]), BAD
    folder = zipfile.ZipInfo("folder")
    folder.external_attr = (stat.S_IFLNK | 0o777) << 16
    yield "link to a folder.zip", _zip([(folder, b"/tmp"), ("folder/a.png", data + b"3")]), GOOD
    locked = bytearray(_zip([("locked.png", data)]))
    locked[6] |= 1
    locked[locked.index(b"PK\1\2") + 8] |= 1
    yield "locked.zip", bytes(locked), BAD
    whole = _zip([(f"{n}.png", saved(picture(64 + n), "PNG")) for n in range(3)])
    for size in range(0, len(whole), max(1, len(whole) // 12)):
        yield f"cut at {size}.zip", whole[:size], BAD


def _zip(entries: list[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


def documents(operators: int) -> Iterator[tuple[str, bytes, str]]:
    """PDF files; ``operators`` is how many drawing steps the longest page has."""
    image = picture(200, 300)
    shown = _stream(
        zlib.compress(image.tobytes()),
        b"/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8"
        b" /Filter /FlateDecode /Width 200 /Height 300",
    )
    show = b"q 200 0 0 300 0 0 cm /I Do Q "
    yield "sound.pdf", _pdf(_stream(show), shown), GOOD
    script = b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    yield "script.pdf", _pdf(_stream(show), shown, catalog=script), GOOD
    many = zlib.compress(show + b"0 0 m 9 9 l S " * operators)
    yield "steps.pdf", _pdf(_stream(many, b"/Filter /FlateDecode"), shown), EITHER
    many = zlib.compress(show * (operators // 20))
    yield "pictures.pdf", _pdf(_stream(many, b"/Filter /FlateDecode"), shown), EITHER
    zeros = zlib.compress(zlib.compress(bytes(2**28)))
    twice = _stream(zeros, b"/Filter [/FlateDecode /FlateDecode]")
    yield "zeros.pdf", _pdf(twice, shown), SILENT
    huge = shown.replace(b"/Width 200 /Height 300", b"/Width 60000 /Height 60000")
    yield "huge.pdf", _pdf(_stream(show), huge), BAD
    circle = _stream(show + b"/F Do", b"/Type /XObject /Subtype /Form /BBox [0 0 200 300]")
    yield "circle.pdf", _pdf(circle, shown), EITHER
    sound = _pdf(_stream(show), shown)
    for size in range(0, len(sound), max(1, len(sound) // 8)):
        yield f"cut at {size}.pdf", sound[:size], EITHER


def _stream(content: bytes, facts: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), facts, content)


def _pdf(drawing: bytes, image: bytes, catalog: bytes = b"") -> bytes:
    """One page of 200 x 300 points, whose resources are /I, the image, and /F, the drawing."""
    resources = b"/Resources << /XObject << /I 5 0 R /F 4 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R %s >>" % resources
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        drawing,
        image,
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\n" % table
    return body + tail + b"startxref\n%d\n%%%%EOF\n" % len(body)
