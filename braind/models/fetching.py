"""Fetching a model: licence first, then room, bytes, hashes, and a trial."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from braind.errors import ModelError
from braind.events import Progress
from braind.models import licences
from braind.models.arriving import accept, basis_of, counted, hash_file, land, record_of, unzip_into
from braind.models.kinds import ModelFile, Origin, WeightFile
from braind.models.loadtest import Limits
from braind.models.locking import only_job
from braind.models.partfile import PartFile
from braind.models.places import inside
from braind.models.record import Basis, FileRecord, Record, read_record
from braind.models.route import Line
from braind.models.space import check_room
from braind.models.steps import Step
from braind.models.transfer import fetch
from braind.models.weights import bundled, missing

_NEXT_SERVER = frozenset({"download_refused", "download_unreachable", "download_failed"})


def get_model(
    model: ModelFile,
    folder: Path,
    line: Line,
    limits: Limits,
    *,
    accept_licence: bool = False,
) -> Iterator[Progress]:
    """Fetch what is missing of a model into ``folder``, a job that counts bytes.

    What has arrived is kept when the job is closed or fails, and is taken up by the next. Raises
    ``ModelError``: licence_not_accepted, disk_full, what ``transfer.fetch`` raises, model_damaged
    for bytes that were not published, model_unusable for a file that does not load, model_busy.
    """
    if model.origin is Origin.USER:
        raise missing(model, folder / model.id)
    if model.origin is not Origin.DOWNLOAD:
        raise bundled(model)
    if accept_licence:
        licences.accept(folder, model)
    licences.require_acceptance(folder, model)
    with only_job(folder, model.id):
        yield from _fetch_all(model, folder / model.id, line, limits)


def _fetch_all(model: ModelFile, home: Path, line: Line, limits: Limits) -> Iterator[Progress]:
    old = read_record(home)
    check_room(home, sum(_outstanding(file, home) for file in model.files), line.free)
    files: dict[str, FileRecord] = {}
    done = 0
    for number, file in enumerate(model.files):
        total = done + sum(one.expected_bytes for one in model.files[number:])
        job = _bring(file, home, old, line)
        files[file.path] = yield from counted(job, done, total, file.expected_bytes)
        done += files[file.path].size
    yield from accept(model, home, files, limits)


def _outstanding(file: WeightFile, home: Path) -> int:
    """How many bytes of a file are still to come, as far as that is known."""
    path = inside(home, file.path)
    for present in (path, path.with_name(path.name + ".part")):
        if present.exists():
            return max(0, file.expected_bytes - present.stat().st_size)
    return file.expected_bytes


def _bring(
    file: WeightFile, home: Path, old: Record | None, line: Line
) -> Generator[Progress, None, FileRecord]:
    present = yield from _present(file, inside(home, file.path), old)
    if present is not None:
        return present
    download = _download_zip if file.unzip else _download
    return (yield from download(file, inside(home, file.path), line))


def _present(
    file: WeightFile, path: Path, old: Record | None
) -> Generator[Progress, None, FileRecord | None]:
    """The entry for a file that is there already and right; a wrong one is deleted."""
    if not path.exists():
        return None
    known = old.files.get(file.path) if old else None
    is_damaged = old is not None and file.path in old.damaged
    if known and not is_damaged and known.looks_untouched(path):
        return known
    sha256, md5 = yield from hash_file(path)
    if known and known.sha256 == sha256:
        return record_of(path, sha256, known.basis)
    basis = basis_of(file, sha256, md5)
    if known is None and basis is not Basis.OWN:
        return record_of(path, sha256, basis)
    path.unlink()
    return None


def _download(file: WeightFile, target: Path, line: Line) -> Generator[Progress, None, FileRecord]:
    with PartFile(target) as part:
        for done in part.take_up():
            yield Progress(done, file.expected_bytes, Step.CHECK)
        yield from _from_any(line.route.addresses(file), part, line, file)
        basis = basis_of(file, part.sha256, part.md5)
        if basis is Basis.OWN:
            part.discard()
            raise _wrong_bytes(file)
        return land(part, basis)


def _download_zip(
    file: WeightFile, target: Path, line: Line
) -> Generator[Progress, None, FileRecord]:
    archive = target.with_name(target.name + ".zip")
    if not archive.exists():
        wrapped = WeightFile(archive.name, about=file.about, urls=file.urls)
        yield from _download(wrapped, archive, line)
    with PartFile(target) as part:
        try:
            yield from unzip_into(archive, part)
        except ModelError:
            part.discard()
            archive.unlink()
            raise
        entry = land(part, basis_of(file, part.sha256, part.md5))
    archive.unlink()
    return entry


def _from_any(
    urls: Sequence[str], part: PartFile, line: Line, file: WeightFile
) -> Iterator[Progress]:
    """Fetch from the first address that gives the file."""
    for number, url in enumerate(urls, 1):
        try:
            yield from fetch(url, part, line, file.size, has_hash=file.has_published_hash)
            return
        except ModelError as error:
            if error.code not in _NEXT_SERVER or number == len(urls):
                raise


def _wrong_bytes(file: WeightFile) -> ModelError:
    return ModelError(
        "model_damaged",
        f"What arrived as “{file.path}” is damaged: its checksum is not the published one.",
        "It was deleted. Fetch it again, or choose another server.",
        path=file.path,
    )
