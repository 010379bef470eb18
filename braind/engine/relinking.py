"""Finding photos again that were moved or renamed: by their bytes, never by their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from braind.engine.holdings import Holdings
from braind.engine.shelf import is_there
from braind.errors import PhotoError
from braind.events import Progress
from braind.sources import SourceEntry, iter_entries

_BATCH = 50


@dataclass(frozen=True, slots=True)
class Relinked:
    """The end of a search for moved photos: how many were found, how many are still missing."""

    found: int
    missing: int


class RelinkCalls(Holdings):
    """The part of an engine that mends paths. Runs no model."""

    def relink(self, folder: Path) -> Iterator[Progress | Relinked]:
        """Look for the library's missing photos in a folder and all below it, a job.

        Files are recognised by their content hash, so a changed name does not matter, and a
        changed picture is another picture. Stops reading once nothing is missing.
        """
        missing = self._missing_hashes()
        found_there = iter_entries([folder], self._decoders)
        entries = [one for one in found_there if isinstance(one, SourceEntry)]
        found = 0
        for done, entry in enumerate(entries):
            if not missing:
                break
            if done % _BATCH == 0:
                yield Progress(done, len(entries), entry.path)
            content = _hash_of(entry)
            if content in missing:
                self.library.move_photo(content, entry.path)
                missing.remove(content)
                found += 1
        yield Progress(len(entries), len(entries))
        yield Relinked(found, len(missing))

    def _missing_hashes(self) -> set[str]:
        """The content hashes of the photos that are not where they were."""
        paths = {look.photo_hash: look.path for look in self.library.looks()}
        return {content for content, path in paths.items() if not is_there(path)}


def _hash_of(entry: SourceEntry) -> str:
    try:
        return entry.content_hash()
    except PhotoError:
        return ""
