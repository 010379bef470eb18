"""Files that commands write."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from braind.files import write_whole

if TYPE_CHECKING:
    from braind.domain import Photo, Pixels
    from braind.engine import PhotoReport


class Saver:
    """Writes what was cut out and seen into a folder, under names that never collide."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def save(self, report: PhotoReport) -> None:
        """Write the pictures of a photo with a person in it. Raises ``StoreError``."""
        cutout, seen = report.cutout(), report.seen()
        if report.analysis is None or cutout is None or seen is None:
            return
        stem = self._free_stem(report.analysis.photo)
        write_whole(self._folder / f"{stem}.cutout.png", [png(cutout)])
        write_whole(self._folder / f"{stem}.seen.png", [png(seen)])

    def _free_stem(self, photo: Photo) -> str:
        page = f"-{photo.page}" if photo.page else ""
        stem = Path(photo.path).stem + page
        names = [stem, *(f"{stem}-{number}" for number in range(2, len(self._used) + 3))]
        free = next(name for name in names if name.casefold() not in self._used)
        self._used.add(free.casefold())
        return free


def png(pixels: Pixels) -> bytes:
    """Pixels (H, W, 3 or 4) as a PNG file."""
    from PIL import Image

    file = BytesIO()
    Image.fromarray(pixels).save(file, "PNG", compress_level=1)
    return file.getvalue()
