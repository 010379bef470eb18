from __future__ import annotations

import pytest
from engine_fakes import write_folder, write_photo
from pytest import approx

from braind.domain import Level
from braind.errors import StoreError
from braind.insights.kinds import Axis, MapAxis
from braind.lexicon import Kind
from braind.vocabulary import ANSWERS, Part, Question, Style


@pytest.fixture
def stocked(engine, tmp_path):
    """Three brands of four looks, of the groups 0, 1 and 2, each with a lookbook."""
    for group, name in enumerate(["Moss", "Nord", "오월상점"]):
        folder = tmp_path / name
        write_folder(folder, 4, seed=10 * group, group=group)
        list(engine.import_photos([folder], name, f"SS2{group}"))
    return engine


def names(found):
    return {one.brand.name for one in found.looks}


def test_named_axes_place_each_brand_by_its_own_looks(stocked):
    axes = (MapAxis(Style.CASUAL), MapAxis(Axis.LIGHTNESS))
    before = stocked.position_map(axes)
    assert [point.brand.name for point in before.points] == ["Moss", "Nord", "오월상점"]
    assert max(before.points, key=lambda point: point.x).brand.name == "Moss"
    stocked.remove("Nord")
    moss, shop = (point for point in before.points if point.brand.name != "Nord")
    assert stocked.position_map(axes).points == (moss, shop)


def test_the_similarity_map_is_turned_onto_the_one_before(stocked, tmp_path):
    before = stocked.position_map()
    assert before.axes is None and 0 <= before.trust <= 1
    for old, new in zip(before.points, stocked.position_map(None, before).points, strict=True):
        assert (new.brand, new.x, new.y) == (old.brand, approx(old.x), approx(old.y))
    list(stocked.import_photos(write_folder(tmp_path / "new", 3, seed=70, group=5), "New"))
    after = stocked.position_map(previous=before)
    assert {point.brand.name for point in after.points} == {"Moss", "Nord", "New", "오월상점"}


def test_white_space_is_where_no_brand_is(stocked):
    spots = stocked.white_space(top=3)
    taken = {Style.CASUAL, Style.AMEKAJI, Style.GIRLISH}
    assert len(spots) == 3
    assert not taken & set(dict(spots[0].styles))
    assert {brand.name for brand in spots[0].nearest} == {"Moss", "Nord", "오월상점"}


def test_words_find_looks(stocked):
    color = ANSWERS[Question.UPPER_COLOR][1]
    found = stocked.find_looks(f"{color} shirt zzz")
    assert names(found) == {"Nord"}
    assert (found.total, found.unknown) == (4, ("zzz",))
    assert all(one.likeness is None and one.look.id for one in found.looks)


def test_words_of_which_none_is_understood_find_nothing(stocked):
    assert (stocked.find_looks("zzz").total, stocked.find_looks("").total) == (0, 12)
    assert stocked.find_looks("zzz").looks == ()


def test_filters_narrow_what_words_find(stocked):
    def total(**filters):
        return stocked.find_looks(**filters).total

    assert total(only={Kind.STYLE: ["casual", "amekaji"]}) == 8
    assert total(only={Kind.STYLE: ["casual"], Kind.COLOR: ["white"]}) == 0
    assert total(only={Kind.STYLE: []}) == 12
    assert total(brands=["moss", "오월상점"]) == 8
    assert total(lookbooks=["ss21"]) == 4
    assert total(lookbooks=["SS21"], brands=["Moss"]) == 0
    with pytest.raises(ValueError, match="plaid"):
        total(only={Kind.PATTERN: ["plaid"]})


def test_top_cuts_what_is_shown_but_not_what_is_counted(stocked):
    found = stocked.find_looks(top=5)
    assert (len(found.looks), found.total) == (5, 12)
    assert names(found) == {"Moss", "Nord", "오월상점"}


def test_more_like_a_look_of_the_library(stocked):
    one = stocked.find_looks(brands=["Nord"]).looks[0].look
    found = stocked.find_looks(like=one.id)
    assert [hit.brand.name for hit in found.looks[:3]] == ["Nord"] * 3
    assert one.id not in [hit.look.id for hit in found.looks]
    levels = [hit.likeness.level for hit in found.looks]
    assert levels[0] in (Level.SIMILAR, Level.VERY_SIMILAR) and levels[-1] is Level.NO_MATCH
    closeness = [hit.likeness.closeness for hit in found.looks]
    assert closeness == sorted(closeness, reverse=True)
    assert all(sum(hit.likeness.parts.values()) == approx(1) for hit in found.looks)
    elsewhere = stocked.find_looks(like=one.id, brands=["Moss"])
    assert names(elsewhere) == {"Moss"} and elsewhere.total == 4


def test_more_like_a_photo_under_weights(stocked, tmp_path, calls):
    photo = write_photo(tmp_path / "q.png", 99, group=2)
    read = len(calls)
    found = stocked.find_looks(like=photo, weights={Part.STYLE: 0.0}, top=4)
    assert names(found) == {"오월상점"}
    assert len(calls) == read + 1
    assert stocked.library.counts().looks == 12


def test_what_cannot_be_searched_is_told(stocked, make_engine):
    def code(**question):
        with pytest.raises(StoreError) as failure:
            stocked.find_looks(**question)
        return failure.value.code

    assert code(like=999) == "look_not_found"
    assert code(brands=["nobody"]) == "brand_not_found"
    assert code(lookbooks=["FW99"]) == "lookbook_not_found"
    other = make_engine(recipe="another")
    with pytest.raises(StoreError, match="other models"):
        other.find_looks(like=1)
    with pytest.raises(ValueError, match="above 0"):
        stocked.find_looks(like=1, weights=dict.fromkeys(Part, 0.0))


def test_an_empty_library_has_neither_map_nor_looks(make_engine, tmp_path):
    engine = make_engine()
    assert engine.position_map().points == () == engine.white_space()
    assert engine.find_looks("남색").looks == ()
