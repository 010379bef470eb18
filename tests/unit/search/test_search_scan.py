from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from search_fakes import STYLE_ONLY, WORDS, random_index, random_table

from braind.looktable import LookTable
from braind.search import SearchIndex, compose_look
from braind.vocabulary import ANSWERS, DEFAULT_WEIGHTS, PARTS, QUESTIONS

SIZES = [len(ANSWERS[question]) for question in QUESTIONS]
weights_of_parts = st.fixed_dictionaries(
    {part: st.one_of(st.just(0.0), st.floats(0.01, 10)) for part in PARTS}
)
light = settings(deadline=None, max_examples=40)


@st.composite
def tables(draw):
    count = draw(st.integers(1, 12))
    columns = [
        draw(hnp.arrays(np.uint8, count, elements=st.integers(0, size - 1))) for size in SIZES
    ]
    scores = st.one_of(st.just(0.0), st.floats(0, 1, width=32))
    return LookTable(
        np.arange(1, count + 1, dtype=np.int64),
        draw(hnp.arrays(np.int32, count, elements=st.integers(1, 4))),
        draw(hnp.arrays(np.float32, (count, 7), elements=scores)),
        np.stack(columns, axis=1),
    )


def scores_of(index, row):
    return index.look_scores(index.table.take(np.array([row])))


def dense_cosines(table, query, weights):
    vectors = compose_look(table, WORDS, weights).astype(np.float64)
    norms = np.linalg.norm(vectors, axis=1)
    scale = norms * norms[query]
    dots = vectors @ vectors[query]
    return np.divide(dots, scale, out=np.zeros_like(dots), where=scale > 0)


@light
@given(tables(), weights_of_parts)
def test_the_scan_equals_the_dense_cosine(table, weights):
    index = SearchIndex(table, WORDS, weights)
    for row in range(len(table)):
        scores = scores_of(index, row)
        expected = dense_cosines(index.table, row, weights)
        assert scores.dtype == np.float32
        assert np.allclose(scores, expected, rtol=0, atol=1e-5)
        assert np.abs(scores).max() <= 1 + 1e-5


@light
@given(tables(), weights_of_parts, st.floats(1e-3, 1e3))
def test_only_the_ratios_of_the_weights_matter(table, weights, factor):
    index = SearchIndex(table, WORDS, weights)
    scaled = index.with_weights({part: weight * factor for part, weight in weights.items()})
    assert np.allclose(scores_of(index, 0), scores_of(scaled, 0), atol=1e-5)


@light
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_looks_does_not_matter(table, random):
    order = list(range(len(table)))
    random.shuffle(order)
    a = SearchIndex(table, WORDS)
    b = SearchIndex(table.take(np.array(order)), WORDS)
    query = table.take(np.array([0]))
    assert a.table.look_ids.tolist() == b.table.look_ids.tolist()
    assert a.look_scores(query).tolist() == b.look_scores(query).tolist()


def test_the_scan_is_right_across_its_chunks():
    index = random_index(count=2 * 16384 + 5)
    scores = scores_of(index, 0)
    expected = dense_cosines(index.table, 0, DEFAULT_WEIGHTS)
    assert np.allclose(scores, expected, rtol=0, atol=1e-5)


def test_other_weights_leave_the_first_index_alone():
    index = random_index()
    query = index.table.take(np.array([0]))
    before = index.look_scores(query)
    other = index.with_weights(STYLE_ONLY)
    fresh = SearchIndex(index.table, WORDS, STYLE_ONLY)
    assert other.look_scores(query).tolist() == fresh.look_scores(query).tolist()
    assert index.look_scores(query).tolist() == before.tolist()


def test_brands_are_contiguous_rows():
    index = random_index(brands=4)
    for number, brand_id in enumerate(index.brand_ids):
        rows = index.table.brand_ids[index.starts[number] : index.starts[number + 1]]
        assert set(rows) == {brand_id}
    assert index.starts[-1] == len(index)


def test_words_of_a_newer_vocabulary_count_as_unknown():
    table = random_table(4, 1)
    strange = LookTable(
        table.look_ids, table.brand_ids, table.styles, np.full((4, 10), 200, np.uint8)
    )
    index = SearchIndex(strange, WORDS)
    unknown = np.array([[size - 1 for size in SIZES]], np.uint8)
    scores = index.look_scores(replace(index.table.take(np.array([0])), answers=unknown))
    assert scores[0] == pytest.approx(1, abs=1e-6)


def test_an_empty_library_has_no_scores():
    index = SearchIndex(LookTable.empty(), WORDS)
    assert index.look_scores(random_table(1, 1)).shape == (0,)


def test_without_any_weight_every_score_is_zero():
    index = random_index(weights=dict.fromkeys(PARTS, 0.0))
    scores = scores_of(index, 0)
    assert scores.tolist() == [0] * len(index)


def test_a_word_table_must_fit_the_vocabulary():
    words = {question: table[1:] for question, table in WORDS.items()}
    with pytest.raises(ValueError, match="word table of upper_item"):
        SearchIndex(LookTable.empty(), words)
