import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from map_fakes import brands_of, index_of, random_table, styled

from braind.insights.lookalikes import NEARLY_IDENTICAL, look_alikes
from braind.search import Levels, SearchIndex
from braind.vocabulary import Question

LEVELS = Levels(0.5, 0.9)
OUTFIT = {
    Question.UPPER_ITEM: "coat", Question.UPPER_COLOR: "navy", Question.UPPER_MATERIAL: "wool",
    Question.UPPER_PATTERN: "checked", Question.LOWER_ITEM: "jeans",
    Question.LOWER_COLOR: "blue", Question.SEASON: "winter",
}  # fmt: skip
ELSE = dict.fromkeys(OUTFIT, "unknown") | {Question.UPPER_ITEM: "hoodie"}


def found(index, number=1):
    brands = brands_of(index)
    return look_alikes(index, brands, brands[number - 1], LEVELS)


def told(alikes):
    return [(a.other.id, a.pair.query_look, a.pair.look, a.same_photo) for a in alikes]


def test_the_same_outfit_elsewhere_is_found():
    index = index_of(
        [
            (1, styled(chic=0.9), OUTFIT),
            (1, styled(sports=0.9), ELSE),
            (2, styled(chic=0.8), OUTFIT),
            (3, styled(girlish=0.9), OUTFIT | {Question.UPPER_ITEM: "dress"}),
        ]
    )
    alikes = found(index)
    assert told(alikes) == [(2, 1, 3, False)]
    assert alikes[0].brand.id == 1
    assert alikes[0].pair.score == pytest.approx(1, abs=1e-5)
    assert set(alikes[0].pair.parts) == set(index.parts)


def test_one_other_garment_is_another_look():
    changed = OUTFIT | {Question.UPPER_COLOR: "red"}
    index = index_of([(1, styled(chic=0.9), OUTFIT), (2, styled(chic=0.9), changed)])
    assert found(index) == ()


def test_looks_of_which_little_is_known_are_not_alike_by_that():
    index = index_of([(1, styled(chic=0.9), ELSE), (2, styled(chic=0.9), ELSE)])
    assert found(index) == ()


def test_one_photo_in_two_brands_is_told_first():
    """Even when it was read a little differently the second time."""
    index = index_of(
        [
            (1, styled(chic=0.9), OUTFIT),
            (1, styled(sports=0.9), ELSE),
            (2, styled(chic=0.9), OUTFIT),
            (2, styled(sports=0.8, street=0.3), ELSE),
        ],
        hashes=[0xFFFF << 40, 0xABC << 20, 0xFFFF, 0xABD << 20],
    )
    assert told(found(index)) == [(2, 2, 4, True), (2, 1, 3, False)]


def test_photos_of_one_hash_in_which_other_things_are_seen_are_not_one():
    """Studio photos of one pose before one wall."""
    index = index_of(
        [(1, styled(chic=0.9), OUTFIT), (2, styled(sports=0.9), ELSE)], [0xABC << 20] * 2
    )
    assert found(index) == ()


def test_unknown_photos_are_no_copies_of_each_other():
    index = index_of([(1, styled(chic=0.9), ELSE), (2, styled(sports=0.9), OUTFIT)], [0, 0])
    assert found(index) == ()


def test_a_look_is_shown_once_a_brand_with_its_best_counterpart():
    near = styled(chic=0.9, casual=0.1)
    index = index_of(
        [
            (1, styled(chic=0.9), OUTFIT),
            (2, near, OUTFIT),
            (2, styled(chic=0.9), OUTFIT),
            (3, near, OUTFIT),
        ]
    )
    assert told(found(index)) == [(2, 1, 3, False), (3, 1, 4, False)]


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 999))
def test_a_planted_look_is_found_from_both_sides(seed):
    table = random_table(4, 5, seed)
    planted = np.arange(len(table))
    planted[7] = 1  # a look of brand 2 becomes one of brand 1's
    table = type(table)(
        table.look_ids, table.brand_ids, table.styles[planted], table.answers[planted]
    )
    index = SearchIndex(table, index_of([]).words)
    ours = {(a.pair.query_look, a.pair.look) for a in found(index, 1) if a.other.id == 2}
    theirs = {(a.pair.look, a.pair.query_look) for a in found(index, 2) if a.other.id == 1}
    assert (2, 8) in ours & theirs
    assert all(a.pair.score >= NEARLY_IDENTICAL for n in (1, 2) for a in found(index, n))
