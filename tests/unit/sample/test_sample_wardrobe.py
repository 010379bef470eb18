from __future__ import annotations

import numpy as np
import pytest

from braind.domain import Region
from braind.sample.draw import draw_look
from braind.sample.grading import season_of
from braind.sample.recipe import parse_outfit
from braind.sample.tones import TONES, blend, deeper, lighter, luma, rgb, to_hex
from braind.sample.wardrobe import random_spec
from braind.vocabulary import ANSWERS, COLORS, SEASONS, STYLES, Question, Style


@pytest.mark.parametrize("style", STYLES)
def test_random_looks_have_the_wanted_style(style: Style) -> None:
    rng = np.random.default_rng(3)
    for _ in range(30):
        look = random_spec(rng, style)
        assert look.grades[style] == 2
        assert set(look.styles) <= {0, 1, 2}
        assert len(look.styles) == len(STYLES)


def test_random_answers_are_words_of_the_vocabulary() -> None:
    rng = np.random.default_rng(4)
    for _ in range(200):
        for question, word in random_spec(rng).answers().items():
            assert word in ANSWERS[question], (question, word)


def test_random_looks_are_decided_by_the_generator() -> None:
    one, other = (random_spec(np.random.default_rng(8)) for _ in range(2))
    assert one == other
    assert random_spec(np.random.default_rng(9)) != one


def test_random_looks_draw_whole_bodies() -> None:
    rng = np.random.default_rng(5)
    for _ in range(12):
        regions = draw_look(random_spec(rng), oversample=1).regions
        assert {Region.FACE, Region.LEFT_SHOE, Region.RIGHT_SHOE} <= set(np.unique(regions))
        assert not regions[[0, -1]].any()


def test_random_looks_cover_the_vocabulary() -> None:
    rng = np.random.default_rng(6)
    answers = [random_spec(rng).answers() for _ in range(900)]
    for question in (Question.UPPER_ITEM, Question.LOWER_ITEM, Question.UPPER_PATTERN,
                     Question.UPPER_MATERIAL, Question.UPPER_COLOR, Question.SEASON):  # fmt: skip
        seen = {given[question] for given in answers} | {"unknown"}
        assert seen == set(ANSWERS[question]), question


def test_girlish_and_dandy_dress_differently() -> None:
    rng = np.random.default_rng(7)
    lower = {
        style: [random_spec(rng, style).answers()[Question.LOWER_ITEM] for _ in range(60)]
        for style in (Style.GIRLISH, Style.DANDY)
    }
    assert lower[Style.GIRLISH].count("trousers") < 10 < lower[Style.DANDY].count("trousers")


@pytest.mark.parametrize(
    ("outfit", "season"),
    [
        ("top/camisole milk silk; shorts/short milk; sandals milk", "summer"),
        ("coat/fur milk; sweater/turtleneck milk; trousers/wide milk wool; boots milk; scarf milk",
         "winter"),
    ],
)  # fmt: skip
def test_season_is_read_off_the_garments(outfit: str, season: str) -> None:
    look = parse_outfit(outfit, {"milk": "white #f3f0e8"})
    assert season_of(look, np.random.default_rng(0)) == season
    assert season in SEASONS


def test_every_colour_word_has_tones() -> None:
    assert set(TONES) == set(COLORS) - {"multicolor"}


def test_colour_arithmetic() -> None:
    assert rgb("#0a141e") == (10, 20, 30)
    assert to_hex((10, 20, 300)) == "#0a14ff"
    assert blend("#000000", "#ffffff", 0.5) == "#808080"
    assert luma(deeper("#8090a0")) < luma("#8090a0") < luma(lighter("#8090a0"))
