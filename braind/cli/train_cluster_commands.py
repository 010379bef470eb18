"""The command of the training lab about groups of looks: train cluster."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from braind.cli.app import OK, PARTLY_FAILED, App, command
from braind.cli.progress import ProgressLine, tell_lost
from braind.events import Progress
from braind.files import write_whole
from braind.lab.kinds import require

if TYPE_CHECKING:
    from braind.lab.features import Features

_path = click.Path(path_type=Path)


@command("cluster")
@click.argument("source", metavar="LIBRARY|PHOTO…", nargs=-1, type=_path)
@click.option("--model", metavar="MODEL", type=_path,
              help="Cluster photos by what this classifier of “train style” sees.")  # fmt: skip
@click.option("--most", default=8, show_default=True, type=click.IntRange(2, 100),
              help="How many groups at most.")  # fmt: skip
@click.option("--axes", default=25, show_default=True, type=click.IntRange(2, 1000),
              help="How many axes PCA keeps.")  # fmt: skip
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0))
@click.option("-o", "--output", metavar="FILE", type=_path,
              help="Write photo, brand and group of the best division as CSV.")  # fmt: skip
def cluster(
    app: App,
    source: Sequence[Path],
    model: Path | None,
    most: int,
    axes: int,
    seed: int,
    output: Path | None,
) -> int:
    """See whether looks fall into groups: PCA, three ways of clustering, three indices.

    Without an argument the looks of your library are taken, else those of another library file
    (.braind) or of photos.
    """
    from braind.cli.train_views import cluster_csv, cluster_shape, cluster_view
    from braind.lab.cluster import Clustered
    from braind.lab.cluster import cluster as divide

    lost = 0
    with ProgressLine(app) as line:
        features, lost = _features(app, line, source, model)
        with closing(divide(features.rows, range(2, most + 1), axes, seed)) as job:
            for event in job:
                if isinstance(event, Clustered):
                    result = event
                else:
                    line.show(event.done, event.total, event.note)
    if output is not None:
        write_whole(output, [cluster_csv(features, result.best)])
    app.give(cluster_shape(features, result), lambda: cluster_view(result, app.language))
    return PARTLY_FAILED if lost else OK


def _features(
    app: App, line: ProgressLine, source: Sequence[Path], model: Path | None
) -> tuple[Features, int]:
    """What to cluster by, and how many photos could not be used."""
    from braind.lab.features import of_classifier, of_library, of_photos

    is_library = not source or (len(source) == 1 and source[0].suffix == ".braind")
    if is_library and model is not None:
        raise click.UsageError("--model goes with photos")
    if is_library:
        with app.engine(read_only=True, library=source[0] if source else None) as engine:
            return of_library(engine), 0
    if model is None:
        job = of_photos(source, lambda path: app.engine(library=path))
    else:
        require("train", "torch", "torchvision")
        job = of_classifier(source, model)
    lost = 0
    try:
        while True:
            event = next(job)
            if isinstance(event, Progress):
                line.show(event.done, event.total, event.note)
            else:
                lost += 1
                tell_lost(line, event)
    except StopIteration as end:
        features: Features = end.value
        return features, lost
