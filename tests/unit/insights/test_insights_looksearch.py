from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from engine_fakes import fake_words
from hypothesis import given, settings
from map_fakes import index_of, libraries, styled

from braind.domain import Answer, Look, StyleScores
from braind.insights.lookquery import understand
from braind.insights.looksearch import alike_parts, clearest, meeting, most_alike
from braind.search import SearchIndex
from braind.vocabulary import Part, Question

ITEM, COLOR, SEASON = Question.UPPER_ITEM, Question.UPPER_COLOR, Question.SEASON
LOOKS = [
    (1, styled(chic=0.9), {ITEM: "jacket", COLOR: "navy", SEASON: "autumn"}),
    (1, styled(chic=0.6), {ITEM: "jacket", COLOR: "black"}),
    (2, styled(chic=0.4), {ITEM: "jacket", COLOR: "navy", Question.LOWER_COLOR: "black"}),
    (2, styled(casual=1), {ITEM: "coat", COLOR: "navy", SEASON: "spring"}),
]


def ids(index, rows):
    return index.table.look_ids[rows].tolist()


def found(words, looks=LOOKS):
    index = index_of(looks)
    return ids(index, np.flatnonzero(meeting(index.table, understand(words).wishes)))


def query(styles, look_id=0, near_hash=0):
    values = StyleScores(np.array(styles, np.float32))
    return Look("", "", values, (), (), "r", id=look_id, near_hash=near_hash)


def every(index):
    return np.ones(len(index), np.bool_)


def test_every_wish_is_met():
    assert found("남색 자켓") == [1, 3]
    assert found("black") == [2, 3]
    assert found("black jacket") == [2]
    assert found("jacket coat navy") == [1, 3, 4]
    assert found("봄 가을") == [1, 4]
    assert found("navy jacket winter") == []


def test_a_style_is_had_from_one_half_on():
    assert found("chic") == [1, 2]
    assert found("") == [1, 2, 3, 4]


def test_those_that_have_most_of_a_style_come_first():
    index = index_of(LOOKS)
    wishes = understand("자켓 시크").wishes
    assert ids(index, clearest(index, wishes, meeting(index.table, wishes), 9)) == [1, 2]
    reversed_styles = [(1, styled(chic=0.6), {}), (1, styled(chic=0.8), {})]
    index = index_of(reversed_styles)
    assert ids(index, clearest(index, understand("chic").wishes, every(index), 9)) == [2, 1]


def test_brands_take_turns_where_nothing_else_decides():
    looks = [(brand, styled(chic=1), {}) for brand in (1, 1, 1, 2, 2, 3)]
    index = index_of(looks)
    rows = clearest(index, (), every(index), 5)
    assert index.table.brand_ids[rows].tolist() == [1, 2, 3, 1, 2]


def test_copies_of_a_photo_are_shown_once():
    looks = [(brand, styled(chic=1), {}) for brand in (1, 1, 2, 2)]
    index = index_of(looks, hashes=[7 << 40, (7 << 40) + 1, 0, 0])
    assert ids(index, clearest(index, (), every(index), 9)) == [1, 3, 4]
    assert len(most_alike(index, query(styled(chic=1)), every(index), 9)) == 3


def test_the_most_alike_come_first_under_the_weights_of_the_index():
    chic, mixed = styled(chic=1), styled(chic=1, casual=1)
    index = index_of([(1, chic, {COLOR: "red"}), (2, mixed, {COLOR: "navy"})])
    navy = replace(query(chic), answers=(Answer(COLOR, "navy", 1.0),))

    def best(weights):
        return most_alike(index.with_weights(weights), navy, every(index), 2)

    by_style, by_color = best({Part.STYLE: 1.0}), best({Part.COLOR: 1.0})
    assert by_style == [(0, 1.0), (1, pytest.approx(0.5**0.5, abs=1e-4))]
    assert by_color == [(1, 1.0), (0, 0.0)]
    both = index.with_weights({Part.STYLE: 1.0, Part.COLOR: 2.0})
    half = pytest.approx(
        dict.fromkeys(both.parts, 0.0) | {Part.STYLE: 0.414, Part.COLOR: 0.586}, abs=2e-3
    )
    assert alike_parts(both, navy, [0, 1]) == [
        {part: float(part == Part.STYLE) for part in both.parts},
        half,
    ]


def test_a_look_is_not_like_itself_nor_like_copies_of_its_photo():
    looks = [(1, styled(chic=1), {}), (2, styled(chic=1), {}), (3, styled(chic=1), {})]
    index = index_of(looks, hashes=[3 << 50, (3 << 50) + 2, 2**40 - 1])
    rows = most_alike(index, query(styled(chic=1), look_id=1, near_hash=3 << 50), every(index), 9)
    assert ids(index, [row for row, _ in rows]) == [3]


def test_only_wanted_looks_are_alike():
    index = index_of(LOOKS)
    wanted = meeting(index.table, understand("coat").wishes)
    rows = most_alike(index, query(styled(chic=1)), wanted, 9)
    assert ids(index, [row for row, _ in rows]) == [4]


@given(libraries())
@settings(deadline=None, max_examples=40)
def test_scores_fall_and_top_only_cuts(table):
    index = SearchIndex(table, fake_words())
    look = query(table.styles[0])
    everything = most_alike(index, look, every(index), len(index))
    scores = [score for _, score in everything]
    assert scores == sorted(scores, reverse=True)
    assert len(everything) == len(index)
    assert most_alike(index, look, every(index), 3) == everything[:3]
