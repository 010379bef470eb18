"""Commands of the training lab about the body detector: train propose, train body."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from braind.cli.app import OK, PARTLY_FAILED, App, command
from braind.cli.progress import ProgressLine, tell_lost
from braind.events import PhotoFailed, Progress
from braind.lab.kinds import require

_path = click.Path(path_type=Path)


@command("propose")
@click.argument("photos", metavar="PHOTO…", nargs=-1, required=True, type=_path)
@click.option("-o", "--output", metavar="FOLDER", required=True, type=_path)
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0))
def propose(app: App, photos: Sequence[Path], output: Path, seed: int) -> int:
    """Draw boxes of feet, upper, lower and whole body in photos, for you to correct.

    FOLDER becomes a dataset in the format of YOLO: pictures, a text file of boxes for each, and
    dataset.yaml. Files that are there already are left as they are.
    """
    from braind.cli.train_views import proposed_shape, proposed_view
    from braind.lab.propose import Proposed
    from braind.lab.propose import propose as propose_boxes

    lost = 0
    with ProgressLine(app) as line, closing(propose_boxes(photos, output, seed)) as job:
        for event in job:
            match event:
                case Progress():
                    line.show(event.done, event.total, event.note)
                case PhotoFailed():
                    lost += 1
                    tell_lost(line, event)
                case Proposed() as made:
                    app.give(proposed_shape(made), lambda: proposed_view(made, app.language))
    return PARTLY_FAILED if lost else OK


@command("body")
@click.argument("data", metavar="DATASET", type=_path)
@click.option("-o", "--output", metavar="FOLDER", required=True, type=_path)
@click.option("--epochs", default=60, show_default=True, type=click.IntRange(1, 1000))
@click.option("--size", default=640, show_default=True, type=click.IntRange(64, 1280),
              help="Long side of the pictures, a multiple of 32.")  # fmt: skip
@click.option("--batch", default=8, show_default=True, type=click.IntRange(1, 256))
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0))
@click.option("--weights", type=_path, metavar="FILE", help="Start from a .pt file, not at random.")
def body(
    app: App,
    data: Path,
    output: Path,
    epochs: int,
    size: int,
    batch: int,
    seed: int,
    weights: Path | None,
) -> None:
    """Train the five-class body detector with ultralytics, on a dataset of "train propose".

    ultralytics is under AGPL-3.0, and so, by its makers' reading, is what you train with it. It
    runs in a process of its own, without network. Needs the extra “full”.
    """
    from braind.cli.train_views import body_shape, body_view

    require("full,train", "ultralytics", "onnx")
    from braind.lab.body import BodyDone, BodyEpoch, BodyPlan, train_body

    plan = BodyPlan(epochs, size - size % 32, batch, seed, weights=weights)
    with ProgressLine(app) as line, closing(train_body(data, output, plan)) as job:
        for event in job:
            match event:
                case BodyEpoch():
                    line.show(event.epoch, event.epochs, f"mAP50 {event.map50:.3f}")
                case BodyDone() as done:
                    app.give(body_shape(done), lambda: body_view(done, app.language))
