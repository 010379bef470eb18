"""``SourceEntry``: a photo that a source holds, known by name before it is read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from braind.domain import Photo
from braind.errors import BraindError
from braind.events import PhotoFailed
from braind.sources.decode import MAX_SIDE, name_photo
from braind.sources.decoding import HERE, Decoder
from braind.sources.names import readable
from braind.sources.refusals import MAX_BYTES, too_heavy, unreadable


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One photo of a source, cheap to list, count, pass to a worker and pickle.

    ``path`` is what is shown and stored: a file's path, ``<zip path>/<entry>`` for a photo in an
    archive, or a document's path with the ``page`` that counts from 1. Nothing is kept open: every
    ``read`` opens its source anew, so entries may be read in any order and from any thread.

    ``read()`` gives the bytes of one picture (a page is rendered for it) and raises
    ``PhotoError``. ``original`` is the file that holds the photo, a picture or a whole document;
    None when it lies in an archive. ``known_hash`` is set where the name of the content is cheaper
    than the content. ``decoder`` is who opens the bytes.
    """

    path: str
    read: Callable[[], bytes]
    page: int | None = None
    known_hash: str | None = None
    original: Path | None = None
    decoder: Decoder = HERE

    @property
    def label(self) -> str:
        """The path with the page, for messages: ``lookbook.pdf#12``."""
        return label_of(self.path, self.page)

    def content_hash(self) -> str:
        """SHA-256 hex of the bytes, or of the document's bytes and the page number.

        Decodes nothing. Equals ``Photo.content_hash``. Raises ``PhotoError`` if it cannot be read.
        """
        return self.known_hash or hashlib.sha256(self.read()).hexdigest()

    def load(self, max_side: int = MAX_SIDE) -> Photo:
        """Read and decode, as ``decode_picture`` does; raises ``PhotoError``."""
        return self.decode(self.read(), self.known_hash, max_side)

    def decode(
        self, data: bytes, content_hash: str | None = None, max_side: int = MAX_SIDE
    ) -> Photo:
        """The photo of bytes that were read already; raises ``PhotoError``."""
        picture = self.decoder.decode(data, max_side)
        return name_photo(picture, data, self.path, self.page, content_hash)

    def check(self, data: bytes) -> None:
        """Judge bytes that were read by their head. Raises ``PhotoError``."""
        self.decoder.check(data)


def label_of(path: str, page: int | None) -> str:
    """A path with the page that is meant of it."""
    return path if page is None else f"{path}#{page}"


def file_entry(path: Path, decoder: Decoder = HERE) -> SourceEntry:
    """The entry of a picture file."""
    return SourceEntry(readable(path), partial(read_file, path), original=path, decoder=decoder)


def read_file(path: Path) -> bytes:
    """All bytes of a file; raises ``PhotoError`` photo_unreadable or photo_too_large."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise too_heavy()
        return path.read_bytes()
    except OSError as error:
        raise unreadable(error) from error


def failed(path: str, error: BraindError) -> PhotoFailed:
    """The event that tells of an expected failure."""
    return PhotoFailed(path, error.code, str(error))
