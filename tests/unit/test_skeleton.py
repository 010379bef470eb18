import numpy as np
import pytest
from tiny_nets import HALPE

from braind.domain import BodyPart, Box, Reason
from braind.skeleton import person_of

SIZE = (300, 600)
BOX = Box(50, 40, 250, 580)
TOES_AND_HEELS = range(20, 26)


def standing(points=26, **hidden):
    """A figure that fills the photo; ``hidden`` names keypoints that are not seen."""
    place = HALPE[:points] * SIZE
    scores = np.full((points, 1), 0.9)
    for numbers in hidden.values():
        scores[list(numbers)] = 0.1
    return np.hstack([place, scores]).astype(np.float32)


@pytest.mark.parametrize("points", [17, 26])
def test_a_standing_figure_is_whole(points):
    person = person_of(BOX, 0.8, standing(points), SIZE)
    assert person.is_whole and set(person.parts) == set(BodyPart)
    assert person.parts[BodyPart.WHOLE_BODY] == person.box == BOX
    upper, lower = person.parts[BodyPart.UPPER_BODY], person.parts[BodyPart.LOWER_BODY]
    assert upper.top < lower.top < upper.bottom < lower.bottom
    left, right = person.parts[BodyPart.LEFT_FOOT], person.parts[BodyPart.RIGHT_FOOT]
    assert left.left > right.left and left.bottom <= 600


@pytest.mark.parametrize(
    ("hidden", "missing"),
    [
        ([15], (Reason.LEFT_FOOT,)),
        ([21, 23, 25], (Reason.RIGHT_FOOT,)),
        ([0, 1, 2, 3, 4, 17], (Reason.NO_HEAD,)),
        ([15, 16], (Reason.LEFT_FOOT, Reason.RIGHT_FOOT)),
        ([13, 14, 15, 16, *TOES_AND_HEELS], (Reason.HALF_BODY,)),
    ],
)
def test_what_is_hidden_is_missing(hidden, missing):
    assert person_of(BOX, 0.8, standing(hidden=hidden), SIZE).missing == missing


def test_feet_at_the_border_are_cut_off():
    points = standing()
    points[[15, 16, *TOES_AND_HEELS], 1] = 595
    assert person_of(BOX, 0.8, points, SIZE).missing == (Reason.LEFT_FOOT, Reason.RIGHT_FOOT)


def test_boxes_stay_inside_the_photo():
    person = person_of(Box(-20, -10, 400, 700), 1.2, standing(), SIZE)
    assert person.box == Box(0, 0, 300, 600) and person.score == 1
