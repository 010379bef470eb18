"""Small files that are either there whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from braind.files import write_whole


def write_json(path: Path, value: object) -> None:
    """Write JSON, replacing an older file at once. Raises ``StoreError``: file_not_written."""
    content = json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8")
    write_whole(path, [content], private=True)


def read_json(path: Path) -> dict[str, Any]:
    """What a JSON file holds; nothing if it is not there or no longer readable."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
