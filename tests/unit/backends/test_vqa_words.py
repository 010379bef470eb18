import pytest
from stage_fakes import cutout_of, draw_figure, empty_map

from braind.backends.vqa_words import (
    ENGLISH,
    Said,
    answers_from,
    closed_answers,
    closed_word,
)
from braind.vocabulary import ANSWERS, QUESTIONS, UNKNOWN, Question


def test_every_question_is_asked_in_plain_lower_case_english():
    assert list(ENGLISH) == list(QUESTIONS)
    for text in ENGLISH.values():
        assert text == text.lower() and text.isascii() and text.endswith("?")


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q is not Question.FAMOUS_BRAND])
def test_the_spelling_of_every_closed_answer_leads_back_to_it(question):
    closed = closed_answers(question)
    assert list(closed.values()) == [word for word in ANSWERS[question] if word != UNKNOWN]
    for text, word in closed.items():
        assert closed_word(question, text) == word


@pytest.mark.parametrize(
    ("question", "text", "word"),
    [
        (Question.UPPER_ITEM, "a tee shirt", "t-shirt"),
        (Question.UPPER_ITEM, "suit jacket", "blazer"),
        (Question.UPPER_ITEM, "white hoodies", "hoodie"),
        (Question.UPPER_ITEM, "jeans", UNKNOWN),  # not worn there
        (Question.LOWER_ITEM, "blue jeans", "jeans"),
        (Question.LOWER_ITEM, "pants", "trousers"),
        (Question.UPPER_COLOR, "Grey", "gray"),
        (Question.UPPER_COLOR, "light blue", "skyblue"),
        (Question.LOWER_COLOR, "navy blue", "navy"),
        (Question.LOWER_COLOR, "cotton", UNKNOWN),  # answers another question
        (Question.UPPER_PATTERN, "plaid", "checked"),
        (Question.UPPER_PATTERN, "polka dots", "dotted"),
        (Question.LOWER_PATTERN, "none", "solid"),
        (Question.LOWER_PATTERN, "no pattern", "solid"),
        (Question.UPPER_COLOR, "none", UNKNOWN),
        (Question.SEASON, "fall", "autumn"),
        (Question.SEASON, "", UNKNOWN),
        (Question.SEASON, "xyzzy 42", UNKNOWN),
        (Question.FAMOUS_BRAND, " Ralph  Lauren ", "Ralph Lauren"),
        (Question.FAMOUS_BRAND, "none", UNKNOWN),
    ],
)
def test_free_text_is_mapped_to_the_closed_list(question, text, word):
    assert closed_word(question, text) == word


def said_colors():
    return [Said("purple" if "color" in ENGLISH[q] else "", 0.5) for q in QUESTIONS]


def colors(cutout, measure):
    answers = {a.question: a.word for a in answers_from(cutout, said_colors(), measure)}
    return answers[Question.UPPER_COLOR], answers[Question.LOWER_COLOR]


def test_colors_come_from_pixels_where_garments_are_mapped_and_else_from_the_net():
    mapped = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    unmapped = type(mapped)(mapped.rgba, mapped.box)
    assert colors(mapped, measure=True) == ("red", "blue")
    assert colors(mapped, measure=False) == ("purple", "purple")
    assert colors(unmapped, measure=True) == ("purple", "purple")
