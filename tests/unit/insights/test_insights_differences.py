import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from map_fakes import brands_of, index_of, random_index, styled

from braind.domain import Brand
from braind.insights.differences import (
    TRAITS,
    compare_brands,
    effects,
    figures_of,
    strength_of,
)
from braind.insights.kinds import Strength, Trait
from braind.vocabulary import ANSWERS, QUESTIONS, UNKNOWN, Question

COLOR, PATTERN = Question.UPPER_COLOR, Question.UPPER_PATTERN
NAVY, OTHER = Trait("navy", COLOR), Brand(2, "Nord")


def brand(number, navy, red, casual=0.5, **more):
    """A brand of navy and of red looks, with half a style that varies a little."""
    words = [{COLOR: "navy", **more}] * navy + [{COLOR: "red", **more}] * red
    return [
        (number, styled(casual=casual + 0.1 * (-1) ** place), told)
        for place, told in enumerate(words)
    ]


def compared(*brands):
    return compare_brands(index_of([look for looks in brands for look in looks]), 1, OTHER)


def found_in(differences, trait):
    return next((d for d in differences if d.trait == trait), None)


def test_every_known_word_is_a_trait_once():
    words = sum(word != UNKNOWN for question in QUESTIONS for word in ANSWERS[question])
    assert len(set(TRAITS)) == len(TRAITS) == 7 + words


def test_a_share_sets_brands_apart_by_cohen_s_h():
    navy = found_in(compared(brand(1, 16, 4), brand(2, 2, 18)).apart, NAVY)
    assert (navy.ours, navy.theirs) == (0.8, 0.1)
    # 2 asin √0.8 - 2 asin √0.1
    assert navy.effect == pytest.approx(2.2143 - 0.6435, abs=1e-4)


def test_a_style_sets_brands_apart_by_cohen_s_d():
    found = compared(brand(1, 10, 10, casual=0.9), brand(2, 10, 10, casual=0.6))
    casual = found_in(found.apart, Trait("casual"))
    # Each brand's scores lie 0.1 from their mean: deviation 0.1 √(20/19).
    assert casual.effect == pytest.approx(0.3 / (0.1 * np.sqrt(20 / 19)), abs=1e-3)


@pytest.mark.parametrize(
    ("size", "strength"),
    [(2, None), (3, Strength.SLIGHT), (16, Strength.SLIGHT), (40, Strength.CLEAR),
     (160, Strength.STRONG)],
)  # fmt: skip
def test_small_brands_get_weaker_words(size, strength):
    """All against none where there are few looks, else 3 of 4 against 1 of 4."""
    ours, theirs = (size, 0) if size < 4 else (3 * size // 4, size // 4)
    found = compared(brand(1, ours, theirs), brand(2, theirs, ours))
    navy = found_in(found.apart, NAVY)
    assert (navy.strength if navy else None) is strength


def test_words_never_get_weaker_with_more_looks():
    ranks = [None, *Strength]
    for effect in (0.3, 0.6, 1.2):
        words = [strength_of(effect, np.sqrt(2 / size), size) for size in range(1, 400)]
        places = [ranks.index(word) for word in words]
        assert places == sorted(places)
    assert strength_of(9.0, 0.1, 4) is Strength.SLIGHT
    assert strength_of(9.0, 0.1, 2) is None


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 999))
def test_chance_is_not_called_a_clear_difference(seed):
    """Two brands drawn from one and the same habits."""
    rng = np.random.default_rng(seed)
    looks = [
        (1 + place % 2, rng.random(7), {q: rng.choice(ANSWERS[q][:6]) for q in QUESTIONS[:8]})
        for place in range(120)
    ]
    firm = [d for d in compared(looks).apart if d.strength is not Strength.SLIGHT]
    assert len(firm) <= 1


@given(seed=st.integers(0, 99))
@settings(max_examples=10, deadline=None)
def test_what_one_has_more_of_the_other_has_less_of(seed):
    table = random_index(2, 8, seed).table
    ours, theirs = (figures_of(table.take(np.flatnonzero(table.brand_ids == n))) for n in (1, 2))
    (forth, error), (back, same) = effects(ours, theirs), effects(theirs, ours)
    assert forth == pytest.approx(-back) and error == pytest.approx(same)


def test_what_cannot_be_read_is_no_difference():
    """Half of our photos tell no colour; the others are as navy as theirs."""
    blank = [(1, styled(casual=0.5), {})] * 20
    assert found_in(compared(brand(1, 20, 0) + blank, brand(2, 20, 0)).apart, NAVY) is None


def test_common_habits_are_shared_only_when_the_rest_lacks_them():
    rest = [look for number in (3, 4) for look in brand(number, 0, 30)]
    navy = found_in(compared(brand(1, 30, 2), brand(2, 28, 2), rest).shared, NAVY)
    assert navy.strength is Strength.STRONG
    assert (navy.ours, navy.theirs) == (30 / 32, 28 / 30)
    same = [look for number in (3, 4) for look in brand(number, 29, 2)]
    assert found_in(compared(brand(1, 30, 2), brand(2, 28, 2), same).shared, NAVY) is None


def test_without_other_brands_what_is_shared_is_more_than_chance():
    found = compared(brand(1, 30, 2), brand(2, 28, 2))
    assert [d.trait for d in found.shared] == [NAVY]


def test_nothing_is_both_shared_and_apart():
    rest = brand(3, 0, 60)
    found = compared(brand(1, 60, 0), brand(2, 30, 30), rest)
    assert found_in(found.apart, NAVY) and not found_in(found.shared, NAVY)


def test_a_one_piece_and_a_famous_brand_are_not_told_twice_or_at_all():
    dress = {Question.UPPER_ITEM: "dress", Question.LOWER_ITEM: "dress"}
    suit = {Question.UPPER_ITEM: "coat", Question.LOWER_ITEM: "trousers"}
    ours = [(1, styled(chic=0.5), dress)] * 20
    theirs = [(2, styled(chic=0.5), suit)] * 20
    traits = {d.trait for d in compared(ours, theirs).apart}
    assert Trait("dress", Question.UPPER_ITEM) in traits
    assert Trait("dress", Question.LOWER_ITEM) not in traits


def test_the_strongest_comes_first():
    found = compared(
        brand(1, 40, 0, **{PATTERN: "striped"}), brand(2, 0, 40, **{PATTERN: "striped"})
    )
    firm = [list(Strength).index(d.strength) for d in found.apart]
    assert firm == sorted(firm, reverse=True)


def test_own_looks_are_typical_and_not_like_the_other_brand_s():
    looks = [
        *[(1, styled(chic=1.0), {COLOR: "black"})] * 3,
        (1, styled(casual=1.0), {COLOR: "navy"}),  # just like theirs
        (1, styled(sports=1.0), {COLOR: "pink"}),  # like nobody's
        *[(2, styled(casual=1.0), {COLOR: "navy"})] * 3,
    ]
    found = compare_brands(index_of(looks), 1, OTHER)
    assert set(found.own_looks[:3]) == {1, 2, 3}
    assert found.own_looks[-1] == 4


def test_copies_of_a_photo_count_once():
    navy, red = (1, styled(chic=0.5), {COLOR: "navy"}), (1, styled(chic=0.5), {COLOR: "red"})
    theirs = [(2, styled(chic=0.5), {COLOR: "red"})] * 6
    copies = index_of([navy] * 20 + [red] * 2 + theirs, [77 << 30] * 20 + [0] * 8)
    assert found_in(compare_brands(copies, 1, OTHER).apart, NAVY) is None


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 99))
def test_the_order_of_the_looks_does_not_matter(seed):
    index = random_index(3, 9, seed)
    shuffled = index.table.take(np.random.default_rng(seed).permutation(27))
    again = type(index)(shuffled, index.words)
    other = brands_of(index)[1]
    assert compare_brands(index, 1, other) == compare_brands(again, 1, other)
