from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shoot_fakes import BRAND, brand_of, copies, dressed, honest, look, others, retaken

from braind.insights.kinds import Doubt, Interval, SelfTest
from braind.insights.selftest import is_recognised
from braind.vocabulary import Question

ANYTHING = Interval(0, 1)


def figures(found):
    """All numbers of an honest profile that a copied shoot could move."""
    intervals = [*found.style_intervals, found.cohesion_interval]
    return [
        *found.profile.mean.tolist(),
        *found.profile.spread.tolist(),
        found.profile.cohesion,
        *(end for interval in intervals for end in (interval.low, interval.high)),
    ]


def shoot_of(looks, number):
    return [one for one in looks if f"shoot {number}/" in one.path]


some_shoots = st.lists(st.integers(1, 5), min_size=2, max_size=5)


@settings(max_examples=10, deadline=None)
@given(some_shoots, st.integers(0, 1))
def test_a_shoot_that_is_there_ten_times_moves_nothing(sizes, number):
    looks = brand_of(sizes)
    more = looks + copies(shoot_of(looks, number), 10)
    before, after = honest(looks, background=0.3), honest(more, background=0.3)
    assert figures(after) == pytest.approx(figures(before), abs=1e-5)
    assert (after.shoots, after.profile.count) == (before.shoots, before.profile.count)
    assert (after.neighbours, after.doubts) == (before.neighbours, before.doubts)
    assert after.profile.typical == before.profile.typical
    assert after.profile.outliers == before.profile.outliers


@settings(max_examples=10, deadline=None)
@given(some_shoots, st.integers(0, 1))
def test_a_shoot_of_ten_times_as_many_photos_moves_nothing(sizes, number):
    looks = brand_of(sizes)
    more = looks + retaken(shoot_of(looks, number), 10)
    before, after = honest(looks, background=0.3), honest(more, background=0.3)
    assert after.profile.count == len(more)
    assert figures(after) == pytest.approx(figures(before), abs=1e-5)


@pytest.mark.parametrize("number", range(4))
def test_nor_does_it_move_much_of_what_the_library_calls_usual(number):
    looks = brand_of([5, 4, 6, 3])
    before, after = honest(looks), honest(looks + copies(shoot_of(looks, number), 10))
    assert figures(after) == pytest.approx(figures(before), abs=0.04)


def test_every_shoot_counts_the_same():
    large = [look(n, 0, styles=np.eye(7)[0]) for n in range(1, 10)]
    small = [look(20, 1, styles=np.eye(7)[1])]
    found = honest(large + small)
    assert found.shoots == 2
    assert found.profile.mean[:2] == pytest.approx([0.5, 0.5])
    assert found.profile.spread[0] == pytest.approx(0.5)
    assert found.profile.cohesion == 0


def test_intervals_hold_the_figures_and_narrow_with_shoots():
    few, many = honest(brand_of([3] * 4)), honest(brand_of([3] * 24))
    for found in (few, many):
        for mean, interval in zip(found.profile.mean, found.style_intervals, strict=True):
            assert interval.low < mean < interval.high
        assert found.cohesion_interval.low < found.profile.cohesion < found.cohesion_interval.high
    widths = [[i.high - i.low for i in found.style_intervals] for found in (few, many)]
    assert sum(widths[1]) < 0.6 * sum(widths[0])


def test_looks_of_one_shoot_do_not_narrow_the_intervals():
    single = [dressed(n, n) for n in range(1, 7)]
    before, after = honest(single), honest(single + retaken(single, 4))
    for one, other in zip(before.style_intervals, after.style_intervals, strict=True):
        assert (one.low, one.high) == pytest.approx((other.low, other.high), abs=1e-5)


def test_one_shoot_tells_nothing_of_others():
    found = honest(brand_of([12]))
    assert found.doubts == (Doubt.ONE_SHOOT,) and not found.is_reliable
    assert set(found.style_intervals) == {ANYTHING} == {found.cohesion_interval}
    assert found.self_test is None
    assert 0 < found.profile.cohesion < 1


def test_two_shoots_do_not_tell_how_far_shoots_differ():
    assert honest(brand_of([6, 6])).cohesion_interval == ANYTHING


@pytest.mark.parametrize(
    ("rank", "first", "recognised"), [(2.0, 0.3, True), (2.4, 0.3, False), (2.0, 0.23, False)]
)
def test_a_brand_is_recognised_when_both_rank_and_first_places_beat_guessing(
    rank, first, recognised
):
    assert is_recognised(SelfTest(26, 4, rank, first, 0.25)) is recognised


def test_a_brand_that_is_recognised_is_reliable():
    found = honest(brand_of([4, 4, 4]))
    assert found.is_reliable and found.doubts == ()
    assert found.self_test.mean_rank == found.self_test.first == 1
    assert (found.self_test.shoots, found.self_test.brands) == (3, 5)
    assert found.self_test.chance == pytest.approx(0.2)


def test_a_brand_that_dresses_like_everybody_is_not_recognised():
    """Each shoot has the looks of another brand."""
    looks = [
        replace(dressed(100 * shoot + n, shoot, brand=2 + shoot), brand_id=BRAND)
        for shoot in range(4)
        for n in range(4)
    ]
    found = honest(looks)
    assert Doubt.NOT_RECOGNISED in found.doubts
    assert found.self_test.first == 0


def test_few_looks_and_no_other_brand_are_doubts():
    assert honest(brand_of([4, 3])).doubts == (Doubt.FEW_LOOKS,)
    assert honest(brand_of([4, 4])).doubts == ()
    alone = honest(brand_of([4, 4]), rest=[])
    assert alone.doubts == (Doubt.NO_OTHER_BRAND,)
    assert (alone.neighbours, alone.self_test) == ((), None)


def test_copies_do_not_make_many_looks_of_few():
    assert honest(brand_of([2, 2]) + copies(brand_of([2, 2]), 5)).doubts == (Doubt.FEW_LOOKS,)


def test_a_brand_without_looks_is_not_reliable():
    found = honest([])
    assert (found.shoots, found.profile.count, found.neighbours) == (0, 0, ())
    assert found.doubts == (Doubt.FEW_LOOKS,)


def test_the_brand_that_dresses_alike_is_a_steady_neighbour():
    twin = [replace(dressed(500 + n, n % 3), brand_id=9) for n in range(9)]
    found = honest(brand_of([4, 4, 4]), rest=others() + twin)
    assert (found.neighbours[0].brand.id, found.neighbours[0].share) == (9, 1.0)
    shares = [neighbour.share for neighbour in found.neighbours]
    assert sum(shares) == pytest.approx(3)
    assert shares == sorted(shares, reverse=True) and BRAND not in found.neighbours


def test_the_answer_is_the_same_every_time_and_in_any_order():
    looks = brand_of([4, 3, 5])
    first = honest(looks)
    second = honest(looks[::-1])
    assert figures(first) == figures(second)
    assert (first.neighbours, first.self_test) == (second.neighbours, second.self_test)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("sizes", [[12], [8, 8], [5, 4, 6, 3]], ids=str)
def test_a_foreign_look_in_a_lookbook_is_among_the_top_outliers(seed, sizes):
    looks = brand_of(sizes)
    place = seed % len(looks)
    stranger = replace(
        dressed(9000 + seed, 0, brand=50 + seed), brand_id=BRAND, path=looks[place].path + ".jpg",
        taken_at=looks[place].taken_at,
    )  # fmt: skip
    found = honest([*looks, stranger])
    assert found.shoots == len(sizes)
    assert stranger.id in found.profile.outliers[:2]


def test_cohesion_is_between_shoots():
    """Looks that are all alike within a shoot are no cohesion of the brand."""
    words = [{Question.UPPER_COLOR: color} for color in ("black", "white", "red")]
    looks = [
        look(10 * shoot + n, shoot, styles=np.eye(7)[shoot], words=words[shoot])
        for shoot in range(3)
        for n in range(1, 6)
    ]
    assert honest(looks).profile.cohesion == 0
