import json

import numpy as np
import pytest
from contract_backends import make, names_of

from braind.registry import Stage
from braind.stages.words import KEPT
from braind.wordspaces import answer_words


@pytest.fixture(scope="module", params=names_of(Stage.WORDS))
def backend(request):
    return make(Stage.WORDS, request.param)


class TestWordsBackend:
    def test_its_identity_is_json(self, backend):
        assert json.loads(json.dumps(backend.identity))

    def test_a_vector_a_word_whatever_the_batch(self, backend):
        words = answer_words()
        together = backend.embed_words(words)
        assert together.dtype == np.float32 and together.shape[0] == len(words)
        assert together.shape[1] >= KEPT and np.isfinite(together).all()
        alone = backend.embed_words(words[3:4])
        assert alone[0] == pytest.approx(together[3], abs=1e-5)

    def test_words_that_differ_have_other_vectors(self, backend):
        dress, jeans = backend.embed_words(["dress", "jeans"])
        assert not np.allclose(dress, jeans)
