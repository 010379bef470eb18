"""The whole benchmark, section by section."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from braind.bench.asking import bench_questions
from braind.bench.photos import drawn_photos, own_photos
from braind.bench.plan import BenchPlan, Section
from braind.bench.reading import MakePipeline, bench_import, bench_stages
from braind.bench.searching import bench_search
from braind.errors import PhotoError


def run_bench(
    plan: BenchPlan, make_pipeline: MakePipeline = None
) -> Iterator[tuple[str, Section | None]]:
    """What is being done (with None), then its section; the sizes of search come last.

    Raises ``ModelError``, and ``PhotoError`` when the folder of the plan holds no photos.
    """
    with tempfile.TemporaryDirectory(prefix="braind-bench-") as folder:
        if plan.photos is None:
            yield "drawing photos", None
            paths = drawn_photos(Path(folder), plan.count)
        else:
            paths = own_photos(plan.photos, plan.count)
        if not paths:
            raise PhotoError("photo_missing", f"There are no photos in “{plan.photos}”.")
        yield "importing", None
        yield "reading", bench_import(paths, make_pipeline)
        yield "asking", bench_stages(paths, make_pipeline)
    yield "searching", bench_questions(plan, make_pipeline)
    for section in bench_search(plan):
        yield "searching", section
