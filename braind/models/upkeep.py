"""Installed models: checked again, removed, moved to another folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path

from braind.errors import ModelError
from braind.events import Progress
from braind.models.arriving import accept, copy_into, counted, hash_file, land, record_of
from braind.models.kinds import ModelFile, Origin
from braind.models.licences import LICENCES
from braind.models.loadtest import Limits
from braind.models.locking import LOCK_SUFFIX, only_job
from braind.models.partfile import PartFile
from braind.models.places import choose_folder, home_of, inside, refuse_fixed_folder
from braind.models.record import RECORD, Basis, FileRecord, read_record, write_record
from braind.models.space import FreeSpace, check_room, free_space
from braind.models.status import model_homes
from braind.models.steps import Step
from braind.models.weights import bundled, damaged, missing, read_weights

_LEFTOVERS = ("", ".part", ".part.tag", ".zip", ".zip.part", ".zip.part.tag")


def verify_model(model: ModelFile, folder: Path, limits: Limits) -> Iterator[Progress]:
    """Hash every file again and try to load it, a job that counts bytes.

    What differs is written down, so that the next fetch brings it again. Raises ``ModelError``:
    model_missing, model_damaged, model_unusable.
    """
    if model.origin in (Origin.EMBEDDED, Origin.PACKAGE):
        yield from _verify_shipped(model)
        return
    home = folder / model.id
    record = read_record(home)
    if record is None:
        raise missing(model, home)
    files: dict[str, FileRecord] = {}
    total, done = sum(entry.size for entry in record.files.values()), 0
    for file in model.files:
        path, known = inside(home, file.path), record.files.get(file.path)
        if known is None or not path.is_file():
            raise missing(model, path)
        sha256, _ = yield from counted(hash_file(path), done, total)
        if sha256 != known.sha256:
            write_record(home, replace(record, damaged=(file.path,)))
            raise damaged(model, path)
        files[file.path] = record_of(path, sha256, known.basis)
        done += known.size
    yield from accept(model, home, files, limits)


def _verify_shipped(model: ModelFile) -> Iterator[Progress]:
    home_of(model)
    done = 0
    for file in model.files:
        done += len(read_weights(model, path=file.path).content)
        yield Progress(done, done, Step.CHECK)


def remove_model(model: ModelFile, folder: Path) -> None:
    """Delete a model's files, finished or not; files of others stay. Raises ``ModelError``."""
    if model.origin in (Origin.EMBEDDED, Origin.PACKAGE):
        raise bundled(model)
    home = folder / model.id
    paths = [inside(home, file.path) for file in model.files]
    if not home.exists():
        return
    with only_job(folder, model.id):
        _delete(model, home, paths)
    for one in {home, *(path.parent for path in paths)}:
        _remove_empty(one, folder)


def _delete(model: ModelFile, home: Path, paths: Sequence[Path]) -> None:
    try:
        # The record goes first: what is half removed is not installed.
        (home / RECORD).unlink(missing_ok=True)
        for path in paths:
            for ending in _LEFTOVERS:
                path.with_name(path.name + ending).unlink(missing_ok=True)
    except OSError as error:
        raise ModelError(
            "model_in_use",
            f"The model {model.id!r} cannot be removed ({error.strerror}).",
            "Close whatever uses it, then try again.",
            model=model.id,
        ) from error


def _remove_empty(folder: Path, root: Path) -> None:
    """Remove a folder and those above it, below the root, as far as they are empty."""
    while folder != root and folder.is_relative_to(root):
        with suppress(OSError):
            folder.rmdir()
        folder = folder.parent


def move_models(old: Path, new: Path, free: FreeSpace = free_space) -> Iterator[Progress]:
    """Move all fetched models to another folder, a job that counts bytes.

    Everything is copied and compared before the new folder is the one in use, and only then the
    old one is deleted; a job that is closed or fails before leaves everything as it was. Raises
    ``ModelError``: models_folder_fixed, models_folder_taken, disk_full, model_busy.
    """
    refuse_fixed_folder()
    old, new = old.absolute(), new.absolute()
    _refuse_taken(old, new)
    homes = model_homes(old)
    inside_homes = (path for home in homes for path in sorted(home.rglob("*")))
    files = [path for path in (old / LICENCES, *inside_homes) if path.is_file()]
    total = sum(path.stat().st_size for path in files)
    check_room(new, total, free)
    with ExitStack() as locks:
        for home in homes:
            locks.enter_context(only_job(old, home.name))
        try:
            yield from _copy_all(files, old, new, total)
            choose_folder(new)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
    _delete_moved(files, homes, old)


def _delete_moved(files: Sequence[Path], homes: Sequence[Path], old: Path) -> None:
    """Delete what is in the new folder now; what cannot be deleted is no harm there."""
    with suppress(OSError):
        for path in files:
            path.unlink()
        for path in old.glob(f".*{LOCK_SUFFIX}"):
            path.unlink()
        for home in homes:
            shutil.rmtree(home)
        old.rmdir()


def _refuse_taken(old: Path, new: Path) -> None:
    is_nested = new.is_relative_to(old) or old.is_relative_to(new)
    if is_nested or (new.exists() and (not new.is_dir() or any(new.iterdir()))):
        raise ModelError(
            "models_folder_taken",
            f"The models cannot be moved to “{new}”: it is not an empty folder of its own.",
            "Choose an empty folder, or a name that does not exist yet.",
            path=str(new),
        )


def _copy_all(files: list[Path], old: Path, new: Path, total: int) -> Iterator[Progress]:
    done = 0
    for path in files:
        target = new / path.relative_to(old)
        with PartFile(target) as part, path.open("rb") as source:
            size = path.stat().st_size
            yield from counted(copy_into(source, size, part), done, total)
            land(part, Basis.OWN)
        sha256, _ = yield from counted(hash_file(target), done, total)
        if sha256 != part.sha256:
            raise ModelError(
                "model_damaged", f"“{target}” is not what was copied there.", "Check the disk."
            )
        # The record tells by the time whether a file was touched.
        times = path.stat()
        os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))
        done += size
