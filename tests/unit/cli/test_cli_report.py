from __future__ import annotations

import csv
import json
from io import StringIO

import pytest


def test_a_page_is_written_and_named(stocked, tmp_path):
    result = stocked("report", "moss", "-o", tmp_path / "moss.html")
    assert result.exit_code == 0
    assert str(tmp_path / "moss.html") in result.stdout
    html = (tmp_path / "moss.html").read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>") and 'lang="en"' in html and "Moss" in html


def test_the_language_is_that_of_the_report(stocked, tmp_path):
    stocked("report", "오월상점", "-o", tmp_path / "r.html", "--lang", "ko")
    assert "브랜드 리포트" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_programs_are_told_what_was_written(stocked, tmp_path):
    path = tmp_path / "moss.csv"
    told = stocked.json("report", "Moss", "-o", path)
    assert told["brand"] == "Moss" and told["format"] == "csv" and told["file"] == str(path)
    assert told["bytes"] == path.stat().st_size
    assert told["reliable"] is False and "few_looks" in told["doubts"]
    rows = list(csv.reader(StringIO(path.read_text(encoding="utf-8-sig"))))
    assert ["brand", "Moss"] in rows


def test_a_record_has_the_keys_of_the_profile(stocked, tmp_path):
    stocked("report", "Moss", "-o", tmp_path / "moss.json")
    record = json.loads((tmp_path / "moss.json").read_text(encoding="utf-8"))
    profile = stocked.json("profile", "Moss")
    shared = {"brand", "recipe", "count", "styles", "palette", "answers", "cohesion"}
    assert shared <= record.keys() & profile.keys()
    assert record["answers"] == profile["answers"] and record["palette"] == profile["palette"]


@pytest.mark.parametrize("name", ["moss.docx", "moss"])
def test_an_unknown_suffix_is_wrong_usage_and_writes_nothing(stocked, tmp_path, name):
    result = stocked("report", "Moss", "-o", tmp_path / name)
    assert result.exit_code == 2
    assert ".html, .pdf, .png, .csv, .json" in result.stderr
    assert not (tmp_path / name).exists()


def test_an_unknown_brand_is_wrong_usage(stocked, tmp_path):
    assert stocked("report", "Nobody", "-o", tmp_path / "r.html").exit_code == 2


def test_a_place_that_cannot_be_written_exits_with_4(stocked, tmp_path):
    (tmp_path / "file").write_text("")
    result = stocked("report", "Moss", "-o", tmp_path / "file" / "r.html")
    assert result.exit_code == 4 and "cannot be written" in result.stderr


def test_sections_and_photos_can_be_left_out(stocked, tmp_path):
    stocked("report", "Moss", "-o", tmp_path / "all.html")
    stocked("report", "Moss", "-o", tmp_path / "some.html", "--section", "style", "--no-pictures")
    some, every = ((tmp_path / f"{n}.html").read_text("utf-8") for n in ("some", "all"))
    assert some.count("<section") < every.count("<section")
    assert "data:image/webp" in every and "data:image/webp" not in some


def test_the_sections_of_the_command_are_those_of_the_report():
    from braind.cli.report_commands import SECTION_NAMES
    from braind.report import METHOD, SECTIONS

    assert (*SECTION_NAMES, METHOD) == tuple(SECTIONS)
