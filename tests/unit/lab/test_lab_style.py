"""Training style classifiers: small nets, small pictures, two epochs; needs the extra "train"."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs the extra “train”")
pytest.importorskip("torchvision", reason="needs the extra “train”")
pytest.importorskip("onnx", reason="needs the extra “train”")

import onnxruntime
import torch
from PIL import Image
from torch import nn

from braind.backends.context import BackendContext
from braind.errors import ModelError, PhotoError
from braind.events import PhotoExcluded
from braind.lab.explain import explain
from braind.lab.exporting import Classifier, export_calibrated
from braind.lab.fit import as_input, logits_of
from braind.lab.gradcam import GradCam
from braind.lab.kinds import EpochDone, Family, FamilyDone, HeatSeen, PartsMade, StylePlan, View
from braind.lab.nets import build
from braind.lab.pictures import Viewer
from braind.lab.study import compare_families
from braind.lab.trained import Trained, load_trained
from braind.labelled import read_labels
from braind.registry import Stage, create, find_backend
from braind.sources import read_photo
from braind.training.crops import cutouts
from braind.vocabulary import Style

PLAN = StylePlan(families=(Family.SHUFFLENET,), size=(32, 64), epochs=2, batch=4)


@pytest.fixture(scope="module", autouse=True)
def one_thread():
    """Threads that wait for each other would take several times as long for so little."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def study(drawn_photos, tmp_path_factory):
    """The events of a whole run, and its folder."""
    out = tmp_path_factory.mktemp("study")
    return list(compare_families(read_labels(drawn_photos), out, PLAN)), out


def test_a_run_tells_its_parts_epochs_and_result(study):
    events, out = study
    (parts,) = (e for e in events if isinstance(e, PartsMade))
    assert sum(parts.photos.values()) == 16 and parts.styles == {Style.CASUAL: 8, Style.CHIC: 8}
    assert [e.epoch for e in events if isinstance(e, EpochDone)] == [1, 2]
    done = events[-1]
    assert isinstance(done, FamilyDone) and done.model == out / "shufflenet.onnx"
    assert done.parameters == 1_255_654 and done.cpu_ms > 0
    assert np.sum(done.dominant) == parts.photos["test"]
    assert all(np.sum(matrix) == parts.photos["test"] for matrix in done.confusion.values())


def test_the_card_is_enough_to_run_the_model(study, drawn_photos):
    _, out = study
    card = json.loads((out / "shufflenet.json").read_text(encoding="utf-8"))
    assert card["labels"] == ["casual", "chic"]
    size, mean, std = (np.array(card["input"][name]) for name in ("size", "mean", "std"))
    pixels = np.random.default_rng(1).integers(0, 256, (2, size[1], size[0], 3), np.uint8)
    given = ((pixels / 255 - mean) / std).astype(np.float32).transpose(0, 3, 1, 2)
    session = onnxruntime.InferenceSession(out / "shufflenet.onnx")
    (scores,) = session.run([card["output"]["name"]], {card["input"]["name"]: given})
    assert scores.shape == (2, 2) and (scores > 0).all() and (scores < 1).all()
    assert scores == pytest.approx(Classifier(out / "shufflenet.onnx").score(pixels), abs=1e-5)


def test_the_style_backend_loads_it_and_sees_what_it_was_trained_on(study, drawn_photos):
    model = study[1] / "shufflenet.onnx"
    backend = create(
        find_backend(Stage.STYLE, "classifier"), BackendContext(), {"file": str(model)}
    )
    photo = read_photo(drawn_photos / "chic" / "may" / "chic-0.png")
    (cutout,) = cutouts([photo])
    seen = Viewer(PLAN.size, PLAN.view).see(photo)
    (expected,) = Classifier(model).score(seen.pixels[None])
    scores = backend.score_styles([cutout])[0].as_dict()
    assert [scores[s] for s in (Style.CASUAL, Style.CHIC)] == pytest.approx(expected, abs=1e-5)


def test_a_stopped_run_ends_like_an_undisturbed_one(study, drawn_photos, tmp_path):
    _, out = study
    labelled = read_labels(drawn_photos)
    job = compare_families(labelled, tmp_path, PLAN)
    while not isinstance(next(job), EpochDone):
        pass
    job.close()
    rest = list(compare_families(labelled, tmp_path, PLAN))
    assert [e.epoch for e in rest if isinstance(e, EpochDone)] == [2]
    one, other = (
        torch.load(home / "shufflenet.pt", weights_only=True)["state"] for home in (out, tmp_path)
    )
    assert all(torch.equal(one[name], other[name]) for name in one)


def test_training_stops_early_when_nothing_gets_better(drawn_photos, tmp_path):
    plan = replace(PLAN, epochs=30, patience=1, rate=0.0)
    events = list(compare_families(read_labels(drawn_photos), tmp_path, plan))
    assert 2 <= sum(isinstance(e, EpochDone) for e in events) < 30


def test_photos_of_no_style_are_told(drawn_photos, tmp_path):
    with pytest.raises(PhotoError, match="No style has enough photos"):
        list(compare_families(read_labels(drawn_photos)[:3], tmp_path, PLAN))


@pytest.mark.parametrize("family", list(Family))
def test_every_family_is_exported_with_parity_and_explained(family, tmp_path):
    net = build(family, 3, seed=5)
    rng = np.random.default_rng(2)
    pictures = rng.integers(0, 256, (4, 64, 32, 3), np.uint8)
    truth = rng.random((4, 3)) < 0.5
    exported = export_calibrated(net, pictures, truth, tmp_path / "net.onnx")
    expected = 1 / (1 + np.exp(-(logits_of(net, pictures) * exported.slope + exported.shift)))
    assert Classifier(exported.path).score(pictures) == pytest.approx(expected, abs=1e-4)
    assert Classifier(exported.path).score(pictures[:1]).shape == (1, 3)
    with GradCam(Trained(family, tuple(Style)[:3], net.eval(), (32, 64), View.CUTOUT)) as cam:
        heat = cam.heat(cam.scores(pictures[0])[1])
    assert heat.shape == (2, 1) and (heat >= 0).all()


def test_grad_cam_of_a_linear_head_is_the_class_map():
    """With global average pooling before a linear layer, Grad-CAM is CAM over the map's area."""
    net = build(Family.SHUFFLENET, 3, seed=5).eval()
    picture = np.random.default_rng(3).integers(0, 256, (96, 64, 3), np.uint8)
    with GradCam(Trained(Family.SHUFFLENET, tuple(Style)[:3], net, (64, 96), View.CUTOUT)) as cam:
        heat = cam.heat(cam.scores(picture)[2])
    layers = nn.Sequential(net.conv1, net.maxpool, net.stage2, net.stage3, net.stage4, net.conv5)
    with torch.no_grad():
        maps = layers(as_input(picture[None]))[0]
        expected = torch.einsum("c,chw->hw", net.fc.weight[2], maps).clamp_min(0) / maps[0].numel()
    assert heat.shape == (3, 2) and heat == pytest.approx(expected.numpy(), abs=1e-6)


def test_a_net_starts_from_weights_with_another_head(tmp_path):
    given = build(Family.SHUFFLENET, 5, seed=8)
    torch.save({"state": given.state_dict()}, tmp_path / "mine.pt")
    net = build(Family.SHUFFLENET, 3, seed=1, weights=tmp_path / "mine.pt")
    assert torch.equal(net.conv1[0].weight, given.conv1[0].weight)


@pytest.mark.parametrize(
    ("content", "code"), [("tensors", "lab_weights_misfit"), ("noise", "model_unusable")]
)
def test_weights_that_do_not_fit_are_refused(tmp_path, content, code):
    path = tmp_path / "bad.pt"
    if content == "tensors":
        torch.save(build(Family.REGNET, 3, seed=1).state_dict(), path)
    else:
        path.write_bytes(b"no weights at all")
    with pytest.raises(ModelError) as caught:
        build(Family.SHUFFLENET, 3, seed=1, weights=path)
    assert caught.value.code == code


def test_only_models_of_the_lab_are_explained(tmp_path):
    with pytest.raises(ModelError) as caught:
        load_trained(tmp_path / "none.onnx")
    assert caught.value.code == "lab_no_card"


def test_a_photo_is_explained(study, drawn_photos, tmp_path):
    photo = drawn_photos / "chic" / "may" / "chic-0.png"
    events = list(explain(study[1] / "shufflenet.onnx", [photo], tmp_path, Style.CHIC))
    (seen,) = (e for e in events if isinstance(e, HeatSeen))
    assert sum(seen.size.values()) == pytest.approx(1)
    assert sum(seen.heat.values()) == pytest.approx(1) or not any(seen.heat.values())
    assert read_photo(seen.picture).size[1] == 512
    with pytest.raises(ModelError, match="has not learned “street”"):
        next(explain(study[1] / "shufflenet.onnx", [photo], tmp_path, Style.STREET))


def test_photos_without_anybody_are_told(tmp_path):
    for number in range(8):
        noise = np.random.default_rng(number).integers(0, 255, (96, 64, 3), np.uint8)
        path = tmp_path / "chic" / f"{number}.png"
        path.parent.mkdir(exist_ok=True)
        Image.fromarray(noise).save(path)
    job = compare_families(read_labels(tmp_path), tmp_path / "out", PLAN)
    seen = []
    with pytest.raises(PhotoError, match="with a person in them"):
        seen.extend(job)
    assert sum(isinstance(event, PhotoExcluded) for event in seen) == 8
