"""The quick ways to near hashes find what comparing all with all finds."""

import numpy as np
import pytest

from braind.search.near import COPY_BITS, GrowingHashes, NearHashes, are_near


def clusters(seed):
    """600 hashes around 30, by 0 to 8 flipped bits anywhere; 0 among them, and equal ones."""
    rng = np.random.default_rng(seed)
    hashes = rng.choice(rng.integers(1, 2**64, 30, np.uint64, endpoint=False), 600)
    for _ in range(8):
        flips = np.uint64(1) << rng.integers(0, 64, 600).astype(np.uint64)
        hashes ^= np.where(rng.random(600) < 0.4, flips, np.uint64(0))
    hashes[::50] = 0
    return hashes


@pytest.mark.parametrize("seed", range(3))
def test_the_same_are_found_as_by_comparing_all(seed):
    hashes = clusters(seed)
    many, growing = NearHashes(hashes), GrowingHashes()
    for place, near_hash in enumerate(hashes.tolist()):
        growing.add(place, near_hash)
    pairs = 0
    for near_hash in hashes:
        wanted = np.flatnonzero(are_near(hashes, near_hash)).tolist()
        assert many.near(near_hash).tolist() == wanted
        assert growing.near(int(near_hash)) == wanted
        pairs += len(wanted)
    assert len(hashes) < pairs < len(hashes) ** 2 / 20


def test_bits_may_differ_wherever_they_are():
    base = 0xA5A5_5A5A_0FF0_1234
    for first in range(64):
        flips = {(first + step) % 64 for step in (0, 13, 26, 39)}
        assert len(flips) == COPY_BITS
        other = base ^ sum(1 << bit for bit in flips)
        assert NearHashes(np.array([other], np.uint64)).near(np.uint64(base)).tolist() == [0]
        beyond = other ^ (1 << (first + 52) % 64)
        assert NearHashes(np.array([beyond], np.uint64)).near(np.uint64(base)).tolist() == []


def test_none_are_near_among_none():
    assert NearHashes(np.zeros(0, np.uint64)).near(np.uint64(5)).tolist() == []
    assert GrowingHashes().near(5) == []


def test_ids_come_oldest_first():
    growing = GrowingHashes()
    for id_ in (9, 4, 7):
        growing.add(id_, 0xFF00)
    assert growing.near(0xFF01) == [4, 7, 9]
