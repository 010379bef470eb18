"""Brands and lookbooks: names as people mean them, marks, removal."""

from __future__ import annotations

import unicodedata

import pytest

from braind.domain import Reason
from braind.errors import StoreError
from braind.store import Counts

NAME = "한섬 옴므"


def test_a_brand_is_made_once_and_found_in_any_case(library):
    made = library.add_brand("  Studio   Nørd ")
    assert made.name == "Studio Nørd"
    assert library.add_brand("STUDIO NØRD") == made
    assert library.brand("studio nørd") == made
    assert library.brands() == [made]


def test_hangul_names_unify_however_they_are_composed(library):
    decomposed = unicodedata.normalize("NFD", NAME)
    assert decomposed != NAME
    made = library.add_brand(decomposed)
    assert made.name == NAME
    assert library.add_brand(NAME).id == made.id
    assert library.add_lookbook(made.id, NAME) == library.add_lookbook(made.id, decomposed)


def test_a_name_that_is_not_text_still_gives_a_brand(library):
    name = b"\xb0\xa1 Wear".decode("utf-8", "surrogateescape")
    assert library.add_brand(name) == library.brand(name)


@pytest.mark.parametrize("name", ["", " \t\n"])
def test_an_empty_name_is_refused(library, name):
    with pytest.raises(StoreError) as caught:
        library.add_brand(name)
    assert caught.value.code == "name_empty"


def test_brands_and_lookbooks_come_by_name_with_their_looks(library, make_look):
    b, a = library.add_brand("b"), library.add_brand("A")
    fall, spring = library.add_lookbook(b.id, "FW"), library.add_lookbook(b.id, "ss")
    library.add_looks(b.id, fall.id, [make_look(1), make_look(2), make_look(1, recipe="other")])
    library.add_looks(b.id, None, [make_look(3)])
    assert [(brand.id, brand.looks) for brand in library.brands()] == [(a.id, 0), (b.id, 3)]
    counted = [(lookbook.id, lookbook.looks) for lookbook in library.lookbooks(b.id)]
    assert counted == [(fall.id, 2), (spring.id, 0)]
    assert library.lookbooks(a.id) == []


def test_marks_are_set_one_by_one(library):
    brand = library.add_brand("A")
    assert (brand.is_mine, brand.is_well_known) == (False, False)
    library.mark(brand.id, is_mine=True)
    library.mark(brand.id, is_well_known=True)
    marked = library.brand("A")
    assert (marked.is_mine, marked.is_well_known) == (True, True)
    library.mark(brand.id, is_mine=False)
    assert library.brand("A").is_mine is False


def test_renaming_keeps_the_brand_and_its_looks(library, make_look):
    brand = library.add_brand("Old")
    library.add_looks(brand.id, None, [make_look(1)])
    renamed = library.rename_brand(brand.id, "OLD")
    assert (renamed.id, renamed.name, renamed.looks) == (brand.id, "OLD", 1)


def test_renaming_to_a_name_in_use_is_refused(library):
    a = library.add_brand("A")
    library.add_brand(NAME)
    with pytest.raises(StoreError) as caught:
        library.rename_brand(a.id, unicodedata.normalize("NFD", NAME))
    assert caught.value.code == "name_taken"
    assert {brand.name for brand in library.brands()} == {"A", NAME}


def test_brands_that_are_not_there(library):
    for attempt in (
        lambda: library.brand("A"),
        lambda: library.rename_brand(7, "A"),
        lambda: library.remove_brand(7),
        lambda: library.mark(7, is_mine=True),
        lambda: library.add_lookbook(7, "2025"),
    ):
        with pytest.raises(StoreError) as caught:
            attempt()
        assert caught.value.code == "brand_not_found"


def test_removing_a_brand_removes_all_that_it_had(library, make_look):
    gone, stays = library.add_brand("Gone"), library.add_brand("Stays")
    lookbook = library.add_lookbook(gone.id, "2025")
    (lost,) = library.add_looks(gone.id, lookbook.id, [make_look(1)])
    (kept,) = library.add_looks(stays.id, None, [make_look(1)])
    library.add_excluded(gone.id, "e" * 64, "/e.jpg", [Reason.NOBODY], "recipe-one")

    library.remove_brand(gone.id)

    assert library.counts() == Counts(brands=1, looks=1, excluded=0)
    assert library.lookbooks(gone.id) == []
    assert library.thumbnail(kept) == make_look(1).thumbnail
    with pytest.raises(StoreError):
        library.thumbnail(lost)
    assert library.check() == []
