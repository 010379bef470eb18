import numpy as np
import pytest

from braind.domain import VISUAL_SIZE
from braind.visualblock import VisualBlock, VisualSource, join


def vectors_of(count, seed=0):
    rows = np.random.default_rng(seed).standard_normal((count, VISUAL_SIZE))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float16)


def naive(vectors):
    """Unit rows of stored vectors, in double precision."""
    wide = vectors.astype(np.float64)
    norms = np.linalg.norm(wide, axis=1, keepdims=True)
    return wide / np.where(norms > 0, norms, 1)


def test_dot_products_are_those_of_the_stored_vectors_across_chunks():
    vectors = vectors_of(700)
    block = VisualBlock.of(list(vectors))
    directions = naive(vectors_of(3, seed=1))
    found = block.dots(directions.astype(np.float32))
    assert found.shape == (3, 700) and found.dtype == np.float32
    assert np.allclose(found, directions @ naive(vectors).T, rtol=0, atol=1e-6)
    assert np.allclose(block.unit_vectors(), naive(vectors), rtol=0, atol=1e-6)


def test_a_look_without_a_vector_is_like_nothing():
    vectors = vectors_of(2)
    block = VisualBlock.of([None, vectors[1], np.zeros(VISUAL_SIZE, np.float16), vectors[0]])
    assert block.known().tolist() == [False, True, False, True]
    dots = block.dots(naive(vectors[:1]).astype(np.float32))[0]
    assert dots.tolist() == pytest.approx([0, float(naive(vectors)[0] @ naive(vectors)[1]), 0, 1])
    assert not block.unit_vectors()[[0, 2]].any()


def test_looks_without_any_vector_have_no_block():
    assert VisualBlock.of([None, None]) is None
    nothing = VisualBlock.unknown(3)
    assert not nothing.known().any() and not nothing.unit_vectors().any()
    assert not nothing.dots(np.ones((2, VISUAL_SIZE), np.float32)).any()


def test_vectors_find_their_looks_by_id():
    vectors = vectors_of(3)
    source, owners = VisualSource.of(vectors), np.array([2, 5, 9])
    block = VisualBlock.by_id(source, owners, np.array([9, 1, 2, 10]))
    assert block.known().tolist() == [True, False, True, False]
    assert np.allclose(block.unit_vectors()[[0, 2]], naive(vectors[[2, 0]]), atol=1e-6)
    none = VisualBlock.by_id(VisualSource.of(vectors[:0]), owners[:0], np.array([9, 1]))
    assert not none.known().any()


def test_taking_and_joining_copy_no_vector():
    ours, theirs = VisualBlock.of(list(vectors_of(4))), VisualBlock.of(list(vectors_of(3, seed=1)))
    joined = join([(ours, 4), (None, 2), (theirs.take(np.array([2, 0])), 2)])
    assert [source.vectors for source in joined.sources] == [
        ours.sources[0].vectors,
        theirs.sources[0].vectors,
    ]
    assert joined.known().tolist() == [True] * 4 + [False] * 2 + [True] * 2
    expected = np.concatenate([ours.unit_vectors(), np.zeros((2, VISUAL_SIZE))])
    expected = np.concatenate([expected, theirs.unit_vectors()[[2, 0]]])
    assert np.array_equal(joined.unit_vectors(), expected)
    picked = joined.take(np.array([7, 4, 0])).unit_vectors()
    assert np.array_equal(picked, expected[[7, 4, 0]])
    assert join([(None, 2), (None, 1)]) is None


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf])
def test_vectors_that_are_no_numbers_are_refused(number):
    vectors = vectors_of(300)
    vectors[280, 700] = number
    with pytest.raises(ValueError, match="no numbers"):
        VisualSource.of(vectors)


def test_the_largest_and_smallest_numbers_are_exact():
    vectors = np.zeros((2, VISUAL_SIZE), np.float16)
    vectors[0] = np.finfo(np.float16).max
    vectors[1, 5] = np.float16(6e-8)  # the smallest that there is
    unit = VisualBlock.of(list(vectors)).unit_vectors()
    assert np.linalg.norm(unit, axis=1) == pytest.approx([1, 1], abs=1e-5)
