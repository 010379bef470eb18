"""Showing a file where it lies, in the system's file manager, with the file selected."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_BUS = (
    "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.FileManager1",
    "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1.ShowItems",
)  # fmt: skip


def file_of(label: str) -> Path | None:
    """The file that holds a photo: itself, its archive or its document; None if it is gone."""
    path = Path(label)
    for candidate in (path, *path.parents):
        name = candidate.name.rpartition("#")[0]
        for found in (candidate, candidate.with_name(name) if name else candidate):
            if found.is_file():
                return found
        if candidate.is_dir():
            return None
    return None


def reveal_command(file: Path, platform: str = sys.platform) -> Sequence[str]:
    """The words of the command that does it on a platform."""
    if platform == "win32":
        return ("explorer", f"/select,{file}")
    if platform == "darwin":
        return ("open", "-R", str(file))
    return (*_BUS, f"array:string:{file.as_uri()}", "string:")


def reveal(file: Path) -> None:
    """Show a file; where no file manager answers, open its folder."""
    try:
        subprocess.Popen(  # its answer is not waited for
            reveal_command(file), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except OSError:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
