"""Commands about photos: analyze, match, demo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from braind.cli.app import OK, PARTLY_FAILED, App, command
from braind.cli.progress import ProgressLine
from braind.cli.stale import tell_stale
from braind.cli.texts import say
from braind.vocabulary import DEFAULT_WEIGHTS, Part

if TYPE_CHECKING:
    from braind.engine import Engine, MatchResult

_PART_NAMES = {part.value: part for part in Part} | {
    "colour": Part.COLOR,
    "colors": Part.COLOR,
    "colours": Part.COLOR,
    "garment": Part.GARMENTS,
    "materials": Part.MATERIAL,
    "pattern": Part.MATERIAL,
}
_path = click.Path(path_type=Path)


class WeightsType(click.ParamType[dict[Part, float]]):
    """Weights of parts, as in ``style=2,colour=1``."""

    name = "weights"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> dict[Part, float]:
        """Read the option; a usage error names what is wrong."""
        if isinstance(value, dict):
            return value
        weights: dict[Part, float] = {}
        for item in str(value).split(","):
            name, _, number = (text.strip().lower() for text in item.partition("="))
            if name not in _PART_NAMES:
                self.fail(f"no part {name!r}; parts are {', '.join(Part)}", param, ctx)
            try:
                weight = float(number)
            except ValueError:
                self.fail(f"{item.strip()!r} has no number; write {name}=2", param, ctx)
            if not 0 <= weight < float("inf"):
                self.fail(f"the weight of {name} must be 0 or more", param, ctx)
            weights[_PART_NAMES[name]] = weight
        return weights


def check_weights(weights: Mapping[Part, float], parts: Sequence[Part]) -> None:
    """Pass if a recipe's looks, which have these ``parts``, can be compared so."""
    for part in weights:
        if part not in parts:
            raise click.UsageError(
                f"looks of this recipe have no part {part.value!r}; "
                "choose one that does with: braind recipe set visual fashion-siglip"
            )
    if not any(weights.get(part, DEFAULT_WEIGHTS[part]) for part in parts):
        raise click.UsageError("at least one weight must be above 0")


@command("analyze", reads=True)
@click.argument("photos", metavar="PHOTO…", nargs=-1, required=True, type=_path)
@click.option("--save", metavar="DIR", type=_path, help="Write cutouts and what the model saw.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64))
def analyze(app: App, photos: Sequence[Path], save: Path | None, workers: int) -> int:
    """Read photos: whole body, styles, ten answers, colours.

    A PHOTO is a picture, a folder, a zip archive or a PDF lookbook. With --save, DIR gets
    STEM.cutout.png (transparent, in the photo's own size) and STEM.seen.png (what the style
    model saw) of every photo with a person in it. A photo that is not of one whole body is
    "rejected", with the reason, and read all the same if somebody is in it.
    """
    from braind.cli.saving import Saver
    from braind.cli.shapes import report_shape
    from braind.cli.views import report_view

    saver = Saver(save) if save else None
    shapes, views, failed = [], [], 0
    with (
        app.engine() as engine,
        ProgressLine(app) as progress,
        closing(engine.analyze(photos, workers)) as reports,
    ):
        for done, report in enumerate(reports, 1):
            progress.show(done, max(done, len(photos)), report.path)
            shapes.append(report_shape(report))
            if not app.as_json:
                views.append(report_view(report, app.language))
            if saver:
                saver.save(report)
            failed += report.failure is not None
    app.give(shapes, lambda: "\n\n".join(views))
    return PARTLY_FAILED if failed else OK


@command("match", reads=True)
@click.argument("photo", metavar="PHOTO", type=_path)
@click.option("--top", default=10, show_default=True, type=click.IntRange(1, 1000))
@click.option(
    "--weights",
    type=WeightsType(),
    default=dict,
    metavar="PART=N,…",
    help="What counts how much, e.g. style=2,colour=1. Parts: style, colour, garments, "
    "material, season, and visual where the recipe has it; those not named keep their own weight.",
)
@click.option("--person", type=click.IntRange(1), help="Whom to match; 1 is the largest person.")
@click.option("--accept-partial", is_flag=True, help="Match half a body, too.")
@click.option("--html", metavar="FILE", type=_path, help="Write a page with the evidence.")
def match(
    app: App,
    photo: Path,
    top: int,
    weights: dict[Part, float],
    person: int | None,
    accept_partial: bool,
    html: Path | None,
) -> None:
    """Rank the brands by how much a photo looks like them."""
    from braind.cli.shapes import result_shape
    from braind.cli.views import match_view
    from braind.engine import look_ids_of

    with app.engine(read_only=True) as engine:
        check_weights(weights, engine.chosen.parts)
        number = None if person is None else person - 1
        result = engine.match(photo, top, weights, number, accept_partial=accept_partial)
        shape = result_shape(result, engine.photo_paths(look_ids_of(result.ranking)))
        app.give(shape, lambda: match_view(result, app.language))
        if html:
            write_page(app, engine, result, html)
        tell_stale(app, engine)


def write_page(app: App, engine: Engine, result: MatchResult, path: Path) -> None:
    """Write the page of a match and say where. Raises ``StoreError``."""
    from braind.files import write_whole

    write_whole(path, [engine.match_page(result, app.language).encode()])
    shown = str(path.absolute())
    app.tell({"event": "page", "path": shown}, say("page_written", app.language, path=shown))


@command("demo")
@click.option(
    "--folder",
    metavar="DIR",
    type=_path,
    help="Where to build it; else a new folder "
    "for temporary files. What is there already is used again.",
)
def demo(app: App, folder: Path | None) -> None:
    """Try it out: draw a small library, match a sample photo.

    Twelve invented brands are drawn and read with the shipped models; the ranking is printed with
    its reasons, and a page with the pictures behind it is written.
    """
    from braind.cli.demo import run_demo

    run_demo(app, folder)


COMMANDS = (analyze, match, demo)
