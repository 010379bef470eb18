from __future__ import annotations

import re
from dataclasses import replace

import pytest
from report_samples import PHOTO_FOLDER, Balance, honest_profile, make_report

from braind.domain import Level
from braind.insights.kinds import Doubt
from braind.report.brand_document import brand_document
from braind.report.formats import report_html

EVIL = '<script>alert("x")</script>'
SECTIONS = [
    "style", "attributes", "cohesion", "sub-styles", "brands", "position", "differences", "method",
]  # fmt: skip


def page(*args, **changes):
    return report_html(make_report(*args, **changes)).decode("utf-8")


def seen(html):
    parser = Balance()
    parser.feed(html)
    assert parser.open == []
    return parser.seen


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_sections_come_in_order_and_the_page_is_well_formed(language):
    elements = seen(page(language))
    ids = [attrs["id"] for name, attrs in elements if name == "section"]
    assert ids == SECTIONS
    links = [attrs["href"] for name, attrs in elements if name == "a"]
    assert links == [f"#{section}" for section in SECTIONS]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_page_needs_nothing_else(language):
    html = page(language)
    elements = seen(html)
    assert not {"script", "link", "iframe", "object"} & {name for name, _ in elements}
    images = [attrs for name, attrs in elements if name == "img"]
    assert images and all(image["alt"] for image in images)
    assert all(image["src"].startswith("data:image/webp;base64,") for image in images)
    assert not re.search(r"https?:|url\(|@import|<[^>]+ on\w+=", html)


def test_charts_are_drawn_in_the_colours_of_the_page():
    charts = re.findall(r"<svg.*?</svg>", page())
    assert len(charts) == 3
    assert all('role="img"' in chart and "var(--accent)" in chart for chart in charts)
    assert "casual 0.72" in charts[0] and "Map of 4 brands" in charts[1]


def test_names_cannot_inject_anything():
    html = page("en", EVIL, (EVIL, "b", "c"), lookbooks={1: EVIL})
    assert EVIL not in html
    assert html.count("&lt;script&gt;") > 10


def test_intervals_unknown_shares_and_the_self_test_are_shown():
    html = page()
    assert "0.72 (0.66 to 0.78)" in html
    assert "0.62" in html and "95 % interval 0.55 to 0.68" in html
    assert re.search(r"<span>unknown</span>.*?<em>14%</em>", html)
    assert "first for 80% of them (guessing: 25%); its mean rank was 1.4 of 4" in html


def test_a_doubtful_profile_says_so_on_the_cover():
    doubts = (Doubt.FEW_LOOKS, Doubt.NOT_RECOGNISED)
    html = page(honest=honest_profile((), doubts))
    cover = html[: html.index("<main>")]
    assert "Not reliable yet: There are only 24 looks." in cover
    assert "does not recognise" in cover
    assert "Not reliable yet" not in page()


def test_without_another_brand_the_rest_is_still_there():
    report = make_report("ko", rivals=(), maps=(), white_spots=())
    ids = [section.id for section in brand_document(report).sections]
    assert ids == ["style", "attributes", "cohesion", "sub-styles", "brands", "method"]
    assert "비교할 다른 브랜드가 아직 없어요" in report_html(report).decode("utf-8")


def test_no_clear_match_is_said():
    report = make_report()
    nearest = [
        replace(rival, match=replace(rival.match, level=Level.NO_MATCH))
        for rival in report.competitors
    ]
    html = report_html(replace(report, competitors=tuple(nearest))).decode("utf-8")
    assert "No brand of this library is clearly similar" in html
    assert "None is clearly similar" in html


def test_a_look_without_picture_has_a_place():
    report = make_report("ko", pictures={})
    html = report_html(report).decode("utf-8")
    assert "<img" not in html
    assert html.count("사진 없음") >= len(brand_document(report).look_ids())


def test_where_photos_lie_is_not_told():
    assert PHOTO_FOLDER not in page()


def test_models_and_licences_are_named():
    html = page()
    assert "Apache-2.0" in html and "street photos" in html and "Few looks." in html


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_placeholder_is_left(language):
    text = re.sub(r"<style>.*?</style>", "", page(language), flags=re.S)
    assert not re.search(r"[{}]", text)
