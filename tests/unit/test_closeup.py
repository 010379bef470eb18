"""A nearer look at people who are small in their photo."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from braind.closeup import (
    bands_of,
    found_again,
    newly_found,
    others_in,
    strips_beside,
    window_around,
    with_closeups,
)
from braind.domain import BodyPart, Box, Detection, Person, Reason

FRAME = (192, 288)


def _person(box: Box, *missing: Reason) -> Person:
    regions = np.ones((4, 2), np.uint8)
    return Person(box, {BodyPart.WHOLE_BODY: box}, missing, 0.9, box, regions, regions * 0.5)


def test_who_fills_the_photo_is_not_looked_at_again() -> None:
    tall = _person(Box(150, 40, 400, 790))
    assert window_around(tall, (550, 830), FRAME) is None


def test_the_window_leaves_room_around_the_person_and_stays_in_the_photo() -> None:
    window = window_around(_person(Box(5.5, 300, 105, 500)), (1200, 800), FRAME)
    assert window == Box(0, 268, 138, 533)


def test_a_small_person_at_the_border_of_a_wide_photo_is_looked_at_again() -> None:
    window = window_around(_person(Box(1100, 200, 1200, 800)), (1200, 800), FRAME)
    assert window is not None and (window.right, window.bottom) == (1200, 800)


def test_the_same_person_is_moved_to_their_place_in_the_photo() -> None:
    far, window = _person(Box(100, 300, 180, 500), Reason.LEFT_FOOT), Box(70, 270, 210, 530)
    near = _person(Box(32, 28, 112, 232))
    bystander = _person(Box(0, 20, 25, 230))
    (found,) = found_again(far, window, Detection((bystander, near), (Reason.SEVERAL_PEOPLE,)))
    assert found.box == found.frame == found.parts[BodyPart.WHOLE_BODY] == Box(102, 298, 182, 502)
    assert found.regions is near.regions


@pytest.mark.parametrize("seen", [(), (_person(Box(0, 20, 25, 230)),)])
def test_a_window_that_shows_nobody_or_somebody_else_says_nothing(seen: tuple[Person]) -> None:
    far, window = _person(Box(100, 300, 180, 500)), Box(70, 270, 210, 530)
    assert found_again(far, window, Detection(seen, ())) == []


def test_from_afar_a_box_may_be_too_large_or_lack_the_legs() -> None:
    near = _person(Box(60, 20, 140, 220))
    seen, window = Detection((near,), ()), Box(0, 0, 200, 240)
    for far in (Box(20, 10, 190, 230), Box(65, 22, 140, 120)):
        assert found_again(_person(far), window, seen)


def test_the_nearer_look_decides_what_is_missing() -> None:
    box = Box(0, 0, 10, 40)
    far, near = _person(box, Reason.HALF_BODY), _person(box)
    alone = with_closeups(Detection((far,), far.missing), [[near]])
    assert alone.is_whole_body and alone.people == (near,)
    several = Detection((far, far), (Reason.SEVERAL_PEOPLE,))
    closer = with_closeups(several, [[], [near, far]])
    assert closer.people == (far, near) and closer.reasons == (Reason.SEVERAL_PEOPLE,)


def test_one_figure_from_afar_may_be_two_people_from_near() -> None:
    box = Box(0, 0, 10, 40)
    far, left, right = (_person(box) for _ in range(3))
    both = with_closeups(Detection((far,), ()), [[left, right]])
    assert both.people == (left, right) and both.reasons == (Reason.SEVERAL_PEOPLE,)


def test_strips_cover_what_lies_beside_people() -> None:
    left = _person(Box(50, 20, 250, 780))
    (strip,) = strips_beside([left], (850, 800), FRAME)
    assert strip == Box(250, 0, 850, 800)
    both = strips_beside([left, _person(Box(760, 20, 990, 780))], (1000, 800), FRAME)
    assert both == [Box(250, 0, 760, 800)]


def test_a_wide_gap_is_cut_into_strips_that_overlap() -> None:
    strips = strips_beside([_person(Box(0, 20, 200, 780))], (2400, 800), FRAME)
    assert (strips[0].left, strips[-1].right) == (200, 2400)
    assert all(strip.width <= 0.8 * 800 + 1 for strip in strips)
    shared = [one.right - other.left for one, other in pairwise(strips)]
    assert all(0.35 * 800 - 1 <= width <= 0.35 * 800 + 1 for width in shared)


@pytest.mark.parametrize(
    ("box", "photo"),
    [
        (Box(100, 20, 400, 780), (550, 800)),  # upright
        (Box(200, 20, 800, 780), (1000, 800)),  # no room
    ],
)
def test_where_nobody_else_can_be_no_strip_is_looked_at(box: Box, photo: tuple[int, int]) -> None:
    assert strips_beside([_person(box)], photo, FRAME) == []


def test_who_is_not_whole_in_a_strip_does_not_count() -> None:
    part, strip = _person(Box(10, 0, 90, 300), Reason.NO_HEAD), Box(600, 0, 1000, 800)
    assert others_in(strip, Detection((part,), part.missing)) == []


def test_nobody_is_found_twice() -> None:
    known, strip = _person(Box(50, 20, 250, 780)), Box(600, 0, 1000, 800)
    seen = others_in(strip, Detection((_person(Box(40, 30, 240, 770)),), ()))
    half = _person(Box(640, 30, 730, 770))  # the same one, cut by another strip's border
    again = _person(Box(60, 40, 240, 760))
    new = newly_found([known], [half, again, *seen])
    assert [person.box for person in new] == [Box(640, 30, 840, 770)]


def test_who_stands_far_behind_is_a_bystander() -> None:
    known, behind = _person(Box(50, 20, 250, 780)), _person(Box(700, 200, 850, 600))
    beside = _person(Box(400, 100, 560, 700))
    assert newly_found([known], [behind, beside]) == [beside]


def test_on_a_sheet_of_photos_everybody_is_whole_in_a_band() -> None:
    top, low = _person(Box(20, 10, 120, 300)), _person(Box(300, 400, 400, 690))
    bands = bands_of([top, low], (660, 1000))
    assert (bands[0].top, bands[-1].bottom) == (0, 1000)
    assert all((band.left, band.right) == (0, 660) for band in bands)
    for start in range(0, 710, 10):  # somebody of this height, wherever they stand
        assert any(band.top <= start and start + 290 <= band.bottom for band in bands)


def test_one_person_or_tall_ones_are_no_sheet_of_photos() -> None:
    small, tall = _person(Box(20, 10, 120, 300)), _person(Box(300, 100, 500, 900))
    assert bands_of([small], (660, 1000)) == []
    assert bands_of([small, tall], (660, 1000)) == []
