import numpy as np
import pytest

from braind.domain import Box
from braind.letterbox import letterbox, letterbox_cutout, place


def test_a_tall_picture_is_centred_between_columns_of_fill():
    frame = letterbox(np.full((200, 50, 3), 7, np.uint8), (100, 100), 114)
    assert frame.shape == (100, 100, 3)
    filled = (frame == 7).all(axis=2)
    assert filled[:, 38:62].all()
    assert (frame[:, :37] == 114).all() and (frame[:, 63:] == 114).all()


@pytest.mark.parametrize("size", [(550, 830), (1000, 300), (17, 901), (1, 1)])
def test_a_box_goes_to_the_frame_and_back(size):
    placement = place(size, (192, 288))
    box = Box(0, 0, *size)
    there = placement.to_frame(box)
    assert there.left >= 0 and there.right <= 192 and there.top >= 0 and there.bottom <= 288
    back = placement.to_picture(there)
    assert (back.left, back.top, back.right, back.bottom) == pytest.approx(
        (box.left, box.top, box.right, box.bottom)
    )


def test_a_shrunk_placement_is_the_same_in_larger_cells():
    box = Box(10, 20, 300, 400)
    fine, coarse = place((550, 830), (192, 288)), place((550, 830), (192, 288)).shrunk(2)
    assert coarse.to_frame(box).left == pytest.approx(fine.to_frame(box).left / 2)
    assert coarse.to_picture(Box(1, 2, 3, 4)).bottom == pytest.approx(
        fine.to_picture(Box(2, 4, 6, 8)).bottom
    )


def test_colours_hidden_by_alpha_never_show():
    rgba = np.zeros((64, 64, 4), np.uint8)
    rgba[..., 0] = 255  # hidden red everywhere
    rgba[16:48, 16:48] = (0, 0, 255, 255)
    seen = letterbox_cutout(rgba, (20, 40), 128).astype(int)
    assert seen.shape == (40, 20, 3)
    assert (seen[..., 0] <= 128).all()
    assert (seen[0, 0] == 128).all()
    assert tuple(seen[20, 10]) == (0, 0, 255)
