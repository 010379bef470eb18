import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search_fakes import (
    WORDS,
    brands_with,
    look_of,
    make_index,
    make_look,
    name_brands,
    random_index,
    random_table,
)

from braind.domain import Brand, Level
from braind.looktable import LookTable
from braind.search import Levels, SearchIndex, rank_brands
from braind.vocabulary import DEFAULT_WEIGHTS, PARTS, Part, Question, Style

LEVELS = Levels(background=0.4, within=0.8)
QUERY = make_look()
light = settings(deadline=None, max_examples=25)


def rank(cosines, top=10, **options):
    looks = brands_with(cosines)
    return rank_brands(
        make_index(looks), name_brands(len(cosines)), [QUERY], LEVELS, top, **options
    )


def everything(ranking):
    return {match.brand.id: match.score for match in ranking.matches + ranking.nearest}


def test_brands_come_by_score_with_ranks_and_levels():
    ranking = rank([[0.5] * 3, [0.9] * 3, [0.7] * 3])
    assert [match.brand.id for match in ranking.matches] == [2, 3, 1]
    assert [match.rank for match in ranking.matches] == [1, 2, 3]
    assert [match.level for match in ranking.matches] == [
        Level.VERY_SIMILAR,
        Level.SIMILAR,
        Level.SOMEWHAT,
    ]
    assert ranking.levels == LEVELS


def test_brands_below_background_are_only_nearest():
    ranking = rank([[0.9] * 3, [0.3] * 3, [0.2] * 3, [0.1] * 3, [0.0] * 3])
    assert [match.brand.id for match in ranking.matches] == [1]
    assert [match.brand.id for match in ranking.nearest] == [2, 3, 4]
    assert [match.rank for match in ranking.nearest] == [2, 3, 4]
    assert {match.level for match in ranking.nearest} == {Level.NO_MATCH}


def test_top_limits_the_list_but_not_the_ranks():
    ranking = rank([[0.9] * 3, [0.8] * 3, [0.3] * 3], top=1)
    assert [match.brand.id for match in ranking.matches] == [1]
    assert [match.rank for match in ranking.nearest] == [3]


def test_equal_brands_are_ordered_by_name():
    looks = brands_with([[0.9] * 3, [0.9] * 3])
    brands = [Brand(1, "zebra"), Brand(2, "apple")]
    ranking = rank_brands(make_index(looks), brands, [QUERY], LEVELS)
    assert [match.brand.name for match in ranking.matches] == ["apple", "zebra"]


def test_only_given_brands_with_looks_are_ranked():
    index = make_index(brands_with([[0.9], [0.9]]))
    ranking = rank_brands(index, [Brand(2, "b"), Brand(9, "no looks")], [QUERY], LEVELS)
    assert list(everything(ranking)) == [2]


def test_evidence_shows_five_different_photos_best_first():
    looks = [
        make_look(number, 1, 0.9 - number / 100, near_hash=(number // 2 + 1) * 0x1357 << 20)
        for number in range(1, 15)
    ]
    match = rank_brands(make_index(looks), name_brands(1), [QUERY], LEVELS).matches[0]
    shown = [pair.look for pair in match.evidence]
    assert shown == [1, 2, 4, 6, 8]
    assert [pair.score for pair in match.evidence] == pytest.approx([0.89, 0.88, 0.86, 0.84, 0.82])
    assert {pair.query_look for pair in match.evidence} == {0}


def test_a_look_of_the_library_is_not_its_own_evidence():
    looks = brands_with([[1.0, 0.7, 0.7, 0.7], [1.0]])
    ranking = rank_brands(make_index(looks), name_brands(2), [looks[0], looks[4]], LEVELS)
    pairs = [(p.query_look, p.look) for m in ranking.matches for p in m.evidence]
    assert pairs
    assert all(query != look for query, look in pairs)


def test_several_queries_score_their_mean():
    index = make_index(brands_with([[1.0] * 3, [0.6] * 3]))
    ranking = rank_brands(index, name_brands(2), [QUERY, make_look(cosine=0.6)], LEVELS)
    assert everything(ranking) == pytest.approx({1: 0.8, 2: 0.8}, abs=1e-4)


def test_a_query_of_which_nothing_is_known_matches_nothing():
    nothing = random_index(weights=dict.fromkeys(PARTS, 0.0))
    ranking = rank_brands(nothing, name_brands(5), [look_of(nothing.table, 0)], LEVELS)
    assert ranking.matches == ranking.nearest == ()


def test_no_queries_or_no_library_match_nothing():
    assert rank([]).matches == ()
    assert rank_brands(random_index(), name_brands(5), [], LEVELS).matches == ()


def test_the_reason_is_the_part_that_is_alike():
    answers = {Question.UPPER_COLOR: "red", Question.LOWER_COLOR: "navy"}
    query = make_look(cosine=0.0, answers=answers)
    looks = [make_look(number, 1, 1.0, answers) for number in (1, 2, 3)]
    index = make_index(looks, {Part.STYLE: 1.0, Part.COLOR: 1.0})
    match = rank_brands(index, name_brands(1), [query], LEVELS).matches[0]
    assert match.parts == pytest.approx(
        {part: float(part is Part.COLOR) for part in index.parts}, abs=1e-6
    )
    assert match.score == pytest.approx(0.5, abs=1e-5)


def test_shared_words_are_in_half_of_the_evidence_and_say_something():
    told = {
        Question.UPPER_COLOR: "red",
        Question.UPPER_PATTERN: "solid",
        Question.LOWER_ITEM: "jeans",
        Question.SEASON: "winter",
    }
    query = make_look(answers=told)
    looks = [
        make_look(1, 1, 1.0, told),
        make_look(2, 1, 1.0, told | {Question.LOWER_ITEM: "skirt"}),
        make_look(3, 1, 1.0, told | {Question.LOWER_ITEM: "skirt", Question.SEASON: "unknown"}),
    ]
    match = rank_brands(make_index(looks), name_brands(1), [query], LEVELS).matches[0]
    assert match.shared == ((Question.UPPER_COLOR, "red"), (Question.SEASON, "winter"))
    assert match.shared_styles == (Style.CASUAL,)


@light
@given(st.integers(0, 10_000))
def test_parts_sum_to_one_and_scores_are_cosines(seed):
    table = random_table(40, 4, seed)
    ranking = rank_brands(
        SearchIndex(table, WORDS), name_brands(4), [look_of(table, 0)], Levels(-1.0, 1.0)
    )
    for match in ranking.matches:
        assert sum(match.parts.values()) == pytest.approx(1)
        assert min(match.parts.values()) >= 0
        assert -1 <= match.score <= 1
        for pair in match.evidence:
            assert sum(pair.parts.values()) == pytest.approx(1)
            assert -1 <= pair.score <= 1 + 1e-6


@light
@given(st.integers(0, 10_000))
def test_the_order_of_looks_and_brands_does_not_change_the_ranking(seed):
    table = random_table(40, 4, seed)
    query = look_of(table, 0)
    shuffled = table.take(np.random.default_rng(seed).permutation(40))
    a = rank_brands(SearchIndex(table, WORDS), name_brands(4), [query], LEVELS)
    b = rank_brands(SearchIndex(shuffled, WORDS), name_brands(4)[::-1], [query], LEVELS)
    assert a == b


@light
@given(st.integers(0, 10_000))
def test_another_brand_does_not_change_the_scores_of_others(seed):
    table = random_table(60, 6, seed)
    query = look_of(table, 0)
    fewer = table.take(np.flatnonzero(table.brand_ids != 6))
    ranked = rank_brands(SearchIndex(table, WORDS), name_brands(6), [query], Levels(-1, 1))
    without = rank_brands(SearchIndex(fewer, WORDS), name_brands(6), [query], Levels(-1, 1))
    kept = {brand: score for brand, score in everything(ranked).items() if brand != 6}
    assert everything(without) == pytest.approx(kept, abs=2e-5)


@light
@given(st.integers(0, 10_000))
def test_storing_every_photo_twice_changes_nothing(seed):
    table = random_table(40, 4, seed)
    query = look_of(table, 0)
    again = LookTable(
        np.concatenate([table.look_ids, table.look_ids + 1000]),
        np.tile(table.brand_ids, 2),
        np.tile(table.styles, (2, 1)),
        np.tile(table.answers, (2, 1)),
        np.tile(table.near_hashes, 2),
    )
    once = rank_brands(SearchIndex(table, WORDS), name_brands(4), [query], LEVELS)
    twice = rank_brands(SearchIndex(again, WORDS), name_brands(4), [query], LEVELS)
    assert everything(once) == pytest.approx(everything(twice), abs=2e-5)
    for a, b in zip(once.matches, twice.matches, strict=True):
        assert [p.look for p in a.evidence] == [p.look % 1000 for p in b.evidence]


def test_weights_rank_again_without_any_model():
    red, blue = {Question.UPPER_COLOR: "red"}, {Question.UPPER_COLOR: "blue"}
    looks = [make_look(n, 1, 1.0, blue) for n in (1, 2, 3)]
    looks += [make_look(n, 2, 0.5, red) for n in (4, 5, 6)]
    index = make_index(looks, DEFAULT_WEIGHTS)

    def best(weights):
        queries = [make_look(answers=red)]
        ranking = rank_brands(index.with_weights(weights), name_brands(2), queries, LEVELS)
        return ranking.matches[0].brand.id

    assert best({Part.STYLE: 1.0}) == 1
    assert best({Part.COLOR: 1.0}) == 2
