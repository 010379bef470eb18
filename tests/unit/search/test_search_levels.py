import numpy as np
import pytest
from search_fakes import (
    WORDS,
    brands_with,
    make_index,
    make_look,
    random_index,
    random_table,
)

from braind.domain import Level
from braind.search import Levels, SearchIndex, calibrate, look_background
from braind.search.levels import UNCALIBRATED, sample_rows
from braind.vocabulary import PARTS


@pytest.mark.parametrize(
    ("score", "level"),
    [
        (0.9, Level.VERY_SIMILAR),
        (0.8, Level.VERY_SIMILAR),
        (0.799, Level.SIMILAR),
        (0.6, Level.SIMILAR),
        (0.599, Level.SOMEWHAT),
        (0.4, Level.SOMEWHAT),
        (0.399, Level.NO_MATCH),
        (-1.0, Level.NO_MATCH),
    ],
)
def test_a_level_begins_at_its_tick(score, level):
    assert Levels(background=0.4, within=0.8).level_of(score) is level


def test_brands_that_hold_together_are_more_alike_within():
    levels = calibrate(random_index(count=300, brands=8))
    assert -1 < levels.background < levels.within < 1


def test_calibration_is_repeatable_and_blind_to_the_order_of_looks():
    table = random_table(500, 6)
    levels = calibrate(SearchIndex(table, WORDS))
    shuffled = table.take(np.random.default_rng(1).permutation(500))
    assert calibrate(SearchIndex(shuffled, WORDS)) == levels


def test_hand_made_brands_calibrate_to_their_own_cosines():
    looks = brands_with([[1.0] * 4, [0.6] * 4])
    levels = calibrate(make_index(looks))
    assert levels.background == pytest.approx(0.6, abs=1e-4)
    assert levels.within == pytest.approx(1.0, abs=1e-4)


def test_copies_of_a_photo_do_not_make_a_brand_alike_within():
    def library(same_photo):
        return [
            make_look(10 * brand + copy, brand, cosine, near_hash=same_photo * brand << 40)
            for brand in (1, 3)
            for number, cosine in enumerate([brand / 4, brand / 5, brand / 6])
            for copy in (2 * number, 2 * number + 1)
        ]

    counted = calibrate(make_index(library(same_photo=0)))
    left_out = calibrate(make_index(library(same_photo=1)))
    assert counted.within > counted.background
    # All looks of a brand are one photo here, so nothing is known about it: halfway to identical.
    assert left_out.within == pytest.approx((left_out.background + 1) / 2, abs=1e-5)


def test_one_brand_takes_any_two_looks_as_background():
    levels = calibrate(make_index(brands_with([[1.0, 1.0, 1.0, 0.6]])))
    assert levels.background == pytest.approx(0.8, abs=1e-4)
    assert levels.within > levels.background


def test_brands_of_one_look_put_within_halfway_to_identical():
    levels = calibrate(make_index(brands_with([[1.0], [0.6]])))
    assert levels.background == pytest.approx(0.6, abs=1e-4)
    assert levels.within == pytest.approx(0.8, abs=1e-4)


def test_brands_that_do_not_differ_put_within_halfway_to_identical():
    levels = calibrate(make_index(brands_with([[1.0, 0.6, 0.0], [1.0, 0.6, 0.0]])))
    assert levels.within == pytest.approx((levels.background + 1) / 2, abs=1e-4)


@pytest.mark.parametrize("cosines", [[], [[1.0]]])
def test_without_two_looks_the_levels_are_fixed(cosines):
    assert calibrate(make_index(brands_with(cosines))) == UNCALIBRATED


def test_without_any_weight_calibration_still_answers():
    levels = calibrate(random_index(weights=dict.fromkeys(PARTS, 0.0)))
    assert levels == Levels(background=0.0, within=0.5)


def test_the_background_of_looks_compares_different_brands():
    assert look_background(make_index(brands_with([[1.0, 1.0], [0.6]]))) == pytest.approx(0.6)
    assert look_background(make_index(brands_with([[1.0, 1.0]]))) is None
    assert look_background(make_index([])) is None


def test_the_sample_gives_every_brand_its_turn():
    cosines = [[0.5] * 900, [0.5] * 20, [0.5] * 150]
    index = make_index(brands_with(cosines))
    rows = sample_rows(index, rng_seed=0)
    brands, counts = np.unique(index.table.brand_ids[rows], return_counts=True)
    assert brands.tolist() == [1, 2, 3]
    assert counts.tolist() == [90, 20, 90]


def test_big_brands_do_not_set_the_background_of_looks():
    big = [make_look(n, 1 + n % 2) for n in range(120)]
    small = [make_look(200 + n, 3 + n, cosine=0.3) for n in range(2)]
    # Of the six pairs of brands four are strangers, though most pairs of looks are not.
    assert look_background(make_index(big + small)) == pytest.approx(0.3, abs=1e-5)
