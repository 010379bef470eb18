from stage_fakes import cutout_of, draw_figure, empty_map

from braind.stages.style import look_input


def test_the_look_lies_on_neutral_grey():
    cutout = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    seen = look_input(cutout)
    assert seen.shape == (384, 192, 3)
    assert (seen[0] == 128).all() and (seen[:, 0] == 128).all()
    assert (seen[64:190] != 128).any()
