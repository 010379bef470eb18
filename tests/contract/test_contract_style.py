import json

import numpy as np
import pytest
from contract_backends import make, names_of
from stage_fakes import cutout_of, draw_figure, empty_map

from braind.registry import Stage


@pytest.fixture(scope="module", params=names_of(Stage.STYLE))
def backend(request):
    return make(Stage.STYLE, request.param)


class TestStyleBackend:
    def test_its_identity_is_json(self, backend):
        assert json.loads(json.dumps(backend.identity))["backend"]

    def test_no_cutouts_give_no_scores(self, backend):
        assert backend.score_styles([]) == []

    def test_seven_probabilities_a_cutout_whatever_the_batch(self, backend):
        cutouts = [cutout_of(draw_figure(empty_map(), 28, 10, height)) for height in (120, 70)]
        together = backend.score_styles(cutouts)
        for scores, cutout in zip(together, cutouts, strict=True):
            assert scores.values.shape == (7,) and scores.values.dtype == np.float32
            assert ((scores.values >= 0) & (scores.values <= 1)).all()
            (alone,) = backend.score_styles([cutout])
            assert scores.values == pytest.approx(alone.values, abs=1e-4)
