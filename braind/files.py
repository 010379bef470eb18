"""Files that BRAIND writes for people: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, cast

from braind.errors import StoreError

_OWNER_ONLY, _OWNERS_FILE = 0o700, 0o600


def write_whole(path: Path, pieces: Iterable[bytes | memoryview], *, private: bool = False) -> None:
    """Write beside the file, then put it in its place; an older one stays until then.

    Folders are made if need be, and nothing half-written is left behind, not even by a power cut.
    What BRAIND keeps for itself is ``private``; what people ask for is as open as their system
    makes files. Raises ``StoreError`` (``file_not_written``).
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if private:
            private_folder(path.parent)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with open_private(part, "wb") if private else part.open("wb") as file:
                file.writelines(pieces)
            put_in_place(part, path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise not_written(path, error) from error


def put_in_place(part: Path, target: Path) -> None:
    """Give a written file its name, after its bytes have reached the disk. Raises ``OSError``."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    if os.name != "nt":  # where a folder cannot be opened, the system keeps the order itself
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def private_folder(folder: Path) -> Path:
    """Make a folder of BRAIND's own that no other user of the system can look into.

    One that is there already keeps its mode. Raises ``OSError``.
    """
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=_OWNER_ONLY, exist_ok=True)
    return folder


def open_private(path: Path, mode: str) -> BinaryIO:
    """Open a file of BRAIND's own; a new one is for nobody else to read. Raises ``OSError``."""

    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, _OWNERS_FILE)

    return cast(BinaryIO, open(path, mode, opener=opener))


def not_written(path: Path, error: OSError) -> StoreError:
    """What to say when the system refuses to write a file or a folder."""
    return StoreError(
        "file_not_written",
        f"“{path}” cannot be written ({error.strerror}).",
        "Choose another folder, or ask for write permission.",
        path=str(path),
    )
