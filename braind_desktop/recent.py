"""The photos that were matched lately: remembered only where the user asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings

REMEMBERED = 6
KEEP_KEY, PATHS_KEY = "match/remember", "match/recent"


class RecentPhotos:
    """Paths of files, newest first; pasted pictures are never remembered."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def is_kept(self) -> bool:
        """True when the user wants photos remembered."""
        return bool(self._settings.value(KEEP_KEY, False, bool))

    @property
    def paths(self) -> list[Path]:
        """The photos that are still there."""
        stored = self._settings.value(PATHS_KEY, [])
        names = stored if isinstance(stored, list) else [stored]
        return [Path(str(name)) for name in names if name and Path(str(name)).is_file()]

    def keep(self, wanted: bool) -> None:
        """Remember photos from now on, or forget all of them."""
        self._settings.setValue(KEEP_KEY, wanted)
        if not wanted:
            self._settings.remove(PATHS_KEY)

    def add(self, photos: Sequence[Path]) -> None:
        """Remember photos, if that is wanted."""
        if self.is_kept and photos:
            new = [str(photo.absolute()) for photo in photos]
            old = [str(path) for path in self.paths if str(path) not in new]
            self._settings.setValue(PATHS_KEY, [*new, *old][:REMEMBERED])
