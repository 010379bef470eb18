from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import average_precision_score

from braind.lab.scores import confusion, dominant, mean_precision, score_styles
from braind.vocabulary import Style

LABELS = (Style.CASUAL, Style.CHIC)
TRUTH = np.array([[1, 0], [1, 1], [0, 1], [0, 0], [1, 0]], bool)
SCORES = np.array([[0.9, 0.2], [0.3, 0.8], [0.6, 0.4], [0.1, 0.1], [0.7, 0.6]], np.float32)


def test_a_matrix_a_style():
    matrices = confusion(LABELS, TRUTH, SCORES)
    assert matrices[Style.CASUAL] == ((1, 1), (1, 2))
    assert matrices[Style.CHIC] == ((2, 1), (1, 1))


def test_f1_agrees_with_the_matrix():
    casual, chic = score_styles(LABELS, TRUTH, SCORES)
    assert casual.f1 == pytest.approx(2 * 2 / (2 * 2 + 1 + 1))
    assert chic.f1 == pytest.approx(0.5)


def test_dominant_styles_leave_out_ties_and_photos_of_none():
    grades = np.array([[2, 1], [1, 1], [0, 1], [0, 0], [0, 2]], np.float32)
    assert dominant(grades, SCORES) == ((1, 0), (2, 0))


def test_mean_precision_is_that_of_scikit_learn():
    rng = np.random.default_rng(5)
    truth, scores = rng.random((50, 3)) < 0.3, rng.random((50, 3)).astype(np.float32)
    expected = average_precision_score(truth, scores, average="weighted")
    assert mean_precision(truth, scores) == pytest.approx(expected)


def test_styles_without_photos_do_not_count():
    assert mean_precision(np.zeros((3, 1), bool), np.zeros((3, 1), np.float32)) == 0
