import numpy as np
import pytest
from stage_fakes import FakeWords

from braind.backends.shipped_words import shipped_words
from braind.errors import ModelError
from braind.stages.words import KEPT
from braind.vocabulary import ANSWERS, QUESTIONS, UNKNOWN
from braind.wordspaces import answer_words, space_of


class CountingWords(FakeWords):
    def __init__(self, weights="a"):
        self.calls, self.identity_ = 0, {"backend": "counting", "weights": weights}

    @property
    def identity(self):
        return self.identity_

    def embed_words(self, words):
        self.calls += 1
        return super().embed_words(words)


def test_every_answer_but_unknown_is_a_word_once():
    words = answer_words()
    assert len(words) == len(set(words)) and UNKNOWN not in words
    assert {w for q in QUESTIONS for w in ANSWERS[q]} == {*words, UNKNOWN}


def test_the_shipped_space_is_taken_as_it_is():
    space = shipped_words()
    assert space_of(space) is space


def test_a_space_is_fitted_once_and_kept_with_its_id(tmp_path):
    backend = CountingWords()
    space = space_of(backend, tmp_path)
    assert space.basis.shape == (KEPT, 40)
    again = space_of(backend, tmp_path)
    assert again.id == space.id and backend.calls == 1
    assert space_of(backend).id == space.id and backend.calls == 2


def test_other_weights_make_another_space(tmp_path):
    other = CountingWords("b")
    space_of(CountingWords(), tmp_path)
    space_of(other, tmp_path)
    assert other.calls == 1 and len(list((tmp_path / "words").iterdir())) == 2


def test_the_pca_is_weighted_by_how_often_words_answer():
    space = space_of(FakeWords())
    assert space.mean == pytest.approx(
        np.average(space.meanings, axis=0, weights=_counts()), abs=1e-5
    )


def _counts():
    import json

    from braind.models import resources_folder

    card = json.loads((resources_folder() / "words/words.card.json").read_text())
    return [card["counts"].get(word, 0) + 1 for word in answer_words()]


def test_a_damaged_file_is_told(tmp_path):
    space_of(FakeWords(), tmp_path)
    (kept,) = (tmp_path / "words").iterdir()
    kept.write_bytes(b"broken")
    with pytest.raises(ModelError):
        space_of(FakeWords(), tmp_path)
