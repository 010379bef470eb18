"""Scores with the visual block are the cosines of the vectors that are written out."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search_fakes import (
    WORDS,
    make_look,
    make_table,
    name_brands,
    random_index,
    random_table,
    visual_vector,
    with_visual,
)

from braind.search import Levels, SearchIndex, calibrate, rank_brands
from braind.visualblock import VisualBlock, VisualSource
from braind.vocabulary import BASE_PARTS, DEFAULT_WEIGHTS, PARTS, QUESTIONS, Part

LEVELS = Levels(0.2, 0.8)
ONLY_VISUAL = dict.fromkeys(BASE_PARTS, 0.0) | {Part.VISUAL: 1.0}
weights_of_parts = st.fixed_dictionaries(
    {part: st.one_of(st.just(0.0), st.floats(0.01, 10)) for part in PARTS}
)


def unit(rows):
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(norms > 0, norms, 1)


def naive_vectors(table, vectors, weights):
    """Every block by itself, in double precision; ``vectors`` are the stored ones, or None."""
    shares = {
        Part.STYLE: [unit(table.styles.astype(np.float64))],
        Part.COLOR: _words(table, "upper_color", "lower_color"),
        Part.GARMENTS: _words(table, "upper_item", "lower_item"),
        Part.MATERIAL: _words(
            table, "upper_material", "lower_material", "upper_pattern", "lower_pattern"
        ),
        Part.SEASON: _words(table, "season"),
        Part.VISUAL: [
            unit(np.array([np.zeros(768) if v is None else v.astype(np.float64) for v in vectors]))
        ],
    }
    blocks = [
        block * np.sqrt(weights[part] / len(some))
        for part, some in shares.items()
        for block in some
    ]
    return unit(np.hstack(blocks))


def _words(table, *names):
    return [WORDS[q][table.answers[:, QUESTIONS.index(q)]].astype(np.float64) for q in names]


@settings(deadline=None, max_examples=25)
@given(st.integers(1, 12), st.integers(0, 99), weights_of_parts, st.sets(st.integers(0, 11)))
def test_the_scan_equals_the_cosine_of_concatenated_vectors(count, seed, weights, unknown):
    table = random_table(count, 3, seed)
    vectors = [None if n in unknown else visual_vector((seed, n)) for n in range(count)]
    index = SearchIndex(with_visual(table, seed, unknown), WORDS, weights)
    order = np.lexsort((table.look_ids, table.brand_ids))
    dense = naive_vectors(index.table, [vectors[n] for n in order], weights)
    for row, scores in enumerate(index.each_row_scores(np.arange(count))):
        assert np.allclose(scores, dense @ dense[row], rtol=0, atol=2e-6)
    written = index.row_vectors(np.arange(count))
    assert np.allclose(written @ written.T, dense @ dense.T, rtol=0, atol=2e-6)


def test_queries_together_score_as_they_do_alone():
    index = SearchIndex(with_visual(random_table(50, 4), unknown={3}), WORDS)
    rows = np.arange(40)
    together = list(index.each_row_scores(rows))
    alone = [index.look_scores(index.table.take(rows[n : n + 1])) for n in rows]
    assert np.allclose(together, alone, rtol=0, atol=1e-6)


def test_a_query_without_a_visual_vector_is_compared_by_the_rest():
    table = random_table(30, 3)
    index = SearchIndex(with_visual(table), WORDS)
    query = random_table(1, 1, seed=9)
    dense = index.row_vectors(np.arange(30)) @ index.unit_vectors(query)[0]
    assert np.allclose(index.look_scores(query), dense, rtol=0, atol=1e-6)
    plain = SearchIndex(table, WORDS).look_scores(query)
    without = sum(DEFAULT_WEIGHTS[part] for part in BASE_PARTS)
    assert (index.look_scores(query) < plain).all()
    ratio = np.sqrt(without / (without + DEFAULT_WEIGHTS[Part.VISUAL]))
    known = plain > 0.99  # of the looks of which all is known, the visual part misses its length
    assert np.allclose(index.look_scores(query)[known], plain[known] * ratio, atol=0.02)


def test_an_index_without_the_block_is_what_it_was():
    table = random_table(40, 4)
    plain = SearchIndex(table, WORDS)
    assert plain.parts == BASE_PARTS and plain.row_vectors(np.arange(2)).shape == (2, 257)
    heavy = SearchIndex(table, WORDS, DEFAULT_WEIGHTS | {Part.VISUAL: 9.0})
    query = with_visual(random_table(1, 1, seed=5))
    assert plain.look_scores(query).tobytes() == heavy.look_scores(query).tobytes()
    bare = replace(query, visual=None)
    assert plain.look_scores(query).tobytes() == plain.look_scores(bare).tobytes()
    assert plain.unit_vectors(query).tobytes() == plain.unit_vectors(bare).tobytes()


def test_without_its_weight_the_block_counts_for_nothing():
    table = random_table(40, 4)
    weights = DEFAULT_WEIGHTS | {Part.VISUAL: 0.0}
    index = SearchIndex(with_visual(table), WORDS, weights)
    (scores,) = index.each_row_scores(np.array([7]))
    (plain,) = SearchIndex(table, WORDS).each_row_scores(np.array([7]))
    assert np.allclose(scores, plain, rtol=0, atol=1e-6)


def test_the_visual_part_ranks_alone():
    mine = visual_vector(1)
    looks = [
        make_look(1, 1, 1.0, visual=visual_vector(2)),
        make_look(2, 2, 0.0, visual=visual_vector(3, toward=mine)),
        make_look(3, 3, 1.0),
    ]
    index = SearchIndex(make_table(looks), WORDS, ONLY_VISUAL)
    ranking = rank_brands(index, name_brands(3), [make_look(visual=mine)], LEVELS)
    assert [match.brand.id for match in ranking.matches] == [2]
    assert ranking.matches[0].parts == pytest.approx({p: float(p is Part.VISUAL) for p in PARTS})
    assert rank_brands(index, name_brands(3), [make_look()], LEVELS).matches == ()


def test_the_reason_names_the_share_of_the_visual_part():
    mine = visual_vector(1)
    looks = [make_look(1, 1, 1.0, visual=mine), make_look(2, 2, 1.0, visual=visual_vector(2))]
    weights = {Part.STYLE: 1.0, Part.VISUAL: 3.0}
    index = SearchIndex(make_table(looks), WORDS, weights)
    best, other = rank_brands(index, name_brands(2), [make_look(visual=mine)], LEVELS).matches
    assert best.parts[Part.VISUAL] == pytest.approx(0.75, abs=1e-4)
    assert best.evidence[0].parts == pytest.approx(best.parts)
    assert other.parts[Part.VISUAL] < 0.2


def test_levels_are_those_of_looks_compared_one_by_one():
    index = SearchIndex(with_visual(random_table(60, 5)), WORDS)
    plain = random_index()
    assert calibrate(index).background < calibrate(plain).background  # random pictures differ
    assert calibrate(index) == calibrate(SearchIndex(index.table, WORDS))


def test_every_number_of_a_vector_is_in_the_fingerprint():
    table = with_visual(random_table(20, 3))
    prints = {SearchIndex(table, WORDS).fingerprint(), SearchIndex(table, WORDS).fingerprint()}
    (source,) = table.visual.sources
    nudged = source.vectors.copy()
    nudged[7, 700] += np.float16(0.001)
    block = VisualBlock((VisualSource.of(nudged),), table.visual.rows)
    others = [replace(table, visual=block), replace(table, visual=None), table.take(np.arange(19))]
    prints |= {SearchIndex(other, WORDS).fingerprint() for other in others}
    assert len(prints) == 4
