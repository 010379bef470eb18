import numpy as np

from braind.search.photos import are_copies, first_copies

FULL = 0xFFFF_FFFF_FFFF_FFFF


def hashes(*values):
    return np.array(values, np.uint64)


def test_few_differing_bits_make_a_copy():
    a = hashes(FULL, FULL, FULL, 1 << 63)
    b = hashes(FULL, FULL ^ 0b1111, FULL ^ 0b11111, 1 << 63)
    assert are_copies(a, b).tolist() == [True, True, False, True]


def test_an_unknown_hash_is_never_a_copy():
    assert not are_copies(hashes(0, 0, 1), hashes(0, 1, 0)).any()


def test_the_first_of_each_photo_is_kept():
    rows = np.stack([hashes(FULL, 1 << 40, FULL ^ 1, 0, 0), hashes(0, FULL, FULL, FULL, 1 << 40)])
    assert first_copies(rows).tolist() == [
        [True, True, False, True, True],
        [True, True, False, False, True],
    ]


def test_a_copy_of_a_left_out_copy_may_be_kept():
    chain = hashes(FULL, FULL ^ 0b111, FULL ^ 0b111111)
    assert first_copies(chain).tolist() == [True, False, True]
