from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from shoot_fakes import BRAND, dressed, index_of, look

from braind.insights.kinds import Trait
from braind.insights.substyles import sub_styles
from braind.vocabulary import Question


def groups_of(looks):
    index = index_of(looks)
    return sub_styles(index, np.arange(len(index)))


def mixture(*counts, seed=0):
    """Looks that dress like the brands 60, 61, …, so many each."""
    return [
        replace(dressed(100 * part + n, 0, brand=60 + part, seed=seed), brand_id=BRAND)
        for part, count in enumerate(counts, 1)
        for n in range(count)
    ]


def test_two_ways_to_dress_are_two_sub_styles():
    found = groups_of(mixture(20, 12))
    assert [sorted(group.look_ids) for group in found] == [
        list(range(100, 120)),
        list(range(200, 212)),
    ]
    assert [group.share for group in found] == pytest.approx([20 / 32, 12 / 32])


def test_three_ways_are_three():
    assert [len(group.look_ids) for group in groups_of(mixture(14, 11, 9))] == [14, 11, 9]


@pytest.mark.parametrize("seed", range(5))
def test_looks_of_a_piece_have_no_sub_styles(seed):
    assert groups_of(mixture(30, seed=seed)) == ()


def test_few_looks_are_not_divided():
    assert groups_of(mixture(6, 5)) == ()
    assert groups_of([]) == ()


def test_equal_looks_are_not_divided():
    assert groups_of([look(n) for n in range(1, 30)]) == ()
    kinds = [np.eye(7)[n % 2] for n in range(30)]
    assert groups_of([look(n, styles=kind) for n, kind in enumerate(kinds, 1)]) == ()


def test_one_odd_look_is_no_sub_style():
    assert groups_of(mixture(24, 1)) == ()


def test_groups_are_named_by_what_they_have_more_of():
    plain = {Question.UPPER_COLOR: "navy", Question.LOWER_ITEM: "jeans", Question.SEASON: "summer"}
    dark = {Question.UPPER_COLOR: "black", Question.LOWER_ITEM: "skirt", Question.SEASON: "summer"}
    styles = np.random.default_rng(3).normal(0, 0.05, (24, 7)).clip(0) + np.eye(7)[0] * 0.6
    looks = [look(n, 0, styles=styles[n], words=plain if n < 14 else dark) for n in range(24)]
    wide, narrow = groups_of(looks)
    assert Trait("jeans", Question.LOWER_ITEM) in wide.traits
    assert Trait("navy", Question.UPPER_COLOR) in wide.traits
    assert Trait("skirt", Question.LOWER_ITEM) in narrow.traits
    both = wide.traits + narrow.traits
    assert "summer" not in {trait.word for trait in both} and Trait("casual") not in both
    assert len({trait.question for trait in wide.traits}) == len(wide.traits) <= 3


def test_the_most_typical_look_of_a_group_comes_first():
    looks = mixture(20, 12)
    index = index_of(looks)
    for group in sub_styles(index, np.arange(len(index))):
        rows = np.searchsorted(index.table.look_ids, group.look_ids)
        vectors = index.row_vectors(rows)
        alike = vectors @ vectors.mean(axis=0)
        assert alike.tolist() == pytest.approx(sorted(alike, reverse=True))


def test_the_order_of_the_looks_has_no_say():
    looks = mixture(20, 12)
    assert groups_of(looks) == groups_of(looks[::-1])
