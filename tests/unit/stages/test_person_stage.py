import numpy as np
import pytest
from stage_fakes import draw_figure, empty_map, logits_of

from braind.domain import BodyPart, Reason, Region
from braind.letterbox import place
from braind.stages.person import detection_from_regions

SIZE = (550, 825)  # fills the 192×288 frame exactly
ONE = np.array([0.01, 0.98, 0.01], np.float32)
SURE = np.full(5, 0.97, np.float32)


def detect(regions, people=ONE, parts=SURE, size=SIZE):
    placement = place(size, (192, 288)).shrunk(2)
    return detection_from_regions(logits_of(regions), people, parts, placement, size)


def part_sure(**unsure):
    names = ["head", "left", "right", "upper", "lower"]
    return np.array([unsure.get(name, 0.97) for name in names], np.float32)


def test_a_whole_body_has_five_boxes_in_photo_pixels():
    detection = detect(draw_figure(empty_map(), 28, 10, 120))
    (person,) = detection.people
    assert detection.is_whole_body and person.is_whole
    assert set(person.parts) == set(BodyPart)
    assert person.parts[BodyPart.WHOLE_BODY] == person.box
    assert person.box.top == pytest.approx(10 / 144 * 825, abs=6)
    assert person.box.bottom == pytest.approx(130 / 144 * 825, abs=6)
    left, right = person.parts[BodyPart.LEFT_FOOT], person.parts[BodyPart.RIGHT_FOOT]
    assert left.left > right.right  # the wearer faces the camera
    assert person.parts[BodyPart.UPPER_BODY].bottom == person.parts[BodyPart.LOWER_BODY].top


def test_a_sideways_photo_is_mapped_through_its_letterbox():
    regions = draw_figure(empty_map(), 40, 50, 40)
    (person,) = detect(regions, size=(1000, 600)).people
    left, top = 0.0, (288 - 115) // 2 / 2
    assert person.box.top == pytest.approx((50 - top) * 600 / 57.5, abs=6)
    assert person.box.left == pytest.approx((40 + 0.1 * 12 - left) * 1000 / 96, abs=11)


def test_nobody():
    assert detect(empty_map()).reasons == (Reason.NOBODY,)
    tiny = draw_figure(empty_map(), 40, 60, 12)
    assert detect(tiny).reasons == (Reason.NOBODY,)
    figure = draw_figure(empty_map(), 28, 10, 120)
    assert detect(figure, people=np.array([0.9, 0.1, 0.0])).people == ()


def test_several_people_each_with_their_own_verdict():
    regions = draw_figure(draw_figure(empty_map(), 5, 10, 120), 52, 40, 130)
    detection = detect(regions, people=np.array([0.0, 0.1, 0.9]))
    assert detection.reasons == (Reason.SEVERAL_PEOPLE,)
    assert {person.missing for person in detection.people} == {
        (),
        (Reason.LEFT_FOOT, Reason.RIGHT_FOOT),
    }


def test_a_small_bystander_does_not_count():
    regions = draw_figure(draw_figure(empty_map(), 5, 10, 125), 70, 60, 60)
    assert len(detect(regions).people) == 1


def test_other_people_are_not_in_a_persons_maps():
    regions = draw_figure(draw_figure(empty_map(), 5, 10, 120), 45, 10, 110)
    for person in detect(regions).people:
        assert person.regions is not None and person.alpha is not None
        assert person.regions.shape == person.alpha.shape
        assert np.count_nonzero(person.regions == Region.FACE) < 150
        assert person.alpha[person.regions == 0].max() < 0.5


@pytest.mark.parametrize(
    ("top", "height", "parts", "missing"),
    [
        (10, 160, part_sure(left=0.1, right=0.1, lower=0.7), (Reason.LEFT_FOOT, Reason.RIGHT_FOOT)),
        (10, 300, part_sure(left=0, right=0, lower=0.05), (Reason.HALF_BODY,)),
        (-30, 160, part_sure(head=0.1), (Reason.NO_HEAD,)),
        (-40, 300, part_sure(head=0, left=0, right=0, lower=0),
         (Reason.HALF_BODY, Reason.NO_HEAD)),
    ],
)  # fmt: skip
def test_what_is_cut_off_is_named(top, height, parts, missing):
    figure = draw_figure(empty_map(), 28, top, height, scale_x=120 / height)
    assert detect(figure, parts=parts).reasons == missing


def test_one_foot_cut_off_by_the_side():
    regions = draw_figure(empty_map(), -5, 10, 120)
    regions[regions == Region.RIGHT_SHOE] = Region.BACKGROUND
    assert detect(regions, parts=part_sure(right=0.2)).reasons == (Reason.RIGHT_FOOT,)


def test_a_hidden_foot_is_forgiven_away_from_the_border():
    regions = draw_figure(empty_map(), 28, 10, 120)
    regions[regions == Region.LEFT_SHOE] = Region.TROUSERS
    assert detect(regions).is_whole_body


def test_bare_feet_are_feet():
    regions = draw_figure(empty_map(), 28, 10, 120)
    regions[(regions == Region.LEFT_SHOE) | (regions == Region.RIGHT_SHOE)] = Region.SKIN
    detection = detect(regions, parts=part_sure(left=0.5, right=0.5))
    assert detection.is_whole_body
    assert BodyPart.LEFT_FOOT in detection.people[0].parts


def test_shoes_with_one_name_are_told_apart_by_their_place():
    regions = draw_figure(empty_map(), 28, 10, 120)
    regions[regions == Region.LEFT_SHOE] = Region.RIGHT_SHOE
    assert detect(regions).is_whole_body


def test_background_needs_more_than_all_garments_together():
    logits = logits_of(draw_figure(empty_map(), 28, 10, 120), strength=0)
    logits[0] = 1.0
    logits[5, 20:120, 30:60] = logits[6, 20:120, 30:60] = 0.9  # neither beats the ground alone
    placement = place(SIZE, (192, 288)).shrunk(2)
    (person,) = detection_from_regions(logits, ONE, SURE, placement, SIZE).people
    assert person.regions is not None and Region.UPPER in person.regions
