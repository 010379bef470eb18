"""Styles inside a brand: groups of alike looks, if there are any.

Look vectors are clustered by k-means; the number of groups is the one of the widest mean silhouette
(Rousseeuw 1987). Decision: closed answer lists make any looks fall apart a little, so groups only
count when their silhouette is wider, by four standard deviations, than that of shuffled looks: the
same styles and answers, dealt out anew one question at a time, which leaves no outfit as it was.
In simulations this divided 2 of 180 brands of a piece, and missed none of 60 brands of which ten
looks follow one outfit and ten another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats
from braind.insights.differences import TRAITS, effects, figures_of
from braind.insights.kinds import SubStyle, Trait
from braind.looktable import LookTable
from braind.search import SearchIndex
from braind.search.vectors import unit_rows

Labels = NDArray[np.intp]

_FEWEST_LOOKS, _SMALLEST_GROUP = 12, 4
_MOST_GROUPS = 5
_SHUFFLES = 8
# How many standard deviations, and the least that is taken for one.
_CLEARLY, _LEAST_DEVIATION = 4.0, 0.01
# Looks that a silhouette is taken over, at most: it compares each with each.
_SAMPLE = 800
_STARTS = 4
_SEED = 20
_MOST_TRAITS = 3
_LEAST_SHARE, _LEAST_EFFECT = 0.3, 0.5


def sub_styles(index: SearchIndex, rows: NDArray[np.intp]) -> tuple[SubStyle, ...]:
    """The sub-styles of some looks of a brand, largest first; none where the looks are of a piece.

    ``rows`` are rows of the index, different looks in ascending order. Every look is in exactly
    one sub-style. Fewer than twelve looks are never divided.
    """
    looks, vectors = index.table.take(rows), index.row_vectors(rows)
    if len(rows) < _FEWEST_LOOKS:
        return ()
    labels, width = max(_divisions(vectors), key=lambda found: found[1], default=(None, 0.0))
    if labels is None or width < _width_to_beat(index, looks, int(labels.max()) + 1):
        return ()
    groups = [np.flatnonzero(labels == number) for number in range(labels.max() + 1)]
    groups.sort(key=lambda group: (-len(group), int(group[0])))
    return tuple(_describe(looks, vectors, group) for group in groups)


def _divisions(vectors: Floats) -> Iterator[tuple[Labels, float]]:
    """Divisions into two groups and more, with their silhouettes; without tiny groups."""
    for count in range(2, min(_MOST_GROUPS, _different(vectors) - 1) + 1):
        labels, width = _divide(vectors, count)
        if np.bincount(labels, minlength=count).min() >= _SMALLEST_GROUP:
            yield labels, width


def _different(vectors: Floats) -> int:
    return len(np.unique(vectors, axis=0))


def _divide(vectors: Floats, count: int) -> tuple[Labels, float]:
    from sklearn.cluster import KMeans
    from sklearn.metrics import silhouette_score
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    sample = min(len(vectors), _SAMPLE)
    # Threads that wait for each other would take ten times as long for so little.
    with threadpool_limits(1):
        means = KMeans(count, n_init=_STARTS, random_state=_SEED)
        labels = np.asarray(means.fit_predict(vectors), np.intp)
        width = silhouette_score(
            vectors, labels, metric="cosine", sample_size=sample, random_state=_SEED
        )
    return labels, float(width)


def _width_to_beat(index: SearchIndex, looks: LookTable, count: int) -> float:
    """The silhouette that as many groups of shuffled looks do not reach by chance."""
    rng = np.random.default_rng(_SEED)
    widths = []
    for _ in range(_SHUFFLES):
        styles = rng.permutation(looks.styles)
        answers = rng.permuted(looks.answers, axis=0)
        dealt = replace(looks, styles=styles, answers=answers)
        if looks.visual is not None:
            dealt = replace(dealt, visual=looks.visual.take(rng.permutation(len(looks))))
        vectors = index.unit_vectors(dealt)
        # Looks of few kinds may be dealt into fewer: those are divided without any effort.
        widths.append(_divide(vectors, count)[1] if _different(vectors) > count else 1.0)
    deviation = max(float(np.std(widths)), _LEAST_DEVIATION)
    return float(np.mean(widths)) + _CLEARLY * deviation


def _describe(looks: LookTable, vectors: Floats, group: NDArray[np.intp]) -> SubStyle:
    inside = vectors[group]
    centre = unit_rows(inside.mean(axis=0, keepdims=True))[0]
    order = group[np.argsort(-(inside @ centre), kind="stable")]
    rest = np.setdiff1d(np.arange(len(looks)), group)
    ids = tuple(int(look_id) for look_id in looks.look_ids[order])
    return SubStyle(_traits(looks.take(group), looks.take(rest)), ids, len(group) / len(looks))


def _traits(group: LookTable, rest: LookTable) -> tuple[Trait, ...]:
    """What a group has more of than the rest, strongest first: one trait a question and a word."""
    inside = figures_of(group)
    found, _ = effects(inside, figures_of(rest))
    named: list[Trait] = []
    for number in np.argsort(-found, kind="stable"):
        trait = TRAITS[number]
        often = inside.means[number] >= _LEAST_SHARE and found[number] >= _LEAST_EFFECT
        again = any(trait.word == other.word for other in named) or any(
            trait.question is not None and trait.question is other.question for other in named
        )
        if often and not again:
            named.append(trait)
    return tuple(named[:_MOST_TRAITS])
