from __future__ import annotations

import numpy as np
import pytest
from engine_fakes import fake_words
from hypothesis import given, settings
from hypothesis import strategies as st
from map_fakes import brands_of, index_of, join, libraries, random_index, random_table, styled

from braind.insights.axes import named_map
from braind.insights.kinds import Axis, MapAxis, MapPoint, PositionMap
from braind.insights.similarity_map import (
    classical_scaling,
    mean_look_distances,
    procrustes,
    similarity_map,
    trustworthiness,
)
from braind.looktable import LookTable
from braind.search import SearchIndex


def places_of(found):
    return np.array([(point.x, point.y) for point in found.points]).reshape(-1, 2)


def turned(found, matrix):
    places = places_of(found) @ matrix
    pairs = zip(found.points, places.tolist(), strict=True)
    return PositionMap(
        tuple(MapPoint(p.brand, x, y, p.looks) for p, (x, y) in pairs), None, found.trust
    )


def gaps(places):
    return np.linalg.norm(places[:, None] - places[None], axis=2)


def test_a_plane_is_drawn_as_it_is():
    places = np.random.default_rng(3).normal(size=(12, 2))
    np.testing.assert_allclose(gaps(classical_scaling(gaps(places))), gaps(places), atol=1e-9)
    assert trustworthiness(gaps(places), places) == 1


def test_trust_falls_when_strangers_are_drawn_as_neighbours():
    rng = np.random.default_rng(5)
    truth = gaps(rng.normal(size=(30, 2)))
    values = [trustworthiness(truth, rng.normal(size=(30, 2))) for _ in range(20)]
    assert 0.4 < np.mean(values) < 0.6


def test_trust_is_the_published_figure():
    points = np.random.default_rng(8).normal(size=(25, 6))
    drawn = classical_scaling(gaps(points))
    # What scikit-learn's own function gives for these points and five neighbours.
    assert trustworthiness(gaps(points), drawn) == pytest.approx(0.8550588235294118)


def test_brands_that_dress_alike_lie_close_together():
    looks = [(1, styled(chic=1, dandy=0.1), {}), (2, styled(chic=1), {}), (3, styled(sports=1), {})]
    index = index_of(looks)
    apart = gaps(places_of(similarity_map(index, brands_of(index))))
    assert apart[0, 1] < 0.2 * apart[0, 2]


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_small_libraries_have_a_map_too(count):
    index = random_index(count) if count else SearchIndex(LookTable.empty(), fake_words())
    found = similarity_map(index, brands_of(index))
    assert len(found.points) == count
    assert found.trust == 1
    assert np.isfinite(places_of(found)).all()
    if count == 2:
        np.testing.assert_allclose(places_of(found), [[1, 0], [-1, 0]], atol=1e-6)


def test_brands_that_are_all_the_same_lie_in_the_middle():
    index = index_of([(brand, styled(chic=0.7, street=0.2), {}) for brand in (1, 2, 3, 3)])
    assert np.abs(places_of(similarity_map(index, brands_of(index)))).max() < 0.01


@given(libraries(most=12), st.randoms())
@settings(deadline=None, max_examples=40)
def test_the_map_is_the_same_whatever_order_looks_and_brands_come_in(table, random):
    order = np.array(random.sample(range(len(table)), len(table)), np.intp)
    index, mixed = (SearchIndex(t, fake_words()) for t in (table, table.take(order)))
    brands = brands_of(index)
    assert similarity_map(index, brands) == similarity_map(mixed, brands[::-1])


@given(libraries(most=12))
@settings(deadline=None, max_examples=40)
def test_the_map_fits_a_circle_and_its_trust_is_a_share(table):
    index = SearchIndex(table, fake_words())
    found = similarity_map(index, brands_of(index))
    assert np.linalg.norm(places_of(found), axis=1).max() <= 1 + 1e-6
    assert 0 <= found.trust <= 1


@given(st.integers(3, 9), st.integers(0, 99), st.floats(0, 6.3), st.booleans())
@settings(deadline=None, max_examples=40)
def test_the_map_is_turned_onto_the_one_before(brands, seed, angle, mirrored):
    index = random_index(brands, seed=seed)
    plain = similarity_map(index, brands_of(index))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    before = turned(plain, turn * [1, -1] if mirrored else turn)
    again = similarity_map(index, brands_of(index), before)
    np.testing.assert_allclose(places_of(again), places_of(before), atol=1e-4)
    assert again.trust == plain.trust


def test_a_map_does_not_jump_when_a_brand_joins():
    table = random_table(8, seed=4)
    index = SearchIndex(table, fake_words())
    half_turn = -np.eye(2)
    before = turned(similarity_map(index, brands_of(index)), half_turn)
    fuller = SearchIndex(join(table, random_table(1, seed=40, first=9)), fake_words())
    moves = [
        np.linalg.norm(places_of(similarity_map(fuller, brands_of(fuller), old))[:8] - kept, axis=1)
        for old, kept in ((before, places_of(before)), (None, places_of(before)))
    ]
    assert moves[0].mean() < 0.3 < moves[1].mean()


def test_two_common_brands_are_enough_to_turn_and_never_mirror_for_nothing():
    index = index_of([(1, styled(chic=1), {}), (2, styled(casual=1), {})])
    plain = similarity_map(index, brands_of(index))
    assert similarity_map(index, brands_of(index), plain) == plain
    line = np.array([[1.0, 0.0], [-1.0, 0.0]])
    assert np.linalg.det(procrustes(line, line @ [[0.0, 1.0], [-1.0, 0.0]])) == pytest.approx(1)


def test_a_map_of_named_axes_turns_nothing():
    index = random_index(5)
    axes = (MapAxis(Axis.COHESION), MapAxis(Axis.LIGHTNESS))
    named = named_map(index, brands_of(index), axes)
    plain = similarity_map(index, brands_of(index))
    assert similarity_map(index, brands_of(index), named) == plain


@given(libraries(least=2), st.integers(0, 99))
@settings(deadline=None, max_examples=40)
def test_others_never_change_how_far_two_brands_are_apart(table, seed):
    fuller = join(table, random_table(3, 2, seed, first=int(table.brand_ids.max()) + 1))
    before, after = (mean_look_distances(SearchIndex(t, fake_words())) for t in (table, fuller))
    np.testing.assert_allclose(after[: len(before), : len(before)], before, atol=1e-5)
