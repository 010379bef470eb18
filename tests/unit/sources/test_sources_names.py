import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braind.sources.names import is_junk, natural_key, readable, repair_name, suffix_of

KOREAN = "가을 룩북/코트 1.jpg"


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_korean_names_of_either_encoding_are_repaired(encoding):
    assert repair_name(KOREAN.encode(encoding)) == KOREAN


def test_a_name_of_no_known_encoding_is_kept():
    assert repair_name(b"a\xffb") == b"a\xffb".decode("cp437")


def test_what_is_shown_is_composed():
    decomposed = unicodedata.normalize("NFD", KOREAN)
    assert readable(decomposed) == KOREAN
    assert readable(Path(decomposed)) == KOREAN


def test_a_broken_file_name_can_be_shown():
    assert readable(os.fsdecode("옷.jpg".encode("cp949"))) == "옷.jpg"
    readable(os.fsdecode(b"\xff.jpg")).encode()


def test_natural_order():
    names = ["Look 10", "look 2", "LOOK 1", "look 02b", "10", "9", "look", "가 2", "가 10"]
    assert sorted(names, key=natural_key) == [
        "9", "10", "look", "LOOK 1", "look 2", "look 02b", "Look 10", "가 2", "가 10",
    ]  # fmt: skip


@settings(max_examples=40)
@given(st.lists(st.integers(0, 10**30)))
def test_numbers_sort_by_value(numbers):
    names = [f"look {number:06}" for number in numbers]
    assert sorted(names, key=natural_key) == [f"look {number:06}" for number in sorted(numbers)]


TEXT = st.text("aA 019٣가\u1100\ud800", max_size=8)


@settings(max_examples=40)
@given(TEXT, TEXT)
def test_any_two_names_compare(a, b):
    assert (natural_key(a) < natural_key(b)) or natural_key(a) >= natural_key(b)


def test_an_absurdly_long_number_compares():
    assert natural_key("9" * 50_000) > natural_key("8" * 50_000)


def test_junk_and_suffix():
    assert all(map(is_junk, [".DS_Store", "._a.jpg", "__MACOSX", "Thumbs.db", "desktop.ini"]))
    assert not any(map(is_junk, ["a.jpg", "thumbs", "가.png"]))
    assert suffix_of("a/B.c.JPG") == ".jpg"
    assert suffix_of("a.b/c") == suffix_of(".jpg") == ""
