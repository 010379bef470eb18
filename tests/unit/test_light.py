import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from braind.colors import answer_color, measure_colors, measure_palette
from braind.domain import PLAIN_LIGHT, Box, Cutout, Photo, Region
from braind.errors import ModelError
from braind.light import (
    GROUND_LEVELS,
    LEAST,
    LightEye,
    features_count,
    ground_pixels,
    in_its_light,
    in_plain_light,
    in_plain_view,
    levels_of,
    light_features,
    shipped_eye,
    skin_pixels,
)
from braind.models import resources_folder

WARM, COLD = (1.15, 1.0, 0.82), (0.85, 1.0, 1.15)
STREET, SKIN = (118, 116, 113), (190, 140, 118)
SHIPPED = resources_folder() / "words" / "light.json"


def surface(color, spread=25, count=600, seed=0):
    """Pixels of one colour, lighter and darker."""
    rng = np.random.default_rng(seed)
    shade = np.exp(rng.normal(0, spread / 100, (count, 1)))
    return np.clip(np.array(color) * shade, 0, 255).astype(np.uint8)


def street():
    """Asphalt, walls and windows: greys from dark to bright."""
    return surface(STREET, spread=70)


def under(pixels, light):
    return np.clip(np.rint(pixels * np.array(light)), 0, 255).astype(np.uint8)


def tint(light):
    """How much redder than blue a light is, in logarithms."""
    return float(np.log(light[0] / light[2]))


def scene(ground, person, skin=SKIN):
    """A photo of 90 x 120 with somebody in its middle, and the cutout."""
    pixels = surface(ground, count=90 * 120).reshape(120, 90, 3).copy()
    pixels[20:110, 30:60] = person
    pixels[60:80, 30:60] = skin
    rgba = np.dstack([pixels[10:115, 25:65], np.zeros((105, 40), np.uint8)])
    rgba[10:100, 5:35, 3] = 255
    regions = np.zeros((105, 40), np.uint8)
    regions[10:100, 5:35] = Region.UPPER
    regions[50:70, 5:35] = Region.SKIN
    return Photo("p", "", pixels, (90, 120)), Cutout(rgba, Box(25, 10, 65, 115), regions)


@pytest.mark.parametrize("light", [WARM, COLD])
def test_a_tinted_street_is_seen_to_be_tinted(light):
    eye = shipped_eye()
    plain = eye.estimate(street(), surface(SKIN, 10))
    found = eye.estimate(under(street(), light), under(surface(SKIN, 10), light))
    gained = tint(found) - tint(plain)
    assert gained / tint(light) > 0.35


def test_a_pink_wall_is_not_taken_for_pink_light():
    wall = surface((235, 170, 180), spread=3)
    found = np.log(shipped_eye().estimate(wall, surface(SKIN, 10)))
    assert np.ptp(found) < 0.3 * np.ptp(np.log([235, 170, 180]))


def test_how_dark_skin_is_says_nothing_of_the_light():
    street = levels_of(surface(STREET), GROUND_LEVELS)[None]
    seen = np.array([True])
    fair, dark = (
        light_features(street, np.full((1, 3, 3), 1.0, np.float32) * tone - 10, seen)
        for tone in (np.array([210, 160, 140]), np.array([210, 160, 140]) / 2)
    )
    np.testing.assert_allclose(fair, dark, atol=1e-5)


@pytest.mark.parametrize("count", [0, 1, LEAST - 1])
def test_without_a_ground_the_light_is_plain(count):
    assert shipped_eye().estimate(surface(STREET)[:count], surface(SKIN)) == PLAIN_LIGHT


def test_hidden_skin_is_no_obstacle():
    found = shipped_eye().estimate(under(street(), WARM), np.zeros((0, 3), np.uint8))
    assert tint(found) > 0


@given(
    rgb=st.tuples(*[st.integers(0, 255)] * 3),
    light=st.tuples(*[st.floats(0.5, 2, allow_nan=False)] * 3),
)
def test_plain_light_undoes_the_light_but_for_rounding_and_what_was_lost(rgb, light):
    pixels = np.array([rgb], np.uint8)
    lit = under(pixels, light)
    kept = lit < 255
    back = in_plain_light(lit, light)
    assert back.dtype == np.uint8
    assert np.all(np.abs(back[kept].astype(int) - pixels[kept]) <= 1 + 0.5 / min(light))


def test_ground_is_what_nobody_covers():
    photo, cutout = scene(STREET, (250, 0, 0))
    ground = ground_pixels(photo, [cutout])
    assert len(ground) == 90 * 120 - 90 * 30
    assert not (ground[:, 1] == 0).any()
    assert len(ground_pixels(photo, [])) == 90 * 120


def test_a_large_photo_is_sampled():
    big = np.zeros((3000, 2000, 3), np.uint8)
    cutout = Cutout(np.full((512, 200, 4), 255, np.uint8), Box(500, 300, 1500, 2860))
    ground = ground_pixels(Photo("big", "", big, (2000, 3000)), [cutout])
    assert 1500 < len(ground) < 4200


def test_skin_is_told_by_the_regions():
    _, cutout = scene(STREET, (10, 10, 10))
    assert (skin_pixels(cutout) == SKIN).all() and len(skin_pixels(cutout)) >= LEAST
    assert len(skin_pixels(replace(cutout, regions=None))) == 0


def test_each_cutout_carries_the_light_of_its_photo():
    (plain,) = in_its_light(*_with(scene(STREET, (200, 200, 200))))
    photo, cutout = scene(STREET, (200, 200, 200))
    lit = replace(photo, pixels=under(photo.pixels, WARM))
    rgba = cutout.rgba.copy()
    rgba[..., :3] = under(rgba[..., :3], WARM)
    (warm,) = in_its_light(lit, [replace(cutout, rgba=rgba)])
    assert tint(warm.light) > tint(plain.light) + 0.5 * tint(WARM)
    np.testing.assert_array_equal(warm.rgba, rgba)


def _with(found):
    photo, cutout = found
    return photo, [cutout]


def test_a_white_shirt_under_a_lamp_is_called_white_and_shown_as_photographed():
    seen = under(surface((240, 240, 240), spread=2), (1.0, 0.9, 0.7))
    (swatch, *_) = measure_colors(seen, (1.0, 0.9, 0.7))
    assert swatch.name == "white"
    blue = int(swatch.hex[5:], 16)
    assert blue < 190
    assert answer_color([swatch])[0] != "white"
    assert answer_color(measure_colors(in_plain_light(seen, (1.0, 0.9, 0.7))))[0] == "white"
    assert measure_palette(seen, (1.0, 0.9, 0.7))[0].name == "white"


def test_the_plain_view_of_a_cutout_undoes_its_light_and_nothing_else():
    _, cutout = scene(STREET, (200, 180, 90))
    lit = replace(cutout, light=WARM)
    plain = in_plain_view(lit)
    assert plain.light == PLAIN_LIGHT
    np.testing.assert_array_equal(plain.rgba[..., 3], cutout.rgba[..., 3])
    np.testing.assert_array_equal(plain.rgba[..., :3], in_plain_light(cutout.rgba[..., :3], WARM))
    np.testing.assert_array_equal(lit.rgba, cutout.rgba)
    assert in_plain_view(plain) is plain


def test_the_net_has_a_place_for_every_feature():
    eye = shipped_eye()
    assert eye.inner.shape[0] == features_count() + 1
    assert eye.outer.shape == (eye.inner.shape[1] + 1, 3)


@pytest.mark.parametrize("damage", ["missing", "garbage", "other", "empty"])
def test_a_damaged_file_is_told_with_what_to_do(damage, tmp_path):
    path = tmp_path / "light.json"
    content = json.loads(SHIPPED.read_text("utf-8"))
    if damage == "garbage":
        path.write_text("{", "utf-8")
    elif damage == "other":
        path.write_text(json.dumps(content | {"inner": content["inner"][1:]}), "utf-8")
    elif damage == "empty":
        path.write_text(json.dumps(content | {"inner": [], "outer": []}), "utf-8")
    with pytest.raises(ModelError) as caught:
        LightEye.load(path)
    assert caught.value.code == "table_unreadable"
    assert "Reinstall" in str(caught.value.hint)
