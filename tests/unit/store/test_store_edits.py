"""Decisions by hand: they win over what models read, and outlive every re-analysis."""

import sqlite3

import pytest

from braind.domain import Edit
from braind.errors import StoreError
from braind.looktable import UNKNOWN_ANSWERS
from braind.store import Library
from braind.store.migrations import MIGRATIONS, migrate
from braind.vocabulary import QUESTIONS, Question

RECIPE = "recipe-one"
COLOR = QUESTIONS.index(Question.UPPER_COLOR)


@pytest.fixture
def brand(library):
    return library.add_brand("무드라벨")


@pytest.fixture
def ids(library, brand, make_look):
    return library.add_looks(brand.id, None, [make_look(n) for n in range(1, 5)])


def told(looks):
    """Looks hold arrays, which do not compare as one."""
    return [repr(look) for look in looks]


def word_of(look, question):
    return next(answer for answer in look.answers if answer.question is question)


def test_a_corrected_answer_is_what_everybody_reads(library, ids):
    library.edit_looks({ids[1]: Edit(answers={Question.UPPER_COLOR: "navy"})})
    answer = word_of(library.looks(ids=[ids[1]])[0], Question.UPPER_COLOR)
    assert (answer.word, answer.confidence) == ("navy", 1.0)
    assert library.vectors(RECIPE).answers[1, COLOR] == 5  # navy's place in the vocabulary


def test_other_answers_and_looks_stay(library, ids):
    before, table = told(library.looks()), library.vectors(RECIPE).answers.copy()
    library.edit_looks({ids[1]: Edit(answers={Question.UPPER_COLOR: "navy"})})
    after, edited = told(library.looks()), library.vectors(RECIPE).answers
    assert [now == then for now, then in zip(after, before, strict=True)] == [
        True, False, True, True,
    ]  # fmt: skip
    assert (edited == table).sum() >= table.size - 1


def test_a_word_outside_the_vocabulary_is_read_and_counts_as_unknown(library, ids):
    library.edit_looks({ids[0]: Edit(answers={Question.UPPER_COLOR: "teal"})})
    assert word_of(library.looks(ids=[ids[0]])[0], Question.UPPER_COLOR).word == "teal"
    assert library.vectors(RECIPE).answers[0, COLOR] == UNKNOWN_ANSWERS[COLOR]


@pytest.mark.parametrize("edit", [Edit(is_excluded=True), Edit(is_removed=True)])
def test_excluded_and_removed_looks_count_nowhere(library, brand, ids, edit):
    library.edit_looks({ids[2]: edit})
    assert ids[2] not in [look.id for look in library.looks(brand.id)]
    assert ids[2] not in library.vectors(RECIPE).look_ids
    assert library.brand("무드라벨").looks == 3
    assert library.counts().looks == 3
    assert library.look_count(brand.id, RECIPE) == 3
    assert ids[2] in [look.id for look in library.looks(brand.id, every=True)]


def test_a_pinned_look_says_so(library, ids):
    library.edit_looks({ids[3]: Edit(is_pinned=True)})
    assert [look.is_pinned for look in library.looks()] == [False, False, False, True]


def test_an_edit_is_taken_back_by_the_one_before(library, ids):
    before = told(library.looks())
    library.edit_looks({ids[0]: Edit(is_excluded=True, answers={Question.SEASON: "winter"})})
    library.edit_looks({ids[0]: Edit()})
    assert told(library.looks()) == before


def test_another_recipe_inherits_the_edits(library, brand, ids, make_look):
    edit = Edit(is_pinned=True, answers={Question.UPPER_COLOR: "navy"})
    library.edit_looks({ids[0]: edit, ids[1]: Edit(is_excluded=True)})
    again = [make_look(n, recipe="recipe-two") for n in (1, 2)]
    kept, dropped = library.add_looks(brand.id, None, again)
    (look,) = library.looks(recipe="recipe-two")
    assert look.id == kept and look.is_pinned
    assert word_of(look, Question.UPPER_COLOR).word == "navy"
    assert library.vectors("recipe-two").look_ids.tolist() == [kept]
    assert library.edits([dropped]) == {dropped: Edit(is_excluded=True)}


def test_a_removed_look_is_not_known_and_comes_back_with_an_import(library, brand, ids, make_look):
    library.edit_looks({ids[0]: Edit(is_removed=True)})
    assert make_look(1).photo_hash not in library.photo_hashes(RECIPE)
    assert library.add_looks(brand.id, None, [make_look(1)]) == [ids[0]]
    assert ids[0] in [look.id for look in library.looks()]


def test_an_excluded_look_stays_known_and_excluded(library, brand, ids, make_look):
    library.edit_looks({ids[0]: Edit(is_excluded=True)})
    assert make_look(1).photo_hash in library.photo_hashes(RECIPE)
    library.add_looks(brand.id, None, [make_look(1)])
    assert ids[0] not in [look.id for look in library.looks()]


def test_a_discarded_brand_is_nowhere_and_its_name_is_free(library, brand, ids, make_look):
    library.discard_brand(brand.id)
    assert library.brands() == [] and library.looks() == []
    assert len(library.vectors(RECIPE)) == 0
    assert library.photo_hashes(RECIPE) == set()
    assert library.stale_count("recipe-two") == 0
    new = library.add_brand("무드라벨")
    assert new.id != brand.id and new.looks == 0
    assert library.add_looks(new.id, None, [make_look(1)])


def test_a_discarded_brand_comes_back_whole(library, brand, ids):
    before = told(library.looks())
    library.discard_brand(brand.id)
    assert library.restore_brand(brand.id).looks == 4
    assert told(library.looks()) == before


def test_a_name_that_was_taken_meanwhile_is_told(library, brand, ids):
    library.discard_brand(brand.id)
    library.add_brand("무드라벨")
    with pytest.raises(StoreError) as refused:
        library.restore_brand(brand.id)
    assert refused.value.code == "name_taken"


def test_only_what_is_in_the_trash_can_be_restored(library, brand):
    with pytest.raises(StoreError) as refused:
        library.restore_brand(brand.id)
    assert refused.value.code == "brand_not_found"
    with pytest.raises(StoreError) as refused:
        library.discard_brand(99)
    assert refused.value.code == "brand_not_found"


def test_emptying_the_trash_forgets_for_good(library, brand, ids, make_look):
    other = library.add_brand("Birch")
    library.add_looks(other.id, None, [make_look(9)])
    library.edit_looks({ids[0]: Edit(is_removed=True), ids[1]: Edit(is_excluded=True)})
    library.discard_brand(other.id)
    told = library.empty_trash()
    assert (told.brands, told.looks) == (1, 1)
    assert [look.id for look in library.looks(every=True)] == ids[1:]
    assert library.edits() == {ids[1]: Edit(is_excluded=True)}
    assert library.check() == []


def test_what_is_in_the_trash_for_a_month_is_old(library, library_path, brand, ids):
    library.edit_looks({ids[0]: Edit(is_removed=True), ids[1]: Edit(is_removed=True)})
    raw = sqlite3.connect(library_path)
    with raw:
        raw.execute(
            "UPDATE edits SET removed_at = datetime('now', '-31 days') WHERE photo_hash = ?",
            [f"{1:064x}"],
        )
    raw.close()
    library.empty_trash(days=30)
    assert [look.id for look in library.looks(every=True)] == ids[1:]
    assert library.edits([ids[1]])[ids[1]].is_removed


def test_moved_photos_are_told_of_by_their_bytes(library, ids, make_look):
    assert library.move_photo(make_look(2).photo_hash, "/새/곳.jpg") == 1
    assert [look.path for look in library.looks(ids=ids[:3])] == [
        "/사진/1.jpg", "/새/곳.jpg", "/사진/3.jpg",
    ]  # fmt: skip


def test_an_older_library_gets_the_tables_for_it(library_path, make_look):
    raw = sqlite3.connect(library_path, isolation_level=None)
    migrate(raw, MIGRATIONS[:2])
    raw.execute("INSERT INTO brands (name, key) VALUES ('A', 'a')")
    raw.close()
    with Library.open(library_path) as library:
        ids = library.add_looks(library.brand("A").id, None, [make_look(1)])
    with Library.open(library_path) as library:
        assert [look.id for look in library.looks()] == ids
        library.edit_looks({ids[0]: Edit(is_excluded=True)})
        assert library.looks() == []
