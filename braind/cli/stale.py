"""Looks that other models have read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from braind.cli.app import App
from braind.cli.texts import say

if TYPE_CHECKING:
    from braind.engine import Engine


def tell_stale(app: App, engine: Engine) -> None:
    """Say so when looks could not be compared, because other models have read them."""
    stale = engine.stale_count()
    if stale:
        line = say("stale", app.language, looks=f"{stale:,}")
        app.tell({"event": "stale", "looks": stale}, line)
