"""Whatever a net says: an answer of the vocabulary, and soon."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braind.backends.vqa_words import closed_answers, closed_word
from braind.vocabulary import ANSWERS, QUESTIONS, UNKNOWN, Question

WORDS = ["navy", "blue", "t-shirt", "polka", "dot", "no", "pants", "니트", "청바지", "a", "'", "\n"]
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=40).map("".join),
)


@settings(max_examples=150, deadline=timedelta(seconds=5), derandomize=True)
@given(question=st.sampled_from(QUESTIONS), text=TEXTS)
def test_any_text_is_an_answer(question, text):
    word = closed_word(question, text)
    if question is Question.FAMOUS_BRAND:
        assert len(word) <= 40
    else:
        assert word in ANSWERS[question]


@pytest.mark.parametrize("text", ["blue " * 5000, "가" * 20_000, "x y " * 5000, "'" * 50_000])
def test_a_flood_of_words_costs_no_time(text):
    begun = time.process_time()
    for question in QUESTIONS:
        closed_word(question, text)
    assert time.process_time() - begun < 5


def test_every_closed_answer_means_itself():
    for question in QUESTIONS:
        for said, word in closed_answers(question).items():
            assert closed_word(question, said) == word != UNKNOWN
