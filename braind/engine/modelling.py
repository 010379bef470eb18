"""The models that the user fetches, adds, checks, moves and removes."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

from braind.events import Progress
from braind.models.adding import add_model
from braind.models.licences import accept
from braind.models.loadtest import Limits
from braind.models.manifest import all_models, find_model
from braind.models.places import choose_folder, models_folder
from braind.models.recognising import find_sources
from braind.models.route import Line, Route, Server, known_servers
from braind.models.status import ModelsFolder, ModelStatus, describe_folder, status_of
from braind.models.upkeep import move_models, remove_model, verify_model
from braind.recipes import Recipe
from braind.registry import Stage

ModelJob = Generator[Progress | ModelStatus, None, None]


class ModelCalls:
    """The part of an engine that keeps models. Only ``get_model``, ``reach_server``
    and ``install_lavis`` use a net.

    Jobs yield ``Progress`` in bytes, whose note is a ``models.steps.Step``, and last the model's
    new status; closing one keeps what has arrived. Every call raises ``ModelError``; its codes
    are told by the functions of ``braind.models`` that do the work. What changes something also
    raises ``StoreError``: file_not_written.
    """

    def models(self) -> list[ModelStatus]:
        """Every known model and what there is of it, the shipped ones first."""
        return [status_of(model, models_folder()) for model in all_models()]

    def model(self, model_id: str) -> ModelStatus:
        """One model and what there is of it."""
        return status_of(find_model(model_id), models_folder())

    def models_for(self, recipe: Recipe) -> list[ModelStatus]:
        """The models that a recipe reads photos with, and what there is of them."""
        ids = dict.fromkeys(model for stage in Stage for model in recipe.models(stage))
        return [self.model(model_id) for model_id in ids]

    def models_folder(self) -> ModelsFolder:
        """Where fetched models lie, and what they take of the disk."""
        return describe_folder(models_folder())

    def model_servers(self) -> tuple[Server, ...]:
        """The servers to choose from, the default first; a ``Route`` also takes an address."""
        return known_servers()

    def reach_server(self, route: Route) -> None:
        """Return if a server answers; it is asked for nothing in particular."""
        from braind.models.transfer import reach

        reach(Line(route))

    def accept_licence(self, model_id: str) -> None:
        """Write down that the user accepts a model's licence; a fetch then goes ahead."""
        accept(models_folder(), find_model(model_id))

    def get_model(
        self,
        model_id: str,
        route: Route | None = None,
        *,
        accept_licence: bool = False,
        line: Line | None = None,
    ) -> ModelJob:
        """Fetch what is missing of a model, a job; the licence has to be accepted first.

        ``line`` overrules ``route`` and how patient to be.
        """
        from braind.models.fetching import get_model

        model, folder = find_model(model_id), models_folder()
        way = line or Line(route or Route())
        yield from get_model(model, folder, way, Limits(), accept_licence=accept_licence)
        yield status_of(model, folder)

    def add_model(
        self, paths: Sequence[Path], model_id: str = "", *, trust: bool = False
    ) -> ModelJob:
        """Copy a model from the user's files or folders, a job; without an id it is recognised.

        ``trust`` takes files whose bytes nobody published, after a warning.
        """
        model, sources = yield from find_sources(paths, model_id)
        yield from add_model(model, models_folder(), sources, Limits(), trust=trust)
        yield status_of(model, models_folder())

    def verify_model(self, model_id: str) -> ModelJob:
        """Hash a model's files again and try to load them, a job."""
        model = find_model(model_id)
        yield from verify_model(model, models_folder(), Limits())
        yield status_of(model, models_folder())

    def remove_model(self, model_id: str) -> ModelStatus:
        """Delete a fetched model, also what has arrived of it; its new status."""
        model = find_model(model_id)
        remove_model(model, models_folder())
        return status_of(model, models_folder())

    def move_models(self, folder: Path) -> Generator[Progress | ModelsFolder, None, None]:
        """Move all fetched models to another folder, a job that last yields the new one."""
        yield from move_models(models_folder(), folder)
        yield self.models_folder()

    def relink_models(self, folder: Path) -> ModelsFolder:
        """Use a folder that the user moved on their own; nothing is copied."""
        choose_folder(folder)
        return self.models_folder()

    def install_lavis(self) -> Generator[Progress | Path, None, None]:
        """Build the environment of the backend "lavis" anew, a job that last yields its folder.

        It counts steps; the notes are what is done and what pip says. A closed job leaves nothing.
        """
        from braind.lavis import install_lavis, lavis_home

        yield from install_lavis()
        yield lavis_home()
