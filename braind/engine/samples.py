"""The drawn sample: a job that fills a library, and a photo to try it with."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path

from braind.domain import Photo
from braind.events import Event, ImportFinished, Progress
from braind.files import not_written

PHOTO_NAME = "drawn sample.png"


def import_drawn(
    read: Callable[[Sequence[Path], str], Iterator[Event]], folder: Path
) -> Generator[Event, None, None]:
    """Draw the sample's brands into ``folder`` and ``read`` them, one brand after another.

    ``read`` imports photos as one brand. The events are those of one import; when the job is
    closed, the brands before are complete. Raises ``StoreError`` and ``ModelError``.
    """
    from braind.sample.brands import SAMPLE_BRANDS, write_brand

    total = sum(len(recipe.outfits) for recipe in SAMPLE_BRANDS)
    done, counts = 0, [0] * len(astuple(ImportFinished(0, 0, 0, 0)))
    yield Progress(0, total)
    for recipe in SAMPLE_BRANDS:
        files: list[Path] = []
        for file in _writable(write_brand(recipe, folder), folder):
            files.append(file)
            yield Progress(done, total, str(file))
        for event in read(files, recipe.name):
            if isinstance(event, ImportFinished):
                counts = [a + b for a, b in zip(counts, astuple(event), strict=True)]
            elif isinstance(event, Progress):
                yield Progress(done + event.done, total, event.note)
            else:
                yield event
        done += len(files)
    yield ImportFinished(*counts)


def drawn_photo() -> Photo:
    """A drawn look that no brand of the sample has."""
    from braind.sample.brands import sample_photo
    from braind.sample.draw import draw_look

    pixels = draw_look(sample_photo()).pixels
    height, width = pixels.shape[:2]
    return Photo(PHOTO_NAME, sha256(pixels.tobytes()).hexdigest(), pixels, (width, height))


def _writable(files: Iterator[Path], folder: Path) -> Iterator[Path]:
    try:
        yield from files
    except OSError as error:
        raise not_written(folder, error) from error
