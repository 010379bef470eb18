"""What a brand shares with another, and what sets it apart. Pure.

Effects are standardised: Cohen's d for the mean of a style, Cohen's h for the share of an answer
(J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 1988), with the standard errors
of Hedges and Olkin (Statistical Methods for Meta-Analysis, 1985). An answer's share is of the
looks that answer its question, so photos that are hard to read are no difference.

Decision: the word for an effect follows its cautious size, what is left of it after three standard
errors (some 130 traits are looked at together, so two would call chance a finding). Small brands
have large errors and so get weaker words: below five looks "slight" at most, below three none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from braind.domain import Brand
from braind.insights.kinds import Difference, Differentiation, Strength, Trait
from braind.looktable import LookTable
from braind.search import SearchIndex
from braind.search.habits import KNOWN_WORDS, told_counts, word_counts
from braind.search.photos import first_looks
from braind.vocabulary import ANSWERS, STYLES, Question

Doubles = NDArray[np.float64]

_MOST = 8
_OWN_LOOKS = 5
# Standard errors taken off an effect before it may be called clear; and merely seen.
_CAUTIOUS, _SEEN = 3.0, 1.96
_STRONG, _CLEAR = 0.5, 0.2
_FEW_LOOKS, _FEWEST_LOOKS = 5, 3
# Smaller gaps and rarer traits are nothing to talk about, however certain they are.
_LEAST_GAP, _LEAST_SHARE = 0.1, 0.25
# Style scores that hardly vary inside a brand must not blow up every effect.
_LEAST_DEVIATION = 0.1

TRAITS: tuple[Trait, ...] = (
    *(Trait(style.value) for style in STYLES),
    *(Trait(word, question) for question, word in KNOWN_WORDS),
)
_STYLES = len(STYLES)
# A one-piece is told once, as what is worn above; BRAIND has no opinion about famous brands.
_UNTOLD = {Trait(word, Question.LOWER_ITEM) for word in ("dress", "jumpsuit")}
_IS_TOLD = np.array([t.question is not Question.FAMOUS_BRAND and t not in _UNTOLD for t in TRAITS])


@dataclass(frozen=True, slots=True)
class Figures:
    """The traits of some looks, in the order of ``TRAITS``: float64 (T,) each.

    ``means`` are shares or mean scores, ``counts`` how many looks tell of the trait, ``spreads``
    the standard deviations of the styles (0 for answers).
    """

    means: Doubles
    counts: Doubles
    spreads: Doubles


_CHANCE = Figures(
    np.array([1 / len(ANSWERS[t.question]) if t.question else 0.5 for t in TRAITS]),
    np.full(len(TRAITS), 1000.0),
    np.array([0.0 if t.question else 0.25 for t in TRAITS]),
)


def compare_brands(index: SearchIndex, brand_id: int, other: Brand) -> Differentiation:
    """What two brands that have looks share and what sets the first apart, strongest first.

    In ``shared``, an effect is how far the lesser of the two lies above the other brands of the
    library, and above chance where there is none. ``own_looks`` are typical of the brand and
    least like the other's looks. Copies of one look count once.
    """
    ours, theirs = (_different_looks(index, number) for number in (brand_id, other.id))
    figures = figures_of(index.table.take(ours)), figures_of(index.table.take(theirs))
    apart = _apart(*figures)
    usual = _usual(index, (brand_id, other.id))
    shared = _shared(*figures, usual, {difference.trait for difference in apart})
    return Differentiation(other, shared[:_MOST], apart[:_MOST], _own_looks(index, ours, theirs))


def figures_of(looks: LookTable) -> Figures:
    """The traits of some looks, at least one."""
    counts = word_counts(looks.answers)
    told = told_counts(counts)
    styles = looks.styles.astype(np.float64)
    return Figures(
        np.concatenate([styles.mean(axis=0), counts / np.maximum(told, 1)]),
        np.concatenate([np.full(_STYLES, len(looks)), told]).astype(np.float64),
        np.concatenate([styles.std(axis=0, ddof=min(1, len(looks) - 1)), np.zeros(len(told))]),
    )


def effects(a: Figures, b: Figures) -> tuple[Doubles, Doubles]:
    """Standardised differences of a over b, and their standard errors: (T,) each.

    A trait of which one of the two tells nothing has effect 0.
    """
    sizes = np.maximum(a.counts, 1), np.maximum(b.counts, 1)
    freedom = np.maximum(sizes[0] + sizes[1] - 2, 1)
    squares = (sizes[0] - 1) * a.spreads**2 + (sizes[1] - 1) * b.spreads**2
    deviation = np.maximum(np.sqrt(squares / freedom), _LEAST_DEVIATION)
    found = (a.means - b.means) / deviation
    found[_STYLES:] = _arcsine(a.means[_STYLES:]) - _arcsine(b.means[_STYLES:])
    variance = 1 / sizes[0] + 1 / sizes[1]
    variance[:_STYLES] += (found**2 / (2 * (sizes[0] + sizes[1])))[:_STYLES]
    return np.where((a.counts > 0) & (b.counts > 0), found, 0.0), np.sqrt(variance)


def strength_of(effect: float, error: float, looks: float) -> Strength | None:
    """How firmly an effect may be put into words; None when it may be chance.

    ``looks`` is how many the smaller of the two sides has.
    """
    if looks < _FEWEST_LOOKS:
        return None
    cautious = abs(effect) - _CAUTIOUS * error
    if looks >= _FEW_LOOKS and cautious >= _CLEAR:
        return Strength.STRONG if cautious >= _STRONG else Strength.CLEAR
    return Strength.SLIGHT if abs(effect) > _SEEN * error else None


def _arcsine(shares: Doubles) -> Doubles:
    return np.asarray(2 * np.arcsin(np.sqrt(shares)))


def _apart(ours: Figures, theirs: Figures) -> tuple[Difference, ...]:
    found, errors = effects(ours, theirs)
    telling = np.flatnonzero(_IS_TOLD & (abs(ours.means - theirs.means) >= _LEAST_GAP))
    fewest = np.minimum(ours.counts, theirs.counts)
    return _arranged(_difference(n, ours, theirs, found, errors, fewest) for n in telling.tolist())


def _shared(
    ours: Figures, theirs: Figures, usual: Figures, apart: set[Trait]
) -> tuple[Difference, ...]:
    """What both have more of than is usual, judged by the one of the two that has less of it."""
    pairs = [effects(ours, usual), effects(theirs, usual)]
    lesser = np.argmin([found for found, _ in pairs], axis=0)
    found, errors = (np.choose(lesser, [pair[part] for pair in pairs]) for part in (0, 1))
    often = np.minimum(ours.means, theirs.means) >= _LEAST_SHARE
    telling = np.flatnonzero(_IS_TOLD & often & (found > 0))
    fewest = np.minimum(ours.counts, theirs.counts)
    return _arranged(
        _difference(number, ours, theirs, found, errors, fewest)
        for number in telling.tolist()
        if TRAITS[number] not in apart
    )


def _difference(
    number: int, ours: Figures, theirs: Figures, found: Doubles, errors: Doubles, fewest: Doubles
) -> Difference | None:
    strength = strength_of(found[number], errors[number], fewest[number])
    if strength is None:
        return None
    means = float(ours.means[number]), float(theirs.means[number])
    return Difference(TRAITS[number], *means, float(found[number]), strength)


def _arranged(differences: Iterable[Difference | None]) -> tuple[Difference, ...]:
    firmness = tuple(Strength)
    known = [difference for difference in differences if difference is not None]
    return tuple(
        sorted(known, key=lambda d: (-firmness.index(d.strength), -round(abs(d.effect), 6)))
    )


def _usual(index: SearchIndex, besides: Sequence[int]) -> Figures:
    """The mean brand of the rest of the library; what chance would give if there is none."""
    rest = [int(number) for number in index.brand_ids if number not in besides]
    if not rest:
        return _CHANCE
    brands = [figures_of(index.table.take(index.rows_of(number))) for number in rest]
    counts = np.array([brand.counts for brand in brands])
    sums = np.where(counts > 0, [brand.means for brand in brands], 0).sum(axis=0)
    deviations = np.mean([brand.spreads for brand in brands], axis=0)
    return Figures(sums / np.maximum((counts > 0).sum(axis=0), 1), counts.sum(axis=0), deviations)


def _different_looks(index: SearchIndex, brand_id: int) -> NDArray[np.intp]:
    rows = index.rows_of(brand_id)
    return rows[first_looks(index.words, index.table, rows)]


def _own_looks(
    index: SearchIndex, ours: NDArray[np.intp], theirs: NDArray[np.intp]
) -> tuple[int, ...]:
    """The looks that are much closer to their own brand's mean look than to any of the other's."""
    mine, yours = index.row_vectors(ours), index.row_vectors(theirs)
    own = mine @ mine.mean(axis=0) - (mine @ yours.T).max(axis=1)
    best = np.argsort(-own, kind="stable")[:_OWN_LOOKS]
    return tuple(int(look_id) for look_id in index.table.look_ids[ours[best]])
