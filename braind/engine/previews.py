"""Small pictures of files that nobody has read yet, as a window shows them before an import."""

from __future__ import annotations

from pathlib import Path

from braind.domain import Pixels
from braind.errors import PhotoError
from braind.sources import read_photo
from braind.sources.decoding.child import StoppedError
from braind.sources.decoding.pool import DecoderPool


class Previews:
    """Opens picture files as an engine does, in processes of its own; threads may share it."""

    def __init__(self, decoders: DecoderPool | None = None) -> None:
        self._decoders = decoders or DecoderPool()

    def small(self, path: Path, longest: int) -> Pixels | None:
        """The picture, upright, uint8 (H, W, 3) RGB with no side above ``longest``; None for
        what cannot be opened.
        """
        try:
            return read_photo(path, longest, self._decoders).pixels
        except (PhotoError, StoppedError):
            return None

    def close(self) -> None:
        """End the processes; a later picture starts others."""
        self._decoders.close()
