"""What goes into a library comes out of it."""

from __future__ import annotations

import numpy as np
import pytest

from braind.domain import Answer, Box, Look, Reason, StyleScores, Swatch
from braind.errors import StoreError
from braind.events import PhotoExcluded
from braind.store import Counts, Library
from braind.vocabulary import ANSWERS, QUESTIONS, UNKNOWN, Question

RECIPE = "recipe-one"
OTHER = "recipe-two"


def fields(look: Look) -> dict[str, object]:
    names = set(Look.__slots__) - {"id", "brand_id", "lookbook_id", "thumbnail", "styles"}
    return {name: getattr(look, name) for name in names}


def test_every_field_survives(library, make_look):
    brand = library.add_brand("A")
    lookbook = library.add_lookbook(brand.id, "2025 FW")
    extreme = {"near_hash": (1 << 64) - 1, "ground_hash": 1 << 63, "taken_at": 0}
    given = [make_look(1), make_look(2, page=3, person=2, reasons=(), **extreme)]

    ids = library.add_looks(brand.id, lookbook.id, given)
    kept = library.looks(brand.id)

    assert [look.id for look in kept] == ids
    for look, original, look_id in zip(kept, given, ids, strict=True):
        assert fields(look) == fields(original)
        assert look.styles.values.tobytes() == original.styles.values.tobytes()
        assert look.styles.values.dtype == np.float32
        assert (look.brand_id, look.lookbook_id) == (brand.id, lookbook.id)
        assert look.thumbnail == b""
        assert library.thumbnail(look_id) == original.thumbnail


def test_it_survives_closing(library_path, make_look):
    with Library.open(library_path) as library:
        library.add_looks(library.add_brand("A").id, None, [make_look(1)])
    with Library.open(library_path) as library:
        (look,) = library.looks()
        assert fields(look) == fields(make_look(1))
        assert look.lookbook_id == 0


def test_numbers_from_arrays_are_welcome(library, make_look):
    brand = library.add_brand("A")
    look = make_look(
        1,
        box=Box(*np.float32([1.5, 2, 3, 4])),
        palette=(Swatch("#000000", "black", np.float32(0.5)),),
        near_hash=np.uint64(7),
        person=np.int64(2),
        page=np.int32(5),
    )
    (look_id,) = library.add_looks(np.int64(brand.id), np.int64(0), [look])
    assert fields(library.looks(np.int32(brand.id), np.array([look_id]))[0]) == fields(look)
    assert library.thumbnail(np.int64(look_id)) == look.thumbnail


def test_words_outside_the_lists_are_kept_for_people_only(library, make_look):
    answers = (Answer(Question.FAMOUS_BRAND, "아무 브랜드", 0.5),)
    library.add_looks(library.add_brand("A").id, None, [make_look(1, answers=answers)])

    kept = {answer.question: answer for answer in library.looks()[0].answers}
    assert kept[Question.FAMOUS_BRAND] == answers[0]
    assert kept[Question.SEASON] == Answer(Question.SEASON, UNKNOWN, 0.0)
    assert library.vectors(RECIPE).answers[0].tolist() == [len(ANSWERS[q]) - 1 for q in QUESTIONS]


def test_a_file_name_that_is_not_text_is_kept(library, make_look):
    path = b"/photos/\xb0\xa1.jpg".decode("utf-8", "surrogateescape")
    brand = library.add_brand("A")
    library.add_looks(brand.id, None, [make_look(1, path=path)])
    library.add_excluded(brand.id, "e" * 64, path, [], RECIPE)
    assert library.looks()[0].path == path
    assert library.excluded(brand.id) == [PhotoExcluded(path, ())]


@pytest.mark.parametrize(
    "spoilt",
    [
        {"styles": StyleScores(np.full(7, np.nan, np.float32))},
        {"styles": StyleScores(np.zeros(6, np.float32))},
        {"answers": (Answer(Question.SEASON, "winter", float("inf")),)},
        {"palette": (Swatch("#000000", "black", float("nan")),)},
        {"box": Box(0, 0, float("inf"), 1)},
    ],
)
def test_numbers_that_are_not_finite_are_refused_with_their_batch(library, make_look, spoilt):
    brand = library.add_brand("A")
    with pytest.raises(StoreError) as caught:
        library.add_looks(brand.id, None, [make_look(1), make_look(2, **spoilt)])
    assert caught.value.code == "look_invalid"
    assert library.looks() == []


def test_adding_again_changes_nothing_and_returns_the_same_ids(library, make_look):
    brand = library.add_brand("A")
    first = library.add_looks(brand.id, None, [make_look(1), make_look(2)])
    again = library.add_looks(brand.id, None, [make_look(3), make_look(2, thumbnail=b"new")])

    assert again[1] == first[1]
    assert library.counts() == Counts(brands=1, looks=3, excluded=0)
    assert library.thumbnail(first[1]) == make_look(2).thumbnail


def test_the_same_look_twice_in_a_batch_is_one_look(library, make_look):
    ids = library.add_looks(library.add_brand("A").id, None, [make_look(1), make_look(1)])
    assert ids[0] == ids[1]
    assert library.counts().looks == 1


@pytest.mark.parametrize("change", [{"page": 2}, {"person": 1}, {"recipe": OTHER}])
def test_page_person_and_recipe_tell_looks_apart(library, make_look, change):
    ids = library.add_looks(library.add_brand("A").id, None, [make_look(1), make_look(1, **change)])
    assert ids[0] != ids[1]


def test_two_brands_may_hold_the_same_photo(library, make_look):
    a, b = library.add_brand("A"), library.add_brand("B")
    assert library.add_looks(a.id, None, [make_look(1)]) != library.add_looks(
        b.id, None, [make_look(1)]
    )


def test_looks_need_a_brand_and_a_lookbook_of_that_brand(library, make_look):
    a, b = library.add_brand("A"), library.add_brand("B")
    lookbook_of_b = library.add_lookbook(b.id, "2025").id
    for brand_id, lookbook_id in [(99, None), (a.id, 99), (a.id, lookbook_of_b)]:
        with pytest.raises(StoreError) as caught:
            library.add_looks(brand_id, lookbook_id, [make_look(1)])
        assert caught.value.code == "brand_not_found"
    assert library.looks() == []
    assert library.recipes() == {}


def test_looks_are_chosen_by_brand_lookbook_recipe_and_id(library, make_look):
    a, b = library.add_brand("A"), library.add_brand("B")
    lookbook = library.add_lookbook(a.id, "2025")
    (one,) = library.add_looks(a.id, lookbook.id, [make_look(1)])
    (two,) = library.add_looks(a.id, None, [make_look(2, recipe=OTHER)])
    (three,) = library.add_looks(b.id, None, [make_look(3)])

    def chosen(*args: object, **filters: object) -> list[int]:
        return [look.id for look in library.looks(*args, **filters)]

    assert chosen() == [one, two, three]
    assert chosen(a.id) == [one, two]
    assert chosen(lookbook_id=lookbook.id) == [one]
    assert chosen(recipe=RECIPE) == [one, three]
    assert chosen(a.id, recipe=OTHER) == [two]
    assert chosen(ids=[three, 99, one]) == [three, one]
    assert chosen(a.id, [three, two]) == [two]
    assert chosen(ids=[]) == []


def test_thumbnails_of_looks_without_one(library, make_look):
    (look_id,) = library.add_looks(library.add_brand("A").id, None, [make_look(1, thumbnail=b"")])
    assert library.thumbnail(look_id) == b""
    with pytest.raises(StoreError) as caught:
        library.thumbnail(look_id + 1)
    assert caught.value.code == "look_not_found"


def test_known_photos_include_excluded_ones_of_the_same_recipe(library, make_look):
    brand = library.add_brand("A")
    library.add_looks(brand.id, None, [make_look(1), make_look(2, page=4)])
    library.add_looks(brand.id, None, [make_look(3, recipe=OTHER)])
    library.add_excluded(brand.id, "e" * 64, "/e.jpg", [Reason.NOBODY], RECIPE)

    one, two = make_look(1).photo_hash, make_look(2).photo_hash
    assert library.photo_hashes(RECIPE) == {one, two, "e" * 64}
    assert library.photo_pages(RECIPE) == {(one, None), (two, 4), ("e" * 64, None)}
    assert library.photo_hashes("never used") == set()


def test_excluded_photos_are_listed_once(library):
    brand = library.add_brand("A")
    for recipe in (RECIPE, RECIPE, OTHER):
        library.add_excluded(brand.id, "e" * 64, "/e.pdf", [Reason.NO_HEAD], recipe, page=2)
    assert library.excluded(brand.id, RECIPE) == [PhotoExcluded("/e.pdf", (Reason.NO_HEAD,))]
    assert len(library.excluded(brand.id)) == 2
    assert library.counts().excluded == 1
    with pytest.raises(StoreError):
        library.add_excluded(99, "e" * 64, "/e.jpg", [], RECIPE)


def test_stale_looks_are_those_not_seen_under_the_recipe(library, make_look):
    brand = library.add_brand("A")
    library.add_looks(brand.id, None, [make_look(n) for n in range(4)])
    library.add_looks(brand.id, None, [make_look(0, recipe="older"), make_look(1, recipe=OTHER)])
    library.add_excluded(brand.id, make_look(2).photo_hash, "/2.jpg", [], OTHER)

    assert library.stale_count(OTHER) == 2
    assert library.stale_count(RECIPE) == 0
    assert library.stale_count("brand new") == 4
    assert library.recipes() == {RECIPE: 4, "older": 1, OTHER: 1}
    assert library.counts().looks == library.brand("A").looks == 4


def test_vectors_hold_one_recipe_in_the_order_of_ids(library, make_look):
    rng = np.random.default_rng(0)
    styles = rng.random((5000, 7), dtype=np.float32)
    looks = [make_look(1, photo_hash=f"{n:x}", styles=StyleScores(s)) for n, s in enumerate(styles)]
    a, b = library.add_brand("A"), library.add_brand("B")
    ids_b = library.add_looks(b.id, None, looks[:2500])
    ids_a = library.add_looks(a.id, None, looks[2500:])
    library.add_looks(a.id, None, [make_look(1, recipe=OTHER)])

    table = library.vectors(RECIPE)

    assert table.look_ids.tolist() == sorted(ids_b) + sorted(ids_a)
    assert table.look_ids.dtype == np.int64
    assert table.brand_ids.tolist() == [b.id] * 2500 + [a.id] * 2500
    assert table.brand_ids.dtype == np.int32
    assert table.styles.dtype == np.float32
    by_id = dict(zip(ids_b + ids_a, styles, strict=True))
    assert (table.styles == np.array([by_id[i] for i in table.look_ids.tolist()])).all()
    assert (table.answers.dtype, table.answers.shape) == (np.uint8, (5000, 10))
    words = [ANSWERS[q][i] for q, i in zip(QUESTIONS, table.answers[0], strict=True)]
    assert words == [answer.word for answer in looks[0].answers]
    assert (table.near_hashes == np.uint64(looks[0].near_hash)).all()


def test_vectors_of_an_unknown_recipe_are_empty(library):
    table = library.vectors("never used")
    assert (len(table), table.styles.shape, table.answers.shape) == (0, (0, 7), (0, 10))


def test_near_hashes_are_unsigned(library, make_look):
    brand = library.add_brand("A")
    hashes = [0, 1, (1 << 63) - 1, 1 << 63, (1 << 64) - 1]
    looks = [make_look(n, near_hash=h) for n, h in enumerate(hashes)]
    ids = library.add_looks(brand.id, None, looks)
    library.add_looks(brand.id, None, [make_look(9, recipe=OTHER)])
    assert library.near_hashes(brand.id, RECIPE) == dict(zip(ids, hashes, strict=True))
    assert len(library.near_hashes(brand.id)) == 6


def test_people_of_one_photo_are_told_apart_in_search(library, make_look):
    brand = library.add_brand("A")
    library.add_looks(brand.id, None, [make_look(1), make_look(1, person=1), make_look(2)])
    assert library.vectors(RECIPE).people.tolist() == [0, 1, 0]
