import json
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braind.colors import (
    CLUSTERS,
    ColorNamer,
    answer_color,
    cluster_colors,
    hex_to_lab,
    lab_to_hex,
    lab_to_srgb,
    measure_colors,
    measure_palette,
    name_colors,
    shipped_namer,
    srgb_to_lab,
)
from braind.domain import Swatch
from braind.errors import ModelError
from braind.models import resources_folder
from braind.vocabulary import COLORS, UNKNOWN

RED, BLUE, WHITE = (200, 20, 40), (30, 60, 170), (245, 245, 245)


def cloth(*parts, noise=6, seed=0):
    """Pixels of (colour, count) parts, slightly noisy."""
    rng = np.random.default_rng(seed)
    rows = np.concatenate([np.tile(color, (count, 1)) for color, count in parts])
    return np.clip(rows + rng.normal(0, noise, rows.shape), 0, 255).astype(np.uint8)


@pytest.mark.parametrize(
    ("rgb", "lab"),
    [
        ((255, 255, 255), (100, 0, 0)),
        ((0, 0, 0), (0, 0, 0)),
        ((255, 0, 0), (53.24, 80.09, 67.20)),
        ((0, 0, 255), (32.30, 79.19, -107.86)),
        ((128, 128, 128), (53.59, 0, 0)),
    ],
)
def test_known_colors_have_their_known_place(rgb, lab):
    found = srgb_to_lab(np.array(rgb, np.uint8))
    assert found.dtype == np.float32
    assert found == pytest.approx(np.array(lab), abs=0.05)


def test_every_color_survives_the_way_to_cielab_and_back():
    steps = np.arange(0, 256, 15, dtype=np.uint8)
    rgb = np.stack(np.meshgrid(steps, steps, steps), axis=-1)
    np.testing.assert_array_equal(lab_to_srgb(srgb_to_lab(rgb)), rgb)


def test_hex_is_written_and_read():
    assert lab_to_hex(hex_to_lab("#1a2b3c")) == "#1a2b3c"


def test_plain_cloth_is_one_color():
    (swatch,) = measure_colors(cloth((RED, 900), noise=2))
    assert swatch.name == "red"
    assert swatch.share == pytest.approx(1)
    assert np.linalg.norm(hex_to_lab(swatch.hex) - srgb_to_lab(np.array(RED, np.uint8))) < 3


def test_striped_cloth_is_two_colors_biggest_first():
    swatches = measure_colors(cloth((RED, 400), (WHITE, 800), noise=2))
    assert [swatch.name for swatch in swatches] == ["white", "red"]
    assert swatches[0].share == pytest.approx(2 / 3, abs=0.03)


def test_a_few_deep_folds_are_left_out():
    swatches = measure_colors(cloth((BLUE, 1000), ((0, 0, 0), 25), noise=2))
    assert {swatch.name for swatch in swatches} == {"blue"}


def test_no_pixels_have_no_color():
    nothing = np.zeros((0, 3), np.uint8)
    assert measure_colors(nothing) == ()
    assert measure_palette(nothing) == ()
    assert answer_color(()) == (UNKNOWN, 1.0)
    with pytest.raises(ValueError, match="no pixels"):
        cluster_colors(nothing)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 4000), st.integers(0, 2**32 - 1), st.integers(0, 90))
def test_shares_sum_to_one_and_fall(count, seed, noise):
    pixels = cloth(((120, 110, 100), count), noise=noise, seed=seed)
    swatches = measure_colors(pixels)
    assert 1 <= len(swatches) <= CLUSTERS
    assert sum(swatch.share for swatch in swatches) == pytest.approx(1, abs=1e-5)
    assert all(a.share >= b.share for a, b in pairwise(swatches))
    assert {swatch.name for swatch in swatches} <= set(COLORS)


def test_measuring_twice_gives_the_same():
    pixels = cloth((RED, 700), (BLUE, 500), noise=40)
    assert measure_colors(pixels) == measure_colors(pixels.copy())


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("000000", "black"), ("ffffff", "white"), ("808080", "gray"), ("d9c3a0", "beige"),
        ("8b4513", "brown"), ("14213d", "navy"), ("2255c4", "blue"), ("87ceeb", "skyblue"),
        ("008000", "green"), ("6b6b3a", "khaki"), ("ffff00", "yellow"), ("ff8000", "orange"),
        ("e00000", "red"), ("ffc0cb", "pink"), ("800080", "purple"), ("5e1224", "burgundy"),
    ],
)  # fmt: skip
def test_clear_colors_have_clear_names(code, word):
    assert name_colors(hex_to_lab(code)[None]) == [word]
    assert answer_color((Swatch(f"#{code}", word, 1.0),))[0] == word


def test_many_colors_at_once_are_multicolor():
    codes = ("e00000", "1e4fd0", "ffd700", "00a550", "ff69b4", "ffffff")
    swatches = tuple(Swatch(f"#{code}", "", 1 / 6) for code in codes)
    word, sure = answer_color(swatches)
    assert word == "multicolor"
    assert 0 < sure <= 1


def test_one_place_is_never_called_multicolor():
    steps = np.arange(0, 256, 51, dtype=np.uint8)
    rgb = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(-1, 3)
    assert "multicolor" not in name_colors(srgb_to_lab(rgb))


def test_a_palette_names_each_color_once():
    pixels = cloth((RED, 600), (BLUE, 600), ((120, 10, 25), 300), (WHITE, 300), noise=12)
    palette = measure_palette(pixels)
    names = [swatch.name for swatch in palette]
    assert len(names) == len(set(names))
    assert sum(swatch.share for swatch in palette) == pytest.approx(1, abs=1e-5)
    assert {"blue", "white"} <= set(names)


def test_chances_sum_to_one():
    namer = shipped_namer()
    chances = namer.probabilities(namer.votes(hex_to_lab("334455")[None]))
    assert chances.shape == (1, len(COLORS))
    assert chances.sum() == pytest.approx(1, abs=1e-5)


def test_a_missing_or_foreign_artefact_is_told_plainly(tmp_path):
    with pytest.raises(ModelError) as missing:
        ColorNamer.load(tmp_path / "colors.json")
    assert missing.value.code == "table_unreadable"
    foreign = tmp_path / "foreign.json"
    foreign.write_text(json.dumps({"words": ["teal"]}), encoding="utf-8")
    with pytest.raises(ModelError, match="other words"):
        ColorNamer.load(foreign)


def test_the_card_belongs_to_the_artefact():
    folder = resources_folder() / "words"
    card = json.loads((folder / "colors.card.json").read_text(encoding="utf-8"))
    assert card["id"] == shipped_namer().id
    assert set(card["val"]) == {"upper_color", "lower_color"}
