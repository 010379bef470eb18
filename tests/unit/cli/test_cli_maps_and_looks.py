from __future__ import annotations

import pytest
from engine_fakes import write_folder, write_photo

from braind.cli.tables import width


def test_map_gives_places_trust_and_white_space(stocked):
    found = stocked.json("map")
    assert found["axes"] is None and found["trust"] == 1
    assert [point["brand"] for point in found["points"]] == ["Moss", "Nord", "오월상점"]
    assert all(-1 <= point[axis] <= 1 for point in found["points"] for axis in "xy")
    assert all(spot["gap"] > 1 and spot["nearest"] for spot in found["white_space"])


def test_map_with_named_axes(stocked):
    found = stocked.json("map", "--x", "캐주얼:chic", "--y", "밝기", "--top", "1")
    assert found["axes"] == [{"high": "chic", "low": "casual"}, {"high": "lightness", "low": None}]
    assert found["trust"] is None and len(found["white_space"]) == 1
    assert found["points"][0]["x"] < 0  # Moss is casual


def test_map_is_a_plot_with_a_legend(stocked):
    out = stocked("map", "--x", "casual:chic", "--y", "lightness", "--lang", "ko").stdout
    frame = [line for line in out.splitlines() if line[:1] in ("┌", "│", "└")]
    assert {width(line) for line in frame} == {62}
    assert all(any(mark in line for line in frame) for mark in "123")
    assert "캐주얼" in out and "시크 →" in out and "↑ 밝음" in out
    assert any(line.split()[:2] == ["3", "오월상점"] for line in out.splitlines())
    assert "빈자리" in out
    assert "1점 만점에 1.00" in stocked("map", "--lang", "ko").stdout


def test_brands_at_one_place_stay_legible(braind, tmp_path):
    for number in range(12):
        write_folder(tmp_path / "brands" / f"b{number:02}", 1, seed=30 * number)
    braind("import", "--brand-per-folder", tmp_path / "brands")
    out = braind("map", "--x", "pattern", "--y", "lightness").stdout
    assert "Not on the map" in out
    plotted = braind("map", "--x", "lightness", "--y", "warmth").stdout
    marks = " ".join(line.strip("│") for line in plotted.splitlines() if line.startswith("│"))
    assert sorted(map(int, marks.split())) == list(range(1, 13))


@pytest.mark.parametrize("options", [["--x", "chic"], ["--x", "chic", "--y", "loud"],
    ["--x", "chic:lightness", "--y", "chic"]])  # fmt: skip
def test_map_refuses_axes_that_it_does_not_have(stocked, options):
    assert stocked("map", *options).exit_code == 2


def test_an_empty_map_says_so(braind, tmp_path):
    write_photo(tmp_path / "in" / "nobody.png", 1, kind=0)
    braind("import", "--brand", "Moss", tmp_path / "in")
    assert "no other brand" in braind("map").stdout
    assert braind.json("map")["points"] == []


def test_looks_by_words_and_what_was_not_understood(stocked):
    found = stocked.json("looks", "하얀", "셔츠", "우주복")
    assert found["total"] == 4 and found["unknown"] == ["우주복"]
    assert found["wishes"] == [
        [{"question": "upper_item", "answer": "shirt"}],
        [{"question": "upper_color", "answer": "white"}],
    ]
    assert {look["brand"] for look in found["looks"]} == {"Nord"}
    assert all(look["closeness"] is None and look["photo"] for look in found["looks"])
    out = stocked("looks", "하얀 셔츠 우주복", "--lang", "ko").stdout
    assert "찾는 조건: 상의: 셔츠 · 상의 색: 흰색" in out
    assert "알아듣지 못해 찾지 않은 말: 우주복" in out


def test_looks_by_filters_in_either_language(stocked):
    found = stocked.json("looks", "--style", "캐주얼", "--style", "amekaji", "--brand", "Moss")
    assert found["total"] == 4
    assert stocked.json("looks", "--color", "하양", "--item", "셔츠")["total"] == 4
    assert stocked.json("looks", "--top", 2)["total"] == 12
    assert "colour: white" in stocked("looks", "--color", "white").stdout


def test_looks_like_a_look_or_a_photo(stocked, tmp_path):
    one = stocked.json("looks", "--brand", "Nord")["looks"][0]["look"]
    found = stocked.json("looks", "--like", one, "--weights", "style=2")["looks"]
    assert found[0]["brand"] == "Nord" and "similar" in found[0]["level"]
    photo = write_photo(tmp_path / "q.png", 99, group=2)
    assert stocked.json("looks", "--like", photo, "--top", 1)["looks"][0]["brand"] == "오월상점"
    assert "similar" in stocked("looks", "--like", photo, "--top", 1).stdout


@pytest.mark.parametrize(
    "options",
    [
        ["--color", "blorange"],
        ["--weights", "style=2"],
        ["--like", "1", "--weights", "style=0,color=0,garments=0,material=0,season=0"],
        ["--like", "99999"],
        ["--brand", "nobody"],
        ["--lookbook", "nothing"],
    ],
)
def test_looks_refuses_what_it_cannot_search(stocked, options):
    assert stocked("looks", *options).exit_code == 2
