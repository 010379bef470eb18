import numpy as np
import pytest

from braind.domain import BodyPart, Box, Person, Reason, Region
from braind.partmaps import regions_of_parts

BOX = Box(20, 100, 80, 300)


def regions(parts=None, missing=(), mask=None):
    person = Person(BOX, parts or {}, missing, 1.0, BOX)
    return regions_of_parts(person, BOX, np.ones((400, 120), bool) if mask is None else mask)


def rows_of(map_, region):
    rows = np.flatnonzero((map_ == region).any(axis=1))
    return rows[0], rows[-1] + 1


def test_without_parts_a_body_has_the_usual_proportions():
    map_ = regions()
    assert rows_of(map_, Region.FACE) == (0, 52)
    assert rows_of(map_, Region.UPPER) == (52, 188)
    assert rows_of(map_, Region.TROUSERS) == (188, 400)


def test_boxes_of_the_parts_tell_where_the_hips_and_feet_are():
    parts = {
        BodyPart.UPPER_BODY: Box(20, 140, 80, 210),
        BodyPart.LOWER_BODY: Box(20, 206, 80, 300),
        BodyPart.LEFT_FOOT: Box(50, 290, 80, 300),
        BodyPart.RIGHT_FOOT: Box(20, 290, 50, 300),
    }
    map_ = regions(parts)
    assert rows_of(map_, Region.FACE) == (0, 60)  # three quarters of what is above the shoulders
    assert rows_of(map_, Region.UPPER)[1] == 216
    assert (map_[380:, 60:] == Region.LEFT_SHOE).all()
    assert (map_[380:, :60] == Region.RIGHT_SHOE).all()


def test_an_upper_body_that_holds_the_head_does_not_hide_it():
    map_ = regions({BodyPart.UPPER_BODY: Box(20, 100, 80, 200)})
    assert rows_of(map_, Region.FACE) == (0, 52)


def test_a_headless_body_has_no_face():
    assert Region.FACE not in regions(missing=(Reason.NO_HEAD,))


@pytest.mark.parametrize("fill", [False, True])
def test_only_the_person_has_regions(fill):
    mask = np.zeros((400, 120), bool)
    mask[:, 30:60] = fill
    assert ((regions(mask=mask) > 0) == mask).all()
