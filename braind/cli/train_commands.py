"""Commands of the training lab: the group train, and style and explain in it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from braind.cli.app import OK, PARTLY_FAILED, App, command
from braind.cli.progress import ProgressLine, tell_lost
from braind.cli.train_body_commands import body, propose
from braind.cli.train_cluster_commands import cluster
from braind.cli.train_heads_commands import heads
from braind.events import PhotoExcluded, PhotoFailed, Progress
from braind.lab.kinds import (
    EpochDone,
    Family,
    FamilyDone,
    HeatSeen,
    PartsMade,
    StylePlan,
    View,
    require,
)
from braind.vocabulary import Style

if TYPE_CHECKING:
    from braind.lab.study import StudyEvent
    from braind.letterbox import Size

_path = click.Path(path_type=Path)
_PLAN = StylePlan()


class SizeType(click.ParamType["Size"]):
    """Width and height in pixels, as in ``128x256``."""

    name = "size"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Size:
        """Read the option; a usage error says how it is written."""
        if isinstance(value, tuple):
            return value
        sides = str(value).lower().replace("×", "x").split("x")
        if len(sides) != 2 or not all(side.isdigit() and 32 <= int(side) <= 512 for side in sides):
            self.fail(f"{value!r} is no size; write WIDTHxHEIGHT, each from 32 to 512", param, ctx)
        return int(sides[0]), int(sides[1])


class WeightsType(click.ParamType["tuple[Family, Path]"]):
    """A file to start a family from, as in ``swin=swin_t.pth``."""

    name = "weights"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Family, Path]:
        """Read the option; a usage error names the families."""
        family, _, path = str(value).partition("=")
        if family not in Family.__members__.values() or not path:
            self.fail(f"write FAMILY=FILE; families are {', '.join(Family)}", param, ctx)
        return Family(family), Path(path)


@command("style")
@click.argument("data", metavar="DATA", type=_path)
@click.option("-o", "--output", metavar="FOLDER", required=True, type=_path)
@click.option("--family", "families", multiple=True, type=click.Choice([f.value for f in Family]),
              help="Train only this one; may be repeated.")  # fmt: skip
@click.option("--size", type=SizeType(), metavar="WxH", default=_PLAN.size, show_default="128x256",
              help="Size of the pictures that are learned from.")  # fmt: skip
@click.option("--raw", is_flag=True, help="Learn from whole photos, not from cutouts.")
@click.option("--epochs", default=_PLAN.epochs, show_default=True, type=click.IntRange(1, 1000))
@click.option("--patience", default=_PLAN.patience, show_default=True, type=click.IntRange(1, 1000),
              help="Stop after so many epochs without a better one.")  # fmt: skip
@click.option("--batch", default=_PLAN.batch, show_default=True, type=click.IntRange(2, 1024))
@click.option("--seed", default=_PLAN.seed, show_default=True, type=click.IntRange(0))
@click.option("--split", metavar="NAME", help="Only photos whose column “split” says NAME.")
@click.option("--limit", type=click.IntRange(1), help="Only so many photos, spread over all.")
@click.option("--weights", multiple=True, type=WeightsType(), metavar="FAMILY=FILE",
              help="Start from a file of weights, not at random; may be repeated.")  # fmt: skip
def style(
    app: App,
    data: Path,
    output: Path,
    families: Sequence[str],
    size: Size,
    raw: bool,
    epochs: int,
    patience: int,
    batch: int,
    seed: int,
    split: str | None,
    limit: int | None,
    weights: Sequence[tuple[Family, Path]],
) -> int:
    """Train style classifiers on your own photos, and compare four families of nets.

    DATA is a folder with a folder of photos for each style, or a CSV file (or a folder with
    labels.csv) with a column "photo" and either a column for each style (0, 1 or 2) or a column
    "styles" with a list of them. A column "shoot", or folders inside those of the styles, tell
    which photos were taken together; else photos taken in one place or within an hour of each
    other, and copies, count as one shoot. No shoot is both learned from and measured on.

    Stopped and started again with the same options, it goes on where it was.
    """
    from braind.cli.train_views import families_shape, families_view
    from braind.insights.shoots import even_places
    from braind.labelled import read_labels

    labelled = read_labels(data, split)
    if limit is not None:
        labelled = [labelled[place] for place in even_places(len(labelled), limit)]
    require("train", "torch", "torchvision", "onnx")
    from braind.lab.study import compare_families

    plan = StylePlan(
        tuple(map(Family, families)) or _PLAN.families, size, View.PHOTO if raw else View.CUTOUT,
        epochs, patience, batch, _PLAN.rate, seed, dict(weights),
    )  # fmt: skip
    done, made, lost = _follow_study(app, compare_families(labelled, output, plan))
    app.give(families_shape(done, made), lambda: families_view(done, app.language))
    return PARTLY_FAILED if lost else OK


def _follow_study(
    app: App, study: Generator[StudyEvent, None, None]
) -> tuple[list[FamilyDone], PartsMade | None, int]:
    """Tell what happens; what each family gave, the split, and how many photos were lost."""
    from braind.cli.train_views import parts_shape, parts_view

    done: list[FamilyDone] = []
    made, lost = None, 0
    with ProgressLine(app) as line, closing(study) as job:
        for event in job:
            match event:
                case Progress():
                    line.show(event.done, event.total, event.note)
                case PhotoFailed() | PhotoExcluded():
                    lost += 1
                    tell_lost(line, event)
                case PartsMade():
                    made = event
                    line.tell(parts_shape(made), parts_view(made, app.language))
                case EpochDone():
                    tell_epoch(line, event)
                case FamilyDone():
                    done.append(event)
    return done, made, lost


@command("explain")
@click.argument("model", metavar="MODEL", type=_path)
@click.argument("photos", metavar="PHOTO…", nargs=-1, required=True, type=_path)
@click.option("-o", "--output", metavar="FOLDER", required=True, type=_path)
@click.option("--style", "wanted", type=click.Choice([s.value for s in Style]),
              help="Explain this style, not the one the photo has most of.")  # fmt: skip
def explain(app: App, model: Path, photos: Sequence[Path], output: Path, wanted: str | None) -> int:
    """Show where a classifier of "train style" looks (Grad-CAM).

    MODEL is its .onnx file. FOLDER gets a picture for each photo. The table says how much of the
    heat lies on the face, the bag, the background, the garments and the skin, and how large each
    of them is: a net that looks at clothes has more heat on garments than their size.
    """
    from braind.cli.train_views import heat_shape, heat_view

    require("train", "torch", "torchvision")
    from braind.lab.explain import explain as explain_photos

    job = explain_photos(model, photos, output, Style(wanted) if wanted else None)
    seen: list[HeatSeen] = []
    lost = 0
    with ProgressLine(app) as line, closing(job):
        for event in job:
            match event:
                case Progress():
                    line.show(event.done, event.total, event.note)
                case HeatSeen():
                    seen.append(event)
                case _:
                    lost += 1
                    tell_lost(line, event)
    app.give(heat_shape(seen), lambda: heat_view(seen, app.language))
    return PARTLY_FAILED if lost else OK


def tell_epoch(line: ProgressLine, event: EpochDone) -> None:
    """Show how far a net is; programs get the numbers."""
    shape = {
        "event": "epoch", "family": event.family, "epoch": event.epoch, "loss": event.loss,
        "score": event.score, "seconds": event.seconds,
    }  # fmt: skip
    note = f"loss {event.loss:.3f}, precision {event.score:.3f} ({event.seconds:.0f} s)"
    line.tell(shape, f"{event.family} {event.epoch}/{event.epochs}: {note}")


COMMANDS = (
    click.Group(
        "train",
        commands=[style, heads, explain, propose, body, cluster],
        help="Train on your own photos (extra “train”).",
    ),
)
