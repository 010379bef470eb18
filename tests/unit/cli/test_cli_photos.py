from __future__ import annotations

import json

import numpy as np
import pytest
from engine_fakes import HALF, HEIGHT, NO_FOOT, NOBODY, PAIR, RECIPE, WIDTH, write_photo
from PIL import Image

from braind.errors import ModelError
from braind.vocabulary import QUESTIONS, STYLES

KEYS = [
    "photo", "status", "reason", "people", "whole_body", "styles", "answers", "palette", "recipe",
    "timings_ms",
]  # fmt: skip


def test_analyze_gives_an_object_a_photo_in_order(braind, tmp_path):
    paths = [
        write_photo(tmp_path / "a.png", 1),
        write_photo(tmp_path / "b.png", 2, NO_FOOT),
        write_photo(tmp_path / "c.png", 3, NOBODY),
        write_photo(tmp_path / "d.png", 4, PAIR),
    ]
    shapes = braind.json("analyze", *paths)
    assert [shape["photo"] for shape in shapes] == [str(path) for path in paths]
    assert all(list(shape) == KEYS for shape in shapes)
    assert [(s["status"], s["reason"], s["people"]) for s in shapes] == [
        ("ok", None, 1),
        ("rejected", "left_foot_cut_off", 1),
        ("rejected", "nobody", 0),
        ("rejected", "several_people", 2),
    ]
    whole = shapes[0]
    assert whole["whole_body"]["ok"] and whole["whole_body"]["missing"] == []
    assert whole["whole_body"]["box"] == [4.0, 6.0, 22.0, 66.0]
    assert whole["whole_body"]["parts"]["left_foot"] == [6.0, 60.0, 10.0, 66.0]
    assert whole["whole_body"]["parts"]["right_foot"] is None
    assert list(whole["styles"]) == list(STYLES)
    assert list(whole["answers"]) == list(QUESTIONS)
    assert whole["answers"]["season"] == {"answer": "unknown", "confidence": 0.8}
    assert whole["palette"] == [{"hex": "#102030", "name": "navy", "share": 1.0}]
    assert whole["recipe"] == RECIPE
    assert shapes[2]["whole_body"]["box"] is None
    assert shapes[2]["styles"] == {} and shapes[2]["palette"] == []


def test_boxes_are_in_pixels_of_the_original(braind, tmp_path):
    big = tmp_path / "big.png"
    image = Image.open(write_photo(tmp_path / "a.png", 1)).resize((2000, 3000), 0)
    image.save(big)
    (shape,) = braind.json("analyze", big)
    left, _, right, bottom = shape["whole_body"]["box"]
    assert left == pytest.approx(4 * 3000 / 1280, abs=0.1)
    assert right == pytest.approx(22 * 3000 / 1280, abs=0.1)
    assert bottom == pytest.approx(66 * 3000 / 1280, abs=0.1)


def test_a_failed_photo_is_told_and_the_others_go_on(braind, tmp_path):
    good = write_photo(tmp_path / "a.png", 1)
    result = braind("analyze", tmp_path / "none.jpg", good, "--json")
    assert result.exit_code == 1
    failed, ok = json.loads(result.stdout)
    assert (failed["status"], failed["reason"], ok["status"]) == ("failed", "photo_missing", "ok")
    assert list(failed) == KEYS


def test_progress_goes_to_standard_error_as_json_lines(braind, tmp_path):
    result = braind("analyze", write_photo(tmp_path / "a.png", 1), "--json")
    lines = [json.loads(line) for line in result.stderr.splitlines()]
    assert lines and all("event" in line for line in lines)


def test_save_writes_cutout_and_what_was_seen(braind, tmp_path):
    first = write_photo(tmp_path / "x" / "a.png", 1)
    second = write_photo(tmp_path / "y" / "a.png", 2)
    nobody = write_photo(tmp_path / "n.png", 3, NOBODY)
    braind.json("analyze", first, second, nobody, "--save", tmp_path / "out")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["a-2.cutout.png", "a-2.seen.png", "a.cutout.png", "a.seen.png"]
    cutout = np.asarray(Image.open(tmp_path / "out" / "a.cutout.png"))
    assert cutout.shape == (HEIGHT, WIDTH, 4)
    assert np.asarray(Image.open(tmp_path / "out" / "a.seen.png")).shape == (384, 192, 3)


def test_a_folder_that_cannot_be_written_is_an_input_output_error(braind, tmp_path):
    (tmp_path / "file").write_text("")
    photo = write_photo(tmp_path / "a.png", 1)
    result = braind("analyze", photo, "--save", tmp_path / "file" / "out")
    assert result.exit_code == 4
    assert "cannot be written" in result.stderr


def test_people_read_a_short_report(braind, tmp_path):
    photos = [write_photo(tmp_path / "a.png", 1), write_photo(tmp_path / "b.png", 2, NO_FOOT)]
    out = braind("analyze", *photos).stdout
    assert "whole body" in out
    assert "not used: the left foot is cut off" in out
    assert "casual" in out and "navy #102030 100%" in out
    assert "캐주얼" in braind("analyze", *photos, "--lang", "ko").stdout


def test_match_ranks_brands_with_reasons(stocked, tmp_path):
    photo = write_photo(tmp_path / "q.png", 99, group=1)
    shape = stocked.json("match", photo, "--top", 2)
    best = shape["brands"][0]
    assert best["brand"] == "Nord"
    assert best["level"] == "very_similar"
    assert sum(best["parts"].values()) == pytest.approx(1, abs=1e-3)
    assert all(pair["photo"].endswith(".png") for pair in best["evidence"])
    assert shape["compared"] == 12
    out = stocked("match", photo).stdout
    assert " 1  Nord" in out and "very similar" in out and "In common:" in out
    assert f"{best['score']:.2f}" not in out


def test_weights_change_the_ranking(stocked, tmp_path):
    photo = write_photo(tmp_path / "q.png", 99)
    shape = stocked.json("match", photo, "--weights", "style=0,colour=2", "--weights", "style=0")
    assert shape["weights"]["style"] == 0
    shape = stocked.json("match", photo, "--weights", "style=0, colour=2,pattern=0.5")
    assert (shape["weights"]["color"], shape["weights"]["material"]) == (2, 0.5)


@pytest.mark.parametrize(
    "weights",
    ["shoes=1", "style", "style=x", "style=-1", "style=nan",
     "style=0,color=0,garments=0,material=0,season=0"],
)  # fmt: skip
def test_weights_that_make_no_sense_are_a_usage_error(stocked, tmp_path, weights):
    photo = write_photo(tmp_path / "q.png", 99)
    result = stocked("match", photo, "--weights", weights)
    assert result.exit_code == 2
    assert "Error" in result.stderr


def test_match_writes_a_page(stocked, tmp_path):
    photo = write_photo(tmp_path / "q.png", 99)
    result = stocked("match", photo, "--html", tmp_path / "deep" / "page.html")
    assert result.exit_code == 0
    assert str(tmp_path / "deep" / "page.html") in result.stderr
    assert "Moss" in (tmp_path / "deep" / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("kind", "words"), [(NOBODY, "Nobody"), (HALF, "half of a body")])
def test_photos_that_cannot_be_matched_exit_with_1(stocked, tmp_path, kind, words):
    result = stocked("match", write_photo(tmp_path / "q.png", 99, kind))
    assert result.exit_code == 1
    assert words in result.stderr


def test_the_person_is_counted_from_one(stocked, tmp_path):
    pair = write_photo(tmp_path / "pair.png", 99, PAIR)
    assert stocked.json("match", pair, "--person", 2)["person"] == 2
    assert stocked("match", pair, "--person", 3).exit_code == 2


def test_an_unreadable_photo_exits_with_4(stocked, tmp_path):
    result = stocked("match", tmp_path / "none.jpg", "--json")
    assert result.exit_code == 4
    (line,) = (json.loads(line) for line in result.stderr.splitlines())
    assert (line["event"], line["code"]) == ("error", "photo_missing")
    assert "none.jpg" in line["message"]


def test_a_missing_model_exits_with_3(braind, tmp_path):
    def missing():
        raise ModelError("model_missing", "The model is not there.", "Install BRAIND again.")

    photo = write_photo(tmp_path / "a.png", 1)
    result = braind("analyze", photo, make_pipeline=missing)
    assert result.exit_code == 3
    assert result.stderr == "braind: The model is not there. Install BRAIND again.\n"


def test_cancelling_exits_with_130(braind, tmp_path):
    def interrupted():
        raise KeyboardInterrupt

    photo = write_photo(tmp_path / "a.png", 1)
    result = braind("analyze", photo, make_pipeline=interrupted)
    assert result.exit_code == 130
    assert "kept" in result.stderr
