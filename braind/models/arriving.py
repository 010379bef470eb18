"""What a file has to pass before it is taken for a model's."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import IO, TypeVar, cast

from braind.errors import ModelError
from braind.events import Progress
from braind.models.formats import unusable
from braind.models.kinds import ModelFile, WeightFile
from braind.models.loadtest import Limits, try_loading
from braind.models.partfile import CHUNK, PartFile
from braind.models.places import inside
from braind.models.record import Basis, FileRecord, Record, write_record
from braind.models.steps import Step

_MOST_UNPACKED = 4_000_000_000
_T = TypeVar("_T")


def basis_of(file: WeightFile, sha256: str, md5: str) -> Basis:
    """Published bytes, the first ones where none are published, or somebody else's."""
    if not file.has_published_hash:
        return Basis.FIRST_USE
    matches = sha256 == file.sha256 if file.sha256 else md5 == file.md5
    return Basis.PUBLISHED if matches else Basis.OWN


def record_of(path: Path, sha256: str, basis: Basis) -> FileRecord:
    """The entry for a file that is accepted as it lies there."""
    found = path.stat()
    return FileRecord(sha256, found.st_size, found.st_mtime_ns, basis)


def hash_file(path: Path) -> Generator[Progress, None, tuple[str, str]]:
    """Read a file, a job; returns its SHA-256 and MD5 in hex. Raises ``ModelError``."""
    strong, weak = hashlib.sha256(), hashlib.md5(usedforsecurity=False)
    done = 0
    try:
        total = path.stat().st_size
        with path.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                strong.update(chunk)
                weak.update(chunk)
                done += len(chunk)
                yield Progress(done, total, Step.CHECK)
    except OSError as error:
        raise unusable(path, f"it cannot be read ({error.strerror}).") from error
    return strong.hexdigest(), weak.hexdigest()


def copy_into(source: IO[bytes], size: int, part: PartFile) -> Generator[Progress, None, None]:
    """Copy a stream of ``size`` bytes into a fresh part, a job. Raises ``ModelError``."""
    part.restart()
    while chunk := source.read(CHUNK):
        part.append(chunk)
        yield Progress(part.size, size, Step.COPY)


def unzip_into(archive: Path, part: PartFile) -> Iterator[Progress]:
    """Copy the only ONNX file of a zip, whatever its name is there. Raises ``ModelError``."""
    try:
        with zipfile.ZipFile(archive) as opened:
            nets = [one for one in opened.infolist() if one.filename.lower().endswith(".onnx")]
            if len(nets) != 1:
                raise unusable(archive, "it does not hold exactly one ONNX file.")
            if nets[0].file_size > _MOST_UNPACKED:
                raise unusable(archive, "what it holds is too big.")
            with opened.open(nets[0]) as source:
                yield from copy_into(source, nets[0].file_size, part)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise unusable(archive, f"it is no sound zip file ({error}).") from error


def land(part: PartFile, basis: Basis) -> FileRecord:
    """Give a whole file its place; the entry for it. Raises ``ModelError``."""
    part.land()
    return record_of(part.target, part.sha256, basis)


def counted(
    job: Generator[Progress, None, _T], done: int, total: int, expected: int | None = None
) -> Generator[Progress, None, _T]:
    """A file's job as a part of its model's, which is ``done`` of ``total`` bytes before it.

    ``expected`` is what the file takes of the total until its real size is known; None if the
    total is right.
    """
    try:
        while True:
            step = next(job)
            whole = total if expected is None else total - expected + (step.total or expected)
            yield Progress(done + step.done, max(whole, done + step.done), step.note)
    except StopIteration as end:
        return cast(_T, end.value)
    finally:
        job.close()


def accept(
    model: ModelFile, home: Path, files: Mapping[str, FileRecord], limits: Limits
) -> Iterator[Progress]:
    """Try to load a model's files, then write down that they are accepted, a job.

    A file that does not load is deleted, unless its makers published exactly these bytes: then a
    newer BRAIND may load it. Raises ``ModelError``: model_unusable.
    """
    total = sum(entry.size for entry in files.values())
    for path, entry in files.items():
        yield Progress(total, total, Step.TEST)
        try:
            for _ in try_loading(inside(home, path), limits):
                yield Progress(total, total, Step.TEST)
        except ModelError:
            if entry.basis is not Basis.PUBLISHED:
                inside(home, path).unlink(missing_ok=True)
            raise
    write_record(home, Record(files))
