import json

import numpy as np
import pytest
from contract_backends import make, names_of
from stage_fakes import cutout_of, draw_figure, empty_map

from braind.registry import Stage


@pytest.fixture(scope="module", params=names_of(Stage.VISUAL))
def backend(request):
    return make(Stage.VISUAL, request.param)


class TestVisualBackend:
    def test_its_identity_is_json(self, backend):
        assert json.loads(json.dumps(backend.identity))["backend"]

    def test_no_cutouts_give_no_vectors(self, backend):
        assert backend.embed_looks([]) == []

    def test_a_direction_a_cutout_whatever_the_batch(self, backend):
        cutouts = [cutout_of(draw_figure(empty_map(), 28, 10, height)) for height in (120, 70)]
        together = backend.embed_looks(cutouts)
        assert len(together) == len(cutouts)
        for vector, cutout in zip(together, cutouts, strict=True):
            assert vector.shape == (768,) and vector.dtype == np.float16
            assert np.linalg.norm(vector.astype(np.float32)) == pytest.approx(1, abs=1e-3)
            (alone,) = backend.embed_looks([cutout])
            assert vector == pytest.approx(alone, abs=1e-3)
