import numpy as np
import pytest
from stage_fakes import FakePerson, figure_photo
from tiny_nets import find_tiny, mask_net

from braind.backends.context import BackendContext
from braind.backends.onnx_cutout import BIREFNET, ISNET, OnnxCutout, squashed, stretched
from braind.backends.onnx_session import OnnxSession
from braind.domain import BodyPart, Person, Region
from braind.registry import Stage, create, find_backend
from braind.weights import weights_at

pytest.importorskip("onnx", reason="tiny nets are made with onnx, of the extra “test”")
NAMES = ("rmbg", "isnet", "birefnet", "birefnet-lite")


def person_in(photo):
    return FakePerson().detect_people([photo])[0].people[0]


def boxes_only(person):
    return Person(person.box, {BodyPart.WHOLE_BODY: person.box}, (), 1.0, person.box)


@pytest.mark.parametrize("name", NAMES)
def test_the_mask_of_the_net_is_the_alpha(name):
    photo = figure_photo()
    person = person_in(photo)
    backend = create(find_backend(Stage.CUTOUT, name), BackendContext(find_weights=find_tiny))
    (cutout,) = backend.cut_out(photo, [person])
    inside = cutout.regions > 0
    seen = cutout.rgba[..., 3] >= 128
    assert (seen & inside).sum() / (seen | inside).sum() > 0.9


def test_a_person_known_by_a_box_gets_regions_from_it():
    photo = figure_photo()
    backend = create(find_backend(Stage.CUTOUT, "isnet"), BackendContext(find_weights=find_tiny))
    (cutout,) = backend.cut_out(photo, [boxes_only(person_in(photo))])
    assert {Region.FACE, Region.UPPER, Region.TROUSERS} <= set(np.unique(cutout.regions))
    assert not cutout.regions[cutout.rgba[..., 3] < 128].any()


@pytest.mark.parametrize(("manner", "gain", "offset"), [(ISNET, 0, 0.05), (BIREFNET, 0, -8)])
def test_where_a_net_sees_nobody_the_detector_is_believed(tmp_path, manner, gain, offset):
    mask_net((0.5,) * 3, (1,) * 3, gain, offset)(tmp_path / "blind.onnx")
    backend = OnnxCutout("blind", OnnxSession(weights_at(tmp_path / "blind.onnx")), manner)
    photo = figure_photo()
    (cutout,) = backend.cut_out(photo, [person_in(photo)])
    assert np.median(cutout.rgba[cutout.regions > 0, 3]) == 255


def test_a_mask_is_stretched_unless_it_is_empty():
    assert stretched(np.float32([[0.2, 0.5], [0.2, 0.6]])) == pytest.approx(
        np.array([[0, 0.75], [0, 1]])
    )
    nothing = np.float32([[0.01, 0.02]])
    assert (stretched(nothing) == nothing).all()


def test_logits_become_probabilities_and_probabilities_stay():
    assert squashed(np.float32([[-8, 0, 8]])) == pytest.approx(
        np.array([[0.0003, 0.5, 0.9997]]), abs=1e-4
    )
    already = np.float32([[0, 0.3, 1]])
    assert (squashed(already) == already).all()
