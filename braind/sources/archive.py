"""Zip archives, read in memory and never unpacked to disk.

The standard library lists the archive. The members are read by us, straight from their offset: no
handle stays open between listing and reading, threads share nothing, and a member can never give
more bytes than its header promised, so the limits that are checked on the listing hold.
"""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from braind.errors import PhotoError
from braind.events import PhotoFailed
from braind.sources.decode import PHOTO_SUFFIXES
from braind.sources.decoding import HERE, Decoder
from braind.sources.entries import SourceEntry, failed
from braind.sources.names import is_junk, natural_key, readable, repair_name, suffix_of
from braind.sources.refusals import MAX_BYTES, too_heavy, unreadable

MAX_ENTRIES = 5_000
MAX_UNPACKED = 4 * 2**30
MAX_RATIO = 200

_NESTED_SUFFIXES = frozenset({".zip", ".7z", ".rar", ".pdf"})
_ENCRYPTED, _NAME_IS_UTF8 = 0x1, 0x800
_LOCAL_HEADER = struct.Struct("<4s22xHH")


def iter_archive(path: Path, decoder: Decoder = HERE) -> Iterator[SourceEntry | PhotoFailed]:
    """Yield the photos of a zip archive in natural order of their names.

    A photo's path is ``<zip path>/<entry>``. Whatever is not a photo is passed over; a photo, or a
    nested archive, that cannot be used is a ``PhotoFailed``; so is the archive as a whole.
    """
    shown = readable(path)
    try:
        members = _list_members(path)
    except PhotoError as error:
        yield failed(shown, error)
        return
    for name, member in members:
        problem = _refusal(name, member)
        if problem:
            yield failed(f"{shown}/{name}", problem)
        else:
            read = partial(_unpack, path, member)
            yield SourceEntry(f"{shown}/{name}", read, decoder=decoder)


def _list_members(path: Path) -> list[tuple[str, ZipInfo]]:
    try:
        with zipfile.ZipFile(path) as archive:
            found = archive.infolist()
        packed_size = path.stat().st_size
    except OSError as error:
        raise unreadable(error) from error
    except Exception as error:
        # zipfile lets struct, codec and arithmetic errors of hostile headers through.
        raise _damaged() from error
    if len(found) > MAX_ENTRIES:
        raise _too_big(f"The archive has more than {MAX_ENTRIES:,} entries.")
    members = [(name, member) for member in found if _is_wanted(name := _clean_name(member))]
    if sum(member.file_size for _, member in members) > MAX_UNPACKED:
        raise _too_big(f"The archive holds more than {MAX_UNPACKED // 2**30} GB of photos.")
    if sum(member.compress_size for member in found) > packed_size:
        raise _damaged()  # Members that overlap: a known way to build a bomb.
    return sorted(members, key=lambda pair: [natural_key(part) for part in pair[0].split("/")])


def _clean_name(member: ZipInfo) -> str:
    """The member's name: decoded, NFC, and without drive, root or parent folders."""
    name = member.filename
    if not member.flag_bits & _NAME_IS_UTF8:
        name = repair_name(name.encode("cp437"))
    parts = name.replace("\\", "/").split("/")
    return readable("/".join(p for p in parts if not re.fullmatch(r"\.{0,2}|[A-Za-z]:", p)))


def _is_wanted(name: str) -> bool:
    return suffix_of(name) in PHOTO_SUFFIXES | _NESTED_SUFFIXES and not any(
        is_junk(part) for part in name.split("/")
    )


def _refusal(name: str, member: ZipInfo) -> PhotoError | None:
    """Why a member must not be read, as far as the listing tells."""
    unpack = "Unpack the archive and add the folder."
    if suffix_of(name) in _NESTED_SUFFIXES:
        return PhotoError("archive_nested", "Archives within archives are not opened.", unpack)
    if member.flag_bits & _ENCRYPTED:
        return PhotoError("archive_encrypted", "The entry is protected by a password.", unpack)
    if stat.S_ISLNK(member.external_attr >> 16):
        return PhotoError("archive_link", "The entry is a link, not a photo.", unpack)
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return PhotoError("archive_method", "The entry is packed in a rare way.", unpack)
    if member.header_offset < 0:
        return _damaged()
    if member.file_size > MAX_RATIO * member.compress_size:
        return _bomb()
    return too_heavy() if member.file_size > MAX_BYTES else None


def _unpack(path: Path, member: ZipInfo) -> bytes:
    """The member's bytes, never more than its header promises."""
    try:
        with path.open("rb") as file:
            file.seek(member.header_offset)
            magic, name_size, extra_size = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
            file.seek(name_size + extra_size, 1)
            data = file.read(member.compress_size)
        if member.compress_type == ZIP_DEFLATED:
            data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, member.file_size + 1)
    except OSError as error:
        raise unreadable(error) from error
    except (struct.error, zlib.error) as error:
        raise _damaged() from error
    if len(data) > member.file_size:
        raise _bomb()
    if magic != b"PK\3\4" or len(data) < member.file_size or zlib.crc32(data) != member.CRC:
        raise _damaged()
    return data


def _damaged() -> PhotoError:
    return PhotoError(
        "archive_damaged", "The archive is damaged or cut short.", "Download or pack it again."
    )


def _too_big(what: str) -> PhotoError:
    return PhotoError("archive_too_big", what, "Unpack it and add the folder.")


def _bomb() -> PhotoError:
    return PhotoError(
        "archive_bomb",
        "The entry unpacks to far more than a photo would.",
        "Add the photo itself if you trust it.",
    )
