"""Reading photos: how many a second, and where the time goes."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from braind.bench.plan import Section, Spent, peak_memory, spent_by_children, spent_on
from braind.engine import Engine, LookPipeline
from braind.events import ImportFinished

MakePipeline = Callable[[], LookPipeline] | None
_WORKERS = (1, 2)


def bench_import(paths: Sequence[Path], make_pipeline: MakePipeline) -> Section:
    """Whole imports into an empty library, with one and two workers. Raises ``ModelError``.

    Processes that decode or read count, too, with their start.
    """
    runs = {workers: _import(paths, workers, make_pipeline) for workers in _WORKERS}
    rows = [("workers", "photos/s", "CPU ms a photo", "looks", "excluded")]
    for workers, (spent, counts) in runs.items():
        cpu, rate = 1e3 * spent.cpu / len(paths), len(paths) / spent.wall
        rows.append(
            (str(workers), f"{rate:.1f}", f"{cpu:.1f}", str(counts.looks), str(counts.excluded))
        )
    memory, beside = peak_memory(), peak_memory(of_children=True)
    rates = {str(w): round(len(paths) / spent.wall, 2) for w, (spent, _) in runs.items()}
    costs = {str(w): round(1e3 * spent.cpu / len(paths), 2) for w, (spent, _) in runs.items()}
    values = {
        "section": "import",
        "photos": len(paths),
        "photos_per_second": rates,
        "cpu_ms_a_photo": costs,
        "peak_memory_mb": memory,
        "peak_memory_beside_mb": beside,
    }
    note = f"peak memory {memory} MB, and up to {beside} MB in each process beside it"
    notes = (note,) if memory else ()
    return Section(f"Import, {len(paths):,} photos", tuple(rows), values, notes)


def _import(
    paths: Sequence[Path], workers: int, make_pipeline: MakePipeline
) -> tuple[Spent, ImportFinished]:
    counts = ImportFinished(0, 0, 0, 0)

    def run() -> None:
        nonlocal counts
        for event in engine.import_photos(paths, "bench", workers=workers):
            counts = event if isinstance(event, ImportFinished) else counts

    before = spent_by_children()
    with (
        tempfile.TemporaryDirectory(prefix="braind-bench-") as folder,
        Engine(Path(folder) / "bench.braind", make_pipeline=make_pipeline) as engine,
    ):
        _warm_up(engine, paths)
        spent = spent_on(run)
    beside = spent_by_children() - before
    return Spent(spent.wall, spent.cpu + beside), counts


def _warm_up(engine: Engine, paths: Sequence[Path]) -> None:
    """Load the models, and run each once."""
    for _ in engine.analyze(list(paths[:2]), workers=1):
        pass


def bench_stages(paths: Sequence[Path], make_pipeline: MakePipeline) -> Section:
    """Milliseconds a photo in each stage, one worker. Raises ``ModelError``."""
    total: dict[str, float] = defaultdict(float)
    with Engine(make_pipeline=make_pipeline) as engine:
        _warm_up(engine, paths)
        for report in engine.analyze(paths, workers=1):
            for stage, spent in report.timings_ms.items():
                total[stage] += spent
    means = {stage: spent / len(paths) for stage, spent in total.items()}
    whole = sum(means.values()) or 1.0
    rows = [("stage", "ms a photo", "share")]
    rows += [(name, f"{spent:.2f}", f"{100 * spent / whole:.0f}%") for name, spent in means.items()]
    rows.append(("all", f"{whole:.2f}", "100%"))
    values = {"section": "stages", "ms_a_photo": {k: round(v, 3) for k, v in means.items()}}
    return Section("Where the time goes, one worker", tuple(rows), values)
