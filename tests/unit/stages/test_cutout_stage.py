import numpy as np
import pytest
from stage_fakes import draw_figure, empty_map, logits_of, paint, photo_of

from braind.domain import Box, Person, Photo, Region
from braind.letterbox import place
from braind.stages.cutout import cut_person, full_cutout, refine_alpha
from braind.stages.person import detection_from_regions


@pytest.fixture
def seen():
    """A drawn photo of 480×720, its true mask, and the person found from a coarse map."""
    regions = draw_figure(empty_map(), 28, 10, 120)
    photo = photo_of(paint(regions, 5))
    size = photo.size
    placement = place(size, (192, 288)).shrunk(2)
    one, sure = np.array([0, 1, 0.0], np.float32), np.ones(5, np.float32)
    detection = detection_from_regions(logits_of(regions, 4.0), one, sure, placement, size)
    return photo, regions.repeat(5, 0).repeat(5, 1) > 0, detection.people[0]


def test_the_cutout_lies_where_its_box_says(seen):
    photo, _, person = seen
    cutout = cut_person(photo, person)
    box = cutout.box
    assert box.left <= person.box.left and box.bottom >= person.box.bottom
    assert cutout.rgba.shape[0] == min(512, box.height)
    assert cutout.rgba.shape[1] / cutout.rgba.shape[0] == pytest.approx(
        box.width / box.height, abs=0.01
    )
    assert cutout.regions is not None and cutout.regions.shape == cutout.rgba.shape[:2]


def test_alpha_follows_the_person(seen):
    photo, truth, person = seen
    alpha = full_cutout(photo, person)[..., 3] > 127
    assert (alpha & truth).sum() / (alpha | truth).sum() > 0.97


def test_the_full_cutout_has_the_original_size(seen):
    photo, _, person = seen
    large = Photo(photo.path, photo.content_hash, photo.pixels, (960, 1440))
    assert full_cutout(large, person).shape == (1440, 960, 4)


def test_nothing_of_the_background_hides_under_a_clear_alpha(seen):
    photo, _, person = seen
    rgba = full_cutout(photo, person)
    assert not rgba[rgba[..., 3] == 0].any()


def test_a_shifted_edge_is_pulled_back_to_the_photos_edge():
    rgb = np.full((288, 144, 3), 220, np.uint8)
    rgb[:, 60:] = (30, 60, 90)
    coarse = np.zeros((144, 72), np.float32)
    coarse[:, 31:] = 1  # two fine pixels late
    alpha = refine_alpha(rgb, coarse)[100]
    assert alpha[:59].max() < 60 and alpha[62:].min() > 200


def test_a_detector_that_gives_boxes_only_is_cut_out_as_a_rectangle():
    photo = photo_of(np.full((100, 80, 3), 50, np.uint8))
    box = Box(10, 20, 40, 90)
    cutout = cut_person(photo, Person(box, {}, (), 1.0, box))
    assert (cutout.rgba[..., 3] == 255).all()
    assert set(np.unique(cutout.regions)) == {Region.FACE, Region.UPPER, Region.TROUSERS}


@pytest.mark.parametrize("box", [Box(0, 0, 1, 1), Box(79, 99, 80, 100), Box(-5, -5, 90, 120)])
def test_boxes_at_the_border_stay_inside_the_photo(box):
    photo = photo_of(np.zeros((100, 80, 3), np.uint8))
    cutout = cut_person(photo, Person(box, {}, (), 1.0, box))
    assert 0 <= cutout.box.left < cutout.box.right <= 80
    assert 0 <= cutout.box.top < cutout.box.bottom <= 100
