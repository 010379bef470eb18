from __future__ import annotations

import numpy as np
import pytest
from engine_fakes import HALF, NO_FOOT, NOBODY, PAIR, write_folder, write_photo

from braind.domain import Level, Reason
from braind.engine import WITHIN, closeness
from braind.errors import PhotoError, StoreError
from braind.search import Levels
from braind.vocabulary import BASE_PARTS, DEFAULT_WEIGHTS, UNKNOWN, Part, Question


@pytest.fixture
def stocked(engine, tmp_path):
    """Three brands of four looks, of the groups 0, 1 and 2."""
    for group, name in enumerate(["Moss", "Nord", "오월상점"]):
        folder = tmp_path / name
        write_folder(folder, 4, seed=10 * group, group=group)
        list(engine.import_photos([folder], name))
    return engine


def test_the_brand_of_the_photos_kind_comes_first(stocked, tmp_path):
    result = stocked.match(write_photo(tmp_path / "q.png", 99, group=1))
    best = result.ranking.matches[0]
    assert (best.brand.name, best.rank, best.level) == ("Nord", 1, Level.VERY_SIMILAR)
    assert best.shared_styles
    assert Question.UPPER_COLOR in dict(best.shared)
    assert result.compared == 12
    assert result.look.id == 0
    assert result.cautions == ()


def test_a_match_stores_nothing(stocked, tmp_path):
    stocked.match(write_photo(tmp_path / "q.png", 99))
    assert stocked.library.counts().looks == 12


def test_weights_rank_again_without_running_a_model(stocked, tmp_path, calls):
    result = stocked.match(write_photo(tmp_path / "q.png", 99, group=2))
    read = len(calls)
    again = stocked.rerank(result, {Part.STYLE: 0.0, Part.COLOR: 3.0}, top=1)
    assert len(calls) == read
    usual = {part: DEFAULT_WEIGHTS[part] for part in BASE_PARTS}
    assert again.weights == {**usual, Part.STYLE: 0.0, Part.COLOR: 3.0}
    assert [match.brand.name for match in again.ranking.matches] == ["오월상점"]
    assert again.ranking.matches[0].parts[Part.STYLE] == 0
    assert again.look is result.look


def test_weights_must_leave_something_to_compare(stocked, tmp_path):
    with pytest.raises(ValueError, match="above 0"):
        stocked.match(write_photo(tmp_path / "q.png", 99), weights=dict.fromkeys(Part, 0.0))


def test_an_import_is_seen_by_the_next_match(stocked, tmp_path):
    query = write_photo(tmp_path / "q.png", 99, group=3)
    assert not any(m.brand.name == "New" for m in stocked.match(query).ranking.matches)
    list(stocked.import_photos(write_folder(tmp_path / "new", 3, seed=70, group=3), "New"))
    assert stocked.match(query).ranking.matches[0].brand.name == "New"


def test_a_renamed_and_a_removed_brand(stocked, tmp_path):
    query = write_photo(tmp_path / "q.png", 99, group=1)
    stocked.match(query)
    assert stocked.rename("nord", "North").name == "North"
    assert stocked.match(query).ranking.matches[0].brand.name == "North"
    assert stocked.remove("North").looks == 4
    ranking = stocked.match(query).ranking
    names = [match.brand.name for match in (*ranking.matches, *ranking.nearest)]
    assert sorted(names) == ["Moss", "오월상점"]


def test_of_several_people_the_largest_or_the_chosen_one_is_matched(stocked, tmp_path):
    pair = write_photo(tmp_path / "pair.png", 99, PAIR)
    assert stocked.match(pair).person.index == 0
    assert stocked.match(pair, person=1).person.index == 1
    assert stocked.match(pair).cautions == (Reason.SEVERAL_PEOPLE,)
    with pytest.raises(PhotoError) as caught:
        stocked.match(pair, person=2)
    assert caught.value.code == "photo_no_such_person"


def test_photos_that_cannot_be_matched(stocked, tmp_path):
    half = write_photo(tmp_path / "half.png", 99, HALF)
    with pytest.raises(PhotoError) as caught:
        stocked.match(half)
    assert caught.value.code == "photo_half_body"
    assert stocked.match(half, accept_partial=True).cautions == (Reason.HALF_BODY,)
    with pytest.raises(PhotoError) as caught:
        stocked.match(write_photo(tmp_path / "nobody.png", 98, NOBODY))
    assert caught.value.code == "photo_nobody"


def test_a_cut_off_foot_is_only_a_caution(stocked, tmp_path):
    result = stocked.match(write_photo(tmp_path / "foot.png", 99, NO_FOOT))
    assert result.cautions == (Reason.LEFT_FOOT,)


def test_a_library_without_looks_says_so(engine, tmp_path):
    with pytest.raises(StoreError) as caught:
        engine.match(write_photo(tmp_path / "q.png", 1))
    assert caught.value.code == "library_empty"


def test_a_profile_tells_what_the_looks_share(stocked):
    profile = stocked.profile("Nord")
    assert profile.count == 4
    assert profile.mean.argmax() == 1
    assert profile.answers[Question.UPPER_COLOR][0][1] == 1
    assert profile.cohesion > 0.5
    assert profile.palette[0].name == "navy"


def test_similar_brands_come_with_pairs_of_looks(stocked):
    ranking = stocked.similar("Moss")
    others = (*ranking.matches, *ranking.nearest)
    assert sorted(match.brand.name for match in others) == ["Nord", "오월상점"]
    assert all(pair.query_look for match in others for pair in match.evidence)


def test_looks_of_other_models_are_not_compared(stocked, make_engine, tmp_path):
    newer = make_engine(recipe="newer")
    result = newer.match(write_photo(tmp_path / "q.png", 99))
    assert (result.compared, result.ranking.matches, newer.stale_count()) == (0, (), 12)


def test_an_unknown_brand(stocked):
    with pytest.raises(StoreError) as caught:
        stocked.profile("Nobody's")
    assert caught.value.code == "brand_not_found"


def test_the_page_of_a_match_is_whole_and_quiet(stocked, tmp_path):
    result = stocked.match(write_photo(tmp_path / "q.png", 99, group=1))
    page = stocked.match_page(result, "ko")
    assert page.startswith("<!doctype html>")
    assert "Nord" in page and "매우 닮음" in page
    assert "<script" not in page and "http" not in page


def test_closeness_is_a_scale_that_rises_to_one():
    levels = Levels(0.5, 0.8)
    values = [closeness(levels, score) for score in np.linspace(0, 1, 50)]
    assert values == sorted(values)
    assert closeness(levels, 0.5) == 0
    assert closeness(levels, 0.8) == pytest.approx(WITHIN)
    assert closeness(levels, 1.0) == 1


def test_a_brand_marked_as_well_known_answers_for_the_famous_one(stocked, tmp_path):
    query = write_photo(tmp_path / "q.png", 99, group=1)
    assert famous(stocked.match(query)) == UNKNOWN
    assert stocked.mark("nord", is_well_known=True).is_well_known
    result = stocked.match(query)
    assert famous(result) == "Nord"
    assert result.famous_brand.confidence == pytest.approx(
        closeness(result.ranking.levels, result.ranking.matches[0].score)
    )
    assert len(result.answers) == len(Question)
    stocked.mark("nord", is_well_known=False)
    assert famous(stocked.match(query)) == UNKNOWN


def test_no_famous_brand_is_named_when_none_is_alike(stocked, tmp_path):
    stocked.mark("Moss", is_well_known=True)
    result = stocked.match(write_photo(tmp_path / "q.png", 99, group=1))
    levels = {match.brand.name: match.level for match in result.ranking.matches}
    assert levels.get("Moss", Level.NO_MATCH) in (Level.SOMEWHAT, Level.NO_MATCH)
    assert famous(result) == UNKNOWN


def famous(result):
    return {answer.question: answer.word for answer in result.answers}[Question.FAMOUS_BRAND]


def test_a_match_of_another_recipe_is_not_ranked_again(stocked, make_engine, tmp_path):
    result = stocked.match(write_photo(tmp_path / "q.png", 99, group=1))
    newer = make_engine(recipe="newer")
    list(newer.import_photos([tmp_path / "Moss"], "Moss"))
    with pytest.raises(StoreError) as caught:
        newer.rerank(result, DEFAULT_WEIGHTS)
    assert caught.value.code == "look_stale"
    assert stocked.rerank(result, DEFAULT_WEIGHTS).ranking == result.ranking
