"""Do looks fall into groups? PCA, three ways of clustering, and three indices of their quality.

Silhouette (Rousseeuw 1987; -1..1, larger is better), Davies-Bouldin (1979; smaller is better) and
Calinski-Harabasz (1974; larger is better). No index proves that there are groups: a silhouette
below some 0.25 says that there is no structure to speak of.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats
from braind.events import Progress
from braind.lab.kinds import LabError

KEPT = 25  # axes, as the original pipeline kept of its word vectors
_FEWEST = 10
_STARTS = 4
Labels = NDArray[np.intp]


class Method(StrEnum):
    """Ways of clustering."""

    KMEANS = "k-means"
    AGGLOMERATIVE = "agglomerative"
    MIXTURE = "gaussian mixture"


@dataclass(frozen=True, slots=True)
class Clustering:
    """One division, and how good it is; ``sizes`` are largest first."""

    method: Method
    silhouette: float
    davies_bouldin: float
    calinski_harabasz: float
    labels: tuple[int, ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many looks each group has."""
        return tuple(sorted(np.bincount(self.labels).tolist(), reverse=True))


@dataclass(frozen=True, slots=True)
class Clustered:
    """All divisions that were tried; ``explained`` is the share of variance on ``axes`` axes."""

    looks: int
    axes: int
    explained: float
    divisions: tuple[Clustering, ...]

    @property
    def best(self) -> Clustering:
        """The one of the widest silhouette."""
        return max(self.divisions, key=lambda one: one.silhouette)


def cluster(
    features: Floats, counts: Sequence[int] = range(2, 9), kept: int = KEPT, seed: int = 1
) -> Generator[Progress | Clustered, None, None]:
    """Divide looks by their features, float32 (N, D), into each count of groups, a job.

    ``Clustered`` comes last. Raises ``LabError`` when fewer than ten looks differ.
    """
    from sklearn.decomposition import PCA
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    different = len(np.unique(features, axis=0))
    if different < _FEWEST:
        raise LabError(
            "lab_few_looks",
            f"Only {different} looks differ, and {_FEWEST} are needed.",
            "Add photos.",
            looks=different,
        )
    tries = [(m, k) for k in counts if k < different for m in Method]
    found: list[Clustering] = []
    # Threads that wait for each other would take ten times as long for so little.
    with threadpool_limits(1):
        pca = PCA(min(kept, *features.shape), random_state=seed)
        points = pca.fit_transform(features.astype(np.float64))
        for number, (method, count) in enumerate(tries):
            yield Progress(number, len(tries), f"{method}, {count}")
            labels = _divide(points, method, count, seed)
            if len(np.unique(labels)) > 1:
                found.append(_judge(points, method, labels))
    explained = float(pca.explained_variance_ratio_.sum())
    yield Clustered(len(features), points.shape[1], explained, tuple(found))


def _divide(points: NDArray[np.float64], method: Method, count: int, seed: int) -> Labels:
    from sklearn.cluster import AgglomerativeClustering, KMeans
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.mixture import GaussianMixture

    makers: dict[Method, Callable[[], object]] = {
        Method.KMEANS: partial(KMeans, count, n_init=_STARTS, random_state=seed),
        Method.AGGLOMERATIVE: partial(AgglomerativeClustering, count),
        Method.MIXTURE: partial(
            GaussianMixture, count, covariance_type="diag", reg_covar=1e-4, n_init=_STARTS,
            random_state=seed,
        ),
    }  # fmt: skip
    with warnings.catch_warnings():
        # A division that is not quite settled is judged by its indices like any other.
        warnings.simplefilter("ignore", ConvergenceWarning)
        labels = makers[method]().fit_predict(points)  # type: ignore[attr-defined]
    return np.unique(np.asarray(labels), return_inverse=True)[1].astype(np.intp)


def _judge(points: NDArray[np.float64], method: Method, labels: Labels) -> Clustering:
    from sklearn.metrics import (
        calinski_harabasz_score,
        davies_bouldin_score,
        silhouette_score,
    )

    return Clustering(
        method,
        float(silhouette_score(points, labels)),
        float(davies_bouldin_score(points, labels)),
        float(calinski_harabasz_score(points, labels)),
        tuple(labels.tolist()),
    )
