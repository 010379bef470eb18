import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_fakes import make_look, make_table, random_table

from braind.search.habits import KNOWN_WORDS, habits, told_counts, word_counts
from braind.vocabulary import DEFAULT_WEIGHTS, UNKNOWN, Part, Question

COLOR, ITEM = Question.UPPER_COLOR, Question.UPPER_ITEM


def table_of(*answers):
    return make_table([make_look(n, 1, answers=told) for n, told in enumerate(answers, 1)])


def test_words_are_counted_and_unknown_ones_are_not():
    looks = table_of({COLOR: "navy"}, {COLOR: "navy", ITEM: "coat"}, {COLOR: "red"}, {})
    counts = word_counts(looks.answers)
    found = {pair: int(n) for pair, n in zip(KNOWN_WORDS, counts, strict=True) if n}
    assert found == {(COLOR, "navy"): 2, (COLOR, "red"): 1, (ITEM, "coat"): 1}
    told = dict(zip(KNOWN_WORDS, told_counts(counts).tolist(), strict=True))
    assert told[COLOR, "white"] == 3
    assert told[ITEM, "coat"] == 1
    assert told[Question.SEASON, "winter"] == 0
    assert all(word != UNKNOWN for _, word in KNOWN_WORDS)


def test_parts_count_by_their_weights():
    looks = table_of({Question.SEASON: "winter"}, {Question.SEASON: "summer"})
    worn = habits(looks.styles, looks.answers, {Part.STYLE: 1.0, Part.SEASON: 3.0})
    assert worn[0] == pytest.approx(0.25)  # all looks are casual
    place = 7 + KNOWN_WORDS.index((Question.SEASON, "winter"))
    assert worn[place] == pytest.approx(0.375)


@given(seed=st.integers(0, 99), count=st.integers(1, 30))
def test_habits_sum_to_one_in_any_order(seed, count):
    table = random_table(count, 2, seed)
    worn = habits(table.styles, table.answers, DEFAULT_WEIGHTS)
    assert worn.sum() == pytest.approx(1)
    back = table.take(np.arange(count)[::-1])
    assert habits(back.styles, back.answers, DEFAULT_WEIGHTS) == pytest.approx(worn)


def test_nothing_known_is_no_habit():
    looks = table_of({})
    assert not habits(np.zeros((1, 7), np.float32), looks.answers, DEFAULT_WEIGHTS).any()
