"""Who opens pictures and documents: this process (``HERE``), or others (``pool.DecoderPool``).

Decision: native decoders meet whatever lies in people's folders. One that crashes, hangs or takes
all memory must cost a photo, not the job; so the engine lets other processes meet it, which can be
killed. Our own tools, whose photos we know, do without.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from braind.sources.decode import Picture, check_photo, decode_picture
from braind.sources.pages import draw_page, list_pages


class Decoder(Protocol):
    """Opens what is not trusted. All methods raise ``PhotoError``."""

    def decode(self, data: bytes, max_side: int) -> Picture:
        """The picture of a file's bytes; see ``decode_picture``."""
        ...

    def check(self, data: bytes) -> None:
        """Judge a picture by its head."""
        ...

    def list_pages(self, path: Path) -> list[tuple[int, str]]:
        """Numbers, from 1, and content hashes of a document's pages that show pictures."""
        ...

    def draw_page(self, path: Path, number: int) -> bytes:
        """A page of a document as the bytes of a BMP file."""
        ...


class DirectDecoder:
    """Opens everything in this process."""

    def decode(self, data: bytes, max_side: int) -> Picture:
        """See ``Decoder``."""
        return decode_picture(data, max_side)

    def check(self, data: bytes) -> None:
        """See ``Decoder``."""
        check_photo(data)

    def list_pages(self, path: Path) -> list[tuple[int, str]]:
        """See ``Decoder``."""
        return list_pages(path)

    def draw_page(self, path: Path, number: int) -> bytes:
        """See ``Decoder``."""
        return draw_page(path, number)


HERE = DirectDecoder()
