from __future__ import annotations

import pytest

from braind.errors import StoreError


def test_looks_of_lookbooks_of_one_name_are_found_over_all_brands(library, make_look):
    ids = []
    for brand in ("Moss", "Nord"):
        owner = library.add_brand(brand).id
        book, other = (library.add_lookbook(owner, name).id for name in ("SS24", "FW24"))
        ids += library.add_looks(owner, book, [make_look(1), make_look(2)])
        library.add_looks(owner, other, [make_look(3)])
        library.add_looks(owner, None, [make_look(4)])
    assert library.lookbook_look_ids("  ss24 ") == ids


def test_an_empty_lookbook_is_there_and_an_unknown_one_is_not(library):
    library.add_lookbook(library.add_brand("Moss").id, "SS24")
    assert library.lookbook_look_ids("SS24") == []
    with pytest.raises(StoreError) as failure:
        library.lookbook_look_ids("SS25")
    assert failure.value.code == "lookbook_not_found"
