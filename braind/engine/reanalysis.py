"""Reading the library's photos again, with the models that are in use now.

What other models read is kept: whoever goes back to them has it at once, and a photo that cannot be
read any more loses nothing. Only looks that the same recipe read are ever compared.
"""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from pathlib import Path

from braind.engine.holdings import Holdings
from braind.engine.importing import ImportJob
from braind.engine.tasks import Task
from braind.engine.workers import WORKERS
from braind.errors import PhotoError
from braind.events import Event, PhotoFailed, Progress
from braind.sources import SourceEntry, iter_entries
from braind.sources.decoding import Decoder
from braind.sources.entries import failed
from braind.store.stale import StalePhoto

_STEP = 200
_Places = dict[tuple[str, int | None], SourceEntry]


class ReanalysisCalls(Holdings):
    """The part of an engine that brings a library up to date with its models."""

    def reanalyze(
        self, brand: str | None = None, workers: int = WORKERS
    ) -> Generator[Event, None, None]:
        """Read the photos, of one brand or of all, that the models in use have not read, a job.

        A job that was closed or failed is taken up by calling again. Photos that are not where
        they were, and those that were replaced by others, are ``PhotoFailed`` and stay as they
        were read before. Raises ``StoreError`` and ``ModelError``.
        """
        library, recipe = self.library, self.recipe
        brand_id = library.brand(brand).id if brand is not None else None
        stale = library.stale_photos(recipe, brand_id)
        job = ImportJob(
            library,
            _scan(stale, self._decoders),
            recipe,
            self._load_words(),
            partial(self._readers, workers),
            None,
            self._side_by_side(workers),
        )
        try:
            yield from job.run()
        finally:
            self.refresh()


def _scan(stale: list[StalePhoto], decoder: Decoder) -> Generator[Event, None, list[Task]]:
    """Find every photo where it was."""
    tasks: list[Task] = []
    sources: dict[Path, _Places] = {}
    for photo in stale:
        entry = _entry_of(photo, sources, decoder)
        tasks.append(Task(photo.brand, entry, photo.lookbook, photo.photo_hash, photo.is_partial))
        if len(tasks) % _STEP == 0:
            yield Progress(0, len(stale))
    yield Progress(0, len(stale))
    return tasks


def _entry_of(
    photo: StalePhoto, sources: dict[Path, _Places], decoder: Decoder
) -> SourceEntry | PhotoFailed:
    """The photo in its file, archive or document; these are listed once each."""
    if photo.from_pack:
        return failed(photo.brand, _in_pack())
    path = Path(photo.path)
    source = next((place for place in (path, *path.parents) if place.is_file()), None)
    if source is None:
        return failed(photo.path, _moved())
    if source not in sources:
        listed = iter_entries([source], decoder)
        sources[source] = {
            (entry.path, entry.page): entry for entry in listed if isinstance(entry, SourceEntry)
        }
    return sources[source].get((photo.path, photo.page)) or failed(photo.path, _moved())


def _moved() -> PhotoError:
    return PhotoError(
        "photo_moved",
        "The photo is not where it was, so it was left as it was read before.",
        "Put it back, or name the folder where it is now.",
    )


def _in_pack() -> PhotoError:
    return PhotoError(
        "photo_in_pack",
        "A look came in a pack without its photo, so it was left as it was read there.",
        "Ask the pack's owner for one that was made with these models.",
    )
