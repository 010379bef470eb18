import numpy as np
import pytest
from stage_fakes import cutout_of, draw_figure, empty_map

from braind.stages.style import LOOK_SHARE, look_input, pool_styles


def test_the_look_lies_on_neutral_grey():
    cutout = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    seen = look_input(cutout)
    assert seen.shape == (384, 192, 3)
    assert (seen[0] == 128).all() and (seen[:, 0] == 128).all()
    assert (seen[64:190] != 128).any()


def test_scores_are_pooled_by_their_log_odds():
    look, crop = np.full(7, 0.9, np.float32), np.full(7, 0.1, np.float32)
    pooled = pool_styles([crop, crop], look)
    odds = np.log(9) * (2 * LOOK_SHARE - 1)
    assert pooled == pytest.approx(1 / (1 + np.exp(-odds)), abs=1e-5)
    assert pooled.shape == (7,) and pooled.dtype == np.float32


def test_who_is_alone_in_an_opinion_is_believed():
    look = np.array([0, 0.2, 0.5, 0.7, 0.9, 0.99, 1], np.float32)
    assert pool_styles([], look) == pytest.approx(look, abs=1e-5)


def test_two_who_agree_on_the_middle_stay_there():
    half = np.full(7, 0.5, np.float32)
    assert (pool_styles([half], half) == 0.5).all()
