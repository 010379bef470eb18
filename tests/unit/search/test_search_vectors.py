from dataclasses import replace

import numpy as np
import pytest
from search_fakes import WORDS, random_table

from braind.search.vectors import (
    block_starts,
    block_weights,
    compose_look,
    part_contributions,
    unit_rows,
)
from braind.vocabulary import ANSWERS, BASE_PARTS, DEFAULT_WEIGHTS, QUESTIONS, Part, Question


def test_unit_rows_have_length_one_or_zero():
    rows = np.array([[3, 4], [0, 0], [1e-30, 0]], np.float32)
    assert np.allclose(unit_rows(rows), [[0.6, 0.8], [0, 0], [1, 0]])


def test_the_questions_of_a_part_share_its_weight():
    blocks = dict(zip(QUESTIONS, block_weights({Part.STYLE: 2, Part.COLOR: 2})[1:], strict=True))
    assert blocks[Question.UPPER_COLOR] == blocks[Question.LOWER_COLOR] == 0.25
    assert blocks[Question.SEASON] == 0


def test_a_famous_brand_carries_no_weight():
    place = 1 + QUESTIONS.index(Question.FAMOUS_BRAND)
    assert block_weights(DEFAULT_WEIGHTS)[place] == 0


@pytest.mark.parametrize("weight", [-1.0, float("nan"), float("inf")])
def test_impossible_weights_are_refused(weight):
    with pytest.raises(ValueError, match="finite and not negative"):
        block_weights({Part.STYLE: weight})


def test_a_look_vector_is_long_by_what_is_known():
    unknown = [len(ANSWERS[question]) - 1 for question in QUESTIONS]
    answers = np.array([[0] * 10, unknown], np.uint8)
    looks = replace(random_table(2, 1), answers=answers)
    vectors = compose_look(looks, WORDS, DEFAULT_WEIGHTS)
    assert vectors.shape == (2, 7 + 10 * 25)
    assert vectors.dtype == np.float32
    total = sum(DEFAULT_WEIGHTS[part] for part in BASE_PARTS)
    style_share = DEFAULT_WEIGHTS[Part.STYLE] / total
    assert np.square(vectors).sum(axis=1) == pytest.approx([1, style_share], abs=1e-6)


def test_the_contributions_of_the_parts_sum_to_the_dot_product():
    table = random_table(20, 3)
    vectors = compose_look(table, WORDS, DEFAULT_WEIGHTS)
    a, b = vectors[:10], vectors[10:]
    parts = part_contributions(a, b, block_starts(WORDS))
    assert parts.shape == (10, len(BASE_PARTS))
    assert np.allclose(parts.sum(axis=1), (a * b).sum(axis=1), atol=1e-6)


def test_only_colours_contribute_to_colour():
    weights = {Part.COLOR: 1.0}
    table = random_table(2, 1)
    a, b = compose_look(table, WORDS, weights)[:, None]
    added = part_contributions(a, b, block_starts(WORDS))[0]
    parts = dict(zip(BASE_PARTS, added, strict=True))
    assert parts.pop(Part.COLOR) == pytest.approx(float((a * b).sum()), abs=1e-6)
    assert set(parts.values()) == {0}
