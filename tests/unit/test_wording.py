from __future__ import annotations

import pytest

from braind.domain import Answer, Brand, BrandMatch, Level, Reason, StyleScores
from braind.vocabulary import BASE_PARTS, Part, Question, Style
from braind.wording import (
    level_word,
    outfit_words,
    reason_words,
    shared_words,
    style_words,
    why_sentence,
    with_particle,
)


def answers(**words):
    return [Answer(Question(name), word, 1.0) for name, word in words.items()]


def match(shared=(), styles=(), **shares):
    parts = dict.fromkeys(BASE_PARTS, 0.0) | {Part(name): share for name, share in shares.items()}
    return BrandMatch(Brand(1, "Moss"), 1, 0.9, Level.SIMILAR, parts, (), shared, styles)


def test_an_outfit_reads_like_a_sentence():
    outfit = answers(
        upper_item="coat", upper_color="black", upper_material="wool", upper_pattern="solid",
        lower_item="jeans", lower_color="blue", lower_material="denim", season="winter",
    )  # fmt: skip
    assert outfit_words(outfit, "en") == "black wool coat · blue jeans · winter"
    assert outfit_words(outfit, "ko") == "검정 울 코트 · 파랑 청바지 · 겨울"


def test_a_dress_is_named_once():
    dress = answers(upper_item="dress", upper_color="red", lower_item="dress", lower_color="red")
    assert outfit_words(dress, "en") == "red dress"


def test_what_is_unknown_is_not_said():
    assert outfit_words(answers(upper_item="unknown", upper_color="unknown"), "en") == ""
    assert outfit_words(answers(upper_item="unknown", upper_color="red"), "en") == "red top"


def test_styles_above_one_half_or_else_the_strongest():
    assert style_words(StyleScores([0.6, 0, 0, 0, 0, 0.9, 0]), "en") == "chic, casual"
    assert style_words(StyleScores([0.1, 0, 0, 0.3, 0, 0, 0]), "ko") == "댄디"


def test_what_is_shared():
    both = match([(Question.UPPER_COLOR, "navy"), (Question.LOWER_ITEM, "jeans")], [Style.CASUAL])
    assert shared_words(both, "en") == "casual · navy top · jeans"
    assert shared_words(match(), "en") == ""


def test_the_reason_names_the_parts_that_stand_out():
    found = match(
        [(Question.UPPER_COLOR, "navy"), (Question.LOWER_COLOR, "navy")],
        [Style.CASUAL],
        style=0.45,
        color=0.45,
        garments=0.1,
    )
    assert why_sentence(found, "en") == "Close in colour (navy) and style (casual)."
    assert why_sentence(found, "ko") == "색(남색)과 스타일(캐주얼)이 가까워요."
    assert why_sentence(match(garments=1.0), "ko") == "옷 종류가 가까워요."
    assert why_sentence(match(season=1.0), "en") == "Close in season."


def test_a_part_without_weight_is_no_reason():
    found = match(style=0.0, color=1.0)
    weights = {Part.STYLE: 1.0, Part.COLOR: 0.0}
    assert why_sentence(found, "en", weights) == ""


@pytest.mark.parametrize(("word", "said"), [("색", "색과"), ("바지", "바지와"), ("Moss", "Moss와")])
def test_particles_follow_the_last_sound(word, said):
    assert with_particle(word, "과", "와") == said


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_level_and_reason_has_words(language):
    words = [level_word(level, language) for level in Level]
    words += [reason_words([reason], language) for reason in Reason]
    assert all(words) and len(set(words)) == len(words)
