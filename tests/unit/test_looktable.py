import numpy as np
import pytest

from braind.domain import Answer
from braind.looktable import LookTable, encode_answers
from braind.vocabulary import ANSWERS, QUESTIONS, Question


def table_of(count, **changed):
    columns = {
        "look_ids": np.arange(count, dtype=np.int64),
        "brand_ids": np.zeros(count, np.int32),
        "styles": np.zeros((count, 7), np.float32),
        "answers": np.zeros((count, 10), np.uint8),
    }
    return LookTable(**(columns | changed))


def test_columns_must_be_of_one_length():
    with pytest.raises(ValueError, match="styles must have shape"):
        table_of(3, styles=np.zeros((2, 7), np.float32))


def test_photo_hashes_are_unknown_unless_told():
    assert table_of(2).near_hashes.tolist() == [0, 0]


def test_take_keeps_the_columns_together():
    table = table_of(3, brand_ids=np.array([7, 8, 9], np.int32))
    taken = table.take(np.array([2, 0]))
    assert taken.look_ids.tolist() == [2, 0]
    assert taken.brand_ids.tolist() == [9, 7]


def test_the_empty_table_has_no_looks():
    assert len(LookTable.empty()) == 0


def test_unasked_questions_and_strange_words_are_unknown():
    row = encode_answers(
        [Answer(Question.UPPER_COLOR, "red", 0.9), Answer(Question.SEASON, "monsoon", 0.9)]
    )
    words = [ANSWERS[q][position] for q, position in zip(QUESTIONS, row, strict=True)]
    assert words[QUESTIONS.index(Question.UPPER_COLOR)] == "red"
    assert words.count("unknown") == 9
