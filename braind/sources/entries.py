"""``SourceEntry``: a photo that a source holds, known by name before it is read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from braind.domain import Photo
from braind.errors import BraindError, PhotoError
from braind.events import PhotoFailed
from braind.sources.decode import MAX_SIDE, decode_photo
from braind.sources.names import readable

MAX_BYTES = 512 * 2**20


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One photo of a source, cheap to list, count, pass to a worker and pickle.

    ``path`` is what is shown and stored: a file's path, ``<zip path>/<entry>`` for a photo in an
    archive, or a document's path with the ``page`` that counts from 1. Nothing is kept open: every
    ``read`` opens its source anew, so entries may be read in any order and from any thread.

    ``read()`` gives the bytes of one picture (a page is rendered for it) and raises
    ``PhotoError``. ``original`` is the file that holds the photo, a picture or a whole document;
    None when it lies in an archive. ``known_hash`` is set where the name of the content is cheaper
    than the content.
    """

    path: str
    read: Callable[[], bytes]
    page: int | None = None
    known_hash: str | None = None
    original: Path | None = None

    @property
    def label(self) -> str:
        """The path with the page, for messages: ``lookbook.pdf#12``."""
        return self.path if self.page is None else f"{self.path}#{self.page}"

    def content_hash(self) -> str:
        """SHA-256 hex of the bytes, or of the document's bytes and the page number.

        Decodes nothing. Equals ``Photo.content_hash``. Raises ``PhotoError`` if it cannot be read.
        """
        return self.known_hash or hashlib.sha256(self.read()).hexdigest()

    def load(self, max_side: int = MAX_SIDE) -> Photo:
        """Read and decode, as ``decode_photo`` does; raises ``PhotoError``."""
        return decode_photo(self.read(), self.path, max_side, self.page, self.known_hash)


def file_entry(path: Path) -> SourceEntry:
    """The entry of a picture file."""
    return SourceEntry(readable(path), partial(read_file, path), original=path)


def read_file(path: Path) -> bytes:
    """All bytes of a file; raises ``PhotoError`` photo_unreadable or photo_too_large."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise too_heavy()
        return path.read_bytes()
    except OSError as error:
        raise unreadable(error) from error


def unreadable(error: OSError) -> PhotoError:
    """The error for a file or folder that the system does not let us read."""
    return PhotoError(
        "photo_unreadable",
        f"It cannot be read ({error.strerror or error}).",
        "Check that the drive is connected and that you may open the file.",
    )


def too_heavy() -> PhotoError:
    """The error for more bytes than any photo has."""
    return PhotoError(
        "photo_too_large",
        f"The file is bigger than {MAX_BYTES // 2**20} MB.",
        "Reduce it in a picture editor.",
        limit=MAX_BYTES,
    )


def failed(path: str, error: BraindError) -> PhotoFailed:
    """The event that tells of an expected failure."""
    return PhotoFailed(path, error.code, str(error))
