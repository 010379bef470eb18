"""A brand's report made by hand, with drawn rectangles for pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from io import BytesIO

import numpy as np
from PIL import Image

from braind.domain import (
    Answer,
    Brand,
    BrandMatch,
    EvidencePair,
    Level,
    Look,
    StyleProfile,
    StyleScores,
    Swatch,
)
from braind.insights.kinds import (
    Axis,
    Difference,
    Differentiation,
    HonestProfile,
    Interval,
    LookAlike,
    MapAxis,
    MapPoint,
    Neighbour,
    PositionMap,
    SelfTest,
    Strength,
    SubStyle,
    Trait,
    WhiteSpot,
)
from braind.report import BrandReport, Competitor, ModelNote
from braind.report.brand_document import brand_document
from braind.vocabulary import ANSWERS, BASE_PARTS, QUESTIONS, UNKNOWN, Question, Style

OWN_LOOKS = 24
PHOTO_FOLDER = "/home/someone/secret"


def make_report(language="en", name="느루결", rivals=("철물 Works", "꽃사탕", "서재"), **changes):
    """A report in which every section has something to say."""
    brand = Brand(1, name, OWN_LOOKS)
    others = [Brand(number, other, 20) for number, other in enumerate(rivals, 2)]
    report = BrandReport(
        brand,
        honest_profile(others),
        tuple(make_look(number) for number in range(1, OWN_LOOKS + 1)),
        language,
        date(2025, 3, 9),
        2 / 3,
        1 + len(others),
        240,
        {1: "2024 SS", 2: "2024 FW"},
        excluded=3,
        sub_styles=sub_styles(),
        competitors=tuple(competitor(rank, other) for rank, other in enumerate(others, 1)),
        differences=tuple(differentiation(other) for other in others),
        look_alikes=(LookAlike(brand, others[0], evidence(3, 1), True),) if others else (),
        maps=maps([brand, *others]),
        white_spots=(white_spot(others),),
        models=(model_note(),),
    )  # fmt: skip
    report = replace(report, **changes)
    pictures = {look: picture(look) for look in brand_document(report).look_ids()}
    return replace(report, pictures=changes.get("pictures", pictures))


def picture(number):
    """A WebP of a coloured rectangle."""
    file = BytesIO()
    color = tuple(int(value) for value in np.random.default_rng(number).integers(40, 220, 3))
    Image.new("RGB", (90, 240), color).save(file, "WEBP")
    return file.getvalue()


def make_look(number):
    """A stored look of the brand."""
    answers = tuple(Answer(q, ANSWERS[q][number % len(ANSWERS[q])], 0.8) for q in QUESTIONS)
    scores = StyleScores(np.linspace(0.1, 0.7, 7).astype(np.float32))
    palette = (Swatch("#102030", "navy", 0.6), Swatch("#f0f0f0", "white", 0.4))
    return Look(
        f"hash{number}", f"{PHOTO_FOLDER}/{number}.jpg", scores, answers, palette, "recipe",
        id=number, brand_id=1, lookbook_id=1 + number % 2,
    )  # fmt: skip


def honest_profile(others, doubts=(), mean=(0.72, 0.31, 0.18, 0.44, 0.05, 0.61, 0.27)):
    """A profile with intervals of ±0.06."""
    means = np.array(mean, np.float32)
    profile = StyleProfile(
        1, "recipe", OWN_LOOKS, means, np.full(7, 0.1, np.float32), palette(), answers(), 0.62,
        (1, 2, 3, 4, 5), (24, 23, 22, 21, 20),
    )  # fmt: skip
    spans = tuple(Interval(max(0.0, float(m) - 0.06), min(1.0, float(m) + 0.06)) for m in means)
    neighbours = tuple(Neighbour(other, 0.9 - 0.1 * n) for n, other in enumerate(others))
    test = SelfTest(5, 1 + len(others), 1.4, 0.8, 1 / (1 + len(others)))
    return HonestProfile(profile, 5, spans, Interval(0.55, 0.68), neighbours, test, tuple(doubts))


def model_note():
    """What a card says."""
    data = (("street photos", "CC0-1.0"),)
    return ModelNote("style", "Apache-2.0", "7d" * 32, data, ("Few looks.",))


def palette():
    """Six colours that sum to 1."""
    colors = (
        ("#1f1e22", "black", 0.31), ("#ececee", "white", 0.24), ("#c9b79f", "beige", 0.17),
        ("#252a4a", "navy", 0.13), ("#6d674e", "khaki", 0.1), ("#5a2029", "burgundy", 0.05),
    )  # fmt: skip
    return tuple(Swatch(*color) for color in colors)


def answers():
    """Five answers and the unknown for every question that has as many."""
    shares = (0.34, 0.22, 0.14, 0.1, 0.06)
    found = {}
    for question in QUESTIONS:
        words = ANSWERS[question][:-1]
        known = tuple(zip(words, shares, strict=False))
        found[question] = (*known, (UNKNOWN, 1 - sum(share for _, share in known)))
    return found


def evidence(ours, theirs):
    """A pair of looks, the other brand's numbered from 1000 on."""
    return EvidencePair(ours, 1000 + theirs, 0.91, dict.fromkeys(BASE_PARTS, 0.2))


def competitor(rank, other, level=Level.SIMILAR):
    """A match with three pairs."""
    pairs = tuple(evidence(3 * rank + n, 10 * rank + n) for n in range(3))
    parts = dict(zip(BASE_PARTS, (0.3, 0.25, 0.2, 0.15, 0.1), strict=True))
    match = BrandMatch(
        other, rank, 0.8 - 0.05 * rank, level, parts, pairs,
        ((Question.UPPER_COLOR, "navy"), (Question.UPPER_ITEM, "coat")), (Style.CASUAL,),
    )  # fmt: skip
    return Competitor(match, 0.75 - 0.12 * rank)


def differentiation(other):
    """Two things that differ and one that is shared."""
    return Differentiation(
        other,
        (Difference(Trait("casual"), 0.72, 0.66, 0.8, Strength.CLEAR),),
        (
            Difference(Trait("navy", Question.UPPER_COLOR), 0.4, 0.1, 0.7, Strength.STRONG),
            Difference(Trait("jeans", Question.LOWER_ITEM), 0.1, 0.5, -0.9, Strength.SLIGHT),
        ),
        (6, 7, 8),
    )


def sub_styles():
    """Two groups."""
    return (
        SubStyle((Trait("casual"), Trait("navy", Question.UPPER_COLOR)), tuple(range(1, 15)), 0.6),
        SubStyle((Trait("chic"), Trait("skirt", Question.LOWER_ITEM)), tuple(range(15, 25)), 0.4),
    )


def white_spot(others):
    """A mixture that nobody stands for."""
    return WhiteSpot(((Style.DANDY, 0.67), (Style.STREET, 0.33)), 2.4, tuple(others[:2]))


def maps(brands):
    """The brands on a circle, by similarity and on named axes."""
    turns = np.linspace(0, 2 * np.pi, len(brands), endpoint=False)
    points = tuple(
        MapPoint(brand, float(np.cos(turn)), float(np.sin(turn)), 20)
        for brand, turn in zip(brands, turns, strict=True)
    )
    axes = (MapAxis(Style.CHIC, Style.CASUAL), MapAxis(Axis.LIGHTNESS))
    return PositionMap(points, None, 0.93), PositionMap(points, axes, None)


class Balance(HTMLParser):
    """Fails on elements that are not closed in order."""

    VOID = ("img", "meta", "!doctype")

    def __init__(self):
        super().__init__()
        self.open = []
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
