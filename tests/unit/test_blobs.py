import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from braind.blobs import find_blobs, label_blobs


def flooded(mask):
    """The slow and obvious way: flood fill, eight neighbours."""
    labels, count = np.zeros(mask.shape, int), 0
    for start in zip(*np.nonzero(mask), strict=True):
        if labels[start]:
            continue
        count += 1
        labels[start] = count
        waiting = [start]
        while waiting:
            row, column = waiting.pop()
            for r in range(max(0, row - 1), min(mask.shape[0], row + 2)):
                for c in range(max(0, column - 1), min(mask.shape[1], column + 2)):
                    if mask[r, c] and not labels[r, c]:
                        labels[r, c] = count
                        waiting.append((r, c))
    return labels, count


@settings(max_examples=60, deadline=None)
@given(arrays(bool, st.tuples(st.integers(1, 9), st.integers(1, 9))))
def test_blobs_are_the_flood_filled_components(mask):
    labels, blobs = label_blobs(mask)
    assert find_blobs(mask) == blobs
    truth, count = flooded(mask)
    assert len(blobs) == count
    assert ((labels > 0) == mask).all()
    for blob in blobs:
        own = labels == blob.label
        assert len(set(truth[own])) == 1
        rows, columns = np.nonzero(own)
        assert (blob.area, blob.left, blob.top) == (own.sum(), columns.min(), rows.min())
        assert (blob.right, blob.bottom) == (columns.max() + 1, rows.max() + 1)


def test_the_largest_comes_first_and_specks_are_not_listed():
    mask = np.zeros((10, 10), bool)
    mask[0, 0] = mask[3:7, 3:7] = mask[9, 5:8] = True
    assert [blob.area for blob in find_blobs(mask)] == [16, 3, 1]
    assert [blob.area for blob in find_blobs(mask, min_area=2)] == [16, 3]


@pytest.mark.parametrize("value", [False, True])
def test_plain_maps(value):
    labels, blobs = label_blobs(np.full((4, 5), value))
    assert len(blobs) == value and labels.max() == value
