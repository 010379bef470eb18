"""spaCy's pipeline as the small English model has it: a network for vectors and no word table."""

import numpy as np
import pytest

from braind.backends.spacy_words import SpacyWords
from braind.wordspaces import answer_words, space_of

spacy = pytest.importorskip("spacy", reason="needs the extra “spacy”")
WIDTH = 96


@pytest.fixture(scope="module")
def nlp(tmp_path_factory):
    """Untrained, saved and loaded again."""
    made = spacy.blank("en")
    made.meta["name"], made.meta["version"] = "core_web_sm", "0"
    made.add_pipe("tok2vec")  # 96 wide unless told otherwise
    made.initialize()
    folder = tmp_path_factory.mktemp("spacy")
    made.to_disk(folder)
    return spacy.load(folder)


def test_words_get_96_numbers_and_a_space_of_25(nlp):
    backend = SpacyWords(nlp)
    words = answer_words()
    vectors = backend.embed_words(words)
    assert vectors.shape == (len(words), WIDTH) and vectors.dtype == np.float32
    assert backend.identity["weights"] == "en_core_web_sm-0"
    assert space_of(backend).basis.shape == (25, WIDTH)
    assert len({row.tobytes() for row in vectors}) > 0.9 * len(words)
