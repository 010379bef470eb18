from __future__ import annotations

import json

import pytest


@pytest.fixture
def file(tmp_path):
    return tmp_path / "moss.braindpack"


@pytest.fixture
def packed(stocked, file):
    """The terminal, after Moss was packed."""
    made = stocked.json("pack", "make", "Moss", "-o", file, "--owner", "Ida", "--licence", "CC0")
    assert made["file"] == str(file) and made["brands"] == [{"brand": "Moss", "looks": 4}]
    return stocked


def test_a_pack_is_shown(packed, file):
    shape = packed.json("pack", "open", file)
    assert (shape["owner"], shape["licence"], shape["signer"]) == ("Ida", "CC0", None)
    assert (shape["looks"], shape["thumbnails"]) == (4, 4)
    assert "not signed" in packed("pack", "open", file).stdout
    assert "서명 없음" in packed("--lang", "ko", "pack", "open", file).stdout


def test_thumbnails_may_stay_out(stocked, file):
    made = stocked.json("pack", "make", "Moss", "-o", file, "--no-thumbnails")
    assert (made["looks"], made["thumbnails"]) == (4, 0)


def test_a_pack_is_merged(packed, file):
    assert packed.json("pack", "open", file, "--merge")["merged"] == [
        {"brand": "Moss", "merged_as": "Moss (pack)", "added": 4}
    ]
    assert "“Moss (pack)”: 0 looks added" in packed("pack", "open", file, "--merge").stdout
    assert len(packed.json("brands")) == 4


def test_whose_looks_came_in_a_pack_is_told_with_the_profile(packed, file):
    assert packed.json("profile", "Moss")["packs"] == []
    shown = packed.json("pack", "open", file, "--merge")
    (told,) = packed.json("profile", "Moss (pack)")["packs"]
    assert told == {"pack": shown["id"], "owner": "Ida", "licence": "CC0", "signer": "", "looks": 4}
    said = packed("--lang", "ko", "profile", "Moss (pack)").stdout
    assert "룩 4개는 브랜드 팩에서 왔어요(소유자: Ida, 이용 조건: CC0)." in said


def test_reading_a_pack_tells_how_far_it_is(packed, file):
    told = packed("--json", "pack", "open", file).stderr.splitlines()
    assert [json.loads(line)["done"] for line in told] == [0, 4]


def test_a_taken_name_can_be_refused(packed, file):
    result = packed("pack", "open", file, "--merge", "--refuse-taken")
    assert result.exit_code == 4
    assert "already" in result.stderr


def test_a_pack_is_compared_with_a_brand_and_a_photo(packed, file, tmp_path):
    best = packed.json("pack", "open", file, "--brand", "Moss")["brands"][0]
    assert best["brand"] == "Moss (pack)"
    assert best["evidence"][0]["photo"].startswith("pack/")
    photo = tmp_path / "brands" / "Moss" / "0.png"
    names = [m["brand"] for m in packed.json("pack", "open", file, "--photo", photo)["brands"]]
    assert set(names[:2]) == {"Moss", "Moss (pack)"}
    assert "Moss (pack)" in packed("pack", "open", file, "--brand", "Moss").stdout
    assert len(packed.json("brands")) == 3


def test_a_signed_pack_names_its_key(stocked, file, tmp_path):
    public = stocked.json("pack", "key", "-o", tmp_path / "key.pem")["public_key"]
    stocked.json("pack", "make", "Moss", "-o", file, "--sign", tmp_path / "key.pem")
    assert stocked.json("pack", "open", file, "--signer", public)["signer"] == public
    assert stocked("pack", "open", file, "--signer", "00").exit_code == 4
    assert stocked("pack", "key", "-o", tmp_path / "key.pem").exit_code == 4


@pytest.mark.parametrize(
    "words",
    [
        ("open", "FILE", "--merge", "--brand", "Moss"),
        ("open", "FILE", "--refuse-taken"),
        ("make", "Moss"),
        ("make", "Nobody", "-o", "FILE"),
    ],
)
def test_wrong_usage_exits_with_2(packed, file, words):
    result = packed("pack", *(file if word == "FILE" else word for word in words))
    assert result.exit_code == 2


def test_a_damaged_pack_exits_with_4(packed, file):
    file.write_bytes(file.read_bytes()[:-1])
    result = packed("pack", "open", file)
    assert result.exit_code == 4
    assert "damaged" in result.stderr
    assert packed("pack", "open", file.with_name("none")).exit_code == 4
