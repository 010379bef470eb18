from __future__ import annotations

import re

import numpy as np
import pytest
from report_samples import Balance

from braind.domain import Answer, Brand, BrandMatch, Level, Reason, StyleScores, Swatch
from braind.report import MatchPage, RankedBrand, match_page
from braind.report.markup import Markup, join, tag
from braind.report.query import QueryCard
from braind.vocabulary import BASE_PARTS, DEFAULT_WEIGHTS, QUESTIONS

EVIL = '<script>alert("x")</script>'


def ranked(rank, name, level=Level.SIMILAR):
    parts = dict.fromkeys(BASE_PARTS, 0.2)
    match = BrandMatch(Brand(rank, name), rank, 0.9, level, parts, ())
    return RankedBrand(match, 0.5, [b"webp"] * 7)


def make_page(matches=(), nearest=(), name="photo.jpg", **options):
    query = QueryCard(
        name,
        b"webp",
        StyleScores(np.linspace(0, 1, 7).astype(np.float32)),
        [Answer(question, "unknown", 0.0) for question in QUESTIONS],
        [Swatch("#102030", "navy", 1.0)],
        (Reason.LEFT_FOOT,),
    )
    return MatchPage(query, matches, nearest, DEFAULT_WEIGHTS, 2 / 3, 12, 1234, **options)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_page_is_well_formed_and_needs_nothing_else(language):
    html = match_page(make_page([ranked(1, "Moss"), ranked(2, "오월상점")]), language)
    parser = Balance()
    parser.feed(html)
    assert parser.open == []
    names = [name for name, _ in parser.seen]
    assert "script" not in names and "link" not in names
    sources = [attrs["src"] for name, attrs in parser.seen if name == "img"]
    assert all(source.startswith("data:image/webp;base64,") for source in sources)
    assert all(attrs["alt"] for name, attrs in parser.seen if name == "img")
    assert not re.search(r"https?:|url\(|@import", html)
    assert f'lang="{language}"' in html


def test_both_themes_are_in_the_page():
    html = match_page(make_page([ranked(1, "Moss")]))
    assert "prefers-color-scheme: dark" in html and "#7a2e3a" in html


def test_names_cannot_inject_anything():
    html = match_page(make_page([ranked(1, EVIL)], name=EVIL, notice=EVIL))
    assert EVIL not in html
    assert html.count("&lt;script&gt;") >= 3


def test_five_look_alikes_a_brand_at_most():
    assert match_page(make_page([ranked(1, "Moss")])).count("<img") == 1 + 5


def test_without_a_match_the_page_says_so():
    html = match_page(make_page([], [ranked(1, "Moss", Level.NO_MATCH)]))
    assert "No clearly similar brand" in html and "Moss" in html


def test_no_raw_score_is_shown():
    assert "0.9" not in re.sub(r"<style>.*?</style>", "", match_page(make_page([ranked(1, "M")])))


def test_markup_escapes_text_but_not_itself():
    assert tag("b", "a<b", tag("i", "&")) == "<b>a&lt;b<i>&amp;</i></b>"
    assert tag("p", class_="x", title='"') == '<p class="x" title="&quot;"></p>'
    assert tag("p", title=None) == "<p></p>"
    assert isinstance(join("<", tag("b")), Markup)
