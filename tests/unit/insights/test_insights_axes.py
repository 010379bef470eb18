from __future__ import annotations

import numpy as np
import pytest
from engine_fakes import fake_words
from hypothesis import given, settings
from hypothesis import strategies as st
from map_fakes import brands_of, index_of, join, libraries, random_table, styled

from braind.insights.axes import axis_ends, axis_places, named_map
from braind.insights.kinds import Axis, MapAxis
from braind.looktable import LookTable
from braind.search import SearchIndex
from braind.vocabulary import LANGUAGES, Question, Style

AXES = [
    *(MapAxis(measure) for measure in (*Style, *Axis)),
    MapAxis(Style.CHIC, Style.CASUAL),
]
UPPER, LOWER = Question.UPPER_COLOR, Question.LOWER_COLOR


def place(axis, *looks):
    """Where one brand lies whose looks have these words."""
    (found,) = axis_places(index_of([(1, styled(casual=1), words) for words in looks]), axis)
    return found


def test_a_style_lies_at_its_mean_and_a_pair_at_the_difference():
    index = index_of(
        [
            (1, styled(chic=0.8, casual=0.2), {}),
            (1, styled(chic=0.6, casual=0.0), {}),
            (2, styled(casual=1.0), {}),
        ]
    )
    assert axis_places(index, MapAxis(Style.CHIC)) == pytest.approx([0.4, -1.0])
    assert axis_places(index, MapAxis(Style.CHIC, Style.CASUAL)) == pytest.approx([0.6, -1.0])


def test_colours_lie_where_people_see_them():
    def order(measure, words):
        found = [place(MapAxis(measure), {UPPER: word, LOWER: word}) for word in words]
        assert found == sorted(found) and len(set(found)) == len(found)

    order(Axis.LIGHTNESS, ["black", "navy", "gray", "beige", "white"])
    order(Axis.SATURATION, ["gray", "beige", "skyblue", "burgundy", "orange"])
    order(Axis.WARMTH, ["blue", "skyblue", "gray", "beige", "brown", "red"])


def test_a_colour_axis_takes_both_garments_and_leaves_out_what_it_cannot_tell():
    axis = MapAxis(Axis.LIGHTNESS)
    black, white = (place(axis, {UPPER: word}) for word in ("black", "white"))
    assert place(axis, {UPPER: "black", LOWER: "white"}) == pytest.approx((black + white) / 2)
    assert place(axis, {UPPER: "black", LOWER: "multicolor"}, {}) == pytest.approx(black)
    assert np.isnan(place(axis, {UPPER: "multicolor"}))


def test_pattern_is_the_share_of_garments_that_are_not_plain():
    upper, lower = Question.UPPER_PATTERN, Question.LOWER_PATTERN
    axis = MapAxis(Axis.PATTERN)
    looks = [{upper: "solid", lower: "solid"}, {upper: "checked", lower: "solid"}]
    assert place(axis, *looks) == pytest.approx(-0.5)
    assert place(axis, {upper: "floral"}) == 1
    assert np.isnan(place(axis, {}))


def test_cohesion_is_the_mean_cosine_between_a_brands_looks():
    same, other = styled(casual=1), styled(chic=1)
    looks = [(1, same, {}), (1, same, {}), (2, same, {}), (2, same, {}), (2, other, {})]
    found = axis_places(index_of([*looks, (3, same, {})]), MapAxis(Axis.COHESION))
    assert found[:2] == pytest.approx([1, 2 * (1 / 3) - 1], abs=1e-5)
    assert np.isnan(found[2])


@given(libraries(), st.sampled_from(AXES))
@settings(deadline=None, max_examples=40)
def test_every_place_is_within_the_map(table, axis):
    found = axis_places(SearchIndex(table, fake_words()), axis)
    found = found[np.isfinite(found)]
    assert (np.abs(found) <= 1).all()


@given(libraries(), st.integers(0, 99), st.sampled_from(AXES), st.randoms())
@settings(deadline=None, max_examples=40)
def test_a_brand_keeps_its_place_when_others_join(table, seed, axis, random):
    others = random_table(4, 3, seed, first=int(table.brand_ids.max()) + 1)
    together = join(table, others)
    order = random.sample(range(len(together)), len(together))
    index = SearchIndex(table, fake_words())
    fuller = SearchIndex(together.take(np.array(order, np.intp)), fake_words())
    before = axis_places(index, axis)
    after = axis_places(fuller, axis)[: len(before)]
    np.testing.assert_allclose(after, before, atol=1e-5)


def test_a_brand_without_a_place_is_left_out_of_the_map():
    index = index_of([(1, styled(chic=1), {UPPER: "red"}), (2, styled(chic=1), {})])
    axes = (MapAxis(Style.CHIC), MapAxis(Axis.WARMTH))
    found = named_map(index, brands_of(index), axes)
    assert [(point.brand.id, point.looks) for point in found.points] == [(1, 1)]
    assert found.axes == axes and found.trust is None


@pytest.mark.parametrize("axis", AXES)
def test_an_empty_library_has_an_empty_map(axis):
    index = SearchIndex(LookTable.empty(), fake_words())
    assert named_map(index, [], (axis, axis)).points == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_axis_names_its_two_ends(language):
    ends = [axis_ends(axis, language) for axis in AXES]
    assert all(low and high and low != high for low, high in ends)
    assert len(set(ends)) == len(AXES)
    assert axis_ends(MapAxis(Style.CHIC, Style.CASUAL), "ko") == ("캐주얼", "시크")
