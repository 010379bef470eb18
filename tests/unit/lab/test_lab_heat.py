from __future__ import annotations

import numpy as np
import pytest

from braind.domain import Region
from braind.lab.heat import heat_by_area, show, size_by_area, spread
from braind.lab.kinds import Area


def _map():
    regions = np.full((8, 4), Region.BACKGROUND, np.uint8)
    regions[:2], regions[2:4], regions[4:6, :2] = Region.FACE, Region.DRESS, Region.BAG
    return regions


def test_heat_is_counted_where_it_lies():
    heat = np.zeros((8, 4), np.float32)
    heat[:2] = 3
    heat[4:6, :2] = 1
    shares = heat_by_area(heat, _map())
    assert shares[Area.FACE] == pytest.approx(24 / 28)
    assert shares[Area.BAG] == pytest.approx(4 / 28)
    assert shares[Area.GARMENTS] == shares[Area.SKIN] == 0


def test_shares_sum_to_one():
    regions = np.arange(15, dtype=np.uint8).repeat(3)[None]  # every region there is
    assert sum(size_by_area(regions).values()) == pytest.approx(1)
    assert sum(heat_by_area(np.zeros((1, 45), np.float32), regions).values()) == 0


def test_the_hottest_place_stays_where_it_was():
    coarse = np.zeros((8, 4), np.float32)
    coarse[6, 1] = 5
    fine = spread(coarse, (64, 128))
    assert fine.shape == (128, 64) and fine.max() == 1
    row, column = np.unravel_index(fine.argmax(), fine.shape)
    assert (row // 16, column // 16) == (6, 1)


def test_the_picture_shows_heat_beside_the_photo():
    pixels = np.full((64, 32, 3), 128, np.uint8)
    heat = np.zeros((64, 32), np.float32)
    heat[:20] = 1
    shown = show(pixels, heat)
    assert shown.shape[0] == 512
    left, right = shown[40, 40].astype(int), shown[40, -40].astype(int)
    assert abs(left - 128).max() <= 1
    assert right[0] - right[2] > 50  # hot is red
