import numpy as np
from stage_fakes import draw_figure, empty_map

from braind.domain import Region
from braind.figures import find_figures


def test_one_person_is_one_figure():
    regions = draw_figure(empty_map(), 28, 10, 120)
    (figure,) = find_figures(regions, expect_several=False)
    assert (figure.mask == (regions > 0)).all()
    assert figure.area == np.count_nonzero(regions)


def test_nobody_is_no_figure():
    assert find_figures(empty_map(), expect_several=True) == []


def test_two_people_apart_are_two_figures_largest_first():
    regions = draw_figure(draw_figure(empty_map(), 5, 40, 80), 50, 10, 120)
    large, small = find_figures(regions, expect_several=False)
    assert large.area > small.area
    assert not (large.mask & small.mask).any()


def test_a_person_cut_in_two_by_a_gap_stays_one():
    regions = draw_figure(empty_map(), 28, 10, 120)
    regions[64:68] = Region.BACKGROUND  # a belt in the colour of the wall
    regions[118:121] = Region.BACKGROUND  # bare ankles that were missed
    assert len(find_figures(regions, expect_several=False)) == 1


def test_specks_and_far_bystanders_belong_to_nobody():
    regions = draw_figure(empty_map(), 28, 10, 120)
    draw_figure(regions, 80, 60, 20)
    regions[3:5, 90:92] = Region.BAG
    (figure,) = find_figures(regions, expect_several=False)
    assert not figure.mask[:, 78:].any()


def test_people_who_touch_are_split_between_their_heads_when_several_are_expected():
    regions = draw_figure(draw_figure(empty_map(), 10, 10, 120), 38, 10, 120)
    assert len(find_figures(regions, expect_several=False)) == 1
    one, other = find_figures(regions, expect_several=True)
    assert abs(one.area - other.area) < 0.1 * one.area


def test_parted_hair_is_one_head():
    regions = draw_figure(empty_map(), 28, 10, 120)
    regions[10:30, 36:38] = Region.HAIR
    regions[10:30, 54:56] = Region.HAIR
    regions[10:16, 38:54] = Region.FACE
    assert len(find_figures(regions, expect_several=True)) == 1
