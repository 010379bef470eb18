"""Photos that are kept beside the library, for whoever's originals may go away.

Decision: a copy has the name of its original in a folder of its brand, with a number when another
photo has that name. Nothing is ever overwritten; a copy that is there already is used again, so an
import can be taken up. A document is kept whole, a photo from an archive as a file of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import count
from pathlib import Path
from shutil import copyfileobj
from typing import IO

from braind.engine.naming import file_name
from braind.errors import PhotoError
from braind.files import open_private, private_folder
from braind.sources import SourceEntry
from braind.sources.names import readable
from braind.sources.refusals import unreadable


def copies_folder(library: Path) -> Path:
    """Where the copies of a library's photos lie: beside its file."""
    return library.absolute().with_name(f"{library.stem} photos")


@dataclass(slots=True)
class PhotoKeeper:
    """Copies photos into ``home``; ``known`` tells where those are that were kept before."""

    home: Path
    known: Mapping[str, str] = field(default_factory=dict)
    _kept: dict[tuple[Path, str], Path] = field(default_factory=dict)

    def keep(self, entry: SourceEntry, brand: str) -> SourceEntry:
        """The entry in its new place. Raises ``PhotoError``, photo_not_copied among others."""
        original = entry.original
        if original is None:
            data = BytesIO(entry.read())
            return self._placed(entry, self._write(data, entry.path.rsplit("/", 1)[-1], brand))
        if original.absolute().is_relative_to(self.home):
            return entry
        if (original, brand) not in self._kept:
            try:
                stream = original.open("rb")
            except OSError as error:
                raise unreadable(error) from error
            with stream:
                self._kept[original, brand] = self._write(stream, original.name, brand)
        return self._placed(entry, self._kept[original, brand])

    def place_of(self, entry: SourceEntry, content_hash: str) -> SourceEntry:
        """The entry where it was kept before, if it was."""
        path = self.known.get(content_hash, "")
        return replace(entry, path=path) if path.startswith(readable(self.home)) else entry

    def _placed(self, entry: SourceEntry, target: Path) -> SourceEntry:
        return replace(entry, path=readable(target))

    def _write(self, source: IO[bytes], name: str, brand: str) -> Path:
        """Write under a name that is free, or find the same bytes under it."""
        folder, path = self.home / file_name(brand), Path(file_name(readable(name)))
        try:
            private_folder(private_folder(self.home) / folder.name)
            for number in count(1):
                target = folder / (
                    path.name if number == 1 else f"{path.stem} ({number}){path.suffix}"
                )
                if not target.exists():
                    _copy(source, target)
                    return target
                if _same_bytes(source, target):
                    return target
        except OSError as error:
            raise _not_copied(folder, error) from error
        raise AssertionError  # numbers do not end


def _copy(source: IO[bytes], target: Path) -> None:
    """Write all of it, or nothing. Raises ``OSError``, also when the file is there by now."""
    source.seek(0)
    with open_private(target, "xb") as file:
        try:
            copyfileobj(source, file)
        except BaseException:
            file.close()
            target.unlink()
            raise


def _same_bytes(source: IO[bytes], target: Path) -> bool:
    if source.seek(0, 2) != target.stat().st_size:
        return False
    source.seek(0)
    with target.open("rb") as file:
        return _digest(source) == _digest(file)


def _digest(stream: IO[bytes]) -> bytes:
    digest = hashlib.sha256()
    while piece := stream.read(2**20):
        digest.update(piece)
    return digest.digest()


def _not_copied(folder: Path, error: OSError) -> PhotoError:
    return PhotoError(
        "photo_not_copied",
        f"It cannot be copied into “{folder}” ({error.strerror or error}).",
        "Make room on that disk, or use the photos where they are.",
    )
