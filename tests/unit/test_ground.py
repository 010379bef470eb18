from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from braind.domain import Box
from braind.ground import are_one_ground, hash_ground

BOX = Box(300, 100, 500, 1100)


def photo(wall=(225, 222, 218), floor=(170, 160, 150), clothes=(20, 30, 60), seed=0):
    """Somebody between wall and floor, with the noise of a camera."""
    pixels = np.empty((1200, 800, 3), np.int16)
    pixels[:850], pixels[850:] = wall, floor
    pixels[100:1100, 300:500] = clothes
    pixels += np.random.default_rng(seed).integers(-8, 9, pixels.shape, np.int16)
    return pixels.clip(0, 255).astype(np.uint8)


def alike(a, b):
    return bool(are_one_ground(np.array([a], np.uint64), np.array([b], np.uint64))[0])


def test_one_ground_whatever_is_worn_before_it():
    black, red = photo(seed=1), photo(clothes=(200, 20, 30), seed=2)
    brighter = photo((232, 229, 225), (177, 167, 157), seed=3)
    assert alike(hash_ground(black, BOX), hash_ground(red, BOX))
    assert alike(hash_ground(black, BOX), hash_ground(brighter, Box(280, 90, 480, 1120)))


def test_another_wall_or_another_floor_is_another_ground():
    usual = hash_ground(photo(), BOX)
    assert not alike(usual, hash_ground(photo(wall=(190, 200, 225)), BOX))
    assert not alike(usual, hash_ground(photo(floor=(90, 110, 70)), BOX))


def test_what_the_person_hides_is_not_known():
    assert hash_ground(photo(), Box(0, 0, 800, 1200)) == 0
    assert not alike(0, 0)
    left_hidden = hash_ground(photo(), Box(0, 0, 420, 1200))
    assert alike(left_hidden, hash_ground(photo(), BOX))
    assert not alike(left_hidden, hash_ground(photo(), Box(380, 0, 800, 1200)))


@given(st.binary(min_size=3, max_size=3))
def test_a_plain_ground_of_any_colour_is_known_and_itself(color):
    plain = np.full((96, 64, 3), np.frombuffer(color, np.uint8), np.uint8)
    found = hash_ground(plain, Box(20, 10, 44, 90))
    assert all(found >> shift & 0xFFFF for shift in (0, 16, 32, 48))
    assert found < 2**64 and alike(found, found)


def test_hashes_are_the_same_for_ever():
    assert (
        hash_ground(np.full((96, 64, 3), (225, 222, 218), np.uint8), Box(20, 10, 44, 90))
        == 0xE210E210E210E210
    )
