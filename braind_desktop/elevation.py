"""Windows takes no drops from other programs for one that runs as administrator."""

from __future__ import annotations

import sys
from collections.abc import Callable


def is_elevated(
    platform: str = sys.platform, asks_windows: Callable[[], bool] | None = None
) -> bool:
    """True when this process runs as administrator on Windows."""
    return platform == "win32" and (asks_windows or _is_administrator)()


def _is_administrator() -> bool:
    import ctypes

    return bool(ctypes.windll.shell32.IsUserAnAdmin())  # type: ignore[attr-defined, unused-ignore]
