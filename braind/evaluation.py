"""How well photos are read, against labels: per-class numbers beside the baselines. Numpy only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats
from braind.labelled import Labelled
from braind.vocabulary import STYLES, Question, Style

_PREDICTED = 0.5


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
        yield style_score(style, truths, said)


def style_score(style: Style, truths: NDArray[np.bool_], said: NDArray[np.bool_]) -> StyleScore:
    """The numbers of one style from truths and answers, bool (N,)."""
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
