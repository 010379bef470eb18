import numpy as np
import pytest
from search_fakes import brands_with, make_index, make_look, make_table

from braind.search.brandscores import best_looks, shrink, top_sums

BACKGROUND = 0.4
QUERY = make_look()


def score_brands(looks, background=BACKGROUND):
    index = make_index(looks)
    scores = index.look_scores(make_table([QUERY]))
    return shrink(*top_sums(scores, best_looks(index, scores)), background)


def test_a_brand_scores_the_mean_of_its_best_three():
    assert score_brands(brands_with([[0.1, 0.9, 0.8, 0.2, 0.7]]))[0] == pytest.approx(0.8)


def test_missing_looks_count_half_as_background():
    one, two = score_brands(brands_with([[0.9], [0.9, 0.8]]))
    assert one == pytest.approx((0.9 + 0.4) / 2)
    assert two == pytest.approx((0.9 + 0.8 + 0.2) / 2.5)


def test_one_lucky_look_does_not_beat_three_nearly_as_good():
    lucky, steady = score_brands(brands_with([[1.0], [0.9, 0.9, 0.9]]))
    assert lucky < steady


def test_copies_of_a_photo_count_once():
    looks = [make_look(number, 1, 0.9, near_hash=5 << 32) for number in (1, 2, 3)]
    assert score_brands(looks)[0] == pytest.approx((0.9 + 0.4) / 2)


def test_the_best_looks_of_a_large_brand_are_found():
    cosines = np.random.default_rng(3).permutation(np.linspace(0, 1, 500))
    index = make_index(brands_with([[0.5], cosines]))
    scores = index.look_scores(make_table([QUERY]))
    rows = best_looks(index, scores)
    assert scores[rows[1]] == pytest.approx(np.linspace(0, 1, 500)[:-13:-1], abs=1e-6)
    assert rows[0].tolist() == [0] + [-1] * 11


def test_looks_that_are_left_out_do_not_count():
    index = make_index(brands_with([[0.9], [0.9, 0.5, 0.5, 0.5]]))
    scores = np.array([-np.inf, -np.inf, 0.5, 0.5, 0.5], np.float32)
    rows = best_looks(index, scores)
    result = shrink(*top_sums(scores, rows), BACKGROUND)
    assert result.tolist() == [-np.inf, 0.5]


def test_an_empty_library_has_no_brand_scores():
    assert score_brands([]).shape == (0,)
