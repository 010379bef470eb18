"""Which of a user's photos were taken in one go: no shoot may be learned from and measured on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from braind.domain import Photo
from braind.ground import are_one_ground
from braind.insights.shoots import PAUSE_S
from braind.search.near import are_near


@dataclass(frozen=True, slots=True)
class Shot:
    """Where and when a photo was taken; 0 in hashes and ``taken_at`` is not known.

    ``folder`` is where the photo counts as lying; a document is a folder of its pages.
    """

    folder: str
    near_hash: int = 0
    ground_hash: int = 0
    taken_at: int = 0

    @classmethod
    def of(cls, photo: Photo, ground: int, folder: str | None = None) -> Shot:
        """The facts of a photo; ``ground`` is the hash of what surrounds the person."""
        home = photo.path if photo.page is not None else str(Path(photo.path).parent)
        return cls(home if folder is None else folder, photo.near_hash, ground, photo.taken_at)


def group_shots(shots: Sequence[Shot]) -> NDArray[np.intp]:
    """The number of each photo's shoot, intp (N,).

    As in ``braind.insights.shoots``, two photos of one folder are of one shoot when they were
    taken within an hour or before one ground, and copies wherever they lie; what is joined to a
    third is joined. Copies are told by their hashes alone: here a mistake only joins too much.
    """
    from scipy.sparse.csgraph import connected_components

    folders = np.unique([shot.folder for shot in shots], return_inverse=True)[1]
    times = np.array([shot.taken_at for shot in shots], np.int64)
    grounds = np.array([shot.ground_hash for shot in shots], np.uint64)
    copies = np.array([shot.near_hash for shot in shots], np.uint64)
    joined = np.zeros((len(shots), len(shots)), np.bool_)
    for row in range(len(shots)):
        in_time = (np.abs(times - times[row]) <= PAUSE_S) & (times > 0) & (times[row] > 0)
        in_place = in_time | are_one_ground(grounds, grounds[row : row + 1])
        near = are_near(copies, copies[row : row + 1])
        joined[row] = (folders == folders[row]) & in_place | near
    return np.asarray(connected_components(joined, directed=False)[1], np.intp)
