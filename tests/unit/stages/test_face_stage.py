import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stage_fakes import cutout_of, draw_figure, empty_map

from braind.domain import Box, Cutout, Region
from braind.stages.face import crop_face, head_windows, parsed_faces, with_parsed_faces


@pytest.fixture
def cutout():
    return cutout_of(draw_figure(empty_map(), 28, 10, 120))


def test_each_side_moves_by_thirty_per_cent_and_everything_above_goes(cutout):
    cropped = crop_face(cutout, [Box(100, 100, 150, 160)])
    assert cropped.faces == (Box(85, 0, 165, 178),)
    assert not cropped.rgba[:178, 85:165].any()
    assert cropped.regions is not None and not cropped.regions[:178, 85:165].any()


def test_the_neckline_and_the_shoulders_stay(cutout):
    (face,) = parsed_faces(cutout)
    cropped = crop_face(cutout, [face])
    lower_edge = int(cropped.faces[0].bottom)
    assert (cropped.rgba[lower_edge:] == cutout.rgba[lower_edge:]).all()


def test_no_parsed_face_pixel_survives_a_detector_that_saw_nothing(cutout):
    cropped = crop_face(cutout, with_parsed_faces(cutout, []))
    was_face = cutout.regions == Region.FACE
    assert was_face.any() and not cropped.rgba[was_face].any()


def test_a_parsed_face_beyond_the_box_goes_too(cutout):
    assert cutout.regions is not None
    cropped = crop_face(cutout, [Box(0, 0, 4, 4)])
    assert not cropped.rgba[cutout.regions == Region.FACE].any()


def test_a_parsed_face_is_added_only_where_the_detector_missed_it(cutout):
    (face,) = parsed_faces(cutout)
    near = Box(face.left - 2, face.top - 2, face.right + 2, face.bottom + 2)
    assert with_parsed_faces(cutout, [near]) == (near,)
    far = Box(300, 400, 320, 420)
    assert with_parsed_faces(cutout, [far]) == (far, face)


def test_the_given_cutout_is_untouched(cutout):
    before = cutout.rgba.copy()
    crop_face(cutout, [Box(100, 20, 150, 80)])
    assert (cutout.rgba == before).all()


@given(
    st.tuples(*[st.floats(-200, 800) for _ in range(2)]),
    st.tuples(*[st.floats(1, 500) for _ in range(2)]),
)
def test_boxes_anywhere_are_clipped(corner, size):
    cutout = cutout_of(draw_figure(empty_map(48, 32), 8, 4, 40))
    box = Box(*corner, corner[0] + size[0], corner[1] + size[1])
    (cropped,) = crop_face(cutout, [box]).faces
    assert cropped.top == 0 and cropped.left >= 0 and cropped.right <= cutout.rgba.shape[1]


def test_the_window_stands_upright_around_the_face(cutout):
    (face,) = parsed_faces(cutout)
    (window,) = head_windows(cutout, [face])
    assert window.width == pytest.approx(window.height * 2 / 3)
    assert window.left < face.left and window.right > face.right
    assert window.top < face.top and window.bottom > face.bottom


def test_the_window_of_a_back_view_is_placed_by_the_hair():
    regions = draw_figure(empty_map(), 28, 10, 120)
    regions[regions == Region.FACE] = Region.HAIR
    (window,) = head_windows(cutout_of(regions), ())
    hair_width = 0.4 * 0.3 * 120 * 4
    assert window.top < 44
    assert window.height == pytest.approx(2.5 * hair_width, rel=0.15)


def test_a_bystander_who_touches_the_person_has_a_window_of_their_own():
    regions = draw_figure(draw_figure(empty_map(), 10, 10, 120), 44, 30, 90)
    regions[80:84] = Region.BAG
    cutout = cutout_of(regions)
    assert len(head_windows(cutout, parsed_faces(cutout))) == 2


def test_without_regions_the_head_is_not_known(cutout):
    plain = Cutout(cutout.rgba, cutout.box)
    assert head_windows(plain, ()) == () and parsed_faces(plain) == ()
    headless = cutout_of(np.full((20, 20), Region.TROUSERS, np.uint8))
    assert head_windows(headless, ()) == ()
