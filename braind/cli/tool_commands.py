"""Commands about BRAIND itself: doctor, evaluate, bench."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from braind.cli.app import MODEL_MISSING, OK, PARTLY_FAILED, App, command
from braind.cli.progress import ProgressLine

if TYPE_CHECKING:
    from braind.bench import Section
    from braind.engine import PhotoReport
    from braind.evaluation import Predicted

_path = click.Path(path_type=Path)


@command("doctor", reads=True)
def doctor(app: App) -> int:
    """Check packages, models, library and folders."""
    from braind.cli.views import checks_view

    with app.engine(read_only=True) as engine:
        checks = list(engine.doctor())
    app.give([asdict(check) for check in checks], lambda: checks_view(checks))
    if all(check.ok for check in checks):
        return OK
    models_ok = all(check.ok for check in checks if check.name.startswith(("model", "pipeline")))
    return PARTLY_FAILED if models_ok else MODEL_MISSING


@command("evaluate", reads=True)
@click.argument("folder", metavar="FOLDER", type=_path)
@click.option("--split", metavar="NAME", help="Only photos whose column “split” says NAME.")
@click.option("--limit", type=click.IntRange(1), help="Only the first so many photos.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64))
def evaluate(app: App, folder: Path, split: str | None, limit: int | None, workers: int) -> int:
    """Measure the models on photos that you have labelled.

    FOLDER holds a folder of photos for each style, or a labels.csv with a column "photo", columns
    for styles (0, 1 or 2) and for the ten questions, and the photos beside it or in photos/.
    """
    from braind.cli.tool_views import evaluation_shape, evaluation_view
    from braind.evaluation import evaluate as compare
    from braind.labelled import read_labels

    labelled = read_labels(folder, split)[:limit]
    predicted: list[Predicted | None] = []
    paths = [one.path for one in labelled]
    with (
        app.engine() as engine,
        ProgressLine(app) as progress,
        closing(engine.analyze(paths, workers)) as reports,
    ):
        for report in reports:
            predicted.append(_predicted(report))
            progress.show(len(predicted), len(labelled), report.path)
    result = compare(list(zip(labelled, predicted, strict=True)))
    app.give(evaluation_shape(result), lambda: evaluation_view(result, app.language))
    return PARTLY_FAILED if result.unread else OK


def _predicted(report: PhotoReport) -> Predicted | None:
    from braind.evaluation import Predicted

    if report.analysis is None:
        return None
    person = report.person
    answers = {a.question: a.word for a in person.answers} if person else {}
    is_whole = report.analysis.detection.is_whole_body
    return Predicted(person.styles.values if person else None, answers, is_whole)


@command("bench")
@click.argument("what", type=click.Choice(["default", "original"]), default="default")
@click.option("--photos", metavar="FOLDER", type=_path, help="Photos to read; else drawn ones.")
@click.option("--count", type=click.IntRange(1), help="How many photos to read.")
@click.option("--quick", is_flag=True, help="A rough answer in a short time.")
def bench(app: App, what: str, photos: Path | None, count: int | None, quick: bool) -> int:
    """Measure speed and memory on this machine.

    By default photos are read first, then looks are searched: see the README for what the numbers
    mean. “original” compares the original pipeline, asked naively, with ours on the same photos,
    with random weights of the real sizes; it takes minutes.
    """
    from braind.bench import BenchPlan, run_bench, run_original
    from braind.cli.tool_views import bench_view

    is_original = what == "original"
    usual = (2, 4) if is_original else (24, 480)
    plan = BenchPlan(photos, count or usual[not quick], quick)
    results: list[Section] = []
    steps = run_original(plan) if is_original else run_bench(plan, app.make_pipeline)
    with ProgressLine(app) as progress:
        for note, result in steps:
            progress.show(len(results), 2 if is_original else plan.steps, note)
            if result is not None:
                results.append(result)
    app.give([section.values for section in results], lambda: bench_view(results))
    return OK if all(one.values.get("equal", True) for one in results) else PARTLY_FAILED


COMMANDS = (doctor, evaluate, bench)
