"""PDF lookbooks: one photo a page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from braind.errors import PhotoError
from braind.events import PhotoFailed
from braind.sources.decoding import HERE, Decoder
from braind.sources.entries import SourceEntry, failed
from braind.sources.names import readable


def iter_document(path: Path, decoder: Decoder = HERE) -> Iterator[SourceEntry | PhotoFailed]:
    """Yield the pages of a PDF that show pictures; an unusable PDF is a ``PhotoFailed``."""
    shown = readable(path)
    try:
        pages = decoder.list_pages(path)
    except PhotoError as error:
        yield failed(shown, error)
        return
    for page, content_hash in pages:
        draw = partial(decoder.draw_page, path, page)
        yield SourceEntry(shown, draw, page, content_hash, path, decoder)
