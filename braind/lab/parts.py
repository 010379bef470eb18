"""Sharing photos out: every shoot stays in one part, and every part gets its share of each style.

The order is that of iterative stratification (Sechidis, Tsoumakas and Vlahavas, "On the
stratification of multi-label data", 2011), with whole shoots in the place of photos.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from braind.lab.kinds import LabError, Part, Truth

SHARES: Mapping[Part, float] = {Part.TRAIN: 0.7, Part.TUNE: 0.15, Part.TEST: 0.15}
Floats64 = NDArray[np.float64]


def share_out(
    truth: Truth,
    shoots: NDArray[np.intp],
    shares: Mapping[Part, float] = SHARES,
    seed: int = 1,
) -> dict[Part, NDArray[np.intp]]:
    """Rows of each part, ascending; ``truth`` bool (N, K), ``shoots`` numbers (N,).

    Photos without any style count as a style of their own. Raises ``LabError`` when there are
    fewer shoots than parts.
    """
    names, rows = np.unique(shoots, return_inverse=True)
    if len(names) < len(shares):
        raise LabError(
            "lab_few_shoots",
            f"The photos come from {len(names)} shoots only, and {len(shares)} are needed.",
            "Add photos of other shoots, or name shoots in a column “shoot” of the table.",
            shoots=len(names),
        )
    marks = np.column_stack([truth, ~truth.any(axis=1)]).astype(np.float64)
    counts = np.zeros((len(names), marks.shape[1] + 1))
    np.add.at(counts, rows, np.column_stack([marks, np.ones(len(marks))]))
    chosen = _assign(counts, np.array(list(shares.values())), np.random.default_rng(seed))
    return {part: np.flatnonzero(chosen[rows] == number) for number, part in enumerate(shares)}


def _assign(counts: Floats64, shares: Floats64, rng: np.random.Generator) -> NDArray[np.intp]:
    """The part of each shoot; ``counts`` (shoots, styles + all)."""
    wanted = shares[:, None] * counts.sum(axis=0)
    chosen = np.full(len(counts), -1, np.intp)
    chance = rng.permutation(len(counts))
    while (open_ := chosen < 0).any():
        style = _rarest(counts[open_])
        with_style = np.flatnonzero(open_ & (counts[:, style] > 0))
        shoot = with_style[np.lexsort((chance[with_style], -counts[with_style, style]))[0]]
        part = _neediest(wanted, style, shares, empty=_empty(chosen, len(shares), open_))
        chosen[shoot] = part
        wanted[part] -= counts[shoot]
    return chosen


def _rarest(counts: Floats64) -> int:
    """The style with the fewest photos left, but for those that are used up."""
    left = counts[:, :-1].sum(axis=0)
    return int(np.where(left > 0, left, np.inf).argmin())


def _empty(chosen: NDArray[np.intp], parts: int, open_: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Parts that have nothing yet, once there are no more shoots left than such parts."""
    without = ~np.isin(np.arange(parts), chosen)
    return without if open_.sum() <= without.sum() else np.zeros(parts, np.bool_)


def _neediest(wanted: Floats64, style: int, shares: Floats64, empty: NDArray[np.bool_]) -> int:
    """The part that lacks most of a style, then most photos, each for its share."""
    allowed = empty if empty.any() else np.ones(len(shares), np.bool_)
    need = np.where(allowed, wanted[:, style], -np.inf)
    best = np.flatnonzero(need == need.max())
    return int(best[(wanted[best, -1] / shares[best]).argmax()])
