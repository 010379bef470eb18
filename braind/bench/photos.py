"""Photos to measure with: your own, or drawn ones of the size of a web shop's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from PIL import Image

from braind.sources import SourceEntry, iter_entries

SIZE = 550, 830
_QUALITY = 88
# So many different drawings are repeated to any number of files.
_DRAWINGS = 24


def own_photos(folder: Path, count: int) -> list[Path]:
    """The first picture files of a folder."""
    entries = iter_entries([folder])
    files = (
        Path(e.path)
        for e in entries
        if isinstance(e, SourceEntry) and e.page is None and Path(e.path).is_file()
    )
    return list(islice(files, count))


def drawn_photos(folder: Path, count: int) -> list[Path]:
    """Write drawn looks as JPEG files, each with bytes of its own."""
    pictures = cycle(list(islice(_drawings(), min(count, _DRAWINGS))))
    paths = []
    for number, picture in zip(range(count), pictures, strict=False):
        path = folder / f"{number:05}.jpg"
        picture.save(path, "JPEG", quality=_QUALITY, comment=str(number))
        paths.append(path)
    return paths


def _drawings() -> Iterator[Image.Image]:
    """Looks of all sample brands in turn, so that a few of them are varied already."""
    from braind.sample.brands import SAMPLE_BRANDS, sample_looks
    from braind.sample.draw import draw_look

    looks = zip(*(sample_looks(brand) for brand in SAMPLE_BRANDS), strict=False)
    for spec in (spec for row in looks for spec in row):
        yield Image.fromarray(draw_look(spec).pixels).resize(SIZE, Image.Resampling.LANCZOS)
