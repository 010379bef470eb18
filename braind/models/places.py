"""Where models lie: the shipped ones, those of packages, and the folder of fetched ones."""

from __future__ import annotations

import json
import os
from importlib.util import find_spec
from pathlib import Path, PurePosixPath, PureWindowsPath

from platformdirs import user_data_path

from braind.errors import ModelError
from braind.models.atomic import write_json
from braind.models.kinds import ModelFile, Origin

FOLDER_VARIABLE = "BRAIND_MODELS"


def resources_folder() -> Path:
    """Where the shipped files lie: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def models_folder() -> Path:
    """The folder of fetched models: $BRAIND_MODELS, else the chosen one, else the user's data."""
    fixed = os.environ.get(FOLDER_VARIABLE)
    return Path(fixed) if fixed else _chosen_folder() or _data_folder() / "models"


def choose_folder(folder: Path) -> None:
    """Remember another folder for fetched models.

    Raises ``ModelError`` under $BRAIND_MODELS, and ``StoreError``.
    """
    refuse_fixed_folder()
    write_json(_settings_file(), {"folder": str(folder.absolute())})


def refuse_fixed_folder() -> None:
    """Raise ``ModelError`` where the environment decides on the folder."""
    if os.environ.get(FOLDER_VARIABLE):
        raise ModelError(
            "models_folder_fixed",
            f"The environment variable {FOLDER_VARIABLE} says where models lie.",
            "Change or unset it.",
        )


def _data_folder() -> Path:
    return user_data_path("braind", appauthor=False)


def _settings_file() -> Path:
    return _data_folder() / "models-folder.json"


def _chosen_folder() -> Path | None:
    try:
        return Path(json.loads(_settings_file().read_text(encoding="utf-8"))["folder"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def home_of(model: ModelFile, folder: Path | None = None) -> Path:
    """The folder that holds a model's files; a carrying package is located, never imported.

    ``folder`` holds the fetched models, by default ``models_folder()``. Raises ``ModelError``
    for a package that is not installed.
    """
    if model.package:
        return _package_folder(model)
    if model.origin is Origin.EMBEDDED:
        return resources_folder()
    return (folder or models_folder()) / model.id


def _package_folder(model: ModelFile) -> Path:
    spec = find_spec(model.package)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            "model_missing",
            f"The package {model.package!r}, which carries the model {model.id!r}, is missing.",
            f"Run: {model.install_line}",
            model=model.id,
        )
    return Path(next(iter(spec.submodule_search_locations)))


def inside(home: Path, path: str) -> Path:
    """A file below a folder. Raises ``ModelError`` for a path that leads out of it."""
    parts = PurePosixPath(path).parts
    windows = PureWindowsPath(path)
    if not parts or ".." in parts or "\\" in path or windows.drive or windows.root:
        raise ModelError("model_path_unsafe", f"“{path}” is not a file name for a model.")
    return home.joinpath(*parts)
