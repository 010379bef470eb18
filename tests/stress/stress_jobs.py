"""The jobs that are attacked, each run by a process of its own that can be killed.

Every job works on photos whose corner pixel says what is in them, so that what must come out is
known, and reports by a pipe what the engine says is stored.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from engine_fakes import FakePipeline, fake_words, write_folder
from workshop import Workshop

from braind.domain import JobState
from braind.engine import Engine
from braind.errors import BraindError
from braind.events import LookIndexed
from braind.store import Library
from braind.store.migrations import MIGRATIONS, migrate

OLD, NEW = "fake-recipe", "newer-recipe"
BRANDS = ("Moss", "Nord", "오월상점")
_SECONDS_A_PHOTO = 0.003


class _SlowPipeline(FakePipeline):
    def analyze(self, photos, batch=8, several="largest", accept_partial=False):
        for analysis in super().analyze(photos, batch, several, accept_partial):
            time.sleep(_SECONDS_A_PHOTO)
            yield analysis


def open_engine(home: Path, recipe: str = OLD, pace: type[FakePipeline] = FakePipeline) -> Engine:
    pipeline = partial(pace, [], recipe)
    return Engine(library_of(home), make_pipeline=pipeline, load_words=fake_words)


def library_of(home: Path) -> Path:
    return home / "data" / "library.braind"


def _import(engine: Engine, home: Path) -> Iterator[object]:
    return engine.import_photos([home / "photos"], None)


def _reanalyze(engine: Engine, home: Path) -> Iterator[object]:
    return engine.reanalyze()


def _merge(engine: Engine, home: Path) -> Iterator[object]:
    *_, pack = engine.open_pack(home / "brands.braindpack")
    yield from engine.merge_pack(pack)


def _migrate(engine: Engine, home: Path) -> Iterator[object]:
    """Opening the library, which the journal has done by now, was all."""
    return iter(())


@dataclass(frozen=True)
class Target:
    """A job to attack: under which recipe it works, and how many looks it leaves there."""

    kind: str
    run: Callable[[Engine, Path], Iterator[object]]
    recipe: str
    prepare: Callable[[Path, int], None]
    per_photo: bool


def prepare_photos(home: Path, count: int) -> None:
    """Photos of three brands; the library does not exist yet."""
    for group, brand in enumerate(BRANDS):
        write_folder(home / "photos" / brand, count // len(BRANDS), seed=10_000 * group)


def _prepare_read(home: Path, count: int) -> None:
    prepare_photos(home, count)
    with open_engine(home) as engine:
        list(_import(engine, home))


def _prepare_pack(home: Path, count: int) -> None:
    _prepare_read(home, count)
    with open_engine(home) as engine:
        list(engine.make_pack(BRANDS, home / "brands.braindpack"))
    shutil.rmtree(home / "data")


def _prepare_older(home: Path, count: int) -> None:
    """Looks in a library of the first version, with the tables that it had."""
    seeds = 30
    _prepare_read(home, seeds)
    path = library_of(home)
    newer = path.rename(path.with_name("newer.braind"))
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        migrate(file, MIGRATIONS[:1])
        file.execute("ATTACH ? AS newer", (str(newer),))
        for table in ("recipes", "brands", "lookbooks", "looks", "thumbnails"):
            columns = ", ".join(_names(file, table))
            file.execute(
                f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}"
            )
        columns = [name for name in _names(file, "looks") if name not in ("id", "photo_hash")]
        for copy in range(1, count // seeds):
            file.execute(
                f"""INSERT INTO looks (photo_hash, {", ".join(columns)})
                SELECT photo_hash || ?, {", ".join(columns)} FROM looks WHERE id <= ?""",
                (f"-{copy}", seeds),
            )
        file.execute(
            "INSERT INTO thumbnails SELECT id, x'52494646' FROM looks WHERE id > ?", (seeds,)
        )
    newer.unlink()


def _names(file: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a table."""
    return [row[1] for row in file.execute(f"PRAGMA main.table_info({table})")]


TARGETS = {
    target.kind: target
    for target in (
        Target("import", _import, OLD, prepare_photos, True),
        Target("reanalysis", _reanalyze, NEW, _prepare_read, True),
        Target("pack", _merge, OLD, _prepare_pack, False),
        Target("migration", _migrate, OLD, _prepare_older, False),
    )
}


def work(kind: str, home: Path, tell: Callable[[object], None]) -> None:
    """Run a job in this process, taking up an interrupted one; tells what is stored."""
    try:
        _work(TARGETS[kind], home, tell)
    except BraindError as error:
        tell([error.code, str(error)])
    else:
        tell("done")


def _work(target: Target, home: Path, tell: Callable[[object], None]) -> None:
    with open_engine(home, target.recipe, _SlowPipeline) as engine:
        open_jobs = [job for job in engine.jobs() if job.state is not JobState.DONE]
        record = open_jobs[0] if open_jobs else None
        job = target.run(engine, home)
        with closing(engine.journal(target.kind, "stress", {"a": 1}, job, record)) as events:
            for event in events:
                if isinstance(event, LookIndexed):
                    tell(event.look.id)


def faults(home: Path, kind: str, told: set[int]) -> list[str]:
    """What is wrong with the library that a job was torn out of: nothing, one hopes."""
    if not library_of(home).exists():
        return [f"the library is gone with {len(told)} looks"] if told else []
    with Library.open(library_of(home)) as library:
        problems = library.check()
        looks = library.looks(every=True)
        lost = told - {look.id for look in looks}
        problems += [f"{len(lost)} stored looks are gone"] if lost else []
        of_recipe = [look for look in looks if look.recipe == TARGETS[kind].recipe]
        if len(library.vectors(TARGETS[kind].recipe)) != len(of_recipe):
            problems.append("search does not see every look")
        problems += [f"look {k.id} has no thumbnail" for k in looks if not library.thumbnail(k.id)]
    return problems


def finish(shop: Workshop, kind: str, home: Path, told: set[int], photos: int) -> Iterator[str]:
    """Run a job to its end: then everything has to be there, counted once. What is wrong."""
    heard = shop.run(kind, home)
    if heard[-1] != "done":
        yield f"the job could not be finished: {heard[-1]}"
    yield from faults(home, kind, told)
    target = TARGETS[kind]
    with open_engine(home, target.recipe) as engine:
        stored = engine.library.recipes().get(target.recipe, 0)
        if stored != photos:
            yield f"{stored} looks of {photos} photos"
        record = engine.jobs()[0]
        if record.state is not JobState.DONE:
            yield f"the finished job is {record.state}"
        counted = sum(record.counts.values())
        if target.per_photo and counted != photos:
            yield f"the journal counts {record.counts} of {photos} photos"
    if [path for path in library_of(home).parent.iterdir() if path.suffix == ".part"]:
        yield "half-written files are left"
