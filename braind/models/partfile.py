"""A file on its way: it has another name until all its bytes are there and right."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from braind.errors import ModelError
from braind.files import open_private, private_folder, put_in_place

CHUNK = 1 << 18
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class PartFile:
    """``NAME.part`` beside its target, hashed while it grows; ``tag`` is its server's ETag.

    What was written survives a cancelled job and a killed process, and is taken up again.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self.path = target.with_name(target.name + ".part")
        self._tag_path = target.with_name(target.name + ".part.tag")
        self.size = 0
        self.tag = ""

    def __enter__(self) -> Self:
        try:
            private_folder(self.path.parent)
            self._file = open_private(self.path, "r+b" if self.path.exists() else "w+b")
            self.tag = self._tag_path.read_text("ascii") if self._tag_path.exists() else ""
        except (OSError, ValueError) as error:
            raise not_writable(self.path, error) from error
        self._start_hashes()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def _start_hashes(self) -> None:
        self._hashes = {
            "sha256": hashlib.sha256(),
            "md5": hashlib.md5(usedforsecurity=False),
        }

    def take_up(self) -> Iterator[int]:
        """Hash what an earlier try left; yields how many bytes that are so far."""
        while chunk := self._file.read(CHUNK):
            self._count(chunk)
            yield self.size

    def restart(self, tag: str = "") -> None:
        """Throw away what is there. The bytes to come belong to ``tag``."""
        self._start_hashes()
        self.size = 0
        try:
            self._file.seek(0)
            self._file.truncate()
            with open_private(self._tag_path, "wb") as file:
                file.write(tag.encode("ascii", errors="ignore"))
        except OSError as error:
            raise not_writable(self.path, error) from error
        self.tag = tag

    def append(self, chunk: bytes) -> None:
        """Write the next bytes. Raises ``ModelError``: disk_filled, models_folder_unwritable."""
        try:
            self._file.write(chunk)
            self._file.flush()
        except OSError as error:
            raise not_writable(self.path, error) from error
        self._count(chunk)

    def _count(self, chunk: bytes) -> None:
        for one in self._hashes.values():
            one.update(chunk)
        self.size += len(chunk)

    @property
    def sha256(self) -> str:
        """The hash of the bytes so far, in hex."""
        return self._hashes["sha256"].hexdigest()

    @property
    def md5(self) -> str:
        """The older hash that some makers publish, in hex."""
        return self._hashes["md5"].hexdigest()

    def land(self) -> None:
        """Give the file its real name. Raises ``ModelError``."""
        self._file.close()
        try:
            put_in_place(self.path, self.target)
            self._tag_path.unlink(missing_ok=True)
        except OSError as error:
            raise not_writable(self.target, error) from error

    def discard(self) -> None:
        """Delete it."""
        self._file.close()
        self.path.unlink(missing_ok=True)
        self._tag_path.unlink(missing_ok=True)


def not_writable(path: Path, error: Exception) -> ModelError:
    """The sentence for a file that cannot be written."""
    if isinstance(error, OSError) and error.errno in _FULL:
        return ModelError(
            "disk_filled",
            f"There is not enough disk space left to write “{path.name}”.",
            "Make room or move the models to another folder, then try again: what has arrived "
            "is kept.",
            path=str(path),
        )
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return ModelError(
        "models_folder_unwritable",
        f"“{path}” cannot be written ({reason}).",
        "Choose another folder for the models, or ask for write permission.",
        path=str(path),
    )
