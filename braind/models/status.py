"""What there is of each model on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from braind.errors import ModelError
from braind.models.kinds import ModelFile, Origin
from braind.models.licences import accepted_on
from braind.models.manifest import all_models
from braind.models.places import home_of, inside
from braind.models.record import RECORD, Basis, Record, read_record
from braind.models.space import free_space


class State(StrEnum):
    """How much of a model is there, and how far it is trusted."""

    BUNDLED = "bundled"  # comes with BRAIND or with an installed package
    INSTALLED = "installed"  # fetched and checked
    UNVERIFIED = "unverified"  # the user's own files: nobody published their hash
    PARTIAL = "partial"  # some bytes are there
    DAMAGED = "damaged"  # a check found changed bytes
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """A model and what there is of it.

    ``present`` are the bytes on disk, ``total`` those of all files as far as they are known;
    ``basis`` tells why the bytes are taken for the right ones, None while they are not.
    ``licence_accepted`` is when the user accepted the licence (ISO 8601), or empty.
    """

    model: ModelFile
    state: State
    present: int
    total: int
    basis: Basis | None
    licence_accepted: str
    home: Path | None

    @property
    def is_usable(self) -> bool:
        """Whether backends get it."""
        return self.state in (State.BUNDLED, State.INSTALLED, State.UNVERIFIED)


@dataclass(frozen=True, slots=True)
class ModelsFolder:
    """The folder of fetched models; ``used`` and ``free`` are bytes."""

    path: Path
    exists: bool
    used: int
    free: int


def status_of(model: ModelFile, folder: Path) -> ModelStatus:
    """What there is of a model; only sizes and times are looked at."""
    if model.origin in (Origin.EMBEDDED, Origin.PACKAGE):
        return _shipped(model)
    home = folder / model.id
    record = read_record(home)
    present = sum(_bytes_of(inside(home, file.path)) for file in model.files)
    return ModelStatus(
        model,
        _state(model, home, record, present),
        present,
        max(present, model.expected_bytes),
        record.basis if record else None,
        accepted_on(folder, model),
        home,
    )


def _state(model: ModelFile, home: Path, record: Record | None, present: int) -> State:
    if record is None:
        return State.PARTIAL if present else State.ABSENT
    sizes = {
        file.path: _size(inside(home, file.path))
        for file in model.files
        if file.path in record.files
    }
    if len(sizes) < len(model.files) or None in sizes.values():
        return State.PARTIAL if present else State.ABSENT
    if record.damaged or any(record.files[path].size != size for path, size in sizes.items()):
        return State.DAMAGED
    return State.UNVERIFIED if record.basis is Basis.OWN else State.INSTALLED


def _shipped(model: ModelFile) -> ModelStatus:
    try:
        home = home_of(model)
    except ModelError:
        return ModelStatus(model, State.ABSENT, 0, model.expected_bytes, None, "", None)
    sizes = [_size(inside(home, file.path)) for file in model.files]
    present = sum(size or 0 for size in sizes)
    state = State.DAMAGED if None in sizes else State.BUNDLED
    return ModelStatus(model, state, present, present, Basis.PUBLISHED, "", home)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _bytes_of(path: Path) -> int:
    """The bytes of a file, or of what has arrived of it."""
    for ending in ("", ".part", ".zip", ".zip.part"):
        size = _size(path.with_name(path.name + ending))
        if size is not None:
            return size
    return 0


def model_homes(folder: Path) -> list[Path]:
    """The folders of models in it; what else lies there is not ours to count or to move."""
    known = {model.id for model in all_models()}
    homes = (path for path in sorted(folder.glob("*")) if path.is_dir())
    return [home for home in homes if home.name in known or (home / RECORD).exists()]


def describe_folder(folder: Path) -> ModelsFolder:
    """The folder of fetched models, and what they take of the disk."""
    files = (path for home in model_homes(folder) for path in home.rglob("*"))
    used = sum(_size(path) or 0 for path in files)
    return ModelsFolder(folder, folder.is_dir(), used, free_space(folder))
