"""Whose photo is it? Brand names from folders."""

from __future__ import annotations

import os
from pathlib import Path

from braind.sources import SourceEntry
from braind.sources.names import readable, suffix_of

_CONTAINERS = (".zip", ".pdf")
_LONGEST = 80  # letters: file systems count up to 255 bytes, and a Hangul syllable has three
_LONGEST_ENDING = 10


def brand_of(entry: SourceEntry, source: Path) -> str:
    """The brand of an entry when every folder of ``source`` is a brand.

    That is the first folder (or archive, or document) on the way from ``source`` to the photo;
    a photo that lies in ``source`` itself belongs to a brand named like ``source``.
    """
    root = readable(source.absolute() if not source.name else source)
    steps = [step for step in entry.path.removeprefix(root).split("/") if step]
    folders = steps if entry.page is not None else steps[:-1]
    return _bare(folders[0] if folders else Path(root).name)


def file_name(name: str) -> str:
    """The name as every file system takes it, its ending kept; never empty."""
    fit = "".join("_" if c in '\\/:*?"<>|' or ord(c) < 32 else c for c in name).strip(". ")
    stem, ending = os.path.splitext(fit)  # noqa: PTH122 (a name, not a path)
    ending = ending[:_LONGEST_ENDING]
    return stem[: _LONGEST - len(ending)].rstrip(". ") + ending or "_"


def _bare(name: str) -> str:
    return name[:-4] if suffix_of(name) in _CONTAINERS else name
