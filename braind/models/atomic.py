"""Small files that are either there whole or not at all."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from braind.errors import ModelError


def put_in_place(part: Path, target: Path) -> None:
    """Give a written file its name, after its bytes have reached the disk."""
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())
    part.replace(target)


def write_json(path: Path, value: object) -> None:
    """Write JSON, replacing an older file at once. Raises ``ModelError``."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(value, ensure_ascii=False, indent=2), encoding="utf-8")
        put_in_place(part, path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise ModelError(
            "models_folder_unwritable",
            f"“{path}” cannot be written ({error.strerror}).",
            "Choose another folder for the models, or ask for write permission.",
            path=str(path),
        ) from error


def read_json(path: Path) -> dict[str, Any]:
    """What a JSON file holds; nothing if it is not there or no longer readable."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
