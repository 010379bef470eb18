from __future__ import annotations

import numpy as np
import pytest

from braind.lab.cluster import Clustered, Method, cluster
from braind.lab.kinds import LabError


def _blobs(seed=2):
    rng = np.random.default_rng(seed)
    centres = rng.normal(0, 5, (3, 12))
    return np.concatenate([c + rng.normal(0, 0.5, (20, 12)) for c in centres]).astype(np.float32)


def test_three_groups_are_found_by_every_method():
    *progress, result = cluster(_blobs(), range(2, 5), kept=4)
    assert isinstance(result, Clustered) and result.axes == 4 and result.explained > 0.9
    assert len(progress) == len(result.divisions) == 9
    for method in Method:
        own = [one for one in result.divisions if one.method is method]
        assert max(own, key=lambda one: one.silhouette).sizes == (20, 20, 20)
        assert max(own, key=lambda one: one.calinski_harabasz).sizes == (20, 20, 20)
        assert min(own, key=lambda one: one.davies_bouldin).sizes == (20, 20, 20)
    assert len(set(result.best.labels[:20])) == 1


def test_noise_has_no_groups_to_speak_of():
    noise = np.random.default_rng(4).normal(size=(60, 12)).astype(np.float32)
    *_, result = cluster(noise, range(2, 4))
    assert result.best.silhouette < 0.25


def test_copies_are_too_few_looks():
    with pytest.raises(LabError, match="Only 2 looks differ"):
        next(cluster(np.repeat(np.eye(2, 5, dtype=np.float32), 10, axis=0)))
