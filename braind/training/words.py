"""Makes the word vectors: what the words of the answer lists mean, from three sources.

*Company*: which other answers, styles and gender a word meets in the annotated looks of "train"
(positive pointwise mutual information, truncated SVD). *Colour*: how near two colours look in
CIELAB. *Taxonomy*: a small hand-written table of what a garment, material, pattern or season is.
Each source is centred within a kind of word, because only answers to the same question are ever
compared, then weighted, laid side by side (96 numbers) and reduced by PCA over word counts.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats
from braind.stages.words import DIMENSIONS, KEPT, WordSpace
from braind.training.dataset import LookRow, load_looks
from braind.training.taxonomy import COLOR_PLACES, FEATURES, TAXONOMY
from braind.vocabulary import (
    COLORS,
    LOWER_ITEMS,
    MATERIALS,
    PATTERNS,
    QUESTIONS,
    SEASONS,
    STYLES,
    UNKNOWN,
    UPPER_ITEMS,
)
from braind.wordspaces import answer_words

KINDS: dict[str, tuple[str, ...]] = {
    "item": tuple(dict.fromkeys((*UPPER_ITEMS, *LOWER_ITEMS))),
    "color": COLORS,
    "material": MATERIALS,
    "pattern": PATTERNS,
    "season": SEASONS,
}
# How much company, colour and taxonomy count for each kind, judged by the nearest words.
BLOCK_WEIGHTS: dict[str, tuple[float, float, float]] = {
    "item": (0.5, 0.0, 1.0),
    "color": (0.35, 1.0, 0.0),
    "material": (0.5, 0.0, 1.0),
    "pattern": (0.5, 0.0, 1.0),
    "season": (0.5, 0.0, 1.0),
}
COLOR_SIZE = 12
COMPANY_SIZE = DIMENSIONS - COLOR_SIZE - len(FEATURES)
SMOOTHING = 0.75  # power of context counts: rare company says less
DOUBT = 3.0  # occurrences at which a pairing is believed by half
REACH = 32.0  # CIELAB difference at which two colours stop being alike
LIGHTNESS = 0.8  # weight of a step of L


def count_words(looks: Sequence[LookRow]) -> Counter[str]:
    """How often each word answers any question."""
    return Counter(look.labels[q] for look in looks for q in QUESTIONS if q in look.labels)


def company(looks: Sequence[LookRow], words: Sequence[str]) -> Floats:
    """Co-occurrence vectors, (W, COMPANY_SIZE), from the other labels of the same looks."""
    pairs = Counter(pair for look in looks for pair in _meetings(look))
    contexts = sorted({context for _, context in pairs})
    counts = np.zeros((len(words), len(contexts)))
    rows, columns = ({key: i for i, key in enumerate(keys)} for keys in (words, contexts))
    for (word, context), count in pairs.items():
        counts[rows[word], columns[context]] = count
    weighted = _positive_information(counts)
    left, strength, _ = np.linalg.svd(weighted, full_matrices=False)
    found = _signed(left[:, :COMPANY_SIZE] * strength[:COMPANY_SIZE])
    return _unit(found).astype(np.float32)


def _meetings(look: LookRow) -> list[tuple[str, str]]:
    answers = {q.value: look.labels[q] for q in QUESTIONS if look.labels.get(q, UNKNOWN) != UNKNOWN}
    facts = [f"style={style}" for style in STYLES if look.labels[style] != "0"]
    facts.append(f"gender={look.labels['gender']}")
    return [
        (word, context)
        for question, word in answers.items()
        for context in (*facts, *(f"{q}={a}" for q, a in answers.items() if q != question))
    ]


def _positive_information(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    expected_contexts = counts.sum(axis=0) ** SMOOTHING
    expected = np.outer(counts.sum(axis=1), expected_contexts / expected_contexts.sum())
    with np.errstate(divide="ignore"):
        information = np.log(np.where(counts > 0, counts, np.nan) / np.maximum(expected, 1e-12))
    return np.nan_to_num(np.maximum(information, 0)) * counts / (counts + DOUBT)


def color_places() -> Floats:
    """Kernel components of the colours, (len(COLORS), COLOR_SIZE): near colours point alike."""
    placed = [word for word in COLORS if word in COLOR_PLACES]
    lab = np.array([COLOR_PLACES[word] for word in placed]) * [LIGHTNESS, 1, 1]
    gaps = np.linalg.norm(lab[:, None] - lab[None], axis=-1)
    values, axes = np.linalg.eigh(np.exp(-0.5 * (gaps / REACH) ** 2))
    components = _signed(axes * np.sqrt(np.maximum(values, 0)))[:, ::-1][:, :COLOR_SIZE]
    # A colour that is no place lies in the middle of all: there it says nothing.
    table = np.repeat(components.mean(axis=0, keepdims=True), len(COLORS), axis=0)
    table[[COLORS.index(word) for word in placed]] = components
    return table.astype(np.float32)


def _signed(axes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Columns with their strongest entry positive: the sign of an axis is arbitrary."""
    return np.asarray(axes * np.sign(axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])]))


def meanings(looks: Sequence[LookRow], words: Sequence[str]) -> Floats:
    """The 96 numbers of every word, float32 (W, 96): company, colour, taxonomy."""
    blocks = (company(looks, words), _color_block(words), _taxonomy_block(words))
    table = np.zeros((len(words), DIMENSIONS), np.float32)
    for kind, members in KINDS.items():
        rows = [words.index(word) for word in members]
        scaled = [
            weight * _centred(block[rows])
            for weight, block in zip(BLOCK_WEIGHTS[kind], blocks, strict=True)
        ]
        table[rows] = np.hstack(scaled)
    return np.round(table, 5)


def _color_block(words: Sequence[str]) -> Floats:
    block = np.zeros((len(words), COLOR_SIZE), np.float32)
    block[[words.index(word) for word in COLORS]] = color_places()
    return block


def _taxonomy_block(words: Sequence[str]) -> Floats:
    empty = [0.0] * len(FEATURES)
    return np.array([TAXONOMY.get(word, empty) for word in words], np.float32)


def _centred(rows: Floats) -> Floats:
    """Around the kind's middle, at a mean squared length of 1 (or all zeros)."""
    rows = rows - rows.mean(axis=0)
    size = float(np.sqrt((rows**2).sum(axis=1).mean()))
    return rows / size if size > 0 else rows


def _unit(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1))


def fit_space(data: Path) -> tuple[WordSpace, Counter[str]]:
    """The word space of the train looks, and the counts that it was fitted to."""
    looks = [look for look in load_looks(data) if look.split == "train"]
    words, counts = answer_words(), count_words(looks)
    space = WordSpace.fit(words, meanings(looks, words), np.array([counts[word] for word in words]))
    return space, counts


def neighbours(space: WordSpace, members: Sequence[str], most: int = 4) -> dict[str, list[str]]:
    """The nearest words of the same kind, with their cosines, for the card and for judgement."""
    cosines = _cosines(space, members)
    order = np.argsort(-cosines, axis=1, kind="stable")[:, 1 : most + 1]
    return {
        word: [f"{members[i]} {cosines[row, i]:.2f}" for i in order[row]]
        for row, word in enumerate(members)
    }


def spread(space: WordSpace, members: Sequence[str]) -> dict[str, float]:
    """How the cosines between different words of a kind are spread."""
    cosines = _cosines(space, members)[~np.eye(len(members), dtype=bool)]
    levels = {"lowest": 0, "low_tenth": 10, "middle": 50, "high_tenth": 90, "highest": 100}
    return {name: round(float(np.percentile(cosines, at)), 3) for name, at in levels.items()}


def _cosines(space: WordSpace, members: Sequence[str]) -> NDArray[np.float64]:
    vectors = space.vectors
    rows = _unit(np.array([vectors[word] for word in members], np.float64))
    return np.asarray(rows @ rows.T)


def run(data: Path, out: Path) -> dict[str, Any]:
    """Fit and write words.npz and words.card.json into ``out``; the same bytes on every run."""
    space, counts = fit_space(data)
    out.mkdir(parents=True, exist_ok=True)
    space.save(out / "words.npz")
    card = _card(space, counts)
    text = json.dumps(card, indent=1, ensure_ascii=False)
    (out / "words.card.json").write_text(text + "\n", encoding="utf-8")
    print(text)
    return card


def _card(space: WordSpace, counts: Mapping[str, int]) -> dict[str, Any]:
    return {
        "id": space.id,
        "what": f"{DIMENSIONS} numbers of meaning a word, {KEPT} after PCA over word counts.",
        "data": "ccp labels of split train (AI raters, one rater a photo); CIELAB; "
        "a hand-written table of garments, materials, patterns and seasons.",
        "block_weights": {
            kind: dict(zip(("company", "color", "taxonomy"), weights, strict=True))
            for kind, weights in BLOCK_WEIGHTS.items()
        },
        "kept_variance": round(_kept_variance(space, counts), 4),
        "cosines": {kind: spread(space, members) for kind, members in KINDS.items()},
        "neighbours": {kind: neighbours(space, members) for kind, members in KINDS.items()},
        "counts": {word: counts[word] for word in space.words},
        "limits": "Judged by eye: there is no truth for how alike two words are. Company is that "
        "of street fashion, mostly women's.",
    }


def _kept_variance(space: WordSpace, counts: Mapping[str, int]) -> float:
    weights = np.array([counts[word] for word in space.words], np.float64)[:, None]
    centred = space.meanings - space.mean
    kept = centred @ space.basis.T
    return float((weights * kept**2).sum() / (weights * centred**2).sum())
