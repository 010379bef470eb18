"""Commands about the library: import, brands, profile, similar, mark, rename, remove."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from braind.cli.app import OK, PARTLY_FAILED, App, command
from braind.cli.progress import ProgressLine
from braind.cli.stale import tell_stale
from braind.cli.texts import say
from braind.events import Event, ImportFinished, PhotoExcluded, PhotoFailed, Progress
from braind.wording import reason_words

if TYPE_CHECKING:
    from braind.engine import Engine, Relinked
    from braind.insights.kinds import HonestProfile, SubStyle

_path = click.Path(path_type=Path)


@command("import", reads=True)
@click.argument("sources", metavar="SOURCE…", nargs=-1, type=_path)
@click.option("--sample", is_flag=True, help="Draw the sample's brands and import those.")
@click.option("--brand", metavar="NAME", help="The brand of all these photos.")
@click.option("--brand-per-folder", is_flag=True, help="Every folder in SOURCE is a brand.")
@click.option("--lookbook", metavar="NAME", help="Put the looks into this lookbook of the brand.")
@click.option("--accept-partial", is_flag=True, help="Keep people who are cut off, too.")
@click.option("--one-person", is_flag=True, help="Leave out photos of several people.")
@click.option(
    "--folder-name",
    "names",
    metavar="FOLDER=NAME",
    multiple=True,
    help="Call a folder's brand NAME; without a name, leave the folder out.",
)
@click.option("--skip", metavar="PHOTO", multiple=True, help="Leave out this photo.")
@click.option("--only", metavar="PHOTO", multiple=True, help="Import this photo and no other.")
@click.option("--copy", is_flag=True, help="Keep copies of the photos beside the library.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64))
def import_(
    app: App,
    sources: Sequence[Path],
    sample: bool,
    brand: str | None,
    brand_per_folder: bool,
    lookbook: str | None,
    accept_partial: bool,
    one_person: bool,
    names: Sequence[str],
    skip: Sequence[str],
    only: Sequence[str],
    copy: bool,
    workers: int,
) -> int:
    """Read the photos of brands into the library.

    A SOURCE is a picture, a folder, a zip archive or a PDF lookbook. Photos that the library has
    are skipped, so an import that was stopped goes on when it is run again. Photos without a
    whole body are left out, with the reason. A PHOTO is named as news of the import name it.
    """
    if bool(sources) == sample:
        raise click.UsageError("give a SOURCE, or --sample")
    if sample:
        with app.engine() as engine:
            return PARTLY_FAILED if follow_import(app, engine.import_sample()).failed else OK
    if bool(brand) == brand_per_folder:
        raise click.UsageError("give either --brand NAME or --brand-per-folder")
    if brand is not None and not brand.strip():
        raise click.UsageError("the brand needs a name")
    if not all("=" in pair for pair in names):
        raise click.UsageError("write --folder-name FOLDER=NAME")
    with app.engine() as engine:
        job = engine.import_photos(
            sources,
            brand,
            lookbook,
            accept_partial=accept_partial,
            one_person=one_person,
            names=dict(pair.rsplit("=", 1) for pair in names),
            skip=skip,
            only=only,
            copy=copy,
            workers=workers,
        )
        return PARTLY_FAILED if follow_import(app, job).failed else OK


@command("reanalyze", reads=True)
@click.option("--brand", metavar="NAME", help="Only the photos of this brand.")
@click.option("--look-in", metavar="DIR", type=_path, help="Where photos may have been moved to.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64))
def reanalyze(app: App, brand: str | None, look_in: Path | None, workers: int) -> int:
    """Read the library's photos again by the recipe in use.

    Only photos that this recipe has not read are read, so it can be stopped and run again. What
    other recipes read is kept. With --look-in, photos that were moved are found by their content.
    """
    with _existing(app) as engine:
        if look_in is not None:
            follow_relink(app, engine.relink(look_in))
        job = engine.reanalyze(brand, workers)
        return PARTLY_FAILED if follow_import(app, job).failed else OK


def follow_relink(app: App, job: Iterator[Progress | Relinked]) -> None:
    """Look for moved photos, and say how many were found."""
    with ProgressLine(app) as progress:
        for event in job:
            if isinstance(event, Progress):
                progress.show(event.done, event.total, event.note)
            else:
                shape = {"event": "relinked", "found": event.found, "missing": event.missing}
                progress.tell(shape, say("relinked", app.language, found=event.found))


def follow_import(
    app: App, job: Generator[Event, None, None], *, is_quiet: bool = False
) -> ImportFinished:
    """Run an import to its end, telling of it; ``is_quiet`` leaves the counts to the caller."""
    from braind.cli.shapes import event_shape
    from braind.cli.views import finished_view

    reasons: Counter[str] = Counter()
    counts = ImportFinished(0, 0, 0, 0)
    # Closed here, while the library is open: an interrupt may hit us instead of the job.
    with ProgressLine(app) as progress, closing(job):
        for event in job:
            if isinstance(event, Progress):
                progress.show(event.done, event.total, event.note)
                continue
            if isinstance(event, PhotoExcluded):
                reasons[reason_words(event.reasons[:1], app.language)] += 1
            if isinstance(event, ImportFinished):
                counts = event
                continue
            failure = f"{event.path}: {event.message}" if isinstance(event, PhotoFailed) else ""
            progress.tell(event_shape(event), failure)
    if not is_quiet:
        app.give(event_shape(counts), lambda: finished_view(counts, reasons, app.language))
    return counts


@command("brands")
def brands(app: App) -> None:
    """List the brands of the library."""
    from braind.cli.shapes import brand_shape
    from braind.cli.views import brands_view

    with app.engine(read_only=True) as engine:
        found = engine.brands()
        app.give([brand_shape(brand) for brand in found], lambda: brands_view(found, app.language))


@command("profile")
@click.argument("brand", metavar="BRAND")
def profile(app: App, brand: str) -> None:
    """Show what a brand's looks have in common, how far to trust that, and its neighbours."""
    from braind.cli.profile_shapes import profile_shape
    from braind.cli.profile_views import neighbours_view, profile_view, sub_styles_view
    from braind.cli.shapes import ranking_shape
    from braind.cli.views import ranking_view
    from braind.engine import look_ids_of

    with app.engine(read_only=True) as engine:
        found, honest = engine.brand(brand), engine.honest_profile(brand)
        groups, near = engine.sub_styles(brand), engine.similar(brand, top=3)
        excluded, origins = len(engine.excluded(brand)), engine.origins(brand)
        paths = engine.photo_paths(_shown_looks(honest, groups))
        shape = {
            **profile_shape(found, honest, groups, paths),
            "excluded": excluded,
            "packs": [asdict(origin) for origin in origins],
            "stale": engine.stale_count(),
            "nearest_brands": ranking_shape(near, engine.photo_paths(look_ids_of(near))),
        }
        text = [
            profile_view(found, honest, excluded, origins, paths, app.language),
            sub_styles_view(groups, app.language),
            say("nearest_brands", app.language) + "\n" + ranking_view(near, app.language),
            neighbours_view(honest, app.language),
        ]
        app.give(shape, lambda: "\n\n".join(filter(None, text)))
        tell_stale(app, engine)


def _shown_looks(honest: HonestProfile, groups: Sequence[SubStyle]) -> list[int]:
    inside = (look for group in groups for look in group.look_ids)
    return [*honest.profile.typical, *honest.profile.outliers, *inside]


@command("similar")
@click.argument("brand", metavar="BRAND")
@click.option("--top", default=5, show_default=True, type=click.IntRange(1, 1000))
def similar(app: App, brand: str, top: int) -> None:
    """Rank the other brands by how alike they are to a brand."""
    from braind.cli.shapes import ranking_shape
    from braind.cli.views import ranking_view
    from braind.engine import look_ids_of

    with app.engine(read_only=True) as engine:
        ranking = engine.similar(brand, top)
        shape = ranking_shape(ranking, engine.photo_paths(look_ids_of(ranking)))
        app.give({"brand": brand, **shape}, lambda: ranking_view(ranking, app.language))
        tell_stale(app, engine)


@command("mark")
@click.argument("brand", metavar="BRAND")
@click.option("--mine/--not-mine", "is_mine", default=None, help="It is your own brand.")
@click.option(
    "--well-known/--not-well-known",
    "is_well_known",
    default=None,
    help="Matches name the most similar brand among these.",
)
def mark(app: App, brand: str, is_mine: bool | None, is_well_known: bool | None) -> None:
    """Say that a brand is your own, or well known."""
    from braind.cli.shapes import brand_shape
    from braind.cli.views import marks_view

    if is_mine is None and is_well_known is None:
        raise click.UsageError("say --mine, --well-known or their opposites")
    with _existing(app) as engine:
        marked = engine.mark(brand, is_mine=is_mine, is_well_known=is_well_known)
        marks = marks_view(marked, app.language) or say("no_marks", app.language)
        app.give(brand_shape(marked), lambda: f"{marked.name}: {marks}")


@command("rename")
@click.argument("brand", metavar="BRAND")
@click.argument("new", metavar="NEW-NAME")
def rename(app: App, brand: str, new: str) -> None:
    """Give a brand another name."""
    from braind.cli.shapes import brand_shape

    with _existing(app) as engine:
        renamed = engine.rename(brand, new)
        text = say("renamed", app.language, old=brand, new=renamed.name)
        app.give(brand_shape(renamed), lambda: text)


@command("remove")
@click.argument("brand", metavar="BRAND")
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(app: App, brand: str, yes: bool) -> None:
    """Take a brand and its looks out of the library.

    The photos themselves are not touched.
    """
    from braind.cli.shapes import brand_shape

    with _existing(app) as engine:
        found = engine.brand(brand)
        words = {"brand": found.name, "looks": f"{found.looks:,}"}
        if not yes and sys.stdin.isatty() and not app.as_json:
            click.confirm(say("confirm_remove", app.language, **words), abort=True, err=True)
        engine.remove(brand)
        app.give(brand_shape(found), lambda: say("removed", app.language, **words))


def _existing(app: App) -> Engine:
    """An engine that writes into a library which is there: a typing error must not make one."""
    with app.engine(read_only=True) as reader:
        reader.brands()
    return app.engine()


COMMANDS = (import_, reanalyze, brands, profile, similar, mark, rename, remove)
