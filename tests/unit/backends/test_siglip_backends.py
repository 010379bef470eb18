import json

import numpy as np
import pytest
from stage_fakes import cutout_of, draw_figure, empty_map
from tiny_nets import find_tiny, tiny_path

from braind.backends.context import BackendContext
from braind.backends.onnx_session import open_session
from braind.backends.siglip import (
    ImageTower,
    TextTower,
    canonical,
    open_images,
    picture_of,
    tokens_of,
)
from braind.backends.siglip_style import Heads, SiglipStyle
from braind.domain import Box, Cutout
from braind.errors import ModelError
from braind.registry import Stage, create, find_backend
from braind.stages.visual import visual_rows
from braind.vocabulary import DEFAULT_WEIGHTS, STYLES, Part

pytest.importorskip("onnx", reason="tiny nets are made with onnx, of the extra “test”")
pytest.importorskip("tokenizers", reason="needs the extra “siglip”")


@pytest.fixture
def context(tmp_path):
    return BackendContext(find_weights=find_tiny, cache=tmp_path)


@pytest.fixture
def cutouts():
    return [cutout_of(draw_figure(empty_map(), 28, 10, height)) for height in (120, 70)]


def test_texts_are_made_canonical():
    assert canonical("A T-Shirt,  skinny_jeans &amp; &quot;boots&quot;!") == (
        "a tshirt skinny jeans boots"
    )


def test_texts_are_filled_up_to_64_tokens():
    short, long = tokens_of(
        ["dress", "dress " * 99], tiny_path("fashion-siglip-text", "tokenizer.json")
    )
    assert short.shape == long.shape == (64,) and short.dtype == np.int64
    assert (short[1:] == 1).all() and short[0] > 2
    assert long[-1] == 1 and (long[:-1] == short[0]).all()


def test_a_picture_is_laid_on_a_grey_square():
    red = np.zeros((40, 20, 4), np.uint8)
    red[...] = (255, 0, 0, 255)
    picture = picture_of(Cutout(red, Box(0, 0, 20, 40)))
    assert picture.shape == (3, 224, 224) and picture.dtype == np.float32
    assert picture[:, 112, 112] == pytest.approx([1, -1, -1])
    assert picture[:, 112, 20] == pytest.approx(128 / 127.5 - 1, abs=0.01)


def test_texts_are_embedded_once(context):
    first = TextTower("fashion-siglip-text", context).embed(["dress", "coat"])
    assert first.shape == (2, 768) and np.linalg.norm(first, axis=1) == pytest.approx(1)
    (kept,) = (context.cache / "texts").iterdir()
    np.save(kept, first + 1)
    again = TextTower("fashion-siglip-text", context).embed(["dress", "coat"])
    assert again == pytest.approx(first + 1)
    assert TextTower("fashion-siglip-text", context).embed(["coat"]) == pytest.approx(
        first[1:], abs=1e-5
    )


def test_zero_shot_scores_weigh_a_style_against_no_style(context, cutouts):
    images = open_images("fashion-siglip", context)
    heads = Heads.zero_shot(TextTower("fashion-siglip-text", context))
    (scores,) = SiglipStyle(images, heads).score_styles(cutouts[:1])
    odds = images.embed(cutouts[:1])[0] @ heads.weights.T
    assert scores.values == pytest.approx(1 / (1 + np.exp(-odds)), abs=1e-5)


class CountedSession:
    """An image tower's session that counts its pictures."""

    def __init__(self, session):
        self._session, self.inputs, self.sha256 = session, session.inputs, session.sha256
        self.pictures = 0

    def run(self, feeds):
        self.pictures += len(feeds[self.inputs[0]])
        return self._session.run(feeds)


def test_a_look_that_style_and_visual_ask_for_is_encoded_once(context, cutouts):
    session = CountedSession(open_session("fashion-siglip", context))
    context.shared("images fashion-siglip", lambda: ImageTower(session))
    style, visual = (
        create(find_backend(stage, "fashion-siglip"), context)
        for stage in (Stage.STYLE, Stage.VISUAL)
    )
    style.score_styles(cutouts)
    vectors = visual.embed_looks(cutouts)
    assert session.pictures == len(cutouts)
    style.score_styles(list(reversed(cutouts)))
    assert session.pictures == 2 * len(cutouts)
    expected = ImageTower(open_session("fashion-siglip", context)).embed(cutouts)
    assert np.array_equal(np.stack(vectors), expected.astype(np.float16))


def test_the_block_is_named_by_its_weights_and_how_much_it_counts(context):
    visual = create(find_backend(Stage.VISUAL, "fashion-siglip"), context)
    assert visual.identity == {
        "backend": "fashion-siglip",
        "weights": open_images("fashion-siglip", context).sha256,
        "input": 224,
        "weight": DEFAULT_WEIGHTS[Part.VISUAL],
    }


def test_vectors_of_another_length_are_refused():
    with pytest.raises(ModelError) as caught:
        visual_rows(np.zeros((2, 512), np.float32))
    assert caught.value.code == "model_unusable" and "768" in caught.value.what


def heads_file(path, encoder):
    card = {
        "encoder": encoder,
        "labels": list(reversed(STYLES)),
        "weights": np.zeros((7, 768)).tolist(),
        "bias": [0, 0, 0, 0, 0, 0, 2],
    }
    path.write_text(json.dumps(card))
    return str(path)


def test_trained_heads_replace_the_prompts(context, cutouts, tmp_path):
    encoder = open_images("fashion-siglip", context).sha256
    settings = {"heads": heads_file(tmp_path / "heads.json", encoder)}
    backend = create(find_backend(Stage.STYLE, "fashion-siglip"), context, settings)
    (scores,) = backend.score_styles(cutouts[:1])
    assert scores.values[0] == pytest.approx(0.8808, abs=1e-4)  # the first style, bias 2
    assert scores.values[1:] == pytest.approx(0.5)
    prompts = create(find_backend(Stage.STYLE, "fashion-siglip"), context)
    assert backend.identity != prompts.identity


@pytest.mark.parametrize("content", ["", "{}", '{"labels": []}', "other encoder"])
def test_heads_that_do_not_fit_are_refused(tmp_path, content):
    path = tmp_path / "heads.json"
    path.write_text(content)
    if content == "other encoder":
        heads_file(path, "f" * 64)
    with pytest.raises(ModelError) as caught:
        Heads.read(path, "0" * 64)
    assert caught.value.code == "heads_unusable"
