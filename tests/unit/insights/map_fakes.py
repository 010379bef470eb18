"""Brands whose places on a map can be worked out by hand."""

from __future__ import annotations

import numpy as np
from engine_fakes import fake_words
from hypothesis import strategies as st

from braind.domain import Answer, Brand
from braind.looktable import LookTable, encode_answers
from braind.search import SearchIndex
from braind.vocabulary import ANSWERS, QUESTIONS, STYLES


def styled(**scores):
    """Style scores by name, the others 0."""
    return [scores.get(style, 0.0) for style in STYLES]


def make_table(looks, hashes=()):
    """Looks numbered from 1, of (brand id, style scores, words by question)."""
    answers = [[Answer(q, word, 1.0) for q, word in words.items()] for _, _, words in looks]
    return LookTable(
        np.arange(1, len(looks) + 1, dtype=np.int64),
        np.array([brand for brand, _, _ in looks], np.int32),
        np.array([scores for _, scores, _ in looks], np.float32).reshape(-1, 7),
        np.array([encode_answers(told) for told in answers], np.uint8).reshape(-1, 10),
        np.array(hashes, np.uint64),
    )


def index_of(looks, hashes=()):
    return SearchIndex(make_table(looks, hashes), fake_words())


def join(*tables):
    """Tables with different brands as one, the looks numbered anew."""
    columns = ("brand_ids", "styles", "answers", "near_hashes")
    merged = {name: np.concatenate([getattr(table, name) for table in tables]) for name in columns}
    return LookTable(np.arange(1, sum(map(len, tables)) + 1, dtype=np.int64), **merged)


def brands_of(index):
    return [Brand(int(id_), f"brand {id_}", 1) for id_ in index.brand_ids]


def random_table(brands, looks=6, seed=0, first=1):
    """Brands numbered from ``first``, each around one style and one outfit."""
    rng = np.random.default_rng(seed)
    sizes = np.array([len(ANSWERS[question]) for question in QUESTIONS])
    owners = np.repeat(np.arange(brands), looks)
    styles = rng.random((brands, 7))[owners] + rng.normal(0, 0.1, (len(owners), 7))
    outfits = rng.integers(0, sizes, (brands, 10))[owners]
    varied = rng.random(outfits.shape) < 0.3
    answers = np.where(varied, rng.integers(0, sizes, outfits.shape), outfits)
    return LookTable(
        np.arange(1, len(owners) + 1, dtype=np.int64),
        (owners + first).astype(np.int32),
        styles.clip(0, 1).astype(np.float32),
        answers.astype(np.uint8),
    )


def random_index(brands, looks=6, seed=0):
    return SearchIndex(random_table(brands, looks, seed), fake_words())


def libraries(least=1, most=9):
    """Hypothesis: tables of random brands numbered from 1."""
    return st.builds(random_table, st.integers(least, most), st.integers(1, 5), st.integers(0, 999))
