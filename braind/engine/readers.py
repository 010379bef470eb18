"""Who makes looks of an import's photos: this process (``ReadersHere``), or several others at once.

Decision: two threads share one interpreter, which a sixth of the time only one of them may use; two
processes do not. They cost a second's start and memory of their own, so only an import of many
photos is given to them (``reader_pool.ReaderPool``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from braind.domain import Photo
from braind.engine.reading import Lend, Reading, read_looks
from braind.errors import PhotoError
from braind.events import PhotoFailed
from braind.sources.decode import MAX_SIDE, name_photo
from braind.sources.decoding import Decoder
from braind.sources.decoding.pool import DecoderPool
from braind.sources.entries import failed, label_of


@dataclass(frozen=True, slots=True)
class Unopened:
    """A photo as the bytes that a source gave, whose SHA-256 or name of content is
    ``content_hash``.

    ``accept_partial`` keeps people who are not seen from head to feet.
    """

    path: str
    page: int | None
    data: bytes
    content_hash: str
    accept_partial: bool = False

    @property
    def label(self) -> str:
        """The path with the page, as ``SourceEntry.label``."""
        return label_of(self.path, self.page)


class Readers(Protocol):
    """Reads photos for several threads at once."""

    def read(self, photos: Sequence[Unopened]) -> list[Reading | PhotoFailed]:
        """What becomes of each photo, in order. Raises ``ModelError``."""
        ...

    def hurry(self) -> None:
        """Nobody wants what is being read any more; any thread may call this."""
        ...

    def close(self) -> None:
        """Give back what is held for reading."""
        ...


class ReadersHere:
    """Reads with the pipelines that ``lend`` lends; ``one_person`` leaves out photos of several."""

    def __init__(self, lend: Lend, decoder: DecoderPool, one_person: bool = False) -> None:
        self._lend, self._decoder, self._one_person = lend, decoder, one_person

    def read(self, photos: Sequence[Unopened]) -> list[Reading | PhotoFailed]:
        """See ``Readers``."""
        opened = [_open(photo, self._decoder) for photo in photos]
        found: dict[int, Reading | PhotoFailed] = {
            place: one for place, one in enumerate(opened) if isinstance(one, PhotoFailed)
        }
        for accepts in (False, True):
            chosen = {
                place: one
                for place, (photo, one) in enumerate(zip(photos, opened, strict=True))
                if isinstance(one, Photo) and photo.accept_partial is accepts
            }
            if chosen:
                read = read_looks(self._lend, list(chosen.values()), accepts, self._one_person)
                found |= zip(chosen, read, strict=True)
        return [found[place] for place in range(len(photos))]

    def hurry(self) -> None:
        """End what is being decoded."""
        self._decoder.close()

    def close(self) -> None:
        """Nothing: pipelines and decoder are the lender's."""


def _open(photo: Unopened, decoder: Decoder) -> Photo | PhotoFailed:
    try:
        picture = decoder.decode(photo.data, MAX_SIDE)
    except PhotoError as error:
        return failed(photo.label, error)
    return name_photo(picture, photo.data, photo.path, photo.page, photo.content_hash)
