import numpy as np
import pytest
from search_fakes import WORDS, make_index, make_look, make_table

from braind.search.near import are_near
from braind.search.photos import are_one_look, are_one_photo, first_looks

FULL = 0xFFFF_FFFF_FFFF_FFFF


def hashes(*values):
    return np.array(values, np.uint64)


def kept(table, *rows):
    return first_looks(WORDS, table, np.array(rows, np.intp)).tolist()


def test_few_differing_bits_make_hashes_near():
    a = hashes(FULL, FULL, FULL, 1 << 63)
    b = hashes(FULL, FULL ^ 0b1111, FULL ^ 0b11111, 1 << 63)
    assert are_near(a, b).tolist() == [True, True, False, True]


def test_an_unknown_hash_is_never_near():
    assert not are_near(hashes(0, 0, 1), hashes(0, 1, 0)).any()


@pytest.mark.parametrize(
    ("cosine", "near_hash", "person", "photo", "look"),
    [
        (0.95, FULL ^ 1, 0, True, True),
        (0.95, FULL ^ 0b11111, 0, False, False),
        (0.7, FULL, 0, False, False),  # another outfit in one pose before one wall
        (0.7, FULL, 1, True, False),  # two people in one photo
        (0.95, FULL, 1, True, False),
    ],
)
def test_one_photo_needs_a_near_hash_and_one_reading(cosine, near_hash, person, photo, look):
    one = make_table([make_look(1, near_hash=FULL)])
    other = make_table([make_look(2, 0, cosine, near_hash=near_hash, person=person)])
    assert are_one_photo(WORDS, one, other).tolist() == [photo]
    assert are_one_look(WORDS, other, one).tolist() == [look]


def test_one_look_is_compared_with_many():
    many = make_table([make_look(n, near_hash=FULL ^ (1 << n * 12) - 1) for n in range(1, 4)])
    assert are_one_photo(WORDS, many, many.take(np.array([1]))).tolist() == [False, True, False]
    assert are_one_photo(WORDS, make_table([]), many.take(np.array([1]))).tolist() == []


def test_the_first_of_each_look_is_kept():
    values = (FULL, 1 << 40, FULL ^ 1, 0, 0)
    table = make_table([make_look(n, near_hash=value) for n, value in enumerate(values)])
    assert kept(table, 0, 1, 2, 3, 4) == [True, True, False, True, True]
    assert kept(table, [3, 2, 0, 1], [-1, 0, -1, 2]) == [
        [True, True, False, True],
        [True, True, True, False],
    ]
    assert kept(table) == []


def test_a_copy_of_a_left_out_copy_may_be_kept():
    chain = (FULL, FULL ^ 0b111, FULL ^ 0b111111)
    table = make_table([make_look(n, near_hash=value) for n, value in enumerate(chain)])
    assert kept(table, 0, 1, 2) == [True, False, True]


def test_many_copies_far_apart_are_found():
    table = make_table([make_look(n, near_hash=(n % 300 + 1) << 20 | 0xFF) for n in range(600)])
    assert np.flatnonzero(kept(table, *range(600))).tolist() == first_of_near(600)


def first_of_near(count):
    """The same, hash by hash."""
    values, found = [(n % 300 + 1) << 20 | 0xFF for n in range(count)], []
    for number, value in enumerate(values):
        if all((value ^ values[other]).bit_count() > 4 for other in found):
            found.append(number)
    return found


def test_hundreds_of_copies_are_one_look():
    table = make_table([make_look(n + 1, near_hash=0xFF) for n in range(300)])
    assert np.flatnonzero(kept(table, *range(300))).tolist() == [0]


def test_the_copies_of_a_row_are_found_as_by_comparing_all():
    rng = np.random.default_rng(4)
    photos = rng.integers(1, 2**64, 25, np.uint64, endpoint=False)
    looks = [
        make_look(
            number + 1,
            brand_id=number % 4,
            cosine=rng.choice([1.0, 0.2]),
            near_hash=int(rng.choice(photos)) ^ 1 << int(rng.integers(64)),
            person=int(rng.integers(2)),
        )
        for number in range(200)
    ]
    index = make_index(looks)
    copies = 0
    for row in range(len(index)):
        one = index.table.take(np.array([row]))
        wanted = {row, *np.flatnonzero(are_one_look(index.words, index.table, one)).tolist()}
        assert set(index.copies_of(row).tolist()) == wanted
        copies += len(wanted) - 1
    assert 100 < copies < 2000
