"""Marks of crops: they move with their picture, and features are pooled by them."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from braind.domain import Region  # noqa: E402
from braind.stages.vqa import ASKED  # noqa: E402
from braind.training.nets import MarkPooling  # noqa: E402
from braind.training.reader import Crops, Jitter  # noqa: E402


def test_marks_move_with_their_picture() -> None:
    torch.manual_seed(3)
    pictures = torch.full((8, 3, 64, 64), 128).byte()
    marks = torch.zeros(8, 64, 64).byte()
    pictures[:, 0, 20:40, 8:30], marks[:, 20:40, 8:30] = 255, ASKED + Region.SKIRT
    views = Jitter(color=0.0, flat=0.0, confused=0.0)(Crops(pictures, marks))
    red = views.pictures[:, 0] > 1.5
    assert red.any()
    assert (views.marks[red] == ASKED + Region.SKIRT).float().mean() > 0.97


def test_a_mirrored_figure_wears_its_shoes_on_the_other_feet() -> None:
    torch.manual_seed(3)
    marks = torch.full((40, 32, 32), int(Region.LEFT_SHOE)).byte()
    views = Jitter(confused=0.0)(Crops(torch.zeros(40, 3, 32, 32).byte(), marks))
    middle = views.marks[:, 16, 16]
    assert set(middle.tolist()) == {Region.LEFT_SHOE, Region.RIGHT_SHOE}


def test_features_are_averaged_over_the_pixels_of_a_group() -> None:
    pool = MarkPooling(3, ((1,), (2,)))
    coarse = torch.zeros(1, 8, 8).long()
    coarse[:, :4, :4], coarse[:, 4:] = 1, 2
    fine = torch.zeros(1, 1, 2, 2)
    fine[0, 0, 0, 0], fine[0, 0, 1] = 5.0, 7.0
    top = torch.full((1, 1, 1, 1), 3.0)
    shares, by_fine, by_top = pool(coarse, [fine, top])[0].split([3, 2, 2])
    assert shares.tolist() == pytest.approx([1 / 3, 1 / 3, 2 / 3])
    assert by_fine.tolist() == pytest.approx([5.0, 7.0])
    assert by_top.tolist() == pytest.approx([3.0, 3.0])
