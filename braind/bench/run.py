"""The whole benchmark, section by section."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from braind.bench.asking import bench_questions
from braind.bench.photos import drawn_photos, own_photos
from braind.bench.plan import BenchPlan, Section
from braind.bench.reading import MakePipeline, bench_import, bench_stages
from braind.bench.searching import bench_search
from braind.engine.reading import read_one
from braind.errors import PhotoError


def run_bench(
    plan: BenchPlan, make_pipeline: MakePipeline = None
) -> Iterator[tuple[str, Section | None]]:
    """What is being done (with None), then its section; the sizes of search come last.

    Raises ``ModelError``, and ``PhotoError`` when the folder of the plan holds no photos.
    """
    yield "drawing photos", None
    with _photos(plan) as paths:
        yield "importing", None
        yield "reading", bench_import(paths, make_pipeline)
        yield "asking", bench_stages(paths, make_pipeline)
    yield "searching", bench_questions(plan, make_pipeline)
    for section in bench_search(plan):
        yield "searching", section


def run_original(plan: BenchPlan) -> Iterator[tuple[str, Section | None]]:
    """The original pipeline, naively and our way: what is being done, then the sections.

    Raises ``ModelError`` without the packages for it, and ``PhotoError``.
    """
    from braind.bench.original import bench_original

    yield "reading photos", None
    with _photos(plan) as paths:
        photos = [read_one(path).pixels for path in paths]
    yield from bench_original(photos)


@contextmanager
def _photos(plan: BenchPlan) -> Iterator[list[Path]]:
    """The plan's own photos, or drawn ones for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="braind-bench-") as folder:
        if plan.photos is None:
            paths = drawn_photos(Path(folder), plan.count)
        else:
            paths = own_photos(plan.photos, plan.count)
        if not paths:
            raise PhotoError("photo_missing", f"There are no photos in “{plan.photos}”.")
        yield paths
