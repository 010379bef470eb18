"""A file beside the library with arrays that the library can always give again, only slower.

A sidecar is never trusted. Its key names all that its arrays were made from, so that one that is
stale or belongs to another library, format or version has another key; what is cut off or damaged
fails its length or its checksum. What does not fit is as good as not there, and what cannot be
written is left out: nobody is told, as nothing is lost.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import time
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from braind import __version__
from braind.files import open_private, put_in_place

_MAGIC = b"BRNDSIDE"
_HEADER = struct.Struct("<8s32sQI12x")  # magic, key, rows, CRC-32 of the arrays; 64 bytes
_GIVEN_UP_S = 600
_BLOCK = 1 << 24

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One array of a sidecar: ``dtype`` as NumPy spells it, and the ``shape`` of one row."""

    name: str
    dtype: str
    shape: tuple[int, ...] = ()

    def bytes_of(self, rows: int) -> int:
        """How many bytes so many rows take."""
        return int(np.dtype((self.dtype, self.shape)).itemsize) * rows


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Arrays of equally many rows in the file at ``path``, one after the other.

    ``facts`` are all that decides the arrays; their ``repr`` must tell them apart. The columns and
    the version of this program belong to them by themselves. List columns of large numbers first,
    so that every array lies where its type wants it.
    """

    path: Path
    columns: tuple[Column, ...]

    def read(
        self, facts: object, most_rows: int, is_mapped: bool = False
    ) -> dict[str, Array] | None:
        """The arrays by name if the file has those of these facts, whole; or else None.

        A file of more than ``most_rows`` is not loaded, whatever it says of itself. With
        ``is_mapped`` the arrays stay in the file and are loaded when they are looked at: for those
        that are too large for memory. Nothing is said about the numbers in them.
        """
        try:
            if not stat.S_ISREG(self.path.lstat().st_mode):
                return None  # a pipe would have us wait for ever
            with self.path.open("rb") as file:
                return self._read(file, self._key(facts), most_rows, is_mapped)
        except (OSError, struct.error):
            return None

    def write(self, facts: object, rows: int, arrays: Mapping[str, Iterable[Array]]) -> None:
        """Put a file with these arrays, each given in one or more pieces, in its place.

        Of several writers at once the first wins, and the others do nothing. What giving a piece
        raises passes, and no file is left of it.
        """
        part = self.path.with_name(f".{self.path.name}.part")
        try:
            with open_private(part, "xb") as file:
                self._write(file, self._key(facts), rows, arrays)
            put_in_place(part, self.path)
        except FileExistsError:
            _clear_if_given_up(part)
        except OSError:  # also where Windows keeps a file in its place that somebody has mapped
            _remove(part)
        except BaseException:  # whoever gives the pieces cannot go on
            _remove(part)
            raise

    def _key(self, facts: object) -> bytes:
        return hashlib.sha256(repr((__version__, self.columns, facts)).encode()).digest()

    def _read(
        self, file: BinaryIO, key: bytes, most_rows: int, is_mapped: bool
    ) -> dict[str, Array] | None:
        magic, found, rows, checksum = _HEADER.unpack(file.read(_HEADER.size))
        size = sum(column.bytes_of(rows) for column in self.columns)
        fits = os.fstat(file.fileno()).st_size == _HEADER.size + size
        if (magic, found) != (_MAGIC, key) or not 0 < rows <= most_rows or not fits:
            return None
        content: Array
        if is_mapped:
            content = np.memmap(file, np.uint8, "r", _HEADER.size)
        else:
            content = np.fromfile(file, np.uint8)
        return self._split(content, rows) if _checksum(content) == checksum else None

    def _split(self, content: Array, rows: int) -> dict[str, Array]:
        arrays, start = dict[str, Array](), 0
        for column in self.columns:
            stop = start + column.bytes_of(rows)
            flat = content[start:stop].view(column.dtype)
            arrays[column.name] = flat.reshape(rows, *column.shape)
            start = stop
        return arrays

    def _write(
        self, file: BinaryIO, key: bytes, rows: int, arrays: Mapping[str, Iterable[Array]]
    ) -> None:
        file.seek(_HEADER.size)
        checksum = 0
        for column in self.columns:
            for piece in arrays[column.name]:
                content = np.ascontiguousarray(piece, column.dtype).reshape(-1).view(np.uint8).data
                checksum = zlib.crc32(content, checksum)
                file.write(content)
        file.seek(0)
        file.write(_HEADER.pack(_MAGIC, key, rows, checksum))


def _checksum(content: Array) -> int:
    """CRC-32, piece by piece: whatever is mapped need not be in memory at one time."""
    checksum = 0
    for start in range(0, len(content), _BLOCK):
        checksum = zlib.crc32(content[start : start + _BLOCK].data, checksum)
    return checksum


def _clear_if_given_up(part: Path) -> None:
    """Remove what a writer left that was killed; the next one then has the place."""
    with suppress(OSError):
        if abs(time.time() - part.stat().st_mtime) > _GIVEN_UP_S:
            part.unlink()


def _remove(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)
