import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search_fakes import (
    WORDS,
    brands_with,
    make_index,
    make_look,
    name_brands,
    random_index,
    random_table,
)

from braind.domain import Level
from braind.looktable import LookTable
from braind.search import Levels, SearchIndex, similar_brands
from braind.search.affinity import brand_levels, brand_voices
from braind.vocabulary import PARTS


def scores_of(index, brand_id, count):
    """The scores of all other brands: by these levels none is too unlike to be listed."""
    levels = Levels(background=-1.0, within=1.0)
    ranking = similar_brands(index, name_brands(count), brand_id, count, levels)
    return {match.brand.id: match.score for match in ranking.matches}


@pytest.mark.parametrize("seed", range(5))
def test_alikeness_of_brands_is_symmetric(seed):
    index = random_index(count=50, brands=4, seed=seed)
    scores = {brand: scores_of(index, brand, 4) for brand in range(1, 5)}
    for a in scores:
        for b in scores[a]:
            assert scores[a][b] == scores[b][a]
            assert -1 <= scores[a][b] <= 1


def test_the_brand_with_the_same_looks_comes_first():
    ranking = similar_brands(
        make_index(brands_with([[1.0, 0.9, 0.8], [0.1, 0.2, 0.0], [0.99, 0.9, 0.81]])),
        name_brands(3),
        brand_id=1,
    )
    assert ranking.matches[0].brand.id == 3
    assert ranking.matches[0].rank == 1
    assert all(match.brand.id != 1 for match in ranking.matches + ranking.nearest)


def test_evidence_pairs_are_one_to_one():
    index = random_index(count=80, brands=3)
    ranking = similar_brands(index, name_brands(3), brand_id=1)
    for match in ranking.matches + ranking.nearest:
        assert len(match.evidence) == 5
        assert len({pair.query_look for pair in match.evidence}) == 5
        assert len({pair.look for pair in match.evidence}) == 5
        assert sum(match.parts.values()) == pytest.approx(1)


def test_small_brands_show_as_many_pairs_as_they_have_photos():
    looks = brands_with([[1.0, 0.9, 0.8], [0.9, 0.8]])
    looks.append(make_look(9, 2, 0.7, near_hash=0))
    index = make_index(looks)
    match = similar_brands(index, name_brands(2), brand_id=1).matches[0]
    assert len(match.evidence) == 3


def test_copies_of_one_photo_do_not_count_twice():
    looks = brands_with([[1.0, 0.5], [0.9, 0.4], [0.0, 0.1]])
    copies = [make_look(10 + n, 2, 0.4, near_hash=77 << 30) for n in range(6)]
    once = scores_of(make_index([*looks, copies[0]]), 1, 3)
    assert scores_of(make_index([*looks, *copies]), 1, 3) == pytest.approx(once, abs=1e-5)


def test_unlike_brands_are_only_nearest():
    cosines = [[1.0] * 6, [0.95] * 6, [0.2] * 6, [0.0] * 6, [0.1] * 6]
    ranking = similar_brands(make_index(brands_with(cosines)), name_brands(5), brand_id=1)
    assert [match.brand.id for match in ranking.matches] == [2]
    assert {match.level for match in ranking.nearest} == {Level.NO_MATCH}


def test_the_order_of_the_looks_does_not_matter():
    table = random_table(60, 4)
    shuffled = table.take(np.random.default_rng(5).permutation(60))
    a = similar_brands(SearchIndex(table, WORDS), name_brands(4), 2)
    b = similar_brands(SearchIndex(shuffled, WORDS), name_brands(4), 2)
    assert a == b


def test_a_brand_of_many_looks_speaks_through_some_of_them():
    index = random_index(count=1500, brands=2)
    match = similar_brands(index, name_brands(2), 1).matches[0]
    assert len(match.evidence) == 5


def test_brands_of_one_look_can_be_compared():
    ranking = similar_brands(make_index(brands_with([[1.0], [0.6], [0.0]])), name_brands(3), 1)
    match = (ranking.matches + ranking.nearest)[0]
    assert match.brand.id == 2
    # Best look 0.6, centre 0.6; of its styles 0.6 and 0.8, three sevenths are in common with 1.
    assert match.score == pytest.approx((0.6 + 0.6 + 3 / 7) / 3, abs=1e-4)


def test_nothing_to_compare_with():
    index = make_index(brands_with([[1.0, 0.5]]))
    assert similar_brands(index, name_brands(1), 1).matches == ()
    assert similar_brands(index, name_brands(1), 99).matches == ()
    assert similar_brands(make_index([]), [], 1).matches == ()


def test_without_any_weight_nothing_breaks():
    index = random_index(weights=dict.fromkeys(PARTS, 0.0))
    ranking = similar_brands(index, name_brands(5), 1)
    assert all(match.score == 0 for match in ranking.matches + ranking.nearest)


def without(table, look_ids):
    return table.take(np.flatnonzero(~np.isin(table.look_ids, list(look_ids))))


@pytest.mark.parametrize("looks", [100, 800], ids=["all speak", "some speak"])
@pytest.mark.parametrize("seed", range(3))
def test_without_its_evidence_a_brand_is_less_alike(looks, seed):
    table = random_table(looks, 4, seed)
    ranking = similar_brands(SearchIndex(table, WORDS), name_brands(4), 1)
    for match in ranking.matches + ranking.nearest:
        assert len(match.evidence) >= 3
        shown = {look for pair in match.evidence for look in (pair.query_look, pair.look)}
        rest = SearchIndex(without(table, shown), WORDS)
        assert scores_of(rest, 1, 4)[match.brand.id] < match.score


def join(a, b):
    """Tables as one; the second's look ids are moved past the first's."""
    return LookTable(
        np.concatenate([a.look_ids, b.look_ids + a.look_ids.max()]),
        *(
            np.concatenate([getattr(a, name), getattr(b, name)])
            for name in ("brand_ids", "styles", "answers", "near_hashes")
        ),
    )


@settings(max_examples=5, deadline=None)
@given(
    seed=st.integers(0, 999),
    before=st.lists(st.integers(1, 60), unique=True, max_size=40),
)
def test_brands_that_join_change_neither_scores_nor_order(seed, before):
    """More brands than set the levels; some get numbers between the old ones."""
    table = random_table(200, 4, seed)
    strangers = random_table(120, 60, seed + 1)
    strangers = strangers.take(np.flatnonzero(~np.isin(strangers.brand_ids, before)))
    moved = LookTable(
        table.look_ids, table.brand_ids * 10, table.styles, table.answers, table.near_hashes
    )
    kept = ~np.isin(strangers.brand_ids, moved.brand_ids)
    joined = SearchIndex(join(moved, strangers.take(np.flatnonzero(kept))), WORDS)
    alone = scores_of(SearchIndex(moved, WORDS), 10, 60)
    crowded = scores_of(joined, 10, 60)
    assert alone.keys() == {20, 30, 40}
    assert [brand for brand in crowded if brand in alone] == list(alone)
    assert {brand: crowded[brand] for brand in alone} == alone


def test_a_look_that_joins_a_big_brand_changes_little():
    table = random_table(600, 2)
    more = join(table, random_table(600, 2, seed=9).take(np.arange(1)))
    before, after = (scores_of(SearchIndex(t, WORDS), 1, 2)[2] for t in (table, more))
    assert after == pytest.approx(before, abs=0.01)


def test_levels_lie_between_strangers_and_halves_of_a_brand():
    """Three brands, all of whose looks are equal inside a brand and unlike outside."""
    looks = brands_with([[1.0] * 4, [0.6] * 4, [0.0] * 4])
    levels = brand_levels(make_index(looks))
    pairs = sorted(
        score for brand in (1, 2, 3) for score in scores_of(make_index(looks), brand, 3).values()
    )
    assert levels.background == pytest.approx(pairs[2], abs=1e-5)
    assert levels.within == pytest.approx(1.0, abs=1e-5)


def test_given_levels_judge_in_place_of_the_library_s_own():
    index = make_index(brands_with([[1.0] * 4, [0.6] * 4, [0.0] * 4]))
    strict = similar_brands(index, name_brands(3), 1, levels=Levels(0.99, 0.999))
    assert strict.matches == () and strict.levels == Levels(0.99, 0.999)
    assert [match.brand.id for match in strict.nearest] == [2, 3]


def test_two_people_in_one_photo_are_two_looks_and_copies_are_one():
    looks = [make_look(n, 1, near_hash=0xFFFF, person=n) for n in range(2)]
    copy = make_look(5, 1, near_hash=0xFFFE, person=1)
    other_outfit = make_look(6, 1, 0.5, near_hash=0xFFFF)
    index = make_index([*looks, copy, other_outfit, make_look(9, 2)])
    spoken = brand_voices(index, [1]).rows
    assert sorted(index.table.look_ids[spoken]) in ([0, 1, 6], [0, 5, 6])
