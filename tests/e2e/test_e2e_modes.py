"""Whatever BRAIND keeps for itself is for its user's eyes only, however open the system is."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from e2e_home import Home

ROOT = Path(__file__).parents[2]
WINDOW = """
import os, sys
os.umask(0o022)
from braind_desktop.app import main
sys.exit(main(["--new-instance", "--photograph", sys.argv[1], "--library", sys.argv[2]]))
"""
pytestmark = pytest.mark.skipif(os.name == "nt", reason="this system has no modes")


@pytest.fixture(autouse=True)
def open_to_all() -> Iterator[None]:
    """What most systems start with: others may read new files."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def use_everything(home: Home, brand: Path) -> None:
    """A full run: library, copies of photos, a model, settings, pack, report, window, log."""
    photo = min(brand.iterdir())
    home.ask("import", "--brand", "A", "--copy", brand)
    home.ask("import", "--brand", "B", photo)
    home.ask("match", photo)
    for words in (
        (
            "models",
            "add",
            "--as",
            "yolov8",
            "--trust",
            ROOT / "resources" / "models" / "parser.onnx",
        ),
        ("recipe", "set", "cutout", "embedded"),
        ("pack", "make", "A", "-o", home.work / "a.braindpack"),
        ("report", "A", "-o", home.work / "a.pdf"),
        ("doctor",),
    ):
        done = home.run(*words)
        assert done.returncode == 0, done.stderr[-2000:]
    window = home.python("-c", WINDOW, home.work / "shot.png", home.data / "braind/library.braind")
    assert window.returncode == 0, window.stderr[-2000:]


def too_open(folder: Path) -> list[str]:
    """What others may read, write or enter below a folder."""
    return [
        f"{stat.S_IMODE(path.stat().st_mode):o} {path}"
        for path in (folder, *sorted(folder.rglob("*")))
        if path.stat().st_mode & 0o077
    ]


def test_nothing_of_ours_is_open_to_others(home: Home, drawn_brand: Path) -> None:
    home.temporary.mkdir(parents=True)
    use_everything(home, drawn_brand)
    ours = sorted(path for path in home.root.rglob("*") if path.name == "braind")
    assert len(ours) >= 3 and all(too_open(place) == [] for place in ours), [
        line for place in ours for line in too_open(place)
    ]
    kept = {path.name for place in ours for path in place.rglob("*")}
    assert kept >= {"library.braind", "A", "window.ini", "desktop.log", "settings.json", "yolov8"}
    assert list(home.temporary.iterdir()) == []
