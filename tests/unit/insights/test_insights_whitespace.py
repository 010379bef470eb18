from __future__ import annotations

import numpy as np
import pytest
from engine_fakes import fake_words
from hypothesis import given, settings
from map_fakes import brands_of, index_of, join, libraries, make_table, styled

from braind.insights.whitespace import (
    mean_styles,
    pure_styles,
    shares,
    style_mixtures,
    usual_gap,
    white_spots,
)
from braind.looktable import LookTable
from braind.search import SearchIndex
from braind.vocabulary import STYLES, Style

# Everybody here is chic with a little dandy, or the other way round.
CROWD = [
    (1, styled(chic=0.9, dandy=0.3), {}),
    (2, styled(chic=0.9, dandy=0.4), {}),
    (3, styled(chic=0.5, dandy=0.8), {}),
    (4, styled(chic=0.4, dandy=0.8), {}),
]


def test_mixtures_are_all_those_of_at_most_three_styles_in_sixths():
    mixtures = style_mixtures()
    assert len(mixtures) == 7 + 21 * 5 + 35 * 10
    assert len(np.unique(mixtures, axis=0)) == len(mixtures)
    np.testing.assert_allclose(mixtures.sum(axis=1), 1, atol=1e-6)
    assert (mixtures > 0).sum(axis=1).max() == 3


def test_what_everybody_stands_for_is_no_white_space():
    index = index_of(CROWD)
    first, *others = white_spots(index, brands_of(index), top=100)
    assert not {Style.CHIC, Style.DANDY} & set(dict(first.styles))
    assert first.gap == max(spot.gap for spot in (first, *others))


def test_a_pure_style_lies_where_its_own_looks_lie():
    index = index_of(CROWD)
    pure = pure_styles(index)
    chic = np.array([styled(chic=9 / 12, dandy=3 / 12), styled(chic=9 / 13, dandy=4 / 13)])
    np.testing.assert_allclose(pure[STYLES.index("chic")], chic.mean(axis=0), atol=1e-6)
    assert pure[STYLES.index("casual")].tolist() == styled(casual=1)


def test_a_style_that_brands_stand_for_is_not_empty_for_being_mixed_with_others():
    looks = [
        (brand, styled(casual=0.5, **{style: 0.6}), {})
        for brand, style in enumerate(["chic", "dandy", "street", "sports"], 1)
    ]
    index = index_of(looks)
    named = [spot.styles for spot in white_spots(index, brands_of(index), top=100)]
    assert ((Style.GIRLISH, 1.0),) in named
    assert all(((style, 1.0),) not in named for style in (Style.CHIC, Style.SPORTS))


def test_a_brand_closes_the_spot_that_it_moves_into():
    index = index_of(CROWD)
    first = white_spots(index, brands_of(index))[0]
    taken = {style.value: share for style, share in first.styles}
    newcomer = make_table([(9, styled(**taken), {})])
    fuller = SearchIndex(join(make_table(CROWD), newcomer), fake_words())
    after = white_spots(fuller, brands_of(fuller), top=100)
    assert first.styles not in [spot.styles for spot in after]


def test_spots_spread_out():
    index = index_of(CROWD)
    spots = white_spots(index, brands_of(index), top=5)
    assert len(spots) == 5
    assert len({spot.styles[0][0] for spot in spots}) >= 4


@given(libraries(least=2))
@settings(deadline=None, max_examples=40)
def test_gaps_are_true_and_more_than_usual(table):
    index = SearchIndex(table, fake_words())
    brands = brands_of(index)
    taken = shares(mean_styles(index))
    for spot in white_spots(index, brands, top=3):
        mixed = dict(spot.styles)
        place = np.array([mixed.get(style, 0.0) for style in STYLES]) @ pure_styles(index)
        gaps = np.linalg.norm(taken - place, axis=1)
        assert spot.gap == pytest.approx(gaps.min() / usual_gap(taken), rel=1e-4)
        assert spot.gap > 1
        assert [brand.id for brand in spot.nearest] == (np.argsort(gaps)[:3] + 1).tolist()
        assert list(mixed.values()) == sorted(mixed.values(), reverse=True)


@pytest.mark.parametrize("looks", [[], CROWD[:1]])
def test_it_takes_two_brands_to_have_a_gap(looks):
    index = index_of(looks)
    assert white_spots(index, brands_of(index)) == ()


def test_brands_that_are_all_the_same_leave_finite_gaps():
    index = index_of([(brand, styled(chic=1), {}) for brand in (1, 2, 3)])
    (spot, *_) = white_spots(index, brands_of(index))
    assert np.isfinite(spot.gap)
    assert Style.CHIC not in dict(spot.styles)


def test_brands_of_no_style_stand_for_everything_a_little():
    np.testing.assert_allclose(shares(np.zeros((1, 7), np.float32)), 1 / 7, atol=1e-6)
    assert white_spots(SearchIndex(LookTable.empty(), fake_words()), []) == ()
