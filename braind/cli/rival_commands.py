"""Commands that set a brand against others: compare, lookalikes, whatif, drift."""

from __future__ import annotations

from collections.abc import Sequence

import click

from braind.cli.app import App, command
from braind.cli.stale import tell_stale

_brand = click.argument("brand", metavar="BRAND")


@command("compare")
@_brand
@click.argument("other", metavar="OTHER")
def compare(app: App, brand: str, other: str) -> None:
    """Say what a brand shares with another, and what sets it apart."""
    from braind.cli.rival_shapes import differentiation_shape
    from braind.cli.rival_views import differentiation_view

    with app.engine(read_only=True) as engine:
        ours, found = engine.brand(brand), engine.differences(brand, other)
        paths = engine.photo_paths(found.own_looks)
        app.give(
            differentiation_shape(ours, found, paths),
            lambda: differentiation_view(ours, found, paths, app.language),
        )
        tell_stale(app, engine)


@command("lookalikes")
@_brand
def lookalikes(app: App, brand: str) -> None:
    """Find looks that other brands have nearly the same."""
    from braind.cli.rival_shapes import look_alikes_shape
    from braind.cli.rival_views import look_alikes_view

    with app.engine(read_only=True) as engine:
        ours, found = engine.brand(brand), engine.look_alikes(brand)
        pairs = (alike.pair for alike in found)
        paths = engine.photo_paths(look for p in pairs for look in (p.query_look, p.look))
        app.give(
            look_alikes_shape(ours, found, paths),
            lambda: look_alikes_view(found, paths, app.language),
        )
        tell_stale(app, engine)


@command("whatif")
@_brand
@click.option("--drop", metavar="LOOK", multiple=True, type=int, help="Without this look.")
@click.option("--add", metavar="LOOK", multiple=True, type=int, help="With this look.")
@click.option("--without-lookbook", metavar="NAME", multiple=True, help="Without a lookbook of it.")
@click.option(
    "--with-lookbook",
    metavar="BRAND NAME",
    multiple=True,
    nargs=2,
    help="With the looks of another brand's lookbook.",
)
def whatif(
    app: App,
    brand: str,
    drop: Sequence[int],
    add: Sequence[int],
    without_lookbook: Sequence[str],
    with_lookbook: Sequence[tuple[str, str]],
) -> None:
    """Imagine a brand with looks dropped or added; the library stays as it is.

    Looks are named by their numbers, which “similar”, “compare” and “lookalikes” tell. Every
    option can be given several times.
    """
    from braind.cli.rival_shapes import what_if_shape
    from braind.cli.rival_views import what_if_view

    if not (drop or add or without_lookbook or with_lookbook):
        raise click.UsageError("say what to drop or to add")
    with app.engine(read_only=True) as engine:
        ours = engine.brand(brand)
        change = engine.what_if(
            brand, drop, add, drop_lookbooks=without_lookbook, add_lookbooks=with_lookbook
        )
        app.give(what_if_shape(ours, change), lambda: what_if_view(ours, change, app.language))
        tell_stale(app, engine)


@command("drift")
@_brand
def drift(app: App, brand: str) -> None:
    """Show how a brand moved season over season.

    Seasons are read from the names of its lookbooks, for example “SS24” or “2024 봄/여름”.
    """
    from braind.cli.rival_shapes import drift_shape
    from braind.cli.rival_views import drift_view

    with app.engine(read_only=True) as engine:
        ours, steps = engine.brand(brand), engine.drift(brand)
        undated = engine.undated_looks(brand)
        app.give(
            drift_shape(ours, steps, undated), lambda: drift_view(steps, undated, app.language)
        )
        tell_stale(app, engine)


COMMANDS = (compare, lookalikes, whatif, drift)
