"""How many cores read photos side by side: a setting, for every job that reads."""

from __future__ import annotations

import os

from PySide6.QtCore import QSettings

KEY, USUAL = "analysis/cores", 2


def choices() -> range:
    """What can be chosen on this computer."""
    return range(1, max(USUAL, os.cpu_count() or 1) + 1)


def chosen_cores(settings: QSettings) -> int:
    """The number that was chosen; a setting from a larger computer is cut to this one's."""
    written = str(settings.value(KEY, USUAL))
    wanted = int(written) if written.isdecimal() else USUAL
    return min(max(wanted, choices()[0]), choices()[-1])


def cores_option(cores: int) -> list[str]:
    """The same as an option of the command line, unless it is the usual number."""
    return [] if cores == USUAL else ["--workers", str(cores)]
