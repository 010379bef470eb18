"""The map on which brands that dress alike lie close together.

The distance of two brands is the chord between the directions of their mean looks; classical
scaling (Torgerson 1952) draws it on a plane. Mean looks were chosen because they depend on the
two brands alone: a new brand moves nobody's distances, only how they are best drawn. Turning the
map onto the one before (Schönemann 1966) keeps it from jumping.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from braind.domain import Brand
from braind.insights.axes import map_points, mean_looks
from braind.insights.kinds import PositionMap
from braind.search import SearchIndex

_NEIGHBOURS = 5
_DECIMALS = 6  # coordinates and distances that differ by less are equal
_LEAST_RADIUS = 1e-3  # differences below are rounding, not to be blown up into a map

Doubles = NDArray[np.float64]


def similarity_map(
    index: SearchIndex, brands: Iterable[Brand], previous: PositionMap | None = None
) -> PositionMap:
    """The brands of the library by similarity, within a circle of radius 1.

    With ``previous``, another similarity map, the new one is turned and mirrored until the brands
    of both lie as near as they can to where they were.
    """
    distances = mean_look_distances(index)
    places = classical_scaling(distances)
    trust = trustworthiness(distances, places)
    if previous is not None and previous.axes is None:
        places = _turned(places, index.brand_ids.tolist(), previous)
    places /= max(float(np.linalg.norm(places, axis=1).max(initial=0)), _LEAST_RADIUS)
    return PositionMap(map_points(index, brands, places.astype(np.float32)), None, trust)


def mean_look_distances(index: SearchIndex) -> Doubles:
    """Distances 0..2 of the directions of the brands' mean looks: (B, B)."""
    means = mean_looks(index).astype(np.float64)
    directions = means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    cosines = np.clip(directions @ directions.T, -1, 1)
    distances = np.sqrt(2 - 2 * cosines)
    np.fill_diagonal(distances, 0)
    return np.asarray((distances + distances.T) / 2)


def classical_scaling(distances: Doubles) -> Doubles:
    """Places (n, 2) around the origin whose distances follow ``distances`` (n, n).

    Torgerson, "Multidimensional scaling: I. Theory and method", Psychometrika 17, 1952. On each
    axis the strongest coordinate is positive, so equal distances always give equal places.
    """
    count = len(distances)
    places = np.zeros((count, 2))
    if count < 2:
        return places
    centring = np.eye(count) - 1 / count
    strengths, axes = _eigenpairs(-centring @ distances**2 @ centring / 2)
    kept = min(2, count - 1)
    strongest = slice(count - 1, count - 1 - kept, -1)
    places[:, :kept] = axes[:, strongest] * np.sqrt(np.maximum(strengths[strongest], 0))
    extreme = np.round(np.abs(places), _DECIMALS).argmax(axis=0)
    return places * np.where(places[extreme, [0, 1]] < 0, -1, 1)


def _eigenpairs(products: Doubles) -> tuple[Doubles, Doubles]:
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    # Threads that wait for each other take up to fifty times as long on a busy machine.
    with threadpool_limits(1):
        strengths, axes = np.linalg.eigh(products)
    return strengths, axes


def trustworthiness(distances: Doubles, places: Doubles, neighbours: int = _NEIGHBOURS) -> float:
    """How far neighbours on the map are neighbours in truth, 0..1; 1 for fewer than 3 points.

    Venna and Kaski, "Neighborhood preservation in nonlinear projection methods", ICANN 2001,
    with k = ``neighbours``, or fewer where that is half of the points or more.
    """
    count = len(distances)
    k = min(neighbours, (count - 1) // 2)
    if k < 1:
        return 1.0
    true_ranks = _ranks(distances)
    drawn_ranks = _ranks(np.linalg.norm(places[:, None] - places[None], axis=2))
    intruders = (drawn_ranks <= k) & (true_ranks > k)
    penalty = int((true_ranks - k)[intruders].sum())
    return 1 - 2 * penalty / (count * k * (2 * count - 3 * k - 1))


def _ranks(distances: Doubles) -> NDArray[np.intp]:
    """Rank of each point among each other's neighbours, from 1; a point's own rank is 0."""
    nearness = np.round(distances, _DECIMALS)
    np.fill_diagonal(nearness, -1)
    return nearness.argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")


def _turned(places: Doubles, brand_ids: list[int], previous: PositionMap) -> Doubles:
    before = {point.brand.id: (point.x, point.y) for point in previous.points}
    rows = [row for row, brand_id in enumerate(brand_ids) if brand_id in before]
    if len(rows) < 2:
        return places
    return places @ procrustes(places[rows], np.array([before[brand_ids[row]] for row in rows]))


def procrustes(places: Doubles, targets: Doubles) -> Doubles:
    """The turn or mirroring (2, 2) that brings centred places (n, 2) nearest to the targets.

    Schönemann, "A generalized solution of the orthogonal Procrustes problem", Psychometrika 31,
    1966. Where both fit as well (all points in a line), it turns and does not mirror.
    """
    product = (places - places.mean(axis=0)).T @ (targets - targets.mean(axis=0))
    left, strengths, right = np.linalg.svd(product)
    if strengths[1] <= 1e-9 * max(float(strengths[0]), 1e-9):
        left[:, 1] *= np.sign(np.linalg.det(left @ right))
    return np.asarray(left @ right)
