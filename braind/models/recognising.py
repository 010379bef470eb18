"""Which model some files belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from braind.errors import ModelError
from braind.events import Progress
from braind.models.arriving import hash_file
from braind.models.formats import PROGRAM_SUFFIXES
from braind.models.kinds import ModelFile, Origin, WeightFile
from braind.models.manifest import all_models, find_model
from braind.models.weights import bundled

_MOST_FILES = 5_000  # a folder with more is not one of a model
_HASHED = ".onnx"  # the only kind whose hashes are published
_COMMON = "model"  # how the weights of many models are called
Sources = Mapping[str, Path]  # a model's file by its path: what to copy there


def find_sources(
    paths: Sequence[Path], model_id: str = ""
) -> Generator[Progress, None, tuple[ModelFile, Sources]]:
    """Which model the files, or those in folders, belong to, a job.

    With an id, files are known by their names, and a single file of a single-file model by its
    suffix. Without, a model is known by a published hash, or by names that only it has. Raises
    ``ModelError``: model_unknown, model_unrecognised, model_bundled.
    """
    offered = {name: path for given in paths for name, path in _files_in(given)}
    if not model_id:
        model_id = (yield from _by_hash(offered.values())) or _by_names(offered)
    if not model_id:
        raise _unrecognised(paths)
    model = find_model(model_id)
    if model.origin in (Origin.EMBEDDED, Origin.PACKAGE):
        raise bundled(model)
    found = _match(model, offered)
    if not found and len(model.files) == len(offered) == 1:
        only = next(iter(offered.values()))
        found = {file.path: only for file in model.files if _fits(file, only)}
    if not found:
        raise _unrecognised(paths, model)
    return model, found


def _files_in(given: Path) -> Iterator[tuple[str, Path]]:
    if not given.is_dir():
        yield given.name, given
        return
    for path in sorted(islice(given.rglob("*"), _MOST_FILES)):
        if path.is_file():
            yield path.relative_to(given).as_posix(), path


def _by_hash(paths: Iterable[Path]) -> Generator[Progress, None, str]:
    published = {
        digest: model.id
        for model in all_models()
        for file in model.files
        for digest in (file.sha256, file.md5)
        if digest
    }
    for path in paths:
        if path.suffix.lower() == _HASHED:
            for digest in (yield from hash_file(path)):
                if digest in published:
                    return published[digest]
    return ""


def _by_names(offered: Mapping[str, Path]) -> str:
    """The only model all of whose files are there by name; or the one that takes programs."""
    whole = [model.id for model in all_models() if _is_whole(model, offered)]
    if not whole and len(offered) == 1:
        (only,) = offered.values()
        suffix = only.suffix.lower()
        whole = [
            model.id
            for model in all_models()
            if suffix in PROGRAM_SUFFIXES and len(model.files) == 1 and _fits(model.files[0], only)
        ]
    return whole[0] if len(whole) == 1 else ""


def _is_whole(model: ModelFile, offered: Mapping[str, Path]) -> bool:
    if model.origin not in (Origin.DOWNLOAD, Origin.USER):
        return False
    found = _match(model, offered)
    is_telling = len(found) > 1 or not any(path.name.startswith(_COMMON) for path in found.values())
    return len(found) == len(model.files) and is_telling


def _match(model: ModelFile, offered: Mapping[str, Path]) -> Sources:
    """The files of a model's paths, or of their makers' names where these differ in a model.

    Makers' folders differ, names rarely.
    """
    found = {file.path: offered[file.path] for file in model.files if file.path in offered}
    wanted = Counter(name for file in model.files for name in _names_of(file))
    for offer, path in offered.items():
        for file in model.files:
            if _last(offer) in _names_of(file) and wanted[_last(offer)] == 1:
                found.setdefault(file.path, path)
    return found


def _names_of(file: WeightFile) -> set[str]:
    """What the file is called here, and where it is fetched from."""
    return {_last(file.path), *map(_last, file.urls)}


def _last(name: str) -> str:
    return name.rsplit("/", 1)[-1]


def _fits(file: WeightFile, path: Path) -> bool:
    suffixes = {Path(file.path).suffix, *((".zip",) if file.unzip else ())}
    return path.suffix.lower() in suffixes


def _unrecognised(paths: Sequence[Path], model: ModelFile | None = None) -> ModelError:
    names = ", ".join(path.name for path in paths)
    if model is None:
        hint = "Say which model it is: braind models add FILE --as ID"
    else:
        hint = f"It needs: {', '.join(file.path for file in model.files)}."
    return ModelError(
        "model_unrecognised", f"“{names}” is not known as a file of a model.", hint, paths=names
    )
