"""Commands about models: models list, get, verify, remove, add, move, licences, install-lavis."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from braind.cli.app import App, command
from braind.cli.progress import ProgressLine, follow
from braind.cli.texts import say
from braind.errors import ModelError
from braind.lavis import INSTALL_LAVIS, lavis_is_there

if TYPE_CHECKING:
    from braind.engine import Engine
    from braind.engine.modelling import ModelJob
    from braind.events import Progress
    from braind.models.status import ModelStatus

_path = click.Path(path_type=Path)
_ids = click.argument("ids", metavar="ID…", nargs=-1, required=True)


@command("list")
@click.argument("ids", metavar="[ID…]", nargs=-1)
def list_(app: App, ids: Sequence[str]) -> None:
    """List the models: what they are for, whether they are there, their licences."""
    from braind.cli.model_views import folder_shape, model_shape, models_view

    with app.engine(read_only=True) as engine:
        folder = engine.models_folder()
        found = [engine.model(one) for one in ids] or engine.models()
    shape = {**folder_shape(folder), "models": [model_shape(one) for one in found]}
    shape["lavis"] = {"is_there": lavis_is_there(), "install": INSTALL_LAVIS}
    app.give(shape, lambda: models_view(found, folder, app.language))


@command("get")
@click.argument("ids", metavar="[ID…]", nargs=-1)
@click.option("--recipe", metavar="NAME", default="", help="All that this recipe needs.")
@click.option("--accept-licence", is_flag=True, help="You have read its licence and accept it.")
@click.option(
    "--server", metavar="URL", default="", help="official, mirror or an address to fetch from."
)
@click.option("--proxy", metavar="URL", help="Go through this proxy; “none” goes through none.")
@click.option(
    "--certificates", metavar="FILE", type=_path, help="Trust the authorities of a PEM file too."
)
def get(
    app: App,
    ids: Sequence[str],
    recipe: str,
    accept_licence: bool,
    server: str,
    proxy: str | None,
    certificates: Path | None,
) -> None:
    """Download models. Only this command and install-lavis use the network.

    What has arrived is kept when it is stopped; the same command goes on from there. The server
    is that of HF_ENDPOINT, the proxy that of the system, unless you say otherwise.
    """
    from braind.models.route import Route

    if bool(ids) == bool(recipe):
        raise click.UsageError("give models or --recipe")
    route = Route(server, "" if proxy == "none" else proxy, certificates)
    with app.engine(read_only=True) as engine:
        if recipe:
            needed = engine.models_for(app.preferences().find(recipe))
            ids = [one.model.id for one in needed if not one.is_usable]

        def get_one(model_id: str) -> ModelJob:
            accepts = accept_licence or _asked(app, engine.model(model_id))
            return engine.get_model(model_id, route, accept_licence=accepts)

        _each(app, engine, ids, get_one)


@command("verify")
@click.argument("ids", metavar="[ID…]", nargs=-1)
def verify(app: App, ids: Sequence[str]) -> None:
    """Check models byte by byte, and try to load them; without an ID all that are there."""
    with app.engine(read_only=True) as engine:
        there = [one.model.id for one in engine.models() if one.is_usable]
        _each(app, engine, ids or there, engine.verify_model)


@command("add")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=_path)
@click.option("--as", "model_id", metavar="ID", default="", help="Which model it is.")
@click.option("--trust", is_flag=True, help="Take files that nobody can vouch for but you.")
def add(app: App, files: Sequence[Path], model_id: str, trust: bool) -> None:
    """Add a model from files or folders that you have, without the network.

    Files are copied. A file whose hash is published is recognised by it; say which model others
    are. PyTorch files (.pt, .pth) are programs: trust only those whose maker you trust.
    """
    with app.engine(read_only=True) as engine:
        job = engine.add_model(files, model_id, trust=trust)
        _tell(app, [follow(app, job, partial(_show, app))])


@command("remove")
@_ids
def remove(app: App, ids: Sequence[str]) -> None:
    """Delete downloaded or added models; those that ship with BRAIND stay."""
    with app.engine(read_only=True) as engine:
        _tell(app, [engine.remove_model(one) for one in ids])


@command("move")
@click.argument("folder", metavar="FOLDER", type=_path)
@click.option("--relink", is_flag=True, help="You moved the models there yourself.")
def move(app: App, folder: Path, relink: bool) -> None:
    """Keep downloaded models in another folder: copied, compared, and only then deleted here."""
    from braind.cli.model_views import folder_shape, folder_view

    with app.engine(read_only=True) as engine:
        if relink:
            found = engine.relink_models(folder)
        else:
            found = follow(app, engine.move_models(folder), partial(_show, app))
    app.give(folder_shape(found), lambda: folder_view(found, app.language))


@command("licences")
def licences(app: App) -> None:
    """Show the licence of every model, and which you have accepted."""
    from braind.cli.model_views import licence_shape, licences_view

    with app.engine(read_only=True) as engine:
        found = engine.models()
    shapes = [{"id": one.model.id, **licence_shape(one)} for one in found]
    app.give(shapes, lambda: licences_view(found, app.language))


@command("install-lavis")
def install_lavis(app: App) -> None:
    """Build an environment of its own for LAVIS (6 GB, from the network; needs Python 3.11).

    The backend “lavis” answers questions in it. Its model you bring yourself: models add.
    """
    with app.engine(read_only=True) as engine:
        folder = follow(app, engine.install_lavis())
    app.give({"environment": str(folder)}, lambda: say("lavis_ready", app.language, folder=folder))


def _asked(app: App, status: ModelStatus) -> bool:
    """Whether somebody at the terminal accepts a licence that was not accepted before."""
    from braind.cli.model_views import licence_question

    if status.licence_accepted or app.as_json or not sys.stdin.isatty():
        return False
    return click.confirm(licence_question(status.model, app.language), abort=True, err=True)


def _show(app: App, line: ProgressLine, step: Progress) -> None:
    from braind.cli.model_views import megabytes

    counts = f"{megabytes(step.done)} / {megabytes(step.total)}"
    note = step.note if app.as_json else say(f"step_{step.note}", app.language)
    line.show(step.done, step.total, note, counts)


def _each(app: App, engine: Engine, ids: Sequence[str], job: Callable[[str], ModelJob]) -> None:
    """Do a job for every model, also after one has failed; then the first failure counts."""
    for one in ids:
        engine.model(one)  # a wrong id is told before anything is done
    failures: list[ModelError] = []
    for one in ids:
        try:
            follow(app, job(one), partial(_show, app))
        except ModelError as error:
            failures.append(error)
    _tell(app, [engine.model(one) for one in ids])
    for other in failures[1:]:
        app.tell({"event": "error", "code": other.code, "message": other.what}, f"braind: {other}")
    if failures:
        raise failures[0]


def _tell(app: App, statuses: Sequence[ModelStatus]) -> None:
    from braind.cli.model_views import model_shape, statuses_view

    shapes = [model_shape(one) for one in statuses]
    app.give(shapes, lambda: statuses_view(statuses, app.language))


COMMANDS = (
    click.Group(
        "models",
        commands=[list_, get, verify, add, remove, move, licences, install_lavis],
        help="Keep the models that read photos: list, download, check, remove them.",
    ),
)
