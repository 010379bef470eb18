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
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

_TESTS = Path(__file__).parents[1]
_MEGABYTES, _SLOWEST_TAIL, _CANCEL_S, _OPEN_S, _MATCH_S = 1000, 0.9, 1.0, 2.0, 1.0
_BATCH = 2000


def attack(photos: int, looks: int, tail: float = _SLOWEST_TAIL) -> Iterator[str]:
    """Import so many photos, search so many looks; ``tail``: the last tenth's share of speed."""
    with tempfile.TemporaryDirectory() as folder:
        done = _measure(Path(folder), photos, looks)
    print(json.dumps(done))
    limits = {"megabytes": _MEGABYTES, "cancel": _CANCEL_S, "open": _OPEN_S, "match": _MATCH_S}
    for name, most in limits.items():
        if done[name] > most:
            yield f"{name}: {done[name]:.2f}, at most {most}"
    if done["tail"] < tail:
        yield f"the last tenth of an import has {done['tail']:.0%} of the first one's speed"
    if done["read_again"]:
        yield f"{done['read_again']} photos were read a second time after a cancelled import"


def _measure(home: Path, photos: int, looks: int) -> dict[str, Any]:
    paths = [str(_TESTS), str(_TESTS / "stress"), str(_TESTS.parent)]
    done = subprocess.run(
        [sys.executable, __file__, str(home), str(photos), str(looks)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


def main(home: Path, photos: int, looks: int) -> None:
    from engine_fakes import write_folder
    from memory import peak_megabytes

    write_folder(home / "in", photos)
    done = _import(home, photos)
    _multiply(home, looks)
    done |= _search(home)
    done["megabytes"] = peak_megabytes()
    print(json.dumps(done))


def _import(home: Path, photos: int) -> dict[str, float]:
    """Import nine tenths, cancel, and go on."""
    from engine_fakes import FakePipeline, fake_words
    from stress_jobs import library_of

    from braind.engine import Engine
    from braind.events import Progress

    calls: list[str] = []
    times: list[float] = []
    with Engine(
        library_of(home), make_pipeline=lambda: FakePipeline(calls), load_words=fake_words
    ) as engine:
        cancelled = 0.0
        for stop in (photos * 9 // 10, photos + 1):
            job = engine.import_photos([home / "in"], "A", workers=1)
            for event in job:
                if isinstance(event, Progress) and event.done:
                    times.append(time.process_time())
                    if event.done == stop:
                        break
            begun = time.monotonic()
            job.close()
            cancelled = max(cancelled, time.monotonic() - begun)
        stored = engine.brands()[0].looks
    tenth = photos // 10
    first, last = times[tenth] - times[0], times[-2] - times[-2 - tenth]
    assert stored == photos
    # Photos whose bytes were read before the job was closed, but not stored, are read again.
    again = max(0, len(calls) - photos - 8)
    return {"cancel": cancelled, "tail": first / last, "read_again": again}


def _multiply(home: Path, looks: int) -> None:
    """Store so many looks, as different as those that are there."""
    from stress_jobs import library_of

    from braind.store import Library

    with Library.open(library_of(home)) as library:
        seeds = library.looks()
        brands = [library.add_brand(f"B{n}").id for n in range(100)]
        picture = library.thumbnail(seeds[0].id)
        numbers = iter(range(looks - len(seeds)))
        hashes = Random(7)  # photos of their own: copies of one would be told apart in pairs
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
            library.add_looks(brands[batch[0] // _BATCH % 100], None, copies)


def _search(home: Path) -> dict[str, float]:
    """How long opening the library takes, and the first match in it."""
    from stress_jobs import open_engine

    photo = next((home / "in").iterdir())
    with open_engine(home) as engine:
        begun = time.monotonic()
        engine.brands()
        opened = time.monotonic()
        engine.match(photo)
        return {"open": opened - begun, "match": time.monotonic() - opened}


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
