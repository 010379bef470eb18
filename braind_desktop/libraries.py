"""Which library is open, and which were lately."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

ENDING = ".braind"
REMEMBERED = 8
_KEY = "recent"


class Libraries(QObject):
    """The open library's file and the recent ones, newest first; missing files are kept."""

    changed = Signal()

    def __init__(self, current: Path, settings: QSettings) -> None:
        super().__init__()
        self.current = current
        self._settings = settings
        self._remember(current)

    @property
    def name(self) -> str:
        """What people call it: the file's name without its ending."""
        return name_of(self.current)

    @property
    def recent(self) -> list[Path]:
        """The libraries that were open, this one first."""
        stored = self._settings.value(_KEY, [])
        names = stored if isinstance(stored, list) else [stored]
        return [Path(str(name)) for name in names if name]

    def open(self, path: Path, reopen: Callable[[], None]) -> None:
        """Make another file the library; ``reopen`` gives the engines of the old one back."""
        self.current = path
        self._remember(path)
        reopen()
        self.changed.emit()

    def forget_others(self) -> None:
        """Keep only the open one in the list."""
        self._settings.setValue(_KEY, [str(self.current)])
        self.changed.emit()

    def _remember(self, path: Path) -> None:
        others = [recent for recent in self.recent if recent != path]
        kept = [path, *others][:REMEMBERED]
        self._settings.setValue(_KEY, [str(recent) for recent in kept])


def name_of(library: Path) -> str:
    """A library's name in lists and titles."""
    return library.stem if library.suffix == ENDING else library.name
