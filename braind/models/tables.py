"""Small tables in JSON that come with BRAIND beside the nets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from braind.errors import ModelError


@contextmanager
def reading_table(path: Path, what: str) -> Iterator[Mapping[str, Any]]:
    """The table at ``path``; ``what`` is its name for people.

    Raises ModelError when it is missing, damaged, or not what the code in the block expects.
    """
    try:
        yield json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise ModelError(
            "table_unreadable",
            f"The {what} at {path} cannot be used: {error}.",
            "Reinstall BRAIND, or make it again with the training command.",
        ) from error
