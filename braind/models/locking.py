"""One job at a time for each model, across windows and command lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from braind.errors import ModelError
from braind.files import open_private, private_folder
from braind.models.partfile import not_writable

LOCK_SUFFIX = ".lock"


@contextmanager
def only_job(folder: Path, model_id: str) -> Iterator[None]:
    """Hold a model's lock; the system lets go of it if this process dies.

    Raises ``ModelError``: model_busy, models_folder_unwritable.
    """
    path = folder / f".{model_id}{LOCK_SUFFIX}"
    try:
        file = open_private(private_folder(folder) / path.name, "ab")
    except OSError as error:
        raise not_writable(path, error) from error
    with file:
        try:
            _lock(file.fileno())
        except OSError as error:
            raise ModelError(
                "model_busy",
                f"The model {model_id!r} is being fetched or changed elsewhere.",
                "Wait until that is done, or stop it there.",
                model=model_id,
            ) from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
