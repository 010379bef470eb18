from __future__ import annotations

import unicodedata
import zipfile
from dataclasses import replace

import numpy as np
import pytest
from engine_fakes import fake_words
from hypothesis import given
from hypothesis import strategies as st
from pack_samples import CANARY, RECIPE, finished, gathered, look, opened, picture, sample_pack
from PIL import Image

from braind.domain import StyleScores
from braind.errors import PackError, StoreError
from braind.insights.shoots import group_shoots
from braind.packs import Pack, PackBrand, read_pack, write_pack
from braind.packs.pictures import check_picture, redraw
from braind.packs.strict import short
from braind.packs.texts import clean_text
from braind.search.near import are_near


def test_what_is_read_is_what_was_written(file, written):
    assert opened(file) == written
    assert (written.looks, written.thumbnails, len(written.id)) == (7, 6, 64)


def test_features_survive(file):
    given_look = look(5)
    write_pack(Pack(RECIPE, (gathered("Moss", [given_look]),)), file)
    (brand,) = opened(file).brands
    (back,) = brand.library_looks(RECIPE)
    np.testing.assert_array_equal(back.styles.values, given_look.styles.values)
    assert [(a.question, a.word) for a in back.answers] == [
        (a.question, a.word) for a in given_look.answers
    ]
    assert [a.confidence for a in back.answers] == pytest.approx(
        [a.confidence for a in given_look.answers]
    )
    assert [(s.hex, s.name) for s in back.palette] == [(s.hex, s.name) for s in given_look.palette]
    assert back.reasons == given_look.reasons


def test_equal_contents_are_equal_bytes(tmp_path):
    files = [tmp_path / name for name in ("a.braindpack", "b.braindpack")]
    for path in files:
        write_pack(sample_pack(), path)
    assert files[0].read_bytes() == files[1].read_bytes()
    looks = [look(n) for n in range(6)]
    assert gathered("Moss", looks).looks != ()
    forth, back = (gathered("Moss", order, {1: "FW"}) for order in (looks, looks[::-1]))
    assert forth == back


def test_any_zip_program_can_list_a_pack(file, written):
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "manifest.json", "seal.json", "brands.json", "looks.jsonl", "pictures.bin",
        ]  # fmt: skip


def test_nothing_of_a_photo_is_in_a_pack(file, data):
    assert CANARY.encode() not in data
    sources = [look(n) for n in (1, 2, 3, 4, 11, 12, 13)]
    for one in sources:
        for secret in (str(one.near_hash), f"{one.near_hash:x}", str(one.taken_at), one.photo_hash):
            assert secret.encode() not in data
    for brand in opened(file).brands:
        for back in brand.library_looks(RECIPE):
            assert back.path.startswith("pack/") and not back.taken_at
            assert back.near_hash not in {one.near_hash for one in sources}


def test_pictures_are_drawn_anew_without_what_was_written_beside_them():
    exif = Image.Exif()
    exif[0x010E] = CANARY
    full = picture(1, (300, 300), exif=exif, xmp=CANARY.encode(), icc_profile=CANARY.encode())
    assert full.count(CANARY.encode()) == 3
    plain = redraw(full)
    assert CANARY.encode() not in plain
    assert check_picture(plain) == plain
    with pytest.raises(PackError):
        check_picture(full)


def test_a_broken_thumbnail_stays_out():
    assert redraw(b"RIFF" + b"?" * 30) == b"" == redraw(b"")


def test_copies_and_shoots_are_told_as_in_the_library():
    one = look(1)
    reread = StyleScores(one.styles.values * np.float32(0.98))
    copy = replace(one, id=2, near_hash=one.near_hash ^ 1, path="/elsewhere/2.jpg", styles=reread)
    beside = look(3, taken_at=one.taken_at + 60)
    apart = look(4, taken_at=one.taken_at + 90_000)
    looks = [one, copy, beside, apart]
    brand = gathered("Moss", looks)
    places = {tuple(packed.styles): n for n, packed in enumerate(brand.looks)}
    order = [places[tuple(short(v) for v in source.styles.values)] for source in looks]
    packed = [brand.library_looks(RECIPE)[place] for place in order]
    hashes = np.array([back.near_hash for back in packed], np.uint64)
    assert are_near(hashes[:, None], hashes).tolist() == [
        [True, True, False, False], [True, True, False, False],
        [False, False, True, False], [False, False, False, True],
    ]  # fmt: skip
    assert shoots_of(packed) == shoots_of(looks) == [0, 0, 0, 1]


def shoots_of(looks):
    return group_shoots(looks, fake_words()).tolist()


def test_reading_tells_how_far_it_is(file):
    looks = [look(n) for n in range(120)]
    written = write_pack(Pack(RECIPE, (gathered("Moss", looks),)), file)
    pack, told = finished(read_pack(file, RECIPE))
    assert pack == written
    assert [(step.done, step.total) for step in told] == [
        (0, 120), (50, 120), (100, 120), (120, 120)
    ]  # fmt: skip
    assert told[0].note == "Moss"


def test_the_same_reading_twice_is_one_look():
    twin = replace(look(1), id=9, path="/other.jpg", near_hash=0)
    assert len(gathered("Moss", [look(1), twin]).looks) == 1


def test_a_name_without_letters_is_refused():
    with pytest.raises(PackError) as caught:
        gathered("\u202e\u200b", [look(1)])
    assert caught.value.code == "pack_name_empty"


def test_brands_of_one_name_are_refused(file):
    brands = sample_pack().brands
    twins = tuple(PackBrand(name, brands[0].looks) for name in ("Moss", "MOSS"))
    with pytest.raises(PackError):
        write_pack(Pack(RECIPE, twins), file)
    assert not file.exists()


def test_a_pack_that_cannot_be_written_leaves_nothing(tmp_path):
    (tmp_path / "taken").mkdir()
    with pytest.raises(StoreError) as caught:
        write_pack(sample_pack(), tmp_path / "taken")
    assert caught.value.code == "file_not_written"
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


@given(st.text(max_size=40), st.integers(1, 30))
def test_clean_texts_are_clean(text, limit):
    cleaned = clean_text(text, limit)
    assert clean_text(cleaned, limit) == cleaned
    assert len(cleaned) <= limit
    assert {unicodedata.category(letter) for letter in cleaned}.isdisjoint({"Cc", "Cf", "Cs", "Zl"})


@given(st.floats(0, 1, width=32))
def test_short_floats_are_the_same_float32(value):
    assert np.float32(short(value)) == np.float32(value)
    assert short(short(value)) == short(value)
