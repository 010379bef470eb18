"""Hundreds of bad files in one import: each is read or named with a reason, soon and in bounds.

Run as a program, this file is the process that imports; its memory is measured.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hostile_files import BAD, GOOD, SILENT, archives, documents, names, pictures, special_files

_SECONDS, _MEGABYTES = 10, 1000
_TESTS = Path(__file__).parents[1]


def attack(cuts: int, operators: int) -> Iterator[str]:
    """Import all hostile files; yields what is wrong. ``cuts`` truncations of every kind."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        fates = _write(home / "in", cuts, operators)
        done = json.loads(_import(home))
    yield from _judge(fates, done["outcomes"])
    if done["slowest"] > _SECONDS:
        yield f"{done['slowest_file']} took {done['slowest']:.0f} s"
    if done["megabytes"] > _MEGABYTES:
        yield f"the import took {done['megabytes']:.0f} MB"


def _write(folder: Path, cuts: int, operators: int) -> dict[str, str]:
    fates = {}
    makers = {"pictures": pictures(cuts), "zips": archives(), "pdfs": documents(operators)}
    for name, files in makers.items():
        (folder / name).mkdir(parents=True)
        for file, data, fate in files:
            (folder / name / file).write_bytes(data)
            fates[f"{name}/{file}"] = fate
    for name, make in {"names": names, "special": special_files}.items():
        (folder / name).mkdir()
        fates |= {f"{name}/{file}": fate for file, fate in make(folder / name).items()}
    return fates


def _import(home: Path) -> str:
    paths = [str(_TESTS), str(_TESTS / "stress"), str(_TESTS.parent)]
    done = subprocess.run(
        [sys.executable, __file__, str(home)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def _judge(fates: dict[str, str], outcomes: dict[str, Any]) -> Iterator[str]:
    from braind.sources.names import readable

    for file, fate in fates.items():
        path = readable(file)
        inside = (f"{path}/", f"{path}#")
        told = {outcome for at, outcome in outcomes.items() if f"{at}/".startswith(inside)}
        if not told and fate != SILENT:
            yield f"{path}: nothing was said about it"
        if fate == GOOD and any(outcome.startswith("failed") for outcome in told):
            yield f"{path}: {told}, but it is sound"
        if fate == BAD and "added" in told:
            yield f"{path}: was added"
        if any("Error" in outcome for outcome in told):
            yield f"{path}: {told}"


def main(home: Path) -> None:
    from engine_fakes import FakePipeline
    from memory import peak_megabytes
    from stress_jobs import open_engine

    from braind.events import ImportFinished, PhotoFailed, Progress, note_of

    class Pipeline(FakePipeline):
        """Sees nobody where compression has changed the corner that says who is there."""

        def _analyze(self, photo, several, accept_partial):
            if photo.pixels[0, 0].max() > 1 or min(photo.pixels.shape[:2]) < 48:
                photo.pixels[0, 0] = 0
            return super()._analyze(photo, several, accept_partial)

    outcomes: dict[str, str] = {}
    slowest, slowest_file, before = 0.0, "", time.monotonic()
    with open_engine(home, pace=Pipeline) as engine:
        for event in engine.import_photos([home / "in"], "A", workers=1):
            note = note_of(event)
            if note:
                path = os.path.relpath(note.path, home / "in")
                outcomes[path] = f"{note.outcome} {note.reason}".strip()
                assert not isinstance(event, PhotoFailed) or event.message
            if isinstance(event, Progress):
                took, before = time.monotonic() - before, time.monotonic()
                if took > slowest:
                    slowest, slowest_file = took, event.note
            assert not isinstance(event, ImportFinished) or event.found == event.added + (
                event.duplicate + event.excluded + event.failed
            )
    print(
        json.dumps(
            {
                "outcomes": outcomes,
                "slowest": slowest,
                "slowest_file": slowest_file,
                "megabytes": peak_megabytes(),
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
