"""Fonts with Hangul on this computer, for documents that embed what they use of them."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

# (regular, bold) files, best first; collections (.ttc) hold several faces.
_FAMILIES = (
    ("Pretendard-Regular.otf", "Pretendard-Bold.otf"),
    ("Pretendard-Regular.ttf", "Pretendard-Bold.ttf"),
    ("NotoSansKR-Regular.otf", "NotoSansKR-Bold.otf"),
    ("NotoSansKR-Regular.ttf", "NotoSansKR-Bold.ttf"),
    ("NotoSansCJKkr-Regular.otf", "NotoSansCJKkr-Bold.otf"),
    ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"),
    ("AppleSDGothicNeo.ttc", "AppleSDGothicNeo.ttc"),
    ("malgun.ttf", "malgunbd.ttf"),
    ("NanumBarunGothic.ttf", "NanumBarunGothicBold.ttf"),
    ("NanumGothic.ttf", "NanumGothicBold.ttf"),
    ("UnDotum.ttf", "UnDotumBold.ttf"),
    ("AppleGothic.ttf", "AppleGothic.ttf"),
    ("gulim.ttc", "gulim.ttc"),
)
_NEEDED = "가한힙"


@dataclass(frozen=True, slots=True)
class Face:
    """One face: its file, and its number in it when the file is a collection."""

    path: Path
    number: int = 0


@dataclass(frozen=True, slots=True)
class FontPair:
    """A regular and a bold face of one family."""

    regular: Face
    bold: Face


def font_folders(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> tuple[Path, ...]:
    """Where fonts lie on Linux, Windows and macOS, the user's own ones first."""
    home = Path.home()
    if platform == "win32":
        local = environment.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        windows = environment.get("WINDIR", r"C:\Windows")
        return Path(local) / "Microsoft" / "Windows" / "Fonts", Path(windows) / "Fonts"
    if platform == "darwin":
        return home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")
    data = environment.get("XDG_DATA_HOME", str(home / ".local" / "share"))
    shared = (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
    return Path(data) / "fonts", home / ".fonts", *shared


def find_hangul_fonts(folders: Sequence[Path] | None = None) -> FontPair | None:
    """The best known family with Hangul below ``folders``; None if there is none.

    Without its bold face, a family's regular one stands for both. Files that cannot be read are
    passed over.
    """
    found = _files(font_folders() if folders is None else folders)
    for regular_name, bold_name in _FAMILIES:
        regular = _face(found.get(regular_name.casefold()), "Regular")
        if regular is not None:
            return FontPair(regular, _face(found.get(bold_name.casefold()), "Bold") or regular)
    return None


def _files(folders: Iterable[Path]) -> dict[str, Path]:
    """The wanted font files by name in lower case; earlier folders win."""
    wanted = {name.casefold() for family in _FAMILIES for name in family}
    found: dict[str, Path] = {}
    for folder in folders:
        for parent, _, names in os.walk(folder):
            for name in names:
                if name.casefold() in wanted:
                    found.setdefault(name.casefold(), Path(parent) / name)
    return found


def _face(path: Path | None, weight: str) -> Face | None:
    """The file's face of that weight, Korean if it has several, provided that it has Hangul."""
    if path is None:
        return None
    from fontTools.ttLib import TTLibError

    try:
        with _open(path) as fonts:
            number = _chosen(fonts, weight)
            return None if number is None else Face(path, number)
    except (OSError, TTLibError, struct.error, ValueError, KeyError):
        return None


@contextmanager
def _open(path: Path) -> Iterator[list[TTFont]]:
    """The fonts in a file, read as far as they are asked."""
    from fontTools.ttLib import TTCollection, TTFont

    with path.open("rb") as file:
        is_collection = path.suffix.casefold() == ".ttc"
        yield TTCollection(file, lazy=True).fonts if is_collection else [TTFont(file, lazy=True)]


def _chosen(fonts: Sequence[TTFont], weight: str) -> int | None:
    """The number of the font to take; a file with a single one is trusted by its name."""
    fitting = [
        n for n, font in enumerate(fonts) if len(fonts) == 1 or weight in _names(font, 17, 2)
    ]
    korean = [n for n in fitting if any(" KR" in name for name in _names(fonts[n], 16, 1))]
    # Asked of one font only: reading which letters a font has takes long.
    for number in (korean or fitting)[:1]:
        signs = fonts[number].getBestCmap() or {}
        return number if all(ord(sign) in signs for sign in _NEEDED) else None
    return None


def _names(font: TTFont, *ids: int) -> list[str]:
    """The first of these names that a font has."""
    named = (font["name"].getDebugName(name_id) for name_id in ids)
    return [name for name in named if name][:1]
