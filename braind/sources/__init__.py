"""Files, folders, zip archives and PDF lookbooks in; photos out.

``iter_entries`` lists what there is to read, cheaply and in a fixed order: count it, hash it, skip
what is known. ``open_sources`` reads it. Neither ever raises for a bad photo.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from braind.domain import Photo
from braind.errors import PhotoError
from braind.events import PhotoFailed
from braind.sources.archive import iter_archive
from braind.sources.decode import MAX_SIDE, PHOTO_SUFFIXES, check_photo, decode_photo
from braind.sources.decoding import HERE, Decoder
from braind.sources.document import iter_document
from braind.sources.entries import SourceEntry, failed, file_entry
from braind.sources.names import suffix_of
from braind.sources.walk import ARCHIVE_SUFFIX, DOCUMENT_SUFFIX, SOURCE_SUFFIXES, iter_files

__all__ = [
    "MAX_SIDE",
    "PHOTO_SUFFIXES",
    "SOURCE_SUFFIXES",
    "SourceEntry",
    "check_photo",
    "count",
    "decode_photo",
    "iter_entries",
    "open_sources",
    "read_photo",
]


def iter_entries(
    paths: Iterable[Path], decoder: Decoder = HERE
) -> Iterator[SourceEntry | PhotoFailed]:
    """List the photos of files, folders, archives and documents, without decoding any.

    ``decoder`` opens documents now and photos later; the engine's is a process of its own.

    Lazy and in a fixed order: that of ``paths``, then natural order of names, then pages. A path,
    an archive or a document that cannot be listed is a ``PhotoFailed`` in its place.
    """
    for found in iter_files(paths):
        if isinstance(found, PhotoFailed):
            yield found
        elif suffix_of(found.name) == ARCHIVE_SUFFIX:
            yield from iter_archive(found, decoder)
        elif suffix_of(found.name) == DOCUMENT_SUFFIX:
            yield from iter_document(found, decoder)
        else:
            yield file_entry(found, decoder)


def open_sources(
    paths: Iterable[Path], max_side: int = MAX_SIDE, decoder: Decoder = HERE
) -> Iterator[Photo | PhotoFailed]:
    """Read and decode the entries one after another, lazily; see ``decode_picture``."""
    for entry in iter_entries(paths, decoder):
        if isinstance(entry, PhotoFailed):
            yield entry
            continue
        try:
            yield entry.load(max_side)
        except PhotoError as error:
            yield failed(entry.label, error)


def count(paths: Iterable[Path], decoder: Decoder = HERE) -> int:
    """How many entries there are, unreadable ones included; decodes nothing."""
    return sum(1 for _ in iter_entries(paths, decoder))


def read_photo(path: Path, max_side: int = MAX_SIDE, decoder: Decoder = HERE) -> Photo:
    """Read and decode one picture file; raises ``PhotoError``."""
    return file_entry(path, decoder).load(max_side)
