import json

import numpy as np
import pytest
from stage_fakes import cutout_of, draw_figure, empty_map
from tiny_nets import classifier

from braind.backends.context import BackendContext
from braind.errors import ModelError
from braind.registry import Stage, create, find_backend
from braind.vocabulary import STYLES

pytest.importorskip("onnx", reason="tiny nets are made with onnx, of the extra “test”")


def made(path):
    spec = find_backend(Stage.STYLE, "classifier")
    return create(spec, BackendContext(), {"file": str(path)})


def write(path, **changes):
    classifier(path)
    card = json.loads(path.with_suffix(".json").read_text())
    for name, value in changes.items():
        if name in card:
            card[name] = value
        else:
            card["input"][name] = value
    path.with_suffix(".json").write_text(json.dumps(card))
    return path


@pytest.fixture
def cutout():
    return cutout_of(draw_figure(empty_map(), 28, 10, 120))


def values(path, cutout):
    return made(path).score_styles([cutout])[0].values


def test_logits_become_probabilities_in_the_order_of_the_styles(tmp_path, cutout):
    found = values(write(tmp_path / "own.onnx"), cutout)
    ordered = values(write(tmp_path / "other.onnx", labels=list(STYLES)), cutout)
    assert found == pytest.approx(ordered[::-1])
    assert ((found > 0) & (found < 1)).all() and len(set(np.round(found, 4))) == 7


def test_probabilities_stay_as_they_are(tmp_path, cutout):
    raw = values(write(tmp_path / "own.onnx", output={"kind": "probabilities"}), cutout)
    logits = values(write(tmp_path / "other.onnx"), cutout)
    inside = (raw > 0) & (raw < 1)
    assert inside.any()
    assert raw[inside] == pytest.approx(np.log(logits / (1 - logits))[inside], abs=1e-4)


def test_how_pictures_are_made_decides_the_scores(tmp_path, cutout):
    boxed = made(write(tmp_path / "a.onnx"))
    squashed = made(write(tmp_path / "b.onnx", resize="squash"))
    assert boxed.identity != squashed.identity
    wide = cutout_of(draw_figure(empty_map(60, 96), 28, 5, 50))
    scores = [backend.score_styles([wide])[0].values for backend in (boxed, squashed)]
    assert not np.allclose(*scores)


@pytest.mark.parametrize(
    "changes",
    [
        {"labels": ["casual", "goth"]},
        {"resize": "crop"},
        {"output": "tensor"},
        {"size": [1]},
        {"view": "photo"},
    ],
)
def test_a_card_that_does_not_fit_is_refused(tmp_path, changes):
    with pytest.raises(ModelError) as caught:
        made(write(tmp_path / "own.onnx", **changes))
    assert caught.value.code == "classifier_card"


def test_a_classifier_needs_a_file_and_a_card(tmp_path):
    with pytest.raises(ModelError) as caught:
        made("")
    assert "file=" in caught.value.hint
    with pytest.raises(ModelError) as caught:
        made(tmp_path / "none.onnx")
    assert caught.value.code == "model_missing"
    path = write(tmp_path / "own.onnx")
    path.with_suffix(".json").unlink()
    with pytest.raises(ModelError) as caught:
        made(path)
    assert caught.value.code == "classifier_card"
