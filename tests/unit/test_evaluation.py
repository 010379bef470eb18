from __future__ import annotations

import numpy as np
import pytest

from braind.evaluation import Predicted, evaluate
from braind.labelled import Labelled
from braind.vocabulary import STYLES, Question, Style


def said(*styles, is_whole=True, **answers):
    scores = np.array([0.9 if style in styles else 0.1 for style in STYLES], np.float32)
    return Predicted(scores, {Question(name): word for name, word in answers.items()}, is_whole)


def truth(path, *styles, is_whole=None, **answers):
    known = {style: style in styles for style in STYLES}
    return Labelled(path, known, {Question(n): word for n, word in answers.items()}, is_whole)


def test_precision_recall_and_f1_of_a_style(tmp_path):
    pairs = [
        (truth(tmp_path, Style.CHIC), said(Style.CHIC)),
        (truth(tmp_path, Style.CHIC), said()),
        (truth(tmp_path), said(Style.CHIC)),
        (truth(tmp_path, Style.CHIC), said(Style.CHIC)),
    ]
    result = evaluate(pairs)
    chic = next(score for score in result.styles if score.style is Style.CHIC)
    assert (chic.photos, chic.positives) == (4, 3)
    assert chic.precision == pytest.approx(2 / 3)
    assert chic.recall == pytest.approx(2 / 3)
    assert chic.f1 == pytest.approx(2 / 3)
    assert chic.all_positive_f1 == pytest.approx(6 / 7)
    assert result.macro_f1 == pytest.approx(2 / 3)


def test_answers_are_counted_where_the_truth_is_known(tmp_path):
    pairs = [
        (truth(tmp_path, season="winter"), said(season="winter")),
        (truth(tmp_path, season="winter"), said(season="summer")),
        (truth(tmp_path, season="summer"), said(season="summer")),
        (truth(tmp_path), said(season="summer")),
    ]
    (season,) = evaluate(pairs).answers
    assert (season.question, season.photos) == (Question.SEASON, 3)
    assert season.accuracy == pytest.approx(2 / 3)
    assert season.majority == pytest.approx(2 / 3)


def test_photos_without_anybody_count_against_the_models(tmp_path):
    pairs = [
        (truth(tmp_path, Style.CHIC, is_whole=True), Predicted(None, {}, False)),
        (truth(tmp_path, is_whole=False), None),
    ]
    result = evaluate(pairs)
    assert (result.photos, result.unread, result.whole_body) == (2, 1, 0.0)
    assert result.macro_f1 == 0


def test_nothing_to_compare():
    result = evaluate([])
    assert (result.macro_f1, result.whole_body, result.styles, result.answers) == (
        None, None, (), (),
    )  # fmt: skip
