from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from braind.sample.brands import (
    SAMPLE_BRANDS,
    sample_looks,
    sample_photo,
    write_sample,
    write_sample_photo,
)
from braind.sample.recipe import Recipe
from braind.vocabulary import ANSWERS


def test_there_are_twelve_brands_with_names_of_their_own() -> None:
    assert len(SAMPLE_BRANDS) == 12
    assert len({recipe.name for recipe in SAMPLE_BRANDS}) == 12
    assert all(recipe.identity.endswith(".") for recipe in SAMPLE_BRANDS)


@pytest.mark.parametrize("recipe", SAMPLE_BRANDS, ids=lambda recipe: recipe.roman)
def test_a_brand_has_ten_to_fourteen_different_looks(recipe: Recipe) -> None:
    looks = sample_looks(recipe)
    assert 10 <= len(looks) <= 14
    for one, other in combinations(looks, 2):
        assert (one.upper, one.outer, one.lower) != (other.upper, other.outer, other.lower)
    assert looks == sample_looks(recipe)


@pytest.mark.parametrize("recipe", SAMPLE_BRANDS, ids=lambda recipe: recipe.roman)
def test_a_brand_keeps_its_style_and_its_words(recipe: Recipe) -> None:
    for look in sample_looks(recipe):
        assert look.grades[recipe.styles[0]] == 2
        assert all(look.grades[style] >= 1 for style in recipe.styles)
        assert all(word in ANSWERS[question] for question, word in look.answers().items())


def test_brands_cover_every_style_and_differ_in_palette() -> None:
    assert len({style for recipe in SAMPLE_BRANDS for style in recipe.styles}) == 7
    palettes = [frozenset(recipe.palette.values()) for recipe in SAMPLE_BRANDS]
    assert len(set(palettes)) == 12


def test_the_sample_photo_is_in_no_brand() -> None:
    photo = sample_photo()
    for recipe in SAMPLE_BRANDS:
        assert photo not in sample_looks(recipe)


def test_written_pictures_are_marked_as_drawn(tmp_path: Path) -> None:
    written = write_sample(tmp_path, brands=SAMPLE_BRANDS[:1])
    assert len(written) == len(SAMPLE_BRANDS[0].outfits)
    assert all("drawn sample" in path.name for path in written)
    assert {path.parent.name for path in written} == {SAMPLE_BRANDS[0].name}
    with Image.open(written[0]) as picture:
        assert picture.size == (480, 720)
        assert b"drawn by BRAIND" in picture.info["comment"]


def test_the_sample_photo_can_be_written(tmp_path: Path) -> None:
    path = write_sample_photo(tmp_path / "new" / "sample photo.jpg")
    with Image.open(path) as picture:
        assert np.asarray(picture).std() > 10
