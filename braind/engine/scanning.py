"""What an import would find, told before it runs: nothing is read but heads and hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from braind.domain import Outcome
from braind.engine.holdings import Holdings
from braind.engine.keeping import copies_folder
from braind.engine.naming import brand_of
from braind.engine.workers import map_in_order
from braind.errors import PhotoError
from braind.events import PhotoFailed
from braind.models.space import free_space
from braind.sources import SourceEntry, iter_entries


@dataclass(frozen=True, slots=True)
class FoundPhoto:
    """A photo that an import would take up, or would not.

    ``label`` is what the import's events call its path; ``folder`` is the brand that it would get
    with a brand a folder. ``outcome`` is ADDED for a new photo, DUPLICATE for known bytes, FAILED
    with the ``reason``'s code for what cannot be read. A copy of the photo would be a file of
    ``size`` bytes; photos with one ``kept_in`` share it, as pages of a document do.
    """

    label: str
    folder: str
    outcome: Outcome
    reason: str = ""
    kept_in: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class _Listed:
    entry: SourceEntry | PhotoFailed
    source: Path


class ScanCalls(Holdings):
    """The part of an engine that looks before an import."""

    def scan(self, sources: Sequence[Path], workers: int = 2) -> Generator[FoundPhoto, None, None]:
        """Every photo of the sources, a job; of equal bytes, all but the first are duplicates.

        Raises ``StoreError`` and ``ModelError``.
        """
        known = self.library.photo_hashes(self.recipe)
        listed = (
            _Listed(entry, source)
            for source in sources
            for entry in iter_entries([source], self._decoders)
        )
        for found, content_hash in map_in_order(
            _look_at_all, listed, workers, self._decoders.close
        ):
            if content_hash and content_hash in known:
                yield replace(found, outcome=Outcome.DUPLICATE)
            else:
                known.add(content_hash)
                yield found

    def room_for_copies(self) -> int:
        """The free bytes where copies of photos would go."""
        return free_space(copies_folder(Path(self._path or "")).parent)

    def holds_one_photo(self, source: Path) -> bool:
        """True for an archive or document with just one photo, which can be matched as it is."""
        return len(list(islice(iter_entries([source], self._decoders), 2))) == 1


def _look_at_all(listed: Sequence[_Listed]) -> list[tuple[FoundPhoto, str]]:
    """Some photos with the hashes of their bytes. Runs in a worker thread."""
    return [_look_at(one.entry, one.source) for one in listed]


def _look_at(entry: SourceEntry | PhotoFailed, source: Path) -> tuple[FoundPhoto, str]:
    if isinstance(entry, PhotoFailed):
        return FoundPhoto(entry.path, "", Outcome.FAILED, entry.code), ""
    found = FoundPhoto(entry.label, brand_of(entry, source), Outcome.ADDED, kept_in=entry.path)
    if entry.known_hash:  # a page: rendering it would cost as much as reading it
        return replace(found, size=_size_of(entry.original)), entry.known_hash
    try:
        data = entry.read()
        entry.check(data)
    except PhotoError as error:
        return replace(found, outcome=Outcome.FAILED, reason=error.code), ""
    return replace(found, size=len(data)), hashlib.sha256(data).hexdigest()


def _size_of(file: Path | None) -> int:
    with suppress(OSError):
        return file.stat().st_size if file else 0
    return 0
