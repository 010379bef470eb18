"""A photo full of secrets: no face, place, name, comment or path of it gets out in any file.

Every byte that is exported is looked at: packed members, streams of documents and pictures within
pages are unpacked first.
"""

from __future__ import annotations

import base64
import logging
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from braind.domain import Region
from braind.engine import Engine
from braind.errors import BraindError
from braind.sample.brands import SAMPLE_BRANDS, sample_looks
from braind.sample.draw import draw_look

SECRET = "CANARY"
PLACE = (37.5665, 126.978)
MAGENTA = np.array([255, 0, 255])
_WEBP_OR_PNG = re.compile(rb"data:image/(?:png|webp|jpeg);base64,([A-Za-z0-9+/=]+)")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_METADATA = (b"Exif", b"EXIF", b"GPS", b"http://ns.adobe.com", b"XMP ")


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = f"{SECRET} artist"
    exif[ExifTags.Base.ImageDescription] = f"{SECRET} description"
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitude], place[ExifTags.GPS.GPSLongitude] = PLACE
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = f"{SECRET} user".encode()
    return exif


def _write_looks(folder: Path, brand: int) -> None:
    """Drawn looks whose faces are magenta, with secrets in every place that a file has."""
    for number, spec in enumerate(sample_looks(SAMPLE_BRANDS[brand])[:4]):
        drawn = draw_look(spec, oversample=2)
        pixels, face = drawn.pixels.copy(), drawn.regions == Region.FACE
        pixels[face] = (pixels[face] + MAGENTA) // 2
        image = Image.fromarray(pixels)
        path = folder / f"{SECRET} {brand} {number}"
        if number % 2:
            image.save(path.with_suffix(".jpg"), quality=92, exif=_exif(), comment=SECRET)
        else:
            texts = PngInfo()
            texts.add_text("Author", f"{SECRET} author")
            image.save(path.with_suffix(".png"), exif=_exif(), pnginfo=texts)


def _magenta(pixels: np.ndarray) -> int:
    red, green, blue = np.moveaxis(pixels.astype(int), -1, 0)
    return int(((red - green > 60) & (blue - green > 60)).sum())


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one file of everything that BRAIND writes for others."""
    secrets = tmp_path_factory.mktemp(f"{SECRET}-home")
    for brand in range(2):
        (secrets / f"brand {brand}").mkdir()
        _write_looks(secrets / f"brand {brand}", brand)
    out = tmp_path_factory.mktemp("out")
    with Engine(secrets / "library.braind") as engine:
        for brand in range(2):
            list(engine.import_photos([secrets / f"brand {brand}"], f"Brand {brand}"))
        _export(engine, next(secrets.rglob("*.jpg")), out)
    return out


def _export(engine: Engine, photo: Path, out: Path) -> None:
    assert [brand.looks for brand in engine.brands()] == [4, 4]
    list(engine.make_pack(["Brand 0", "Brand 1"], out / "brands.braindpack", owner="Me"))
    report = engine.brand_report("Brand 0")
    for suffix in ("html", "pdf", "png", "csv", "json"):
        engine.write_report(report, out / f"report.{suffix}")
    # A match's page calls the photo by its name, but does not tell where it is.
    match = engine.match(Path(shutil.copy(photo, photo.with_name("me.jpg"))))
    (out / "match.html").write_text(engine.match_page(match), encoding="utf-8")
    ids = [look.id for look in engine.library.looks()]
    for look_id, picture in engine.thumbnails(ids).items():
        (out / f"thumbnail {look_id}.webp").write_bytes(picture)
    log = _log_of_failures(photo)
    engine.write_diagnostics(out / "diagnostics.zip", engine.diagnostics(log))


def _log_of_failures(photo: Path) -> str:
    """A log as the window keeps it, after things went wrong with the photo."""
    try:
        with Engine(photo / "no library") as engine:
            engine.brands()
    except BraindError as error:
        record = logging.LogRecord("braind", 40, "x", 1, "job failed: %s", (error,), None)
        return logging.Formatter("%(levelname)s %(message)s").format(record)
    raise AssertionError("that should have failed")


def _pieces(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file and everything that is packed in it."""
    yield name, data
    if data[:2] == b"PK":
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from _pieces(f"{name}/{member}", archive.read(member))
    for number, packed in enumerate(_STREAM.findall(data)):
        try:
            yield f"{name} stream {number}", zlib.decompress(packed)
        except zlib.error:
            continue
    for number, picture in enumerate(_WEBP_OR_PNG.findall(data)):
        yield from _pieces(f"{name} picture {number}", base64.b64decode(picture))


def _pictures(data: bytes) -> Iterator[np.ndarray]:
    """All pictures that begin somewhere in the bytes."""
    for start in re.finditer(rb"RIFF....WEBP|\x89PNG\r\n|\xff\xd8\xff", data, re.DOTALL):
        with suppress(OSError):  # packed bytes may look like the beginning of a picture
            yield np.asarray(Image.open(BytesIO(data[start.start() :])).convert("RGB"))


def test_the_secrets_are_in_the_photos(tmp_path: Path) -> None:
    _write_looks(tmp_path, 0)
    for photo in tmp_path.iterdir():
        assert SECRET.encode() in photo.read_bytes()
        with Image.open(photo) as image:
            assert image.getexif().get_ifd(ExifTags.IFD.GPSInfo)
            assert _magenta(np.asarray(image.convert("RGB"))) > 500


def test_no_secret_is_in_any_exported_byte(exported: Path) -> None:
    pieces = [p for f in sorted(exported.iterdir()) for p in _pieces(f.name, f.read_bytes())]
    assert len(list(exported.iterdir())) >= 15 and len(pieces) > 40
    words = [
        SECRET.encode(),
        SECRET.encode("utf-16-le"),
        SECRET.lower().encode(),
    ]
    found = {
        (name, data[max(0, data.index(word) - 40) :][:90])
        for name, data in pieces
        for word in words
        if word in data
    }
    assert found == set()


def test_no_picture_that_gets_out_has_a_face_or_metadata(exported: Path) -> None:
    seen = 0
    for file in exported.iterdir():
        for name, data in _pieces(file.name, file.read_bytes()):
            for picture in _pictures(data):
                seen += 1
                assert _magenta(picture) == 0, name
            if data[:4] == b"RIFF" or data[:4] == b"\x89PNG":
                assert not any(word in data for word in _METADATA), name
    assert seen > 16
