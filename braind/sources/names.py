"""File names that people can read, and the order that people expect.

Names reach us as Unicode of either normal form (macOS decomposes Hangul), as bytes of an old
Korean code page (Windows zips), or broken. What is shown and stored is always NFC and can be
encoded; what is opened is always the untouched original.
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

_JUNK = frozenset({"__macosx", "thumbs.db", "desktop.ini", "$recycle.bin", "@eadir"})


def repair_name(raw: bytes) -> str:
    """Decode a name of unknown encoding: UTF-8, else Korean cp949, else the old zip default."""
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")


def readable(path: Path | str) -> str:
    """The path as it is shown and stored: NFC, and always possible to encode as UTF-8."""
    try:
        text = repair_name(os.fsencode(path))
    except UnicodeEncodeError:
        text = str(path).encode(errors="replace").decode()
    return unicodedata.normalize("NFC", text)


def natural_key(name: str) -> tuple[tuple[int, str], ...]:
    """Sort key that puts "look 2" before "look 10" and ignores case and normal form."""
    parts = re.split(r"([0-9]+)", readable(name).casefold())
    # Digits compare by length, then by text: the same as by value, for any number of digits.
    digits = (part.lstrip("0") if index % 2 else part for index, part in enumerate(parts))
    return tuple((len(p) if index % 2 else 0, p) for index, p in enumerate(digits))


def is_junk(name: str) -> bool:
    """True for hidden files and for what operating systems leave lying around."""
    return name.startswith(".") or name.casefold() in _JUNK


def suffix_of(name: str) -> str:
    """The file name's ending in small letters with its dot, or "" if it has none."""
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 (zip entries are names, not paths)
