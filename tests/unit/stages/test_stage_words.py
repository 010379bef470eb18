import json
from types import SimpleNamespace

import numpy as np
import pytest

from braind.errors import ModelError
from braind.models import resources_folder
from braind.stages.words import DIMENSIONS, KEPT, WordSpace
from braind.vocabulary import ANSWERS, QUESTIONS, UNKNOWN, Question

SHIPPED = resources_folder() / "words" / "words.npz"


@pytest.fixture(scope="module")
def shipped():
    return WordSpace.load(SHIPPED)


@pytest.fixture(scope="module")
def made():
    """A small space of random meanings."""
    rng = np.random.default_rng(3)
    words = [f"word{i}" for i in range(30)]
    meanings = rng.normal(size=(30, DIMENSIONS)).astype(np.float32)
    counts = rng.integers(1, 100, 30)
    return SimpleNamespace(words=words, meanings=meanings, counts=counts)


def cosine(space, question, a, b):
    table, words = space.table(question), ANSWERS[question]
    return float(table[words.index(a)] @ table[words.index(b)])


def test_pca_over_counts_equals_pca_over_every_occurrence(made):
    space = WordSpace.fit(made.words, made.meanings, made.counts)
    every = np.repeat(made.meanings.astype(np.float64), made.counts, axis=0)
    centred = every - every.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    overlaps = np.abs((axes[:KEPT] * space.basis).sum(axis=1))
    np.testing.assert_allclose(space.mean, every.mean(axis=0), atol=1e-5)
    np.testing.assert_allclose(overlaps, 1, atol=1e-3)


def test_vectors_are_centred_on_the_mean_answer(made):
    space = WordSpace.fit(made.words, made.meanings, made.counts)
    vectors = np.array([space.vectors[word] for word in made.words])
    np.testing.assert_allclose(made.counts @ vectors / made.counts.sum(), 0, atol=1e-4)


def test_saving_twice_writes_the_same_bytes_and_loads_the_same_space(made, tmp_path):
    space = WordSpace.fit(made.words, made.meanings, made.counts)
    space.save(tmp_path / "a.npz")
    space.save(tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    again = WordSpace.load(tmp_path / "a.npz")
    assert again.id == space.id
    assert again.words == space.words


def test_another_content_has_another_id(made):
    space = WordSpace.fit(made.words, made.meanings, made.counts)
    other = WordSpace.fit(made.words, made.meanings * 2, made.counts)
    assert space.id != other.id
    assert space.identity == {"words": space.id}


def test_words_are_embedded_in_96_numbers(shipped):
    found = shipped.embed_words(["navy", "spaceship", "wool"])
    assert found.shape == (3, DIMENSIONS)
    assert found.dtype == np.float32
    assert not found[1].any()
    assert found[0].any() and found[2].any()
    assert shipped.embed_words([]).shape == (0, DIMENSIONS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_table_has_unit_rows_and_unknown_is_nothing(shipped, question):
    table = shipped.table(question)
    assert table.shape == (len(ANSWERS[question]), KEPT)
    assert table.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(table[:-1], axis=1), 1, atol=1e-5)
    assert not table[-1].any()


def test_every_answer_has_a_vector_of_its_own(shipped):
    words = {word for answers in ANSWERS.values() for word in answers} - {UNKNOWN}
    assert set(shipped.vectors) == words
    assert len({vector.tobytes() for vector in shipped.vectors.values()}) == len(words)


@pytest.mark.parametrize(
    ("question", "word", "near", "far"),
    [
        (Question.UPPER_COLOR, "navy", "black", "orange"),
        (Question.UPPER_COLOR, "navy", "blue", "beige"),
        (Question.UPPER_COLOR, "beige", "white", "navy"),
        (Question.UPPER_COLOR, "brown", "khaki", "skyblue"),
        (Question.UPPER_ITEM, "blazer", "coat", "t-shirt"),
        (Question.UPPER_ITEM, "hoodie", "sweatshirt", "blouse"),
        (Question.LOWER_ITEM, "jeans", "trousers", "skirt"),
        (Question.UPPER_MATERIAL, "wool", "tweed", "chiffon"),
        (Question.LOWER_MATERIAL, "silk", "chiffon", "denim"),
        (Question.UPPER_PATTERN, "striped", "checked", "floral"),
        (Question.SEASON, "winter", "autumn", "summer"),
    ],
)
def test_near_meanings_are_near(shipped, question, word, near, far):
    assert cosine(shipped, question, word, near) > cosine(shipped, question, word, far) + 0.2


def test_cosines_within_a_question_span_a_useful_range(shipped):
    for question in (Question.UPPER_ITEM, Question.UPPER_COLOR, Question.UPPER_MATERIAL):
        table = shipped.table(question)[:-1]
        cosines = (table @ table.T)[~np.eye(len(table), dtype=bool)]
        assert np.percentile(cosines, 90) - np.percentile(cosines, 10) > 0.6
        assert cosines.max() < 0.97


def test_a_missing_or_damaged_file_is_told_plainly(tmp_path):
    with pytest.raises(ModelError) as missing:
        WordSpace.load(tmp_path / "words.npz")
    assert missing.value.code == "words_unreadable"
    cut = tmp_path / "cut.npz"
    cut.write_bytes(SHIPPED.read_bytes()[:5000])
    with pytest.raises(ModelError):
        WordSpace.load(cut)


def test_the_card_belongs_to_the_artefact(shipped):
    card = json.loads(SHIPPED.with_suffix(".card.json").read_text(encoding="utf-8"))
    assert card["id"] == shipped.id
