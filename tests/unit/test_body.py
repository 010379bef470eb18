import pytest
from stage_fakes import draw_figure, empty_map

from braind.body import Body
from braind.domain import BodyPart, Region


def body(top=10, height=120, **swaps):
    regions = draw_figure(empty_map(), 28, top, height)
    for old, new in swaps.items():
        regions[regions == Region[old]] = Region[new]
    return Body(regions)


def test_room_and_height_are_in_the_bodys_own_measures():
    drawn = body()
    assert drawn.room_above == pytest.approx(10 / 120)
    assert drawn.room_below == pytest.approx(14 / 120)
    assert drawn.heads_tall == pytest.approx(1 / 0.14, abs=0.2)
    assert drawn.has_head


def test_a_headless_body_has_no_head_height():
    drawn = body(FACE="UPPER", HAIR="UPPER")
    assert drawn.heads_tall == 0 and not drawn.has_head


def test_the_halves_meet_at_the_hips():
    halves = body().halves(whole=True)
    hips = 10 + 0.47 * 120
    assert halves[BodyPart.UPPER_BODY].bottom == pytest.approx(hips, abs=1)
    assert halves[BodyPart.LOWER_BODY].top == pytest.approx(hips, abs=1)
    assert halves[BodyPart.LOWER_BODY].bottom == 130


def test_a_long_dress_hides_the_hips_so_the_body_height_tells():
    halves = body(UPPER="DRESS", TROUSERS="DRESS").halves(whole=True)
    assert halves[BodyPart.LOWER_BODY].top == pytest.approx(10 + 0.47 * 120, abs=1)


def test_a_bag_is_not_part_of_the_body():
    regions = draw_figure(empty_map(), 28, 10, 120)
    regions[60:80, 70:90] = Region.BAG
    assert Body(regions).halves(whole=True)[BodyPart.LOWER_BODY].right < 70


@pytest.mark.parametrize("shoe", ["LEFT_SHOE", "SKIN", "LEGWEAR"])
def test_the_wearers_left_foot_is_on_the_viewers_right(shoe):
    feet = body(LEFT_SHOE=shoe, RIGHT_SHOE=shoe).feet()
    assert feet[BodyPart.LEFT_FOOT].left > feet[BodyPart.RIGHT_FOOT].right


def test_feet_that_touch_are_told_apart_by_their_labels():
    regions = draw_figure(empty_map(), 28, 10, 120)
    regions[124:130, 32:60] = Region.RIGHT_SHOE
    regions[124:130, 46:60] = Region.LEFT_SHOE
    feet = Body(regions).feet()
    assert feet[BodyPart.LEFT_FOOT].left == feet[BodyPart.RIGHT_FOOT].right == 46


def test_legs_that_run_out_of_the_photo_end_in_no_feet():
    assert body(height=200).feet() == {}
    assert body(height=140, LEFT_SHOE="SKIN", RIGHT_SHOE="SKIN").feet() == {}
