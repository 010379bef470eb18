from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braind.insights.lookquery import understand, wish_for, words_of
from braind.lexicon import WORDS, Kind
from braind.vocabulary import ANSWERS, LANGUAGES, UNKNOWN, Question, label


def read(text):
    """Wishes as sets of "question=word", and what was not understood."""
    found = understand(text)
    wishes = [
        {f"{trait.question or 'style'}={trait.word}" for trait in wish} for wish in found.wishes
    ]
    return wishes, list(found.unknown)


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("남색 체크 자켓", ["upper_item=jacket", "upper_color=navy", "upper_pattern=checked"]),
        ("네이비 체크무늬 재킷", ["upper_item=jacket", "upper_color=navy",
                          "upper_pattern=checked"]),
        ("navy checked jacket", ["upper_item=jacket", "upper_color=navy", "upper_pattern=checked"]),
        ("남색체크자켓", ["upper_item=jacket", "upper_color=navy", "upper_pattern=checked"]),
        ("자켓 남색", ["upper_item=jacket", "upper_color=navy"]),
        ("맨투맨", ["upper_item=sweatshirt"]),
        ("스웻셔츠", ["upper_item=sweatshirt"]),
        ("grey striped t-shirts", ["upper_item=t-shirt", "upper_color=gray",
                                   "upper_pattern=striped"]),
        ("청치마", ["lower_item=skirt", "lower_material=denim"]),
        ("blue jeans", ["lower_item=jeans", "lower_color=blue"]),
        ("흰 셔츠와 검은 바지", ["upper_item=shirt", "upper_color=white", "lower_item=trousers",
                         "lower_color=black"]),
        ("a white shirt with black trousers",
         ["upper_item=shirt", "upper_color=white", "lower_item=trousers", "lower_color=black"]),
        ("상의 검정 하의 흰색", ["upper_color=black", "lower_color=white"]),
        ("검은색 상의", ["upper_color=black"]),
        ("시크한 가을룩", ["style=chic", "season=autumn"]),
        ("sky blue polka dot skirt",
         ["lower_item=skirt", "lower_color=skyblue", "lower_pattern=dotted"]),
        ("하늘 색 반 바지", ["lower_item=shorts", "lower_color=skyblue"]),
        ("겨울 울 코트", ["upper_item=coat", "upper_material=wool", "season=winter"]),
    ],
)  # fmt: skip
def test_words_become_answers_of_the_garment_that_they_are_said_of(text, wishes):
    assert read(text) == ([{wish} for wish in wishes], [])


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("navy", [{"upper_color=navy", "lower_color=navy"}]),
        ("검정 흰색", [{"upper_color=black", "lower_color=black"},
                   {"upper_color=white", "lower_color=white"}]),
        ("원피스", [{"upper_item=dress", "lower_item=dress"}]),
        ("빨간 드레스", [{"upper_item=dress", "lower_item=dress"},
                    {"upper_color=red", "lower_color=red"}]),
        ("코트 자켓", [{"upper_item=coat", "upper_item=jacket"}]),
        ("봄가을", [{"season=spring", "season=autumn"}]),
        ("S/S", [{"season=spring", "season=summer"}]),
        ("아이보리 블라우스", [{"upper_item=blouse"}, {"upper_color=white", "upper_color=beige"}]),
        ("casual street", [{"style=casual"}, {"style=street"}]),
    ],
)  # fmt: skip
def test_alternatives_are_kept(text, wishes):
    found, unknown = read(text)
    assert sorted(map(sorted, found)) == sorted(map(sorted, wishes))
    assert unknown == []


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("남색 우주복", ["우주복"]),
        ("not black jacket", ["not"]),
        ("서울 지퍼 표면", ["서울", "지퍼", "표면"]),  # wool, fur and cotton are inside, not meant
        ("acoat backpack", ["acoat", "backpack"]),
        ("면" * 500, ["면" * 500]),
        ("?! — ", []),
        ("", []),
    ],
)
def test_what_is_not_understood_is_told(text, unknown):
    assert read(text)[1] == unknown


def test_what_is_not_understood_does_not_hide_the_rest():
    assert read("zara 남색 우주복 자켓")[0] == [{"upper_item=jacket"}, {"upper_color=navy"}]


@pytest.mark.parametrize("language", [*LANGUAGES, None])
@pytest.mark.parametrize("kind", Kind)
def test_every_word_of_the_vocabulary_is_understood_in_both_languages(kind, language):
    for word in WORDS[kind]:
        written = word if language is None else label(word, language)
        assert words_of(kind, written) == (word,)
        assert words_of(kind, unicodedata.normalize("NFD", written.upper())) == (word,)
        assert not understand(written).unknown


def test_the_lexicon_knows_all_answers_of_the_vocabulary():
    questions = [q for q in Question if q is not Question.FAMOUS_BRAND]
    answers = {word for question in questions for word in ANSWERS[question]} - {UNKNOWN}
    assert answers <= {word for words in WORDS.values() for word in words}


@pytest.mark.parametrize(("a", "b"), [("자켓", "재킷"), ("가디건", "카디건"), ("치마", "스커트"),
    ("grey", "gray"), ("stripes", "줄무늬"), ("plaid", "격자"), ("fall", "가을")])  # fmt: skip
def test_spellings_of_one_thing_mean_the_same(a, b):
    assert read(a) == read(b) != ([], [])


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    found = understand(text)
    assert all(wish for wish in found.wishes)
    assert len(set(found.unknown)) == len(found.unknown)


@given(st.lists(st.sampled_from(["남색", "jacket", "청치마", "우주복", "chic", "nope", "가을의"])))
def test_every_word_is_either_looked_for_or_told(words):
    found = understand(" ".join(words))
    assert set(found.unknown) == {"우주복", "nope"} & set(words)
    assert bool(found.wishes) == bool(set(words) - {"우주복", "nope"})


def test_words_of_another_kind_are_no_answer():
    assert words_of(Kind.COLOR, "jacket") == ()
    assert words_of(Kind.COLOR, "남색 자켓") == ()
    assert words_of(Kind.ITEM, "상의") == ()
    assert words_of(Kind.COLOR, "blorange") == ()


def test_a_filter_allows_any_of_its_words_above_or_below():
    wish = wish_for(Kind.ITEM, ["jacket", "dress"])
    told = {(trait.question, trait.word) for trait in wish}
    upper, lower = Question.UPPER_ITEM, Question.LOWER_ITEM
    assert told == {(upper, "jacket"), (upper, "dress"), (lower, "dress")}
    with pytest.raises(ValueError, match="spaceship"):
        wish_for(Kind.ITEM, ["jacket", "spaceship"])
