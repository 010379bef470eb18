"""Looks → StyleProfile: what a brand's looks have in common. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats, Look, StyleProfile, Swatch
from braind.looktable import encode_answers
from braind.vocabulary import ANSWERS, QUESTIONS, STYLES, Question

_PALETTE = 6
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Shoots:
    """Which of n looks were taken in one shoot.

    ``numbers`` intp (n,) count the S shoots from 0; ``sizes`` intp (S,) are their looks.
    """

    numbers: NDArray[np.intp]
    sizes: NDArray[np.intp]

    @classmethod
    def of(cls, names: Sequence[int]) -> Shoots:
        """From one name a look, equal ones for looks of one shoot."""
        _, numbers, sizes = np.unique(
            np.asarray(names, np.intp), return_inverse=True, return_counts=True
        )
        return cls(numbers.reshape(-1), sizes)

    def __len__(self) -> int:
        return len(self.sizes)

    @property
    def weights(self) -> NDArray[np.float64]:
        """What each look counts, (n,): the looks of one shoot sum to 1."""
        return 1 / self.sizes[self.numbers]

    def means_of(self, values: Floats) -> Floats:
        """Each shoot's mean of its looks' values: (n, D) -> float32 (S, D)."""
        sums = np.zeros((len(self), values.shape[1]), np.float64)
        np.add.at(sums, self.numbers, values)
        return (sums / self.sizes[:, None]).astype(np.float32)

    def mean_of(self, values: Floats) -> Floats:
        """The mean of the shoots' means: (n, D) -> float32 (D,), zeros for no looks."""
        return np.asarray(self.means_of(values).sum(axis=0) / max(1, len(self)), np.float32)


def build_profile(
    brand_id: int,
    looks: Sequence[Look],
    vectors: Floats,
    recipe: str,
    background: float | None,
    shoots: Sequence[int] | None = None,
) -> StyleProfile:
    """The profile of a brand from those of its looks that were made by ``recipe``.

    ``vectors`` float32 (n, D) are the looks' own, of length 1 (``SearchIndex.row_vectors``).
    ``shoots`` names each look's shoot by a number: every shoot counts the same then, however many
    looks it has; by default every look is a shoot of its own. ``cohesion`` is the mean cosine
    between looks of different shoots (of the same one when there is but one), placed between the
    library's background (0: no more alike than looks of different brands) and identity (1: all
    looks are the same); with no other brand to compare with (None) it is the mean cosine itself.
    A single look has cohesion 0. ``typical`` and ``outliers`` never share a look; looks that were
    pinned by hand are the most typical ones.
    """
    numbers = range(len(looks)) if shoots is None else shoots
    kept = [row for row, look in enumerate(looks) if look.recipe == recipe]
    looks, vectors = [looks[row] for row in kept], vectors[kept]
    groups = Shoots.of([numbers[row] for row in kept])
    styles, answers = _columns(looks)
    alike = _alikeness(vectors, groups)
    pinned = {look.id for look in looks if look.is_pinned}
    order = [looks[row].id for row in np.argsort(-alike, kind="stable")]
    order.sort(key=lambda look_id: look_id not in pinned)
    count, mean = len(looks), groups.mean_of(styles)
    return StyleProfile(
        brand_id,
        recipe,
        count,
        mean,
        np.sqrt(groups.mean_of(np.square(styles - mean))),
        merge_palettes([look.palette for look in looks], groups.weights.tolist()),
        {q: _answer_shares(q, c, groups) for q, c in zip(QUESTIONS, answers.T, strict=True)},
        float(cohesion_of(_mean_cosine(vectors, alike, groups), background)) if count > 1 else 0.0,
        typical=tuple(order[: min(_EXAMPLES, (count + 1) // 2)]),
        outliers=tuple(order[: -1 - min(_EXAMPLES, count // 2) : -1]),
    )


def cohesion_of(
    cosine: float | NDArray[np.float64], background: float | None
) -> NDArray[np.float64]:
    """Mean cosines as cohesion, 0..1: background (0 when there is none) is 0, identity is 1."""
    floor = min(background or 0.0, 1 - 1e-6)
    return np.clip((np.asarray(cosine, np.float64) - floor) / (1 - floor), 0, 1)


def merge_palettes(
    palettes: Sequence[Sequence[Swatch]], weights: Sequence[float] | None = None
) -> tuple[Swatch, ...]:
    """One palette of several looks, at most six colours by name.

    Each look counts the same unless there are ``weights``. A colour's hex is the mean of its
    swatches, weighted by their shares. Shares are of all colours, so they may sum to less than 1.
    """
    mixed: dict[str, Floats] = defaultdict(lambda: np.zeros(4, np.float32))
    for palette, weight in zip(palettes, weights or [1.0] * len(palettes), strict=True):
        for swatch in palette:
            red_green_blue = bytes.fromhex(swatch.hex.lstrip("#"))
            mixed[swatch.name] += np.array([*red_green_blue, 1], np.float32) * swatch.share * weight
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


def _alikeness(vectors: Floats, shoots: Shoots) -> Floats:
    """Each look's mean cosine to the other looks, every shoot counting the same: (n, D) -> (n,).

    The rest of its own shoot counts as one shoot; 0 for a single look.
    """
    means = shoots.means_of(vectors)
    to_all = vectors @ means.sum(axis=0)
    to_own = (vectors * means[shoots.numbers]).sum(axis=1)
    sizes = shoots.sizes[shoots.numbers]
    to_rest = (sizes * to_own - (vectors * vectors).sum(axis=1)) / np.maximum(sizes - 1, 1)
    has_rest = sizes > 1
    compared = np.maximum(len(means) - 1 + has_rest, 1)
    return np.asarray((to_all - to_own + np.where(has_rest, to_rest, 0)) / compared, np.float32)


def _mean_cosine(vectors: Floats, alike: Floats, shoots: Shoots) -> float:
    """Mean cosine of two looks of different shoots, or of the one shoot that there is."""
    means = shoots.means_of(vectors)
    count = len(means)
    if count < 2:
        return float(alike.mean())
    of_all = float(np.square(means.sum(axis=0)).sum() - np.square(means).sum())
    return of_all / (count * (count - 1))


def _answer_shares(
    question: Question, answers: NDArray[np.uint8], shoots: Shoots
) -> tuple[tuple[str, float], ...]:
    """The question's words and how many of the looks have them, most frequent first."""
    words = ANSWERS[question]
    counts = np.bincount(answers, weights=shoots.weights, minlength=len(words))
    ranked = np.argsort(-counts, kind="stable")[: np.count_nonzero(counts)]
    return tuple((words[number], float(counts[number]) / len(shoots)) for number in ranked)
