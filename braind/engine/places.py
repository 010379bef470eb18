"""Where things lie on the user's machine unless the user says otherwise."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path


def default_library() -> Path:
    """The library file of the command line and the window."""
    return user_data_path("braind", appauthor=False) / "library.braind"
