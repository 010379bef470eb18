"""How well a classifier does: numbers a style, a 2×2 matrix a style, and the dominant styles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats
from braind.evaluation import StyleScore, style_score
from braind.lab.kinds import Matrix, Truth
from braind.vocabulary import Style

YES = 0.5


def score_styles(labels: Sequence[Style], truth: Truth, scores: Floats) -> tuple[StyleScore, ...]:
    """Precision, recall and F1 a style; ``truth`` bool and ``scores`` in 0..1 are (N, K)."""
    said = scores >= YES
    return tuple(style_score(s, truth[:, k], said[:, k]) for k, s in enumerate(labels))


def confusion(labels: Sequence[Style], truth: Truth, scores: Floats) -> Mapping[Style, Matrix]:
    """By style: ((true no, false yes), (false no, true yes))."""
    said = scores >= YES
    return {
        style: tuple(
            tuple(
                int(np.count_nonzero((truth[:, k] == is_so) & (said[:, k] == is_said)))
                for is_said in (False, True)
            )
            for is_so in (False, True)
        )
        for k, style in enumerate(labels)
    }


def dominant(grades: NDArray[np.float32], scores: Floats) -> Matrix:
    """Photos by strongest style (rows) and best scored style (columns), (K, K).

    ``grades`` are 0, 1, 2 (N, K). Photos of no style, or with two strongest ones, are left out.
    """
    strongest = grades == grades.max(axis=1, keepdims=True)
    clear = (strongest.sum(axis=1) == 1) & (grades.max(axis=1) > 0)
    counts = np.zeros((grades.shape[1], grades.shape[1]), np.intp)
    np.add.at(counts, (grades[clear].argmax(axis=1), scores[clear].argmax(axis=1)), 1)
    return tuple(tuple(int(n) for n in row) for row in counts)


def mean_precision(truth: Truth, scores: Floats) -> float:
    """Mean over styles of the average precision: how well each style's photos are ranked first.

    Unlike F1 it needs no threshold. A style counts by its photos: the place of a single photo of a
    rare one would be luck.
    """
    photos = truth.sum(axis=0)
    if not photos.any():
        return 0.0
    values = [
        _average_precision(t, s) if t.any() else 0 for t, s in zip(truth.T, scores.T, strict=True)
    ]
    return float(np.average(values, weights=photos))


def _average_precision(truth: NDArray[np.bool_], scores: Floats) -> float:
    order = np.argsort(-scores, kind="stable")
    hits = truth[order].cumsum()
    return float((hits / np.arange(1, len(order) + 1))[truth[order]].mean())
