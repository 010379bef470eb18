"""The container: a ZIP file that can be written in one way only.

Decision: entries are stored, not compressed. Nothing can then unpack to more than the file's own
length, and equal contents are equal bytes whatever compressor is installed; pictures, which are
most of a pack, would not shrink anyway. A reader takes the entries from their headers and then
asks every byte between and behind them to be the one that it would have written itself. That
leaves no room for comments, extra fields, paths, links, times, encryption, a second entry of one
name, or a directory that tells another story than the headers.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Mapping

from braind.errors import PackError
from braind.packs.problems import damaged

MAX_ENTRIES = 8

_NAME = re.compile(rb"[a-z]{1,16}\.[a-z]{1,8}")
_LOCAL, _CENTRAL, _END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
# Magic, version, flags, method, time, date, CRC, packed and plain size, length of name and extra.
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_CENTRAL_HEADER = struct.Struct("<4s6H3L5H2L")
_END_RECORD = struct.Struct("<4s4H2LH")
_VERSION = 20
_FIRST_DATE = 1 << 5 | 1  # 1980-01-01, where ZIP's calendar begins

Entries = Mapping[str, bytes | memoryview]


def join_entries(entries: Entries) -> Iterator[bytes | memoryview]:
    """The container's bytes, piece by piece; names are short lower-case words with a suffix."""
    directory: list[bytes] = []
    position = 0
    for name, body in entries.items():
        facts = (_FIRST_DATE, zlib.crc32(body), len(body), len(body), len(name), 0)
        header = _LOCAL_HEADER.pack(_LOCAL, _VERSION, 0, 0, 0, *facts) + name.encode("ascii")
        listed = _CENTRAL_HEADER.pack(
            _CENTRAL, _VERSION, _VERSION, 0, 0, 0, *facts, 0, 0, 0, 0, position
        )
        directory.append(listed + name.encode("ascii"))
        yield header
        yield body
        position += len(header) + len(body)
    listing = b"".join(directory)
    count = len(directory)
    yield listing
    yield _END_RECORD.pack(_END, 0, 0, count, count, len(listing), position, 0)


def split_entries(data: bytes) -> dict[str, memoryview]:
    """The entries of a container in their order, as views of ``data``. Raises ``PackError``."""
    if not data.startswith(_LOCAL):
        raise PackError(
            "pack_foreign", "The file is not a brand pack.", "Choose a .braindpack file."
        )
    whole = memoryview(data)
    entries: dict[str, memoryview] = {}
    position = 0
    while data.startswith(_LOCAL, position) and len(entries) < MAX_ENTRIES:
        name, start, position = _entry_at(whole, position)
        entries[name] = whole[start:position]
    _check_frame(whole, entries)
    return entries


def _entry_at(whole: memoryview, position: int) -> tuple[str, int, int]:
    """Name, start and end of the entry whose header is at ``position``."""
    name_at = position + _LOCAL_HEADER.size
    if name_at > len(whole):
        raise damaged()
    *_, size, name_size, _ = _LOCAL_HEADER.unpack_from(whole, position)
    start = name_at + name_size
    name = bytes(whole[name_at:start])
    if start + size > len(whole) or not _NAME.fullmatch(name):
        raise damaged()
    return name.decode("ascii"), start, start + size


def _check_frame(whole: memoryview, entries: Entries) -> None:
    position = 0
    for piece in join_entries(entries):
        if whole[position : position + len(piece)] != piece:
            raise damaged()
        position += len(piece)
    if position != len(whole):
        raise damaged()
