"""Whether the disk has room for a model."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from braind.errors import ModelError

FreeSpace = Callable[[Path], int]
_MARGIN = 1.2
_RESERVE = 200_000_000  # bytes
_MEGABYTE = 1_000_000


def free_space(folder: Path) -> int:
    """The free bytes of the disk that holds a folder, which need not exist yet."""
    existing = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    return shutil.disk_usage(existing).free


def check_room(folder: Path, size: int, free: FreeSpace = free_space) -> None:
    """Pass if ``size`` more bytes fit comfortably. Raises ``ModelError``: disk_full."""
    need, left = int(size * _MARGIN) + _RESERVE, free(folder)
    if left < need:
        raise ModelError(
            "disk_full",
            f"There is not enough disk space in “{folder}”: {_megabytes(need)} needed, "
            f"{_megabytes(left)} free.",
            "Make room, or move the models to another folder.",
            need=_megabytes(need),
            free=_megabytes(left),
            path=str(folder),
        )


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:,.0f} MB"
