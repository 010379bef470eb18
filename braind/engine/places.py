"""Where things lie on the user's machine unless the user says otherwise."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_config_path, user_data_path


def default_library() -> Path:
    """The library file of the command line and the window."""
    return user_data_path("braind", appauthor=False) / "library.braind"


def default_cache() -> Path:
    """The folder of what models computed once, such as word vectors."""
    return user_data_path("braind", appauthor=False) / "computed"


def default_settings() -> Path:
    """The file of the settings that command line and window share."""
    return user_config_path("braind", appauthor=False) / "settings.json"
