import numpy as np
import pytest

from braind.domain import Brand, BrandMatch, EvidencePair, Level, PackOrigin, StyleProfile
from braind.insights.differences import TRAITS
from braind.insights.kinds import Difference, LookAlike, Strength, Trait, WhatIf
from braind.insights.seasons import LookbookSeason, Phase
from braind.insights.sentences import (
    apart_sentence,
    look_alike_sentence,
    pack_sentence,
    season_words,
    shared_sentence,
    trait_name,
    what_if_sentences,
)
from braind.vocabulary import Question

NAVY, JEANS = Trait("navy", Question.UPPER_COLOR), Trait("jeans", Question.LOWER_ITEM)


def difference(trait, ours, theirs, strength=Strength.STRONG):
    return Difference(trait, ours, theirs, ours - theirs, strength)


@pytest.mark.parametrize(
    ("trait", "english", "korean"),
    [
        (Trait("casual"), "casual style", "캐주얼 스타일"),
        (NAVY, "navy tops", "남색 상의"),
        (JEANS, "jeans", "청바지"),
        (Trait("dress", Question.UPPER_ITEM), "dresses", "원피스"),
        (Trait("denim", Question.LOWER_MATERIAL), "denim bottoms", "데님 하의"),
        (Trait("winter", Question.SEASON), "winter looks", "겨울 룩"),
    ],
)
def test_traits_have_names(trait, english, korean):
    assert (trait_name(trait, "en"), trait_name(trait, "ko")) == (english, korean)


def test_differences_in_numbers_of_looks():
    much = difference(NAVY, 0.45, 0.1)
    assert apart_sentence(much, "Nord", "en") == "Far more navy tops than Nord (45% against 10%)."
    assert apart_sentence(much, "Nord", "ko") == "Nord보다 남색 상의가 훨씬 더 많아요(45% 대 10%)."
    less = difference(JEANS, 0.1, 0.3, Strength.CLEAR)
    assert apart_sentence(less, "Nord", "en") == "Clearly fewer jeans than Nord (10% against 30%)."
    assert "청바지가 뚜렷하게 더 적어요" in apart_sentence(less, "Nord", "ko")


def test_differences_in_style():
    chic = difference(Trait("chic"), 0.7, 0.2, Strength.SLIGHT)
    assert apart_sentence(chic, "Nord", "en") == (
        "Perhaps a somewhat stronger chic style than Nord (0.70 against 0.20)."
    )
    assert apart_sentence(chic, "Nord", "ko") == (
        "Nord보다 시크 스타일이 조금 더 강한 것 같아요(0.70 대 0.20)."
    )


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("trait", [NAVY, Trait("chic")])
def test_every_strength_and_direction_has_words_of_its_own(language, trait):
    sentences = {
        apart_sentence(difference(trait, *figures, strength), "Nord", language).split("(")[0]
        for strength in Strength
        for figures in ((0.9, 0.1), (0.1, 0.9))
    }
    shared = {
        shared_sentence(difference(trait, 0.9, 0.8, strength), language) for strength in Strength
    }
    assert len(sentences) == 6 and len(shared) == 3


def test_what_both_have():
    both = difference(NAVY, 0.45, 0.4, Strength.CLEAR)
    assert shared_sentence(both, "en") == "Both have many navy tops (45% and 40%)."
    assert shared_sentence(both, "ko") == "둘 다 남색 상의가 많아요(45%, 40%)."
    style = difference(Trait("chic"), 0.8, 0.9)
    assert shared_sentence(style, "en") == "Both have a very strong chic style (0.80 and 0.90)."


def test_every_trait_can_be_said():
    for trait in TRAITS:
        for language in ("en", "ko"):
            sentence = apart_sentence(difference(trait, 0.5, 0.2), "Nord", language)
            assert "  " not in sentence and sentence.endswith(".")
        assert not any("a" <= letter <= "z" for letter in trait_name(trait, "ko"))


@pytest.mark.parametrize("same", [True, False])
def test_look_alikes(same):
    alike = LookAlike(Brand(1, "Moss"), Brand(2, "Nord"), EvidencePair(1, 2, 0.99, {}), same)
    said = look_alike_sentence(alike, "en"), look_alike_sentence(alike, "ko")
    assert said == (
        ("Nord has the same photo.", "Nord에 같은 사진이 있어요.") if same
        else ("Nord has a nearly identical look.", "Nord에 거의 같은 룩이 있어요.")
    )  # fmt: skip


def test_packs_name_owner_and_licence_or_say_that_they_are_not_told():
    origin = PackOrigin("id", "Ida", "", looks=1200)
    assert pack_sentence(origin, "en") == (
        "1,200 looks came in a brand pack (owner: Ida; licence: not told)."
    )
    assert pack_sentence(origin, "ko") == (
        "룩 1,200개는 브랜드 팩에서 왔어요(소유자: Ida, 이용 조건: 적혀 있지 않음)."
    )


def test_seasons_have_words():
    assert season_words("2024 SS", "en") == "spring/summer 2024"
    assert season_words("2024 SS", "ko") == "2024 봄/여름"
    assert season_words("2025 autumn", "ko") == "2025 가을"
    for phase in Phase:
        korean = season_words(str(LookbookSeason(2024, phase)), "ko")
        assert not any("a" <= letter.casefold() <= "z" for letter in korean)


def profile(*means):
    mean = np.zeros(7, np.float32)
    mean[: len(means)] = means
    return StyleProfile(1, "r", 9, mean, mean, (), {}, 0.5, (), ())


def near(name):
    return (BrandMatch(Brand(2, name), 1, 0.9, Level.SIMILAR, {}, ()),)


def change(before, after, moved):
    return WhatIf(profile(0.4, 0.2), profile(0.5, 0.21), before, after, moved)


def test_what_a_change_would_do():
    assert what_if_sentences(change(near("Nord"), near("Moss"), 0.1), "en") == [
        "The brand moves noticeably.",
        "The nearest brand would be Moss instead of Nord.",
        "casual style: 0.40 → 0.50",
    ]
    assert what_if_sentences(change(near("오월"), near("가람"), 0.01), "ko") == [
        "브랜드의 위치가 조금 바뀌어요.",
        "오월 대신 가람이 가장 가까운 브랜드가 돼요.",
        "캐주얼 스타일: 0.40 → 0.50",
    ]
    same = what_if_sentences(change(near("오월"), near("오월"), 0.0), "ko")
    assert same[:2] == [
        "브랜드의 위치는 거의 그대로예요.",
        "가장 가까운 브랜드는 그대로 오월이에요.",
    ]
    english = what_if_sentences(change(near("Nord"), near("Nord"), 0.0), "en")
    assert english[1] == "The nearest brand stays Nord."
    assert len(what_if_sentences(change((), (), 0.0), "en")) == 2
