import pytest

from braind.backends.body_boxes import Found, check_classes, part_named, people_in
from braind.domain import BodyPart, Box, Reason
from braind.errors import ModelError
from braind.stages.person import detection_of

SIZE = (400, 400)
PARTS = {
    "upper_body": (0, 0, 60, 90),
    "Lower Body": (0, 90, 60, 200),
    "left-foot": (30, 190, 60, 200),
    "right foot": (0, 190, 30, 200),
}


def body(left=100, without=(), scale=1.0, whole=True):
    boxes = {**PARTS, **({"whole body": (0, 0, 60, 200)} if whole else {})}
    return [
        Found(name, Box(left + scale * a, 50 + scale * b, left + scale * c, 50 + scale * d), 0.9)
        for name, (a, b, c, d) in boxes.items()
        if name not in without
    ]


def test_the_five_classes_make_a_whole_body():
    (person,) = people_in(body(), SIZE)
    assert person.is_whole and set(person.parts) == set(BodyPart)
    assert person.box == Box(100, 50, 160, 250)


@pytest.mark.parametrize(
    ("without", "missing"),
    [
        (["left-foot"], (Reason.LEFT_FOOT,)),
        (["left-foot", "right foot"], (Reason.LEFT_FOOT, Reason.RIGHT_FOOT)),
        (["upper_body"], (Reason.NO_HEAD,)),
        (["Lower Body", "left-foot", "right foot"], (Reason.HALF_BODY,)),
    ],
)
def test_a_part_that_is_not_found_is_missing(without, missing):
    (person,) = people_in(body(without=without), SIZE)
    assert person.missing == missing


def test_parts_alone_are_half_a_body():
    (person,) = people_in(body(whole=False), SIZE)
    assert person.missing == (Reason.HALF_BODY,) and person.box == Box(100, 50, 160, 250)


def test_everybody_has_their_own_parts():
    people = people_in([*body(20), *body(200, without=["left-foot"])], SIZE)
    assert [person.missing for person in people] == [(), (Reason.LEFT_FOOT,)]
    assert detection_of(people).reasons == (Reason.SEVERAL_PEOPLE,)


def test_a_bystander_does_not_count():
    detection = detection_of(people_in([*body(20), *body(200, scale=0.3)], SIZE))
    assert detection.is_whole_body and len(detection.people) == 1


def test_nothing_found_is_nobody():
    assert people_in([], SIZE) == []
    assert detection_of([]).reasons == (Reason.NOBODY,)


def test_boxes_outside_the_photo_are_dropped():
    assert people_in([Found("whole body", Box(500, 500, 600, 600), 0.9)], SIZE) == []


@pytest.mark.parametrize("name", ["full body", "WholeBody", "whole_body"])
def test_classes_are_known_in_any_spelling(name):
    assert part_named(name) is BodyPart.WHOLE_BODY


def test_a_detector_that_cannot_tell_whole_bodies_is_refused():
    check_classes([*PARTS, "fullbody"], has_points=False)
    check_classes(["person"], has_points=True)
    with pytest.raises(ModelError) as caught:
        check_classes(["person", "bicycle"], has_points=False)
    assert caught.value.code == "detector_unfit" and "bicycle" in caught.value.what
