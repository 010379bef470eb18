"""What a benchmark does and what it gives."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

_MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class BenchPlan:
    """``photos`` None stands for drawn ones; ``count`` is how many are read."""

    photos: Path | None = None
    count: int = 480
    quick: bool = False

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many looks are searched."""
        return (3_000, 30_000) if self.quick else (3_000, 30_000, 300_000)

    @property
    def steps(self) -> int:
        """How many sections there will be."""
        return 4 + len(self.sizes)

    @property
    def library(self) -> tuple[int, int]:
        """How many brands, and looks of each, the questions are asked about."""
        return (12, 40) if self.quick else (100, 300)


@dataclass(frozen=True, slots=True)
class Section:
    """One table for people (the first row is its head), and the same for programs."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    values: dict[str, Any]
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the clock, and seconds of all cores of this process."""

    wall: float
    cpu: float


def spent_on(work: Callable[[], object]) -> Spent:
    """How long something takes."""
    wall, cpu = perf_counter(), process_time()
    work()
    return Spent(perf_counter() - wall, process_time() - cpu)


def spent_by_children() -> float:
    """CPU seconds of the processes that this one has started and that have ended.

    Always 0 on Windows, which does not tell.
    """
    times = os.times()
    return times.children_user + times.children_system


def best_of(work: Callable[[], object], times: int) -> Spent:
    """The run with the least CPU time of several: the one that was disturbed least."""
    return min((spent_on(work) for _ in range(times)), key=lambda spent: spent.cpu)


def peak_memory(of_children: bool = False) -> int | None:
    """The most memory that this process has held, in MB; None where the system does not say.

    ``of_children``: that the largest process held which this one has started and which has ended.
    """
    try:
        import resource
    except ImportError:
        return None
    who = resource.RUSAGE_CHILDREN if of_children else resource.RUSAGE_SELF
    peak = resource.getrusage(who).ru_maxrss
    # Linux counts kilobytes, macOS bytes.
    return round(peak / _MEGABYTE if platform.system() == "Darwin" else peak / 1024)
