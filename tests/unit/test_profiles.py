import math

import numpy as np
import pytest

from braind.domain import Answer, Look, StyleScores, Swatch
from braind.profiles import build_profile, merge_palettes
from braind.vocabulary import STYLES, Question, Style


def look(look_id, cosine=1.0, recipe="r", palette=(), **answers):
    styles = np.zeros(len(STYLES), np.float32)
    styles[:2] = cosine, math.sqrt(1 - cosine * cosine)
    told = tuple(Answer(Question(question), word, 1.0) for question, word in answers.items())
    return Look(
        str(look_id), f"{look_id}.jpg", StyleScores(styles), told, palette, recipe, id=look_id
    )


def profile_of(looks, background=0.5, shoots=None):
    """In a space where looks differ by style only."""
    styles = np.array([look.styles.values for look in looks], np.float32).reshape(-1, len(STYLES))
    return build_profile(3, looks, styles, "r", background, shoots)


def test_styles_are_told_by_mean_and_spread():
    profile = profile_of([look(1, 1.0), look(2, 0.6)])
    assert profile.brand_id == 3
    assert profile.recipe == "r"
    assert profile.count == 2
    assert profile.mean[:2] == pytest.approx([0.8, 0.4])
    assert profile.spread[:2] == pytest.approx([0.2, 0.4])
    assert profile.mean.shape == profile.spread.shape == (len(Style),)


def test_looks_of_another_recipe_are_left_out():
    assert profile_of([look(1), look(2, recipe="old")]).count == 1


def test_answers_are_shares_with_the_unknown_ones_shown():
    looks = [look(n, upper_color=color) for n, color in enumerate(["red", "navy", "navy"], 1)]
    profile = profile_of([*looks, look(4)])
    assert profile.answers[Question.UPPER_COLOR] == (
        ("navy", 0.5),
        ("red", 0.25),
        ("unknown", 0.25),
    )
    assert profile.answers[Question.SEASON] == (("unknown", 1.0),)
    assert set(profile.answers) == set(Question)


@pytest.mark.parametrize(
    ("background", "cohesion"), [(0.5, 0.2), (0.6, 0.0), (0.9, 0.0), (None, 0.6)]
)
def test_cohesion_lies_between_background_and_identity(background, cohesion):
    profile = profile_of([look(1, 1.0), look(2, 0.6)], background)
    assert profile.cohesion == pytest.approx(cohesion, abs=1e-6)


def test_equal_looks_are_wholly_cohesive():
    assert 0 <= profile_of([look(1), look(2), look(3)], background=1.0).cohesion <= 1
    assert profile_of([look(1), look(2), look(3)]).cohesion == pytest.approx(1)


def test_one_look_shows_no_cohesion():
    profile = profile_of([look(7)])
    assert profile.cohesion == 0
    assert profile.typical == (7,)
    assert profile.outliers == ()


def test_the_look_unlike_the_others_is_the_outlier():
    looks = [look(1, 0.0), *(look(n, 1 - n / 100) for n in range(2, 14))]
    profile = profile_of(looks)
    assert profile.outliers[0] == 1
    assert len(profile.typical) == len(profile.outliers) == 5
    assert not set(profile.typical) & set(profile.outliers)


def test_few_looks_are_either_typical_or_outlying():
    profile = profile_of([look(1, 1.0), look(2, 0.95), look(3, 0.1)])
    assert len(profile.typical) == 2
    assert profile.outliers == (3,)


def test_a_brand_without_looks_has_an_empty_profile():
    empty = profile_of([])
    assert empty.count == 0
    assert empty.mean.tolist() == empty.spread.tolist() == [0] * 7
    assert empty.palette == empty.typical == empty.outliers == ()
    assert empty.cohesion == 0
    assert empty.answers[Question.SEASON] == ()


def test_every_shoot_counts_the_same():
    red, navy = (Swatch("#ff0000", "red", 1.0),), (Swatch("#000080", "navy", 1.0),)
    looks = [look(n, 1.0, palette=red, upper_color="red") for n in (1, 2, 3)]
    looks.append(look(4, 0.6, palette=navy, upper_color="navy"))
    profile = profile_of(looks, shoots=[7, 7, 7, 9])
    assert profile.mean[:2] == pytest.approx([0.8, 0.4])
    assert profile.spread[:2] == pytest.approx([0.2, 0.4])
    assert profile.answers[Question.UPPER_COLOR] == (("navy", 0.5), ("red", 0.5))
    assert [swatch.share for swatch in profile.palette] == pytest.approx([0.5, 0.5])
    assert profile.count == 4
    assert profile.cohesion == pytest.approx(0.2, abs=1e-6)
    assert profile.outliers[0] == 4


def test_looks_of_one_shoot_are_compared_with_each_other():
    looks = [look(1, 1.0), look(2, 0.6)]
    profile = profile_of(looks, shoots=[1, 1])
    assert profile.cohesion == pytest.approx(0.2, abs=1e-6)


def test_shoots_go_with_their_looks_when_a_recipe_is_left_out():
    looks = [look(1, recipe="old"), look(2), look(3), look(4, 0.6)]
    profile = profile_of(looks, shoots=[1, 2, 2, 3])
    assert profile.mean[0] == pytest.approx(0.8)


def test_swatches_of_one_name_are_mixed_by_share():
    palettes = [
        (Swatch("#000000", "black", 0.75), Swatch("#ff0000", "red", 0.25)),
        (Swatch("#040404", "black", 0.25), Swatch("#0000ff", "blue", 0.75)),
    ]
    assert merge_palettes(palettes) == (
        Swatch("#010101", "black", 0.5),
        Swatch("#0000ff", "blue", 0.375),
        Swatch("#ff0000", "red", 0.125),
    )


def test_a_palette_has_six_colours_at_most():
    swatches = [Swatch("#112233", f"colour {number}", 0.125) for number in range(8)]
    merged = merge_palettes([swatches])
    assert len(merged) == 6
    assert sum(swatch.share for swatch in merged) == pytest.approx(0.75)


def test_swatches_without_area_are_left_out():
    assert merge_palettes([(Swatch("#112233", "navy", 0.0),)]) == ()
