"""The command train heads."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from braind.cli.app import OK, PARTLY_FAILED, App, command
from braind.cli.progress import ProgressLine, tell_lost
from braind.cli.tables import table
from braind.cli.texts import say
from braind.events import PhotoExcluded, PhotoFailed, Progress
from braind.lab.kinds import require
from braind.vocabulary import label

if TYPE_CHECKING:
    from braind.lab.heads import HeadsDone

_path = click.Path(path_type=Path)


@command("heads")
@click.argument("data", metavar="DATA", type=_path)
@click.option("-o", "--output", metavar="FILE", required=True, type=_path)
@click.option("--images", default="fashion-siglip", show_default=True, help="The image model.")
@click.option("--texts", default="fashion-siglip-text", show_default=True, help="The text model.")
@click.option("--split", metavar="NAME", help="Only photos whose column “split” says NAME.")
@click.option("--limit", type=click.IntRange(1), help="Only so many photos, spread over all.")
def heads(
    app: App,
    data: Path,
    output: Path,
    images: str,
    texts: str,
    split: str | None,
    limit: int | None,
) -> int:
    """Fit FashionSigLIP's style scores to your own labels.

    DATA is what "train style" takes. The text prompts are where it starts; a few dozen photos a
    style are enough. FILE is for "braind recipe set style fashion-siglip heads=FILE".
    """
    from braind.backends.context import BackendContext
    from braind.insights.shoots import even_places
    from braind.labelled import read_labels

    require("siglip", "tokenizers")
    from braind.backends.siglip import TextTower, open_images
    from braind.backends.siglip_style import Heads
    from braind.engine.places import default_cache
    from braind.lab.heads import HeadsDone, see_largest, train_heads
    from braind.pipeline import Pipeline

    labelled = read_labels(data, split)
    if limit is not None:
        labelled = [labelled[place] for place in even_places(len(labelled), limit)]
    context = BackendContext(cache=default_cache())
    prompts = Heads.zero_shot(TextTower(texts, context))
    tower, see = open_images(images, context), see_largest(Pipeline.embedded())
    job = train_heads(labelled, output, see, tower, prompts)
    lost = 0
    with ProgressLine(app) as line, closing(job):
        for event in job:
            match event:
                case Progress():
                    line.show(event.done, event.total, event.note)
                case PhotoFailed() | PhotoExcluded():
                    lost += 1
                    tell_lost(line, event)
                case HeadsDone():
                    done = event
    app.give(_shape(done), lambda: _view(done, app.language))
    return PARTLY_FAILED if lost else OK


def _shape(done: HeadsDone) -> dict[str, Any]:
    return {**asdict(done), "path": str(done.path)}


def _view(done: HeadsDone, language: str) -> str:
    rows: list[Sequence[str]] = [("style", "F1 of the prompts", "F1")]
    rows += [
        (label(after.style, language), f"{before.f1:.2f}", f"{after.f1:.2f}")
        for before, after in zip(done.before, done.after, strict=True)
    ]
    return "\n".join([table(rows, numbers=(1, 2)), say("heads_written", language, path=done.path)])
