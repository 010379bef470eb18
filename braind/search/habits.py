"""What brands wear by habit: counted answers, and styles as shares of a whole."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats
from braind.search.vectors import block_weights, known_answers
from braind.vocabulary import ANSWERS, QUESTIONS, UNKNOWN, Part, Question

_SIZES = np.array([len(ANSWERS[question]) for question in QUESTIONS])
_STARTS = np.cumsum(_SIZES) - _SIZES
_ALL_WORDS = [(question, word) for question in QUESTIONS for word in ANSWERS[question]]
_IS_KNOWN = np.array([word != UNKNOWN for _, word in _ALL_WORDS])

# Every answer that says something, question by question.
KNOWN_WORDS: tuple[tuple[Question, str], ...] = tuple(
    pair for pair in _ALL_WORDS if pair[1] != UNKNOWN
)
_QUESTION_OF_WORD = np.array([QUESTIONS.index(question) for question, _ in KNOWN_WORDS])


def word_counts(answers: NDArray[np.uint8]) -> NDArray[np.int64]:
    """How many of the looks have each of ``KNOWN_WORDS``: uint8 (n, 10) -> int64 (W,)."""
    places = known_answers(answers) + _STARTS
    return np.asarray(np.bincount(places.ravel(), minlength=len(_ALL_WORDS))[_IS_KNOWN], np.int64)


def told_counts(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many looks answer the question of each word at all: ``word_counts`` -> int64 (W,)."""
    asked = np.bincount(_QUESTION_OF_WORD, weights=counts, minlength=len(QUESTIONS))
    return np.asarray(asked[_QUESTION_OF_WORD], np.int64)


def habits(
    styles: Floats, answers: NDArray[np.uint8], weights: Mapping[Part, float]
) -> NDArray[np.float64]:
    """How some looks spread over styles and answers: (7 + W,), which sums to 1 or is all 0.

    Every style and answer has its share of the looks, times the weight of its part; unknown
    answers and looks without any style add nothing. ``styles`` is (n, 7), ``answers`` (n, 10).
    """
    blocks = block_weights(weights).astype(np.float64)
    sums = styles.sum(axis=1, keepdims=True, dtype=np.float64)
    style_shares = (styles / np.where(sums > 0, sums, 1)).mean(axis=0)
    word_shares = word_counts(answers) / len(answers)
    spread = np.concatenate([blocks[0] * style_shares, blocks[1:][_QUESTION_OF_WORD] * word_shares])
    return np.asarray(spread / (spread.sum() or 1))
