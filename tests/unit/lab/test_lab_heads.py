import json

import numpy as np
import pytest
from tiny_nets import find_tiny

from braind.backends.context import BackendContext
from braind.backends.siglip import TextTower, open_images
from braind.backends.siglip_style import Heads, SiglipStyle
from braind.errors import PhotoError
from braind.events import PhotoFailed
from braind.lab.heads import HeadsDone, fit_head, see_largest, train_heads
from braind.labelled import read_labels
from braind.pipeline import Pipeline
from braind.vocabulary import STYLES, Style

pytest.importorskip("onnx", reason="tiny nets are made with onnx, of the extra “test”")
pytest.importorskip("tokenizers", reason="needs the extra “siglip”")


@pytest.fixture(scope="module")
def towers():
    context = BackendContext(find_weights=find_tiny)
    prompts = Heads.zero_shot(TextTower("fashion-siglip-text", context))
    return open_images("fashion-siglip", context), prompts


@pytest.fixture(scope="module")
def see():
    return see_largest(Pipeline.embedded())


def separable(count=60, size=8, seed=0):
    rng = np.random.default_rng(seed)
    vectors = rng.normal(size=(count, size)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors, vectors[:, 0] > 0


def test_a_head_learns_what_the_labels_say():
    vectors, truth = separable()
    weights, bias = fit_head(vectors, truth, np.zeros(8), 1e-3)
    assert (((vectors @ weights + bias) > 0) == truth).mean() > 0.95
    assert abs(weights[0]) > 3 * np.abs(weights[1:]).max()


def test_a_strong_pull_stays_with_the_prompts():
    vectors, truth = separable()
    start = np.linspace(-3, 3, 8)
    weights, _ = fit_head(vectors, ~truth, start, 1e6)
    assert weights == pytest.approx(start, abs=1e-4)
    free, _ = fit_head(vectors, ~truth, start, 1e-4)
    assert np.linalg.norm(free - start) > 1


def test_heads_are_trained_measured_and_loaded_again(drawn_photos, tmp_path, towers, see):
    (drawn_photos / "chic" / "broken.png").write_bytes(b"no picture")
    path = tmp_path / "heads.json"
    events = list(train_heads(read_labels(drawn_photos), path, see, *towers))
    (drawn_photos / "chic" / "broken.png").unlink()
    (done,) = [event for event in events if isinstance(event, HeadsDone)]
    assert [e.path.split("/")[-1] for e in events if isinstance(e, PhotoFailed)] == ["broken.png"]
    assert {one.style for one in done.after} == {Style.CASUAL, Style.CHIC}
    assert {one.photos for one in done.after} == {one.photos for one in done.before}
    images, prompts = towers
    heads = Heads.read(path, images.sha256)
    unlearned = [i for i, s in enumerate(STYLES) if s not in (Style.CASUAL, Style.CHIC)]
    assert heads.weights[unlearned] == pytest.approx(prompts.weights[unlearned], abs=1e-4)
    assert not np.allclose(heads.weights[0], prompts.weights[0])
    assert SiglipStyle(images, heads).identity["heads"] != prompts.id
    assert set(json.loads(path.read_text())["measured"]["f1"]) == {"casual", "chic"}


def test_too_few_labels_are_told(drawn_photos, tmp_path, towers, see):
    few = read_labels(drawn_photos)[:3]
    with pytest.raises(PhotoError) as caught:
        list(train_heads(few, tmp_path / "heads.json", see, *towers))
    assert caught.value.code == "lab_few_photos"
