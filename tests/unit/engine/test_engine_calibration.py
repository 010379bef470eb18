"""Levels that are kept: computed once, and only ever read for what they were computed from."""

import numpy as np
import pytest
from engine_fakes import fake_words

from braind.engine.calibration import Calibration, levels_sidecar
from braind.looktable import LookTable
from braind.search import Levels, SearchIndex, calibrate
from braind.vocabulary import DEFAULT_WEIGHTS, QUESTIONS, Part

LOOKS = 5200


@pytest.fixture(scope="module")
def table():
    rng = np.random.default_rng(2)
    styles = rng.random((LOOKS, 7), dtype=np.float32)
    brand_ids = np.repeat(np.arange(1, 9, dtype=np.int32), LOOKS // 8)
    answers = rng.integers(0, 3, (LOOKS, 10), np.uint8)
    hashes = rng.integers(1, 2**63, LOOKS).astype(np.uint64)
    return LookTable(np.arange(1, LOOKS + 1), brand_ids, styles, answers, hashes)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "looks.braind"


def index_of(table, words=None, weights=DEFAULT_WEIGHTS):
    return SearchIndex(table, words or fake_words(), weights)


def plant(path, index, background, within):
    """Keep other levels under the fingerprint of an index."""
    arrays = {"background": [np.array([background])], "within": [np.array([within])]}
    levels_sidecar(path).write(index.fingerprint(), 1, arrays)


def test_levels_are_kept_as_they_were_computed(path, table):
    index = index_of(table)
    levels = Calibration(path).levels(index)
    assert levels == calibrate(index)
    assert Calibration(path).levels(index_of(table)) == levels
    plant(path, index, 0.25, 0.5)
    assert Calibration(path).levels(index_of(table)) == Levels(0.25, 0.5)  # so they are read


def changed(table, column, row, value):
    table = table.take(np.arange(len(table)))
    getattr(table, column)[row] = value
    return table


def other_words():
    words = fake_words()
    words[QUESTIONS[4]] = words[QUESTIONS[4]][:, ::-1] * np.float32(0.5)
    return words


@pytest.mark.parametrize(
    "other",
    [
        lambda table: index_of(changed(table, "styles", 4000, 0.5)),
        lambda table: index_of(changed(table, "answers", 4000, 5)),
        lambda table: index_of(changed(table, "near_hashes", 4000, 5)),
        lambda table: index_of(changed(table, "people", 4000, 5)),
        lambda table: index_of(changed(table, "brand_ids", 4000, 3)),
        lambda table: index_of(changed(table, "look_ids", LOOKS - 1, LOOKS + 5)),
        lambda table: index_of(table.take(np.arange(LOOKS - 1))),
        lambda table: index_of(table, words=other_words()),
    ],
)
def test_levels_of_other_looks_or_words_are_not_read(path, table, other):
    plant(path, index_of(table), 0.25, 0.5)
    index = other(table)
    assert Calibration(path).levels(index) == calibrate(index) != Levels(0.25, 0.5)


def test_levels_of_other_weights_are_neither_read_nor_kept(path, table):
    plant(path, index_of(table), 0.25, 0.5)
    index = index_of(table, weights={**DEFAULT_WEIGHTS, Part.STYLE: 9.0})
    assert Calibration(path).levels(index) == calibrate(index)
    assert Calibration(path).levels(index_of(table)) == Levels(0.25, 0.5)


@pytest.mark.parametrize("pair", [(np.nan, 0.5), (0.1, np.inf), (0.9, 0.1), (-7, 0.2)])
def test_levels_that_cannot_be_are_computed_again(path, table, pair):
    index = index_of(table)
    plant(path, index, *pair)
    assert Calibration(path).levels(index) == calibrate(index)


def test_few_looks_and_no_library_keep_nothing(path, table):
    few = index_of(table.take(np.arange(100)))
    assert Calibration(path).levels(few) == calibrate(few)
    assert Calibration().levels(few) == calibrate(few)
    assert list(path.parent.iterdir()) == []
