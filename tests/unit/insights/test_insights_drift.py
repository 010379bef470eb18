import numpy as np
import pytest
from map_fakes import brands_of, index_of, styled

from braind.insights.drift import changed_styles, distance, drift_steps, seasons_of
from braind.insights.kinds import DriftStep, Strength
from braind.insights.seasons import season_of

SS24, FW24, SS25 = (season_of(name) for name in ("SS24", "FW24", "SS25"))
CHIC, SPORTS = styled(chic=1.0), styled(sports=1.0)


def test_lookbooks_without_a_season_are_left_out():
    assert seasons_of({1: "SS24", 2: "basics", 3: "2024 봄/여름"}) == {1: SS24, 3: SS24}


def walk():
    """Brand 1 goes from what brand 2 wears to what brand 3 wears."""
    looks = [(1, CHIC, {})] * 3 + [(1, SPORTS, {})] * 2 + [(1, styled(girlish=1.0), {})]
    looks += [(2, CHIC, {})] * 2 + [(3, SPORTS, {})] * 2
    return index_of(looks)


def test_a_brand_moves_from_one_neighbour_to_another():
    index = walk()
    seasons = {1: SS24, 2: SS24, 3: SS24, 4: FW24, 5: FW24}
    first, second = drift_steps(index, brands_of(index), 1, seasons)
    assert (first.season, first.looks, first.moved) == ("2024 SS", 3, 0.0)
    assert (second.season, second.looks) == ("2024 FW", 2)
    assert second.moved == pytest.approx(1)
    assert first.styles.tolist() == CHIC and second.styles.tolist() == SPORTS
    assert [brand.id for brand in first.nearest] == [2, 3]
    assert [brand.id for brand in second.nearest] == [3, 2]


def test_seasons_come_in_the_order_of_time_and_standing_still_is_no_move():
    index = walk()
    steps = drift_steps(index, brands_of(index), 1, {1: SS25, 2: SS24, 3: FW24})
    assert [step.season for step in steps] == ["2024 SS", "2024 FW", "2025 SS"]
    assert [step.moved for step in steps] == pytest.approx([0, 0, 0], abs=1e-6)


def test_copies_of_a_photo_in_a_season_count_once():
    looks = [(1, CHIC, {}), (1, SPORTS, {}), (1, SPORTS, {})]
    index = index_of(looks, [1 << 40, 0xFF << 20, 0xFF << 20])
    (step,) = drift_steps(index, brands_of(index), 1, dict.fromkeys((1, 2, 3), SS24))
    assert step.looks == 2 and step.nearest == ()
    assert step.styles == pytest.approx(np.add(CHIC, SPORTS) / 2)


def test_without_any_season_there_is_no_drift():
    index = walk()
    assert drift_steps(index, brands_of(index), 1, {}) == ()
    assert drift_steps(index, brands_of(index), 99, {1: SS24}) == ()


def test_distances():
    a, b = np.array([2, 0], np.float32), np.array([0, 3], np.float32)
    assert distance(a, a) == 0
    assert distance(a, b) == 1
    assert distance(a, -a) == 2
    assert distance(a, 0 * a) == 0


def step(looks, **styles):
    return DriftStep("2024 SS", looks, np.array(styled(**styles), np.float32), 0.0, ())


def test_the_styles_that_moved_are_told_as_firmly_as_the_looks_allow():
    many = changed_styles(step(60, chic=0.8, casual=0.3), step(60, chic=0.3, casual=0.35))
    assert [(d.trait.word, d.strength) for d in many] == [("chic", Strength.STRONG)]
    assert many[0].effect < 0 and (many[0].theirs, many[0].ours) == pytest.approx((0.8, 0.3))
    few = changed_styles(step(4, chic=0.8), step(4, chic=0.3))
    assert [d.strength for d in few] == [Strength.SLIGHT]
    assert changed_styles(step(2, chic=0.8), step(2, chic=0.5)) == ()
