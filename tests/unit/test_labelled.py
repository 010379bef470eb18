from __future__ import annotations

import pytest
from engine_fakes import write_photo

from braind.errors import PhotoError
from braind.labelled import read_labels
from braind.vocabulary import Question, Style


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


def test_a_list_of_styles_in_either_language(tmp_path):
    for name in ("1", "2"):
        write_photo(tmp_path / f"{name}.png", int(name))
    table = tmp_path / "mine.csv"
    table.write_text("photo,styles,shoot\n1,시크; casual,may\n2.png,,june\n", encoding="utf-8")
    one, two = read_labels(table)
    assert [s for s, has in one.styles.items() if has] == [Style.CASUAL, Style.CHIC]
    assert not any(two.styles.values())
    assert (one.shoot, two.shoot) == ("may", "june")


def test_a_list_with_a_word_that_is_no_style(tmp_path):
    write_photo(tmp_path / "1.png", 1)
    (tmp_path / "labels.csv").write_text("photo,styles\n1,fancy\n")
    with pytest.raises(PhotoError, match="“fancy” is no style, at photo 1"):
        read_labels(tmp_path)


def test_folders_below_a_style_tell_shoots_apart(tmp_path):
    write_photo(tmp_path / "시크" / "may" / "a.png", 1)
    write_photo(tmp_path / "casual" / "may" / "a.png", 1)
    write_photo(tmp_path / "casual" / "june" / "a.png", 2)
    labels = {label.folder: label.styles for label in read_labels(tmp_path)}
    assert labels == {
        "may": {Style.CASUAL: True, Style.CHIC: True},
        "june": {Style.CASUAL: True, Style.CHIC: False},
    }


def test_grades_must_be_numbers(tmp_path):
    write_photo(tmp_path / "1.png", 1)
    (tmp_path / "labels.csv").write_text("photo,chic\n1,very\n")
    with pytest.raises(PhotoError, match="no number"):
        read_labels(tmp_path)
