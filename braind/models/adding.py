"""Adding a model from files that the user has, without a network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from braind.errors import ModelError
from braind.events import Progress
from braind.models.arriving import accept, basis_of, copy_into, counted, hash_file, land, unzip_into
from braind.models.formats import PROGRAM_SUFFIXES, check_program, unusable
from braind.models.kinds import ModelFile, Origin, WeightFile
from braind.models.loadtest import Limits
from braind.models.locking import only_job
from braind.models.manifest import all_models, find_model
from braind.models.partfile import PartFile
from braind.models.places import inside
from braind.models.record import Basis, FileRecord, Record, read_record
from braind.models.space import FreeSpace, check_room, free_space
from braind.models.weights import bundled

_MOST_FILES = 5_000  # a folder with more is not one of a model
_WEIGHTS = frozenset({".onnx", ".safetensors", ".pt"})
Sources = Mapping[str, Path]  # a model's file by its path: what to copy there


def find_sources(
    paths: Sequence[Path], model_id: str = ""
) -> Generator[Progress, None, tuple[ModelFile, Sources]]:
    """Which model the files, or those in folders, belong to, a job.

    With an id, files are known by their names, and a single file of a single-file model by its
    suffix. Without, they are known by their published hashes. Raises ``ModelError``:
    model_unknown, model_unrecognised, model_bundled.
    """
    offered = {name: path for given in paths for name, path in _files_in(given)}
    if not model_id:
        model_id = yield from _recognise(list(offered.values()))
    model = find_model(model_id)
    if model.origin in (Origin.EMBEDDED, Origin.PACKAGE):
        raise bundled(model)
    found = _by_name(model, offered)
    if not found and len(model.files) == len(offered) == 1:
        only = next(iter(offered.values()))
        found = {file.path: only for file in model.files if _fits(file, only)}
    if not found:
        raise _unrecognised(paths, model)
    return model, found


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


def _files_in(given: Path) -> Iterator[tuple[str, Path]]:
    if not given.is_dir():
        yield given.name, given
        return
    for path in sorted(islice(given.rglob("*"), _MOST_FILES)):
        if path.is_file():
            yield path.relative_to(given).as_posix(), path


def _by_name(model: ModelFile, offered: Mapping[str, Path]) -> Sources:
    """The files of a model's paths, or of their last parts where these differ from each other.

    Makers' folders differ, names rarely.
    """
    found = {file.path: offered[file.path] for file in model.files if file.path in offered}
    wanted = Counter(_last(file.path) for file in model.files)
    for name, path in offered.items():
        for file in model.files:
            if _last(name) == _last(file.path) and wanted[_last(name)] == 1:
                found.setdefault(file.path, path)
    return found


def _last(name: str) -> str:
    return name.rsplit("/", 1)[-1]


def _fits(file: WeightFile, path: Path) -> bool:
    suffixes = {Path(file.path).suffix, *((".zip",) if file.unzip else ())}
    return path.suffix.lower() in suffixes


def _recognise(paths: Sequence[Path]) -> Generator[Progress, None, str]:
    published = {
        digest: model.id
        for model in all_models()
        for file in model.files
        for digest in (file.sha256, file.md5)
        if digest
    }
    for path in paths:
        if path.suffix.lower() not in _WEIGHTS:
            continue
        for digest in (yield from hash_file(path)):
            if digest in published:
                return published[digest]
    raise _unrecognised(paths)


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


def _unrecognised(paths: Sequence[Path], model: ModelFile | None = None) -> ModelError:
    names = ", ".join(path.name for path in paths)
    if model is None:
        hint = "Say which model it is: braind models add FILE --as ID"
    else:
        hint = f"It needs: {', '.join(file.path for file in model.files)}."
    return ModelError(
        "model_unrecognised", f"“{names}” is not known as a file of a model.", hint, paths=names
    )


def _unconfirmed(file: WeightFile, source: Path) -> ModelError:
    return ModelError(
        "model_unconfirmed",
        f"Nobody can tell whether “{source.name}” is what its makers published as “{file.path}”.",
        "If you trust where it comes from, say so (--trust).",
        path=str(source),
    )
