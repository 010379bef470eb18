import numpy as np
import pytest

from braind.boxes import around, clipped, overlap, shared_area, surest_boxes
from braind.domain import Box


def test_overlap_is_shared_over_joined_area():
    one, other = Box(0, 0, 10, 10), Box(5, 0, 15, 10)
    assert shared_area(one, other) == 50
    assert overlap(one, other) == pytest.approx(1 / 3)
    assert overlap(one, Box(20, 20, 30, 30)) == 0


def test_boxes_are_joined_and_clipped():
    assert around([Box(3, 4, 5, 6), Box(0, 5, 4, 9)]) == Box(0, 4, 5, 9)
    assert clipped(Box(-5, 2, 50, 8), (20, 6)) == Box(0, 2, 20, 6)


def test_of_boxes_that_are_one_the_surest_stays():
    boxes = np.array([[0, 0, 10, 10], [1, 0, 11, 10], [30, 0, 40, 10]], np.float32)
    assert surest_boxes(boxes, np.array([0.5, 0.9, 0.7], np.float32), 0.45).tolist() == [1, 2]
    assert surest_boxes(boxes[:0], np.zeros(0, np.float32), 0.45).tolist() == []
