"""Commands about brand packs: pack make, pack open, pack key."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from braind.cli.app import App, command
from braind.cli.progress import follow
from braind.cli.stale import tell_stale
from braind.cli.texts import say

if TYPE_CHECKING:
    from braind.engine import Engine
    from braind.packs import Pack

_path = click.Path(path_type=Path)


@command("make")
@click.argument("brands", metavar="BRAND…", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", required=True, type=_path)
@click.option("--owner", metavar="TEXT", default="", help="Whose brands they are.")
@click.option("--licence", metavar="TEXT", default="", help="What others may do with the pack.")
@click.option("--thumbnails/--no-thumbnails", default=True, help="With small pictures, or without.")
@click.option("--sign", "key", metavar="KEYFILE", type=_path, help="Sign it with this private key.")
def make(
    app: App,
    brands: Sequence[str],
    output: Path,
    owner: str,
    licence: str,
    thumbnails: bool,
    key: Path | None,
) -> None:
    """Write brands into a pack that others can compare with.

    A pack holds what was read in the photos and, if you like, thumbnails without faces. It never
    holds photos, file names, paths, times or camera data.
    """
    from braind.cli.pack_views import pack_shape, pack_view

    with app.engine(read_only=True) as engine:
        job = engine.make_pack(brands, output, licence, owner, thumbnails=thumbnails, key=key)
        pack = follow(app, job)
        written = say("pack_written", app.language, path=output)
        shape = {"file": str(output), **pack_shape(pack)}
        app.give(shape, lambda: f"{written}\n{pack_view(pack, app.language)}")
        tell_stale(app, engine)


@command("open")
@click.argument("file", metavar="FILE", type=_path)
@click.option("--merge", is_flag=True, help="Put its brands into the library.")
@click.option("--refuse-taken", is_flag=True, help="Merge nothing when a brand's name is taken.")
@click.option("--brand", metavar="BRAND", help="Rank its brands by likeness to one of yours.")
@click.option(
    "--photo", metavar="PHOTO", type=_path, help="Rank its brands by likeness to a photo."
)
@click.option("--top", default=10, show_default=True, type=click.IntRange(1, 1000))
@click.option("--signer", metavar="KEY", default="", help="Refuse it unless this key signed it.")
def open_(
    app: App,
    file: Path,
    merge: bool,
    refuse_taken: bool,
    brand: str | None,
    photo: Path | None,
    top: int,
    signer: str,
) -> None:
    """Look into a pack, compare with it, or merge it into the library.

    Without --merge the library stays as it is. A merged brand whose name is taken is called
    "NAME (pack)"; merging the same pack again adds nothing.
    """
    if sum((merge, brand is not None, photo is not None)) > 1:
        raise click.UsageError("give one of --merge, --brand and --photo")
    if refuse_taken and not merge:
        raise click.UsageError("--refuse-taken goes with --merge")
    with app.engine(read_only=not merge) as engine:
        pack = follow(app, engine.open_pack(file, signer))
        query = brand if brand is not None else photo
        if merge:
            _merge(app, engine, pack, rename=not refuse_taken)
        elif query is not None:
            _compare(app, engine, pack, query, top)
        else:
            _show(app, pack)


@command("key")
@click.option("-o", "--output", metavar="KEYFILE", required=True, type=_path)
def key(app: App, output: Path) -> None:
    """Make a private key to sign packs with, and show its public key.

    Keep the file to yourself. Give the public key to those who are to check your packs.
    """
    with app.engine(read_only=True) as engine:
        public = engine.make_pack_key(output)
    text = say("key_written", app.language, path=output, public=public)
    app.give({"file": str(output), "public_key": public}, lambda: text)


def _show(app: App, pack: Pack) -> None:
    from braind.cli.pack_views import pack_shape, pack_view

    app.give(pack_shape(pack), lambda: pack_view(pack, app.language))


def _merge(app: App, engine: Engine, pack: Pack, *, rename: bool) -> None:
    from braind.cli.pack_views import merged_shape, merged_view

    merged = follow(app, engine.merge_pack(pack, rename=rename))
    app.give(merged_shape(merged), lambda: merged_view(merged, app.language))


def _compare(app: App, engine: Engine, pack: Pack, query: str | Path, top: int) -> None:
    from braind.cli.pack_views import compared_shape
    from braind.cli.views import ranking_view
    from braind.engine import look_ids_of

    compared = engine.compare_pack(pack, query, top)
    paths = engine.photo_paths(look_ids_of(compared.ranking))
    app.give(compared_shape(compared, paths), lambda: ranking_view(compared.ranking, app.language))


COMMANDS = (
    click.Group(
        "pack", commands=[make, open_, key], help="Exchange brands with others, without photos."
    ),
)
