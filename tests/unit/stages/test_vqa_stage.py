import numpy as np
import pytest
from stage_fakes import PAINT, cutout_of, draw_figure, empty_map

from braind.domain import Cutout, Region
from braind.stages.vqa import (
    ASKED,
    CROP_SIZE,
    PALETTE_REGIONS,
    Reading,
    Side,
    compose_answers,
    garment_crop,
    garment_pixels,
    garment_region,
    pool,
)
from braind.vocabulary import LOWER_ITEMS, MATERIALS, PATTERNS, QUESTIONS, UNKNOWN, UPPER_ITEMS

SEASON = np.array([0.1, 0.7, 0.1, 0.1], np.float32)


def dressed(**swaps):
    """A drawn figure with some garments replaced, such as ``UPPER="DRESS"``."""
    regions = draw_figure(empty_map(), 28, 10, 120)
    for old, new in swaps.items():
        regions[regions == Region[old]] = Region[new]
    return regions


def reading(items, word):
    def one_hot(words, chosen):
        return np.array([0.8 if w == chosen else 0.01 for w in words], np.float32)

    return Reading(one_hot(items, word), one_hot(MATERIALS, "wool"), one_hot(PATTERNS, "checked"))


def words_of(cutout, upper, lower):
    top = reading(UPPER_ITEMS, upper) if upper else None
    bottom = reading(LOWER_ITEMS, lower) if lower else None
    return {a.question.value: a.word for a in compose_answers(cutout, top, bottom, SEASON)}


@pytest.mark.parametrize(
    ("swaps", "upper", "lower"),
    [
        ({}, Region.UPPER, Region.TROUSERS),
        ({"UPPER": "OUTER"}, Region.OUTER, Region.TROUSERS),
        ({"TROUSERS": "SKIRT"}, Region.UPPER, Region.SKIRT),
        ({"UPPER": "DRESS", "TROUSERS": "DRESS"}, Region.DRESS, Region.DRESS),
        ({"UPPER": "OUTER", "TROUSERS": "LEGWEAR"}, Region.OUTER, Region.LEGWEAR),
        ({"TROUSERS": "SKIN"}, Region.UPPER, None),
        ({"UPPER": "SKIN"}, None, Region.TROUSERS),
    ],
)
def test_which_garment_a_side_is_about(swaps, upper, lower):
    cutout = cutout_of(dressed(**swaps))
    assert garment_region(cutout, Side.UPPER) == upper
    assert garment_region(cutout, Side.LOWER) == lower


@pytest.mark.parametrize(("columns", "region"), [(2, Region.UPPER), (8, Region.OUTER)])
def test_an_open_coat_is_the_upper_garment_once_it_covers_enough(columns, region):
    regions = dressed()
    upper = regions[30:60]
    upper[:, 32 : 32 + columns][upper[:, 32 : 32 + columns] == Region.UPPER] = Region.OUTER
    assert garment_region(cutout_of(regions), Side.UPPER) is region


def test_a_crop_is_the_garment_with_a_margin_on_grey():
    cutout = cutout_of(dressed())
    crop = garment_crop(cutout, Side.LOWER)
    assert crop is not None
    assert crop.pixels.shape == (CROP_SIZE, CROP_SIZE, 3) and crop.pixels.dtype == np.uint8
    assert (crop.pixels[:, 0] == 128).all()
    blue = (np.abs(crop.pixels.astype(int) - PAINT[Region.TROUSERS]) < 12).all(axis=2)
    rows = np.flatnonzero(blue.any(axis=1))
    top, bottom = rows[[0, -1]] / CROP_SIZE
    assert 0.05 <= top <= 0.09 and 0.9 <= bottom <= 0.94


def test_a_crop_marks_the_garment_and_what_lies_around_it():
    cutout = cutout_of(dressed())
    crop = garment_crop(cutout, Side.LOWER)
    assert crop is not None
    assert crop.marks.shape == (CROP_SIZE, CROP_SIZE) and crop.marks.dtype == np.uint8
    blue = (np.abs(crop.pixels.astype(int) - PAINT[Region.TROUSERS]) < 12).all(axis=2)
    assert (crop.marks[blue] == Region.TROUSERS + ASKED).mean() > 0.98
    assert set(np.unique(crop.marks)) <= {
        Region.BACKGROUND, Region.UPPER, Region.LEFT_SHOE, Region.RIGHT_SHOE, Region.SKIN,
        Region.TROUSERS + ASKED,
    }  # fmt: skip


def test_a_speck_of_the_same_region_does_not_widen_the_crop():
    regions = dressed()
    plain = garment_crop(cutout_of(regions), Side.UPPER)
    regions[2:4, 2:4] = Region.UPPER
    assert plain is not None
    specked = garment_crop(cutout_of(regions), Side.UPPER)
    assert specked is not None and (specked.pixels == plain.pixels).all()


def test_colours_are_sampled_inside_the_garment_only():
    pixels = garment_pixels(cutout_of(dressed()), (Region.UPPER,))
    assert 500 < len(pixels) <= 1500
    assert (pixels == PAINT[Region.UPPER]).all()


def test_thin_garments_still_have_a_colour():
    regions = empty_map()
    regions[10:100, 30] = Region.UPPER
    assert len(garment_pixels(cutout_of(regions), PALETTE_REGIONS))


def test_ten_answers_in_the_order_of_the_questions():
    answers = compose_answers(
        cutout_of(dressed()), reading(UPPER_ITEMS, "coat"), reading(LOWER_ITEMS, "jeans"), SEASON
    )
    assert tuple(answer.question for answer in answers) == QUESTIONS
    words = {answer.question.value: answer.word for answer in answers}
    assert words["upper_item"] == "coat" and words["lower_item"] == "jeans"
    assert words["upper_color"] == "red" and words["lower_color"] in {"navy", "blue"}
    assert words["upper_pattern"] == "checked" and words["season"] == "summer"
    brand = answers[8]
    assert (brand.word, brand.confidence) == (UNKNOWN, 0.0)


def test_what_cannot_be_seen_is_surely_unknown():
    answers = compose_answers(cutout_of(empty_map()), None, None, SEASON)
    for answer in answers[:8]:
        assert (answer.word, answer.confidence) == (UNKNOWN, 1.0)


def test_a_dress_is_top_and_bottom():
    cutout = cutout_of(dressed(UPPER="DRESS", TROUSERS="DRESS"))
    words = words_of(cutout, "dress", "skirt")
    assert words["lower_item"] == "dress"
    assert words["lower_color"] == words["upper_color"] == "green"


def test_a_jumpsuit_without_a_seen_bottom_is_its_own_bottom():
    words = words_of(cutout_of(dressed(TROUSERS="SKIN")), "jumpsuit", None)
    assert words["lower_item"] == "jumpsuit" and words["lower_material"] == "wool"


def test_a_tunic_over_trousers_leaves_the_trousers_alone():
    assert words_of(cutout_of(dressed(UPPER="DRESS")), "dress", "trousers")["lower_item"] == (
        "trousers"
    )


def test_a_coat_over_a_dress_keeps_both():
    words = words_of(cutout_of(dressed(UPPER="OUTER", TROUSERS="DRESS")), "coat", "dress")
    assert (words["upper_item"], words["lower_item"]) == ("coat", "dress")


def test_a_backend_without_regions_answers_nothing_about_garments():
    cutout = cutout_of(dressed())
    plain = Cutout(cutout.rgba, cutout.box)
    assert garment_crop(plain, Side.UPPER) is None
    assert garment_crop(plain, Side.LOWER) is None
    assert len(garment_pixels(plain, PALETTE_REGIONS)) == 0


def test_opinions_are_pooled_by_their_logarithms():
    look, crop = np.array([0.5, 0.5], np.float32), np.array([0.9, 0.1], np.float32)
    other = crop[::-1].copy()
    assert pool(look, [crop], 0.5) == pytest.approx([0.75, 0.25])
    assert pool(look, [crop, crop], 0.0) == pytest.approx(crop)
    assert pool(look, [crop, other], 0.2) == pytest.approx(look)
    assert pool(crop, [], 0.3) is crop
