"""Adding a model from files that the user has, without a network."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from braind.errors import ModelError
from braind.events import Progress
from braind.models.arriving import accept, basis_of, copy_into, counted, land, unzip_into
from braind.models.formats import PROGRAM_SUFFIXES, check_program, unusable
from braind.models.kinds import ModelFile, WeightFile
from braind.models.loadtest import Limits
from braind.models.locking import only_job
from braind.models.partfile import PartFile
from braind.models.places import inside
from braind.models.recognising import Sources
from braind.models.record import Basis, FileRecord, Record, read_record
from braind.models.space import FreeSpace, check_room, free_space


def add_model(
    model: ModelFile,
    folder: Path,
    sources: Sources,
    limits: Limits,
    *,
    trust: bool = False,
    free: FreeSpace = free_space,
) -> Iterator[Progress]:
    """Copy a model's files into ``folder``, a job that counts bytes; the originals stay.

    Bytes that were not published are taken only with ``trust``, after the user was warned. Raises
    ``ModelError``: model_unconfirmed, model_program_refused, model_unusable, disk_full,
    model_busy.
    """
    sizes = {path: _size_of(source) for path, source in sources.items()}
    check_room(folder, sum(sizes.values()), free)
    with only_job(folder, model.id):
        yield from _add_all(model, folder / model.id, sources, sizes, limits, trust)


def _add_all(
    model: ModelFile,
    home: Path,
    sources: Sources,
    sizes: Mapping[str, int],
    limits: Limits,
    trust: bool,
) -> Iterator[Progress]:
    old = read_record(home)
    files = _sound(old, home)
    done = 0
    for file in model.files:
        if file.path in sources:
            job = _copy(file, sources[file.path], inside(home, file.path), trust)
            files[file.path] = yield from counted(job, done, sum(sizes.values()))
            done += sizes[file.path]
    yield from accept(model, home, files, limits)


def _sound(record: Record | None, home: Path) -> dict[str, FileRecord]:
    """What was accepted before and is still there."""
    entries = record.files.items() if record else ()
    damaged = record.damaged if record else ()
    return {p: e for p, e in entries if p not in damaged and inside(home, p).is_file()}


def _copy(
    file: WeightFile, source: Path, target: Path, trust: bool
) -> Generator[Progress, None, FileRecord]:
    if Path(file.path).suffix in PROGRAM_SUFFIXES:
        check_program(source, (file.sha256,), warned=trust)
    with PartFile(target) as part:
        if source.suffix.lower() == ".zip" and file.unzip:
            yield from unzip_into(source, part)
        else:
            with _opened(source) as stream:
                yield from copy_into(stream, _size_of(source), part)
        basis = basis_of(file, part.sha256, part.md5) if file.has_published_hash else Basis.OWN
        if basis is Basis.OWN and not trust:
            part.discard()
            raise _unconfirmed(file, source)
        return land(part, basis)


def _opened(source: Path) -> BinaryIO:
    try:
        return source.open("rb")
    except OSError as error:
        raise unusable(source, f"it cannot be read ({error.strerror}).") from error


def _size_of(source: Path) -> int:
    try:
        return source.stat().st_size
    except OSError as error:
        raise unusable(source, f"it cannot be read ({error.strerror}).") from error


def _unconfirmed(file: WeightFile, source: Path) -> ModelError:
    return ModelError(
        "model_unconfirmed",
        f"Nobody can tell whether “{source.name}” is what its makers published as “{file.path}”.",
        "If you trust where it comes from, say so (--trust).",
        path=str(source),
    )
