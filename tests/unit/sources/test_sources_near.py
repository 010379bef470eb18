import numpy as np
import pytest
from PIL import Image, ImageDraw
from source_samples import encoded

from braind.sources import decode_photo
from braind.sources.near import hash_pixels


def picture(seed):
    coarse = np.random.default_rng(seed).integers(0, 255, (12, 8, 3), dtype=np.uint8)
    return Image.fromarray(coarse).resize((240, 360), Image.Resampling.BICUBIC)


def figure(top, bottom):
    """Somebody in the middle of a plain wall, in clothes of these colours."""
    image = Image.new("RGB", (240, 360), "#d9d6d0")
    draw = ImageDraw.Draw(image)
    draw.ellipse((105, 25, 135, 60), "#e8bd9d")
    draw.rectangle((90, 60, 150, 190), top)
    draw.rectangle((95, 190, 145, 340), bottom)
    return np.asarray(image)


def differing(a, b):
    return (a ^ b).bit_count()


@pytest.mark.parametrize("seed", range(5))
def test_a_copy_is_near_and_another_photo_is_not(seed):
    original = decode_photo(encoded(picture(seed), quality=95), "a")
    smaller = picture(seed).resize((130, 190))
    copy = decode_photo(encoded(smaller, quality=30), "b")
    other = decode_photo(encoded(picture(seed + 100), quality=95), "c")
    assert differing(original.near_hash, copy.near_hash) <= 4
    assert differing(original.near_hash, other.near_hash) > 12


@pytest.mark.parametrize(
    "clothes",
    [("#7a2033", "#1c1c1e"), ("#1d2a4d", "#b9976a"), ("#e9e6df", "#26324f")],
    ids="-".join,
)
def test_other_clothes_in_the_same_pose_are_no_copy(clothes):
    green = hash_pixels(figure("#3c5a3c", "#3a4a68"))
    assert differing(green, hash_pixels(figure(*clothes))) > 4


def test_hashes_are_the_same_for_ever():
    assert hash_pixels(figure("#7a2033", "#1c1c1e")) == 12377645763136303948


def test_noise_on_a_plain_wall_has_no_hash():
    wall = np.random.default_rng(1).integers(236, 244, (400, 300, 3), dtype=np.uint8)
    assert hash_pixels(wall) == 0
