"""Paths to files: folders are searched all the way down, in the order that people expect."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from braind.errors import PhotoError
from braind.events import PhotoFailed
from braind.sources.decode import PHOTO_SUFFIXES
from braind.sources.entries import failed
from braind.sources.names import is_junk, natural_key, readable, suffix_of
from braind.sources.refusals import unreadable

ARCHIVE_SUFFIX = ".zip"
DOCUMENT_SUFFIX = ".pdf"
SOURCE_SUFFIXES = PHOTO_SUFFIXES | {ARCHIVE_SUFFIX, DOCUMENT_SUFFIX}


def iter_files(paths: Iterable[Path]) -> Iterator[Path | PhotoFailed]:
    """Yield every file that may hold photos, lazily.

    A path to a file is yielded whatever its name. Within a folder only known endings count;
    hidden files, links in a circle, pipes and other special files are passed over in silence.
    Files and folders of one folder come in natural order of their names.
    """
    for path in paths:
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            yield failed(readable(path), _no_such_path(error))
            continue
        if stat.S_ISDIR(mode):
            yield from _walk(path)
        elif stat.S_ISREG(mode):
            yield path
        else:
            problem = PhotoError("photo_not_a_file", "This is neither a file nor a folder.")
            yield failed(readable(path), problem)


def _walk(root: Path) -> Iterator[Path | PhotoFailed]:
    seen: set[tuple[int, int]] = set()
    waiting = [(root, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        try:
            identity = path.stat()
            if (identity.st_dev, identity.st_ino) in seen:
                continue
            seen.add((identity.st_dev, identity.st_ino))
            waiting.extend(reversed(_children(path)))
        except OSError as error:
            yield failed(readable(path), unreadable(error))


def _children(folder: Path) -> list[tuple[Path, bool]]:
    """The files and folders worth a visit, in natural order, with "is it a folder?"."""
    with os.scandir(folder) as entries:
        kept = [entry for entry in entries if not is_junk(entry.name)]
    kept.sort(key=lambda entry: (natural_key(entry.name), entry.name))
    folders = ((folder / entry.name, entry, _is_folder(entry)) for entry in kept)
    return [
        (path, is_folder) for path, entry, is_folder in folders if is_folder or _is_source(entry)
    ]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_source(entry: os.DirEntry[str]) -> bool:
    try:
        return suffix_of(entry.name) in SOURCE_SUFFIXES and entry.is_file()
    except OSError:
        return False


def _no_such_path(error: OSError | ValueError) -> PhotoError:
    if isinstance(error, OSError) and not isinstance(error, FileNotFoundError | NotADirectoryError):
        return unreadable(error)
    return PhotoError(
        "photo_missing",
        "There is no such file or folder.",
        "Check the spelling, or whether it was moved.",
    )
