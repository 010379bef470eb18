from __future__ import annotations

import numpy as np
import pytest
from engine_fakes import write_photo

from braind.errors import PhotoError
from braind.evaluation import Labelled, Predicted, evaluate, read_labels
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


def test_a_table_of_labels(tmp_path):
    for name in ("1", "2", "3"):
        write_photo(tmp_path / "photos" / f"{name}.png", int(name))
    (tmp_path / "labels.csv").write_text(
        "photo,chic,season,view,people\n1,2,winter,full,1\n2,0,unknown,nofeet,1\n9,1,,full,2\n"
        "3,,summer,full,2\n"
    )
    (tmp_path / "photos.csv").write_text("photo,split\n1,train\n2,val\n3,val\n")
    one, two, three = read_labels(tmp_path)
    assert one.styles == {Style.CHIC: True} and one.answers == {Question.SEASON: "winter"}
    assert two.answers == {} and three.styles == {}
    assert [label.is_whole for label in (one, two, three)] == [True, False, False]
    assert [label.path.stem for label in read_labels(tmp_path, "val")] == ["2", "3"]


def test_a_folder_for_each_style(tmp_path):
    write_photo(tmp_path / "chic" / "a.png", 1)
    write_photo(tmp_path / "casual" / "a.png", 1)
    write_photo(tmp_path / "casual" / "b.png", 2)
    labels = {label.path.name: label.styles for label in read_labels(tmp_path)}
    assert labels == {
        "a.png": {Style.CASUAL: True, Style.CHIC: True},
        "b.png": {Style.CASUAL: True, Style.CHIC: False},
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "labels_missing"),
        (b"name,chic\n1,2\n", "labels_damaged"),
        (b"\xff\xfe\xff", "labels_damaged"),
    ],
)
def test_labels_that_cannot_be_used(tmp_path, content, code):
    if content is not None:
        (tmp_path / "labels.csv").write_bytes(content)
    with pytest.raises(PhotoError) as caught:
        read_labels(tmp_path)
    assert caught.value.code == code


def test_grades_must_be_numbers(tmp_path):
    write_photo(tmp_path / "1.png", 1)
    (tmp_path / "labels.csv").write_text("photo,chic\n1,very\n")
    with pytest.raises(PhotoError, match="no number"):
        read_labels(tmp_path)
