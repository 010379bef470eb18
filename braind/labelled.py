"""Photos that somebody has labelled, as a table or as folders that are named like styles."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from braind.errors import PhotoError
from braind.vocabulary import LANGUAGES, STYLES, UNKNOWN, Question, Style, label

# Graded labels: 0 none, 1 partly, 2 strongly. From here on a look has the style.
_HAS_STYLE = 1
_PHOTO_COLUMN, _SPLIT_COLUMN, _VIEW_COLUMN, _PEOPLE_COLUMN = "photo", "split", "view", "people"
_LIST_COLUMN, _SHOOT_COLUMN = "styles", "shoot"
_LABELS = "labels.csv"
_PHOTO_FOLDERS = ("photos", "images", ".")
_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", "")
_WORDS = {label(style, language): style for style in STYLES for language in LANGUAGES}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A photo and what is known about it; what is not known is left out.

    ``grades`` say how much of a style a look has: 0 none, 1 partly, 2 strongly. ``is_whole`` is
    whether exactly one whole body is in it, or None. ``shoot`` names the shoot where the labels
    do; ``folder`` is where the photo lies, below the folder of its style.
    """

    path: Path
    grades: Mapping[Style, float]
    answers: Mapping[Question, str]
    is_whole: bool | None = None
    shoot: str = ""
    folder: str = ""

    @property
    def styles(self) -> dict[Style, bool]:
        """Which styles the look has, as far as it is known."""
        return {style: grade >= _HAS_STYLE for style, grade in self.grades.items()}


def read_labels(source: Path, split: str | None = None) -> list[Labelled]:
    """The labels of a folder or table, in either of two layouts; missing photos are left out.

    - A CSV file, or a folder with ``labels.csv``: a column ``photo`` (a file name, beside the
      table or in ``photos/`` or ``images/``) and any of: the styles (0, 1, 2), ``styles`` (a list
      of their names), the questions (words), ``view`` ("full" for a whole body), ``people`` and
      ``shoot``. ``split`` keeps the photos whose column ``split``, there or in ``photos.csv``,
      has that value.
    - A folder for each style, named like it in English or Korean; a photo (by name) may be in
      several. Folders in it tell shoots apart.

    Raises ``PhotoError`` (labels_missing, labels_damaged).
    """
    table = source if source.is_file() else source / _LABELS
    if table.is_file():
        return list(_from_table(table, split))
    labelled = _from_folders(source)
    if not labelled:
        raise PhotoError(
            "labels_missing",
            f"“{source}” has neither {_LABELS} nor folders that are named like styles.",
            f"Name folders after styles: {', '.join(STYLES)}.",
        )
    return labelled


def _from_table(table: Path, split: str | None) -> Iterator[Labelled]:
    folder, rows = table.parent, _read_csv(table)
    if rows and _PHOTO_COLUMN not in rows[0]:
        raise PhotoError("labels_damaged", f"{table.name} has no column “photo”.", "Add it.")
    wanted = _photos_of_split(folder, rows, split) if split else None
    for row in rows:
        path = _find_photo(folder, row[_PHOTO_COLUMN])
        if path is not None and (wanted is None or row[_PHOTO_COLUMN] in wanted):
            yield _labelled(path, row)


def _read_csv(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    except (OSError, ValueError, csv.Error) as error:
        raise PhotoError(
            "labels_damaged", f"“{path}” cannot be read ({error}).", "Save it as UTF-8 CSV."
        ) from error


def _photos_of_split(folder: Path, rows: Sequence[Mapping[str, str]], split: str) -> set[str]:
    if rows and _SPLIT_COLUMN not in rows[0]:
        rows = _read_csv(folder / "photos.csv")
    return {row[_PHOTO_COLUMN] for row in rows if row.get(_SPLIT_COLUMN) == split}


def _find_photo(folder: Path, name: str) -> Path | None:
    paths = (folder / below / (name + end) for below in _PHOTO_FOLDERS for end in _SUFFIXES)
    return next((path for path in paths if path.is_file()), None)


def _labelled(path: Path, row: Mapping[str, str]) -> Labelled:
    answers = {q: row[q] for q in Question if row.get(q, UNKNOWN) not in ("", UNKNOWN)}
    view, people = row.get(_VIEW_COLUMN), row.get(_PEOPLE_COLUMN, "1")
    is_whole = (view == "full" and people == "1") if view else None
    shoot = row.get(_SHOOT_COLUMN) or ""
    return Labelled(path, _grades(path, row), answers, is_whole, shoot, str(path.parent))


def _grades(path: Path, row: Mapping[str, str]) -> dict[Style, float]:
    if _LIST_COLUMN in row:
        return _listed(path, row[_LIST_COLUMN] or "")
    try:
        return {style: float(row[style]) for style in STYLES if row.get(style, "") != ""}
    except ValueError as error:
        raise PhotoError(
            "labels_damaged",
            f"The table has a style grade that is no number, at photo {path.stem}.",
            "Use 0, 1 or 2.",
        ) from error


def _listed(path: Path, text: str) -> dict[Style, float]:
    """Grades from a list of names; styles that are not in it are not in the look."""
    words = [word for word in re.split(r"[\s,;|/]+", text.strip().lower()) if word]
    strange = [word for word in words if word not in _WORDS]
    if strange:
        raise PhotoError(
            "labels_damaged",
            f"“{strange[0]}” is no style, at photo {path.stem}.",
            f"Styles are: {', '.join(STYLES)}.",
        )
    named = {_WORDS[word] for word in words}
    return {style: float(style in named) for style in STYLES}


def _from_folders(folder: Path) -> list[Labelled]:
    """Photos of one name (with the folders that lead to it) are one photo with several styles."""
    paths: dict[Path, Path] = {}
    styles: dict[Path, set[Style]] = {}
    homes = {h: _WORDS[h.name.lower()] for h in _folders(folder) if h.name.lower() in _WORDS}
    found = [style for style in STYLES if style in homes.values()]
    for home, style in homes.items():
        for path in sorted(home.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                paths.setdefault(path.relative_to(home), path)
                styles.setdefault(path.relative_to(home), set()).add(style)
    return [
        Labelled(path, {s: float(s in styles[name]) for s in found}, {}, folder=str(name.parent))
        for name, path in paths.items()
    ]


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
