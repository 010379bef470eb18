"""Looks → StyleProfile: what a brand's looks have in common. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats, Look, StyleProfile, Swatch
from braind.looktable import encode_answers
from braind.vocabulary import ANSWERS, QUESTIONS, STYLES, Question

_PALETTE = 6
_EXAMPLES = 5


class LookSpace(Protocol):
    """Where looks have places: the part of the search index that a profile needs."""

    def unit_vectors(self, styles: Floats, answers: NDArray[np.uint8]) -> Floats:
        """Look vectors of length 1: styles (n, 7), answers uint8 (n, 10) -> (n, D)."""
        ...


def build_profile(
    brand_id: int,
    looks: Sequence[Look],
    recipe: str,
    space: LookSpace,
    background: float | None,
) -> StyleProfile:
    """The profile of a brand from those of its looks that were made by ``recipe``.

    ``cohesion`` is the mean cosine between its looks, placed between the library's background
    (0: no more alike than looks of different brands) and identity (1: all looks are the same);
    with no other brand to compare with (None) it is the mean cosine itself. A single look has
    cohesion 0. ``typical`` and ``outliers`` never share a look.
    """
    looks = [look for look in looks if look.recipe == recipe]
    styles, answers = _columns(looks)
    alike = _alikeness(space.unit_vectors(styles, answers))
    order = [looks[row].id for row in np.argsort(-alike, kind="stable")]
    count = len(looks)
    return StyleProfile(
        brand_id,
        recipe,
        count,
        styles.mean(axis=0) if count else np.zeros(len(STYLES), np.float32),
        styles.std(axis=0) if count else np.zeros(len(STYLES), np.float32),
        merge_palettes([look.palette for look in looks]),
        {q: _answer_shares(q, column) for q, column in zip(QUESTIONS, answers.T, strict=True)},
        _cohesion(alike, background),
        typical=tuple(order[: min(_EXAMPLES, (count + 1) // 2)]),
        outliers=tuple(order[: -1 - min(_EXAMPLES, count // 2) : -1]),
    )


def merge_palettes(palettes: Sequence[Sequence[Swatch]]) -> tuple[Swatch, ...]:
    """One palette of several looks, each look counting the same: at most six colours by name.

    A colour's hex is the mean of its swatches, weighted by their shares. Shares are of all
    colours, so they may sum to less than 1.
    """
    mixed: dict[str, Floats] = defaultdict(lambda: np.zeros(4, np.float32))
    for palette in palettes:
        for swatch in palette:
            red_green_blue = bytes.fromhex(swatch.hex.lstrip("#"))
            mixed[swatch.name] += np.array([*red_green_blue, 1], np.float32) * swatch.share
    total = sum(float(color[3]) for color in mixed.values())
    swatches = [
        Swatch(_hex(color[:3] / color[3]), name, float(color[3]) / total)
        for name, color in mixed.items()
        if color[3] > 0
    ]
    return tuple(sorted(swatches, key=lambda swatch: (-swatch.share, swatch.name))[:_PALETTE])


def _hex(color: Floats) -> str:
    return "#" + bytes(np.rint(color).astype(np.uint8)).hex()


def _columns(looks: Sequence[Look]) -> tuple[Floats, NDArray[np.uint8]]:
    """Styles (n, 7) and encoded answers (n, 10), for no looks as well."""
    styles = np.array([look.styles.values for look in looks], np.float32)
    answers = np.array([encode_answers(look.answers) for look in looks], np.uint8)
    return styles.reshape(-1, len(STYLES)), answers.reshape(-1, len(QUESTIONS))


def _alikeness(vectors: Floats) -> Floats:
    """Each look's mean cosine to the other looks: (n, D) -> (n,); 0 for a single look."""
    to_all = vectors @ vectors.sum(axis=0)
    to_itself = (vectors * vectors).sum(axis=1)
    return np.asarray((to_all - to_itself) / max(1, len(vectors) - 1), np.float32)


def _cohesion(alike: Floats, background: float | None) -> float:
    if len(alike) < 2:
        return 0.0
    floor = min(background or 0.0, 1 - 1e-6)
    return float(np.clip((alike.mean() - floor) / (1 - floor), 0, 1))


def _answer_shares(question: Question, answers: NDArray[np.uint8]) -> tuple[tuple[str, float], ...]:
    """The question's words and how many of the looks have them, most frequent first."""
    words = ANSWERS[question]
    counts = np.bincount(answers, minlength=len(words))
    ranked = np.argsort(-counts, kind="stable")[: np.count_nonzero(counts)]
    return tuple((words[number], int(counts[number]) / len(answers)) for number in ranked)
