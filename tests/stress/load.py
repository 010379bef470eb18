"""Many photos and many looks: memory stays flat, speed the same, answers quick.

Run as a program, this file is the process that is measured.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

_TESTS = Path(__file__).parents[1]
# Seconds are those of this process, not of those that open photos for it, except for ``cancel``,
# where waiting would be the fault.
_LIMITS = {"megabytes": 1000, "cancel": 1.0, "open": 2.0, "first": 2.0, "again": 1.0, "screen": 0.1}
_BATCH = 2000
_SEEDS = 300
_TURN = 32  # photos, as many as are stored in one transaction


def attack(photos: int, looks: int, crowd: int, pace: float) -> Iterator[str]:
    """Import so many photos, search so many looks.

    ``pace`` is the least share of its speed that an import must keep in a brand of ``crowd`` looks.
    """
    with tempfile.TemporaryDirectory() as folder:
        done = _measure(Path(folder), photos, looks, crowd)
    print(json.dumps(done))
    for name, most in _LIMITS.items():
        if done[name] > most:
            yield f"{name}: {done[name]:.2f}, at most {most}"
    if done["pace"] < pace:
        yield f"in a brand of {crowd} looks an import has {done['pace']:.0%} of its speed"
    if done["missing"]:
        yield f"{done['missing']} photos are not in the library: {done['failures']}"
    if done["read_again"]:
        yield f"{done['read_again']} photos were read a second time after a cancelled import"
    if done["again"] > done["first"] / 2 or done["scans"]:
        yield f"what is kept beside the library was not used: {done['scans']} scans of its rows"


def _measure(home: Path, *numbers: int) -> dict[str, Any]:
    paths = [str(_TESTS), str(_TESTS / "stress"), str(_TESTS.parent)]
    done = subprocess.run(
        [sys.executable, __file__, str(home), *map(str, numbers)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


def main(home: Path, photos: int, looks: int, crowd: int) -> None:
    from engine_fakes import write_folder
    from memory import peak_megabytes

    write_folder(home / "in", photos)
    done = _import(home, photos)
    _multiply(home, crowd, ["A"])
    done["pace"] = _pace(home, max(photos // 10, 12 * _TURN))
    _multiply(home, looks, [f"B{number}" for number in range(100)])
    done |= _search(home)
    done["megabytes"] = peak_megabytes()
    print(json.dumps(done))


def _import(home: Path, photos: int) -> dict[str, Any]:
    """Import a third, cancel, and go on, until all is there; tells the median of the cancels."""
    from engine_fakes import FakePipeline, fake_words
    from stress_jobs import library_of

    from braind.engine import Engine
    from braind.events import PhotoFailed

    calls: list[str] = []
    cancels: list[float] = []
    with Engine(
        library_of(home), make_pipeline=lambda: FakePipeline(calls), load_words=fake_words
    ) as engine:
        for tenths in (3, 6, 9):
            job = engine.import_photos([home / "in"], "A", workers=1)
            _advance(job, photos * tenths // 10)
            begun = time.monotonic()
            job.close()
            cancels.append(time.monotonic() - begun)
        last = list(engine.import_photos([home / "in"], "A", workers=1))
        missing = photos - engine.brands()[0].looks
        failures = sorted({event.message for event in last if isinstance(event, PhotoFailed)})
    # Photos whose bytes were read before the job was closed, but not stored, are read again.
    again = max(0, len(calls) - photos - 8 * len(cancels))
    return {
        "cancel": median(cancels),
        "read_again": again,
        "missing": missing,
        "failures": failures,
    }


def _advance(job: Iterator[object], photos: int) -> None:
    """Let an import go on for so many photos."""
    from braind.events import Progress

    done = (event for event in job if isinstance(event, Progress) and event.done)
    next(islice(done, photos - 1, None), None)


def _pace(home: Path, photos: int) -> float:
    """The speed of an import into a brand with many looks, beside that into an empty library.

    They take turns, so that whatever else the machine does slows both.
    """
    from engine_fakes import write_folder
    from stress_jobs import open_engine

    write_folder(home / "more", photos, seed=1_000_000)
    spent = [0.0, 0.0]
    with ExitStack() as stack:
        jobs = []
        for place in (home, home / "empty"):
            engine = stack.enter_context(open_engine(place))
            job = engine.import_photos([home / "more"], "A", workers=1)
            jobs.append(stack.enter_context(closing(job)))
            _advance(job, _TURN + 1)  # what there is to be read once has been read
        for turn in range(photos // _TURN - 1):
            for which in (0, 1) if turn % 2 else (1, 0):
                begun = time.process_time()
                _advance(jobs[which], _TURN)
                spent[which] += time.process_time() - begun
    return spent[1] / spent[0]


def _multiply(home: Path, looks: int, names: Sequence[str]) -> None:
    """Have so many looks, as different as the first ones, the new ones in brands of these names."""
    from stress_jobs import library_of

    from braind.store import Library

    with Library.open(library_of(home)) as library:
        seeds = library.looks(ids=range(1, _SEEDS + 1))
        brands = [library.add_brand(name).id for name in names]
        picture = library.thumbnail(seeds[0].id)
        numbers = iter(range(looks - library.counts().looks))
        hashes = Random(len(names))  # photos of their own: copies of one would be told apart
        while batch := list(islice(numbers, _BATCH)):
            copies = [
                replace(
                    seeds[n % len(seeds)],
                    photo_hash=f"{n:064x}",
                    thumbnail=picture,
                    page=None,
                    near_hash=hashes.getrandbits(64),
                )
                for n in batch
            ]
            library.add_looks(brands[batch[0] // _BATCH % len(brands)], None, copies)


def _search(home: Path) -> dict[str, float]:
    """How long opening the library takes, the first match in it, and the first one thereafter.

    The first one finds nothing beside the library; the other one, in an engine of its own, what
    that has left there.
    """
    from stress_jobs import open_engine

    photo = next((home / "in").iterdir())
    done: dict[str, float] = {}
    for name in ("first", "again"):
        statements: list[str] = []
        with open_engine(home) as engine:
            begun = time.process_time()
            engine.brands()
            opened = time.process_time()
            engine.library._connection.set_trace_callback(statements.append)
            engine.match(photo)
            done |= {"open": opened - begun, name: time.process_time() - opened}
            done["screen"] = _scroll(engine)
            done["scans"] = sum("looks_for_search" in sql for sql in statements)
    return done


def _scroll(engine: Any) -> float:
    """The slowest of 50 screens of thumbnails, anywhere in the library."""
    places = Random(3)
    newest = engine.library.counts().looks
    slowest = 0.0
    for _ in range(50):
        begun = time.process_time()
        first = places.randrange(1, newest - 24)
        engine.thumbnails(range(first, first + 24))
        slowest = max(slowest, time.process_time() - begun)
    return slowest


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
