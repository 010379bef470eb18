from dataclasses import replace

import numpy as np
from stage_fakes import PAINT, cutout_of, draw_figure, empty_map

from braind.domain import Region
from braind.stages.style import look_input, look_regions


def test_the_look_lies_on_neutral_grey():
    cutout = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    seen = look_input(cutout)
    assert seen.shape == (256, 128, 3)
    assert (seen[0] == 128).all() and (seen[:, 0] == 128).all()
    assert (seen[64:190] != 128).any()


def test_the_regions_lie_where_the_look_shows_them():
    cutout = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    seen, regions = look_input(cutout).astype(int), look_regions(cutout)
    assert regions.shape == (256, 128) and regions.dtype == np.uint8
    red = (np.abs(seen - PAINT[Region.UPPER]) < 12).all(axis=2)
    assert red.sum() > 500 and (regions[red] == Region.UPPER).mean() > 0.98


def test_without_a_map_no_region_is_known():
    cutout = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    assert not look_regions(replace(cutout, regions=None)).any()
