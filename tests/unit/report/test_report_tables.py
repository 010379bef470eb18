from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest
from report_samples import OWN_LOOKS, PHOTO_FOLDER, make_report

from braind.report.formats import FORMATS
from braind.report.tables import brand_csv
from braind.vocabulary import STYLES


def rows_of(report):
    content = brand_csv(report)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def tables_of(report):
    rows = rows_of(report)
    empty = rows.index([])
    return rows[:empty], rows[empty + 1 :]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_table_has_a_summary_and_every_look(language):
    summary, looks = tables_of(make_report(language))
    assert ["brand", "느루결"] in summary or ["브랜드", "느루결"] in summary
    assert len(looks) == 1 + OWN_LOOKS
    assert len(looks[0]) == 3 + 9 + len(STYLES) + 1
    assert {len(row) for row in looks} == {len(looks[0])}
    assert [row[0] for row in looks[1:4]] == ["1", "2", "3"]
    assert looks[1][-1] == "#102030 #f0f0f0"


def test_styles_have_their_intervals():
    summary, _ = tables_of(make_report())
    assert ["casual", "0.72", "0.66", "0.78"] in summary


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_name_runs_as_a_formula(start):
    name = f'{start}HYPERLINK("x")'
    report = replace(make_report("en", name, (name, "b", "c")), lookbooks={1: name, 2: "2024 FW"})
    cells = [cell for row in rows_of(report) for cell in row]
    assert cells.count(f"'{name}") >= 2 + OWN_LOOKS // 2
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_the_record_says_everything_but_where_photos_lie():
    report = make_report("ko")
    content = FORMATS[".json"](report).decode("utf-8")
    assert PHOTO_FOLDER not in content and "느루결" in content
    record = json.loads(content)
    assert record["styles"]["casual"] == {"mean": 0.72, "spread": 0.1, "interval": [0.66, 0.78]}
    assert record["self_test"]["first"] == 0.8
    assert [brand["brand"] for brand in record["brands"]] == ["철물 Works", "꽃사탕", "서재"]
    assert record["brands"][0]["evidence"][0]["look"] == 1010
    assert record["differences"][0]["apart"][0] == {
        "question": "upper_color", "word": "navy", "ours": 0.4, "theirs": 0.1, "effect": 0.7,
        "strength": "strong",
    }  # fmt: skip
    assert record["maps"][1]["axes"] == [["캐주얼", "시크"], ["어두움", "밝음"]]
    assert len(record["looks"]) == OWN_LOOKS and record["looks"][0]["lookbook"] == "2024 FW"


def test_no_format_tells_where_photos_lie():
    report = make_report()
    for suffix in (".html", ".csv", ".json"):
        assert PHOTO_FOLDER.encode() not in FORMATS[suffix](report)
