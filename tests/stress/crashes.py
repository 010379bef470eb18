"""``kill -9`` at random moments of every job that writes, again and again on one library."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from stress_jobs import TARGETS, faults, finish, open_engine
from workshop import Workshop

from braind.domain import JobState


def attack(shop: Workshop, kind: str, kills: int, photos: int, seed: int = 0) -> Iterator[str]:
    """Kill a job so often; yields what is wrong. Each kill hits what the one before left."""
    chance = random.Random(f"{kind} {seed}")
    killed = 0
    with tempfile.TemporaryDirectory() as folder:
        # Photos are known by where they are, so that every try lives in the same place.
        home, fresh = Path(folder) / "home", Path(folder) / "fresh"
        TARGETS[kind].prepare(home, photos)
        shutil.copytree(home, fresh)
        pause = _length(shop, kind, home) / 2
        while killed < kills:
            shutil.rmtree(home)
            shutil.copytree(fresh, home)
            told: set[int] = set()
            is_over = False
            while killed < kills and not is_over:
                is_over, problems = _kill_once(shop, kind, home, chance.uniform(0, pause), told)
                killed += not is_over
                yield from problems
            yield from finish(shop, kind, home, told, photos)


def _length(shop: Workshop, kind: str, home: Path) -> float:
    """How long the job takes undisturbed, in seconds."""
    shop.start(kind, home)
    begun = time.monotonic()
    shop.hear()
    return time.monotonic() - begun


def _kill_once(
    shop: Workshop, kind: str, home: Path, pause: float, told: set[int]
) -> tuple[bool, list[str]]:
    """Whether the job was done before its time, and what is wrong with what it left."""
    process = shop.start(kind, home)
    time.sleep(pause)
    shop.kill(process)
    heard = shop.hear()
    told |= {look_id for look_id in heard if isinstance(look_id, int)}
    is_over = "done" in heard
    problems = faults(home, kind, told)
    if not is_over and told and _states(kind, home) != [JobState.RUNNING]:
        problems.append("the journal does not offer to go on")
    return is_over, problems


def _states(kind: str, home: Path) -> list[JobState]:
    with open_engine(home, TARGETS[kind].recipe) as engine:
        return [job.state for job in engine.jobs()]
