import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from source_samples import encoded

from braind.sources import decode_photo, find_near_duplicates, hamming
from braind.sources.near import hash_pixels

U64 = st.integers(0, 2**64 - 1)


def picture(seed):
    coarse = np.random.default_rng(seed).integers(0, 255, (12, 8, 3), dtype=np.uint8)
    return Image.fromarray(coarse).resize((240, 360), Image.Resampling.BICUBIC)


@pytest.mark.parametrize("seed", range(5))
def test_a_copy_is_near_and_another_photo_is_not(seed):
    original = decode_photo(encoded(picture(seed), quality=95), "a")
    smaller = picture(seed).resize((130, 190))
    copy = decode_photo(encoded(smaller, quality=30), "b")
    other = decode_photo(encoded(picture(seed + 100), quality=95), "c")
    assert hamming(original.near_hash, copy.near_hash) <= 4
    assert hamming(original.near_hash, other.near_hash) > 12


def test_bits_by_hand():
    rising = np.tile(np.arange(0, 90, 10, dtype=np.uint8)[None, :, None], (8, 1, 3))
    assert hash_pixels(rising) == 2**64 - 1
    assert hash_pixels(rising[:, ::-1].copy()) == 0
    top = rising.copy()
    top[1:] = 50
    assert hash_pixels(top) == 0xFF << 56


def test_noise_on_a_plain_wall_sets_no_bits():
    wall = np.random.default_rng(1).integers(236, 244, (400, 300, 3), dtype=np.uint8)
    assert hash_pixels(wall) == 0


@settings(max_examples=40)
@given(U64, U64)
def test_hamming(a, b):
    assert hamming(a, b) == bin(a ^ b).count("1") == hamming(b, a)


@settings(max_examples=40)
@given(st.lists(U64, max_size=12), st.integers(0, 64))
def test_all_pairs_are_found(hashes, distance):
    hashes += [value ^ 0b101 for value in hashes[:4]]
    assert find_near_duplicates(hashes, distance) == [
        (i, j)
        for i in range(len(hashes))
        for j in range(i + 1, len(hashes))
        if hamming(hashes[i], hashes[j]) <= distance
    ]
