"""Files that BRAIND writes for people: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from braind.errors import StoreError


def write_whole(path: Path, pieces: Iterable[bytes | memoryview]) -> None:
    """Write beside the file, then put it in its place; an older one stays until then.

    Folders are made if need be, and nothing half-written is left behind. Raises ``StoreError``
    (``file_not_written``).
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("wb") as file:
                file.writelines(pieces)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise not_written(path, error) from error


def not_written(path: Path, error: OSError) -> StoreError:
    """What to say when the system refuses to write a file or a folder."""
    return StoreError(
        "file_not_written",
        f"“{path}” cannot be written ({error.strerror}).",
        "Choose another folder, or ask for write permission.",
        path=str(path),
    )
