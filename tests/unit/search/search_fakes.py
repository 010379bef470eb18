"""Small libraries whose cosines can be read off, and a word space that means nothing."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from braind.domain import VISUAL_SIZE, Answer, Brand, Look, StyleScores
from braind.looktable import LookTable
from braind.search import SearchIndex
from braind.visualblock import VisualBlock
from braind.vocabulary import ANSWERS, DEFAULT_WEIGHTS, QUESTIONS, Part

STYLE_ONLY = {Part.STYLE: 1.0}


def make_words(dimensions=25, seed=7):
    rng = np.random.default_rng(seed)
    tables = {}
    for question in QUESTIONS:
        rows = rng.standard_normal((len(ANSWERS[question]), dimensions))
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        rows[-1] = 0
        tables[question] = rows.astype(np.float32)
    return tables


WORDS = make_words()


def make_look(look_id=0, brand_id=0, cosine=1.0, answers=None, near_hash=0, person=0, visual=None):
    """A look whose style has the given cosine to that of ``make_look()``."""
    styles = np.zeros(7, np.float32)
    styles[:2] = cosine, math.sqrt(1 - cosine * cosine)
    told = tuple(Answer(question, word, 1.0) for question, word in (answers or {}).items())
    return Look(
        photo_hash=str(look_id),
        path=f"{look_id}.jpg",
        styles=StyleScores(styles),
        answers=told,
        palette=(),
        recipe="r",
        id=look_id,
        brand_id=brand_id,
        near_hash=near_hash,
        person=person,
        visual=visual,
    )


def make_table(looks):
    return LookTable.of(looks)


def make_index(looks, weights=STYLE_ONLY):
    return SearchIndex(make_table(looks), WORDS, weights)


def brands_with(cosines):
    """Looks of brands 1, 2, … with the given cosines to ``make_look()``, numbered from 1."""
    pairs = [(brand, cosine) for brand, row in enumerate(cosines, 1) for cosine in row]
    return [make_look(number, brand, cosine) for number, (brand, cosine) in enumerate(pairs, 1)]


def name_brands(count):
    return [Brand(number, f"brand {number:02}") for number in range(1, count + 1)]


def random_table(count, brands, seed=0):
    """Looks that gather around one style and one outfit a brand, in shuffled order."""
    rng = np.random.default_rng(seed)
    sizes = np.array([len(ANSWERS[question]) for question in QUESTIONS])
    brand_ids = np.sort(rng.integers(1, brands + 1, count)).astype(np.int32)
    styles = rng.random((brands, 7))[brand_ids - 1] + rng.normal(0, 0.2, (count, 7))
    outfits = rng.integers(0, sizes, (brands, len(sizes)))[brand_ids - 1]
    varied = rng.random(outfits.shape) < 0.4
    answers = np.where(varied, rng.integers(0, sizes, outfits.shape), outfits)
    table = LookTable(
        rng.permutation(count).astype(np.int64) + 1,
        brand_ids,
        styles.clip(0, 1).astype(np.float32),
        answers.astype(np.uint8),
        rng.integers(1, 2**63, count).astype(np.uint64),
    )
    return table.take(rng.permutation(count))


def random_index(count=60, brands=5, seed=0, weights=DEFAULT_WEIGHTS):
    return SearchIndex(random_table(count, brands, seed), WORDS, weights)


def visual_vector(seed, toward=None):
    """A unit vector in half precision, near another one if given."""
    vector = np.random.default_rng(seed).standard_normal(VISUAL_SIZE)
    if toward is not None:
        vector = vector / np.linalg.norm(vector) + 2 * toward.astype(np.float64)
    return (vector / np.linalg.norm(vector)).astype(np.float16)


def with_visual(table, seed=0, unknown=()):
    """The same looks with visual vectors, except for the rows in ``unknown``."""
    vectors = [None if n in unknown else visual_vector((seed, n)) for n in range(len(table))]
    block = VisualBlock.of(vectors) or VisualBlock.unknown(len(table))
    return replace(table, visual=block)


def look_of(table, row, look_id=0):
    """A row of a table as a query."""
    answers = tuple(
        Answer(question, ANSWERS[question][position], 1.0)
        for question, position in zip(QUESTIONS, table.answers[row], strict=True)
    )
    return Look("", "", StyleScores(table.styles[row]), answers, (), "r", id=look_id)
