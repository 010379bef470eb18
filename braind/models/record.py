"""What is written down about an installed model: which bytes it had when it was accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from braind.models.atomic import read_json, write_json

RECORD = "installed.json"


class Basis(StrEnum):
    """Why the bytes of a file are taken for the right ones, best reason first."""

    PUBLISHED = "published"  # they have the hash that its makers published
    FIRST_USE = "first_use"  # none is published: they are those that were fetched first
    OWN = "own"  # the user put them there and vouches for them


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One accepted file; ``mtime_ns`` tells cheaply whether it was touched since."""

    sha256: str
    size: int
    mtime_ns: int
    basis: Basis

    def looks_untouched(self, path: Path) -> bool:
        """Whether size and time are those of the accepted file; False if it is gone."""
        try:
            found = path.stat()
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == (self.size, self.mtime_ns)


@dataclass(frozen=True, slots=True)
class Record:
    """An installed model's files by path; ``damaged`` names those that a check found changed."""

    files: Mapping[str, FileRecord]
    damaged: tuple[str, ...] = ()

    @property
    def basis(self) -> Basis:
        """The weakest of its files' reasons."""
        return max((file.basis for file in self.files.values()), key=list(Basis).index)


def read_record(home: Path) -> Record | None:
    """The record in a model's folder; None where there is none that can be read."""
    content = read_json(home / RECORD)
    try:
        files = {path: _file_record(found) for path, found in content["files"].items()}
        damaged = tuple(map(str, content.get("damaged", ())))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return Record(files, damaged) if files else None


def _file_record(found: Mapping[str, object]) -> FileRecord:
    size, time = int(str(found["size"])), int(str(found["mtime_ns"]))
    return FileRecord(str(found["sha256"]), size, time, Basis(str(found["basis"])))


def write_record(home: Path, record: Record) -> None:
    """Replace the record in a model's folder. Raises ``StoreError``."""
    write_json(home / RECORD, asdict(record))
