"""Levels that are kept beside the library: a large one takes most of a second to calibrate."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from braind.search import Levels, SearchIndex, calibrate
from braind.store.scan import MANY_LOOKS
from braind.store.sidecar import Column, Sidecar
from braind.vocabulary import DEFAULT_WEIGHTS

_COLUMNS = (Column("background", "<f8"), Column("within", "<f8"))


@dataclass(frozen=True, slots=True)
class Calibration:
    """Calibrates, and keeps the levels of default weights beside the library of ``path``.

    They are kept under the fingerprint of all that they are computed from, so they cannot be those
    of another state of the library. Without a path nothing is kept.
    """

    path: Path | None = None

    def levels(self, index: SearchIndex) -> Levels:
        """What ``calibrate`` gives."""
        is_usual = all(index.weights.get(p) == DEFAULT_WEIGHTS[p] for p in index.parts)
        if self.path is None or not is_usual or len(index) < MANY_LOOKS:
            return calibrate(index)
        sidecar = levels_sidecar(self.path)
        facts = index.fingerprint()
        levels = _read(sidecar, facts)
        if levels is None:
            levels = calibrate(index)
            pair = np.array([[levels.background], [levels.within]])
            sidecar.write(facts, 1, {"background": [pair[0]], "within": [pair[1]]})
        return levels


def levels_sidecar(library: Path) -> Sidecar:
    """Where the levels of a library file are kept."""
    return Sidecar(library.with_name(f"{library.name}-levels"), _COLUMNS)


def _read(sidecar: Sidecar, facts: object) -> Levels | None:
    found = sidecar.read(facts, 1)
    if found is None:
        return None
    levels = Levels(float(found["background"][0]), float(found["within"][0]))
    return levels if -1 <= levels.background <= levels.within <= 1 else None
