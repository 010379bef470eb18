"""Brands whose shoots are known, in a library of others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from engine_fakes import fake_words
from map_fakes import make_table

from braind.domain import Answer, Brand, Look, StyleScores
from braind.insights.honesty import Wardrobe, honest_profile
from braind.search import SearchIndex, look_background
from braind.vocabulary import ANSWERS, QUESTIONS

DAY = 86_400
BRAND = 1


def look(number, shoot=0, brand=BRAND, styles=None, words=(), **facts):
    """Look ``number`` of a shoot: a folder and a day of its own."""
    usual = {
        "path": f"/brand {brand}/shoot {shoot}/{number}.jpg",
        "taken_at": (1000 + shoot) * DAY,
        "near_hash": _hash(number),
    }
    return Look(
        photo_hash=f"{number:x}",
        styles=StyleScores(np.asarray(np.eye(7)[0] if styles is None else styles, np.float32)),
        answers=tuple(Answer(question, word, 1.0) for question, word in dict(words).items()),
        palette=(),
        recipe="r",
        id=number,
        brand_id=brand,
        **(usual | facts),
    )


def _hash(number):
    return int(np.random.default_rng(number).integers(1, 2**63))


def dressed(number, shoot, brand=BRAND, seed=None, variety=0.35):
    """A look of a brand with a style and an outfit of its own, varied a little."""
    own, rng = np.random.default_rng(1000 + brand), np.random.default_rng((number, seed or 0))
    styles = (own.random(7) + rng.normal(0, 0.15, 7)).clip(0, 1)
    outfit = [own.integers(0, max(1, len(ANSWERS[q]) - 1)) for q in QUESTIONS]
    words = {
        q: ANSWERS[q][rng.integers(len(ANSWERS[q])) if rng.random() < variety else usual]
        for q, usual in zip(QUESTIONS, outfit, strict=True)
    }
    return look(number, shoot, brand, styles, words)


def brand_of(sizes, brand=BRAND, first=1):
    """Looks of shoots of the given sizes."""
    shoots = [shoot for shoot, size in enumerate(sizes) for _ in range(size)]
    return [dressed(first + n, shoot, brand) for n, shoot in enumerate(shoots)]


def others(brands=4, looks=6):
    """Looks of the brands 2, 3, …, numbered from 10,000."""
    return [
        dressed(10_000 * brand + n, n % 2, brand)
        for brand in range(2, 2 + brands)
        for n in range(looks)
    ]


def copies(looks, times):
    """More of the same photos, saved under other names."""
    return [
        replace(one, id=one.id + 100_000 * time, path=f"{one.path}.{time}.jpg")
        for time in range(1, times)
        for one in looks
    ]


def retaken(looks, times):
    """More photos of the same outfits in the same shoot."""
    return [replace(one, near_hash=_hash(one.id)) for one in copies(looks, times)]


def index_of(looks):
    table = make_table(
        [(k.brand_id, k.styles.values, {a.question: a.word for a in k.answers}) for k in looks],
        [k.near_hash for k in looks],
    )
    return SearchIndex(replace(table, look_ids=np.array([k.id for k in looks], np.int64)),
                       fake_words())  # fmt: skip


def honest(looks, rest=None, background=None):
    """The honest profile of ``looks`` in a library with the looks ``rest`` of other brands."""
    index = index_of([*looks, *(others() if rest is None else rest)])
    brands = [Brand(int(number), f"brand {number}") for number in index.brand_ids]
    wardrobe = Wardrobe.of(index, BRAND, looks)
    return honest_profile(index, brands, wardrobe, "r", background or look_background(index))
