"""How well photos are read, against labels: per-class numbers beside the baselines. Numpy only."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats
from braind.errors import PhotoError
from braind.vocabulary import STYLES, UNKNOWN, Question, Style

# Graded labels: 0 none, 1 partly, 2 strongly. From here on a look has the style.
_HAS_STYLE = 1
_PREDICTED = 0.5
_PHOTO_COLUMN, _SPLIT_COLUMN, _VIEW_COLUMN, _PEOPLE_COLUMN = "photo", "split", "view", "people"
_LABELS = "labels.csv"
_PHOTO_FOLDERS = ("photos", "images", ".")
_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", "")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A photo and what is known about it; what is not known is left out.

    ``is_whole`` is whether exactly one whole body is in it, or None.
    """

    path: Path
    styles: Mapping[Style, bool]
    answers: Mapping[Question, str]
    is_whole: bool | None = None


@dataclass(frozen=True, slots=True)
class Predicted:
    """What was read in a photo; ``styles`` float32 (7,) is None when nobody was found."""

    styles: Floats | None
    answers: Mapping[Question, str]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class StyleScore:
    """One style's numbers; ``all_positive_f1`` is the F1 of always saying yes."""

    style: Style
    photos: int
    positives: int
    precision: float
    recall: float
    f1: float
    all_positive_f1: float


@dataclass(frozen=True, slots=True)
class AnswerScore:
    """One question's accuracy over known truths; ``majority`` is that of the commonest word."""

    question: Question
    photos: int
    accuracy: float
    majority: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All numbers; ``macro_f1`` is the mean over styles that occur, None without any."""

    photos: int
    unread: int
    styles: tuple[StyleScore, ...]
    answers: tuple[AnswerScore, ...]
    whole_body: float | None
    whole_body_photos: int

    @property
    def macro_f1(self) -> float | None:
        """Mean F1 of the styles that have positives."""
        scores = [score.f1 for score in self.styles if score.positives]
        return float(np.mean(scores)) if scores else None


def read_labels(folder: Path, split: str | None = None) -> list[Labelled]:
    """The labels of a folder, in either of two layouts; photos that are not there are left out.

    - ``labels.csv`` with a column ``photo`` and any of: the styles (0, 1, 2), the questions
      (words), ``view`` ("full" for a whole body) and ``people``. ``split`` keeps the photos whose
      column ``split``, there or in ``photos.csv``, has that value.
    - A folder for each style, named like it; a photo (by name) may be in several.

    Raises ``PhotoError`` (labels_missing, labels_damaged).
    """
    if (folder / _LABELS).is_file():
        return list(_from_table(folder, split))
    labelled = _from_folders(folder)
    if not labelled:
        raise PhotoError(
            "labels_missing",
            f"“{folder}” has neither {_LABELS} nor folders that are named like styles.",
            f"Name folders after styles: {', '.join(STYLES)}.",
        )
    return labelled


def _from_table(folder: Path, split: str | None) -> Iterator[Labelled]:
    rows = _read_csv(folder / _LABELS)
    if rows and _PHOTO_COLUMN not in rows[0]:
        raise PhotoError("labels_damaged", f"{_LABELS} has no column “photo”.", "Add it.")
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
    try:
        styles = {
            style: float(row[style]) >= _HAS_STYLE for style in STYLES if row.get(style, "") != ""
        }
    except ValueError as error:
        raise PhotoError(
            "labels_damaged",
            f"{_LABELS} has a style grade that is no number, at photo {path.stem}.",
            "Use 0, 1 or 2.",
        ) from error
    answers = {q: row[q] for q in Question if row.get(q, UNKNOWN) not in ("", UNKNOWN)}
    view, people = row.get(_VIEW_COLUMN), row.get(_PEOPLE_COLUMN, "1")
    is_whole = (view == "full" and people == "1") if view else None
    return Labelled(path, styles, answers, is_whole)


def _from_folders(folder: Path) -> list[Labelled]:
    """Photos of one name are one photo with several styles."""
    paths: dict[str, Path] = {}
    styles: dict[str, set[Style]] = {}
    found = [style for style in STYLES if (folder / style).is_dir()]
    for style in found:
        for path in sorted((folder / style).iterdir()):
            if path.is_file() and not path.name.startswith("."):
                paths.setdefault(path.name, path)
                styles.setdefault(path.name, set()).add(style)
    return [
        Labelled(path, {style: style in styles[name] for style in found}, {})
        for name, path in paths.items()
    ]


def evaluate(pairs: Sequence[tuple[Labelled, Predicted | None]]) -> Evaluation:
    """Compare truths with what was read; None stands for a photo that could not be opened.

    A photo in which nobody was found counts as having no style and as answering nothing.
    """
    read = [(truth, said) for truth, said in pairs if said is not None]
    verdicts = [t.is_whole == s.is_whole for t, s in read if t.is_whole is not None]
    return Evaluation(
        len(pairs),
        len(pairs) - len(read),
        tuple(_style_scores(read)),
        tuple(_answer_scores(read)),
        float(np.mean(verdicts)) if verdicts else None,
        len(verdicts),
    )


def _style_scores(pairs: Sequence[tuple[Labelled, Predicted]]) -> Iterator[StyleScore]:
    for number, style in enumerate(STYLES):
        known = [(truth, said) for truth, said in pairs if style in truth.styles]
        if not known:
            continue
        truths = np.array([truth.styles[style] for truth, _ in known])
        said = np.array(
            [s.styles is not None and float(s.styles[number]) >= _PREDICTED for _, s in known]
        )
        yield _style_score(style, truths, said)


def _style_score(style: Style, truths: NDArray[np.bool_], said: NDArray[np.bool_]) -> StyleScore:
    hits, positives, called = int((truths & said).sum()), int(truths.sum()), int(said.sum())
    return StyleScore(
        style,
        len(truths),
        positives,
        precision=hits / called if called else 0.0,
        recall=hits / positives if positives else 0.0,
        f1=2 * hits / (positives + called) if positives + called else 0.0,
        all_positive_f1=2 * positives / (positives + len(truths)),
    )


def _answer_scores(pairs: Iterable[tuple[Labelled, Predicted]]) -> Iterator[AnswerScore]:
    known = list(pairs)
    for question in Question:
        truths = [truth.answers.get(question) for truth, _ in known]
        asked = [number for number, word in enumerate(truths) if word is not None]
        if not asked:
            continue
        right = [known[n][1].answers.get(question) == truths[n] for n in asked]
        words = [truths[n] for n in asked]
        commonest = max(words.count(word) for word in set(words))
        yield AnswerScore(
            question, len(asked), sum(right) / len(asked), majority=commonest / len(asked)
        )
