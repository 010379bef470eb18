"""YOLOX with RTMPose, and YOLOv8's file layout: what the nets find comes back in the photo."""

import numpy as np
import pytest
from stage_fakes import empty_photo, figure_photo, photo_of
from tiny_nets import BODY_BOXES, HALPE, YOLOX_SIDE, find_tiny, tiny_path, yolo_net

from braind.backends.context import BackendContext
from braind.backends.onnx_rtmpose import decode_simcc, decode_yolox, pose_window, yolox_input
from braind.backends.onnx_session import OnnxSession
from braind.backends.onnx_yolo import OnnxYolo, class_names
from braind.domain import BodyPart, Box, Reason
from braind.errors import ModelError
from braind.registry import Stage, create, find_backend
from braind.weights import weights_at

pytest.importorskip("onnx", reason="tiny nets are made with onnx, of the extra “test”")


def made(name, **settings):
    context = BackendContext(find_weights=find_tiny)
    return create(find_backend(Stage.PERSON, name), context, settings)


def sides(box):
    return [box.left, box.top, box.right, box.bottom]


def test_yolox_and_rtmpose_find_a_whole_body():
    detection, nobody = made("rtmpose").detect_people([figure_photo(), empty_photo()])
    assert nobody.reasons == (Reason.NOBODY,)
    (person,) = detection.people
    # The net's box: centre (16, 48) of stride 32 in a frame of 64; the photo is 480 by 720.
    scale = 720 / YOLOX_SIDE
    wanted = np.array([16 - 10, 48 - 30, 16 + 10, 48 + 30]) * scale
    assert sides(person.box) == pytest.approx(np.clip(wanted, 0, [480, 720] * 2), abs=0.1)
    assert person.missing == (Reason.LEFT_FOOT, Reason.RIGHT_FOOT)  # they lie below the photo


def test_keypoints_come_back_from_their_window():
    box = Box(100, 50, 160, 250)
    left, top, scale = pose_window(box, (192, 256))
    assert (192 * scale, 256 * scale) == pytest.approx((187.5, 250))
    assert (left + 96 * scale, top + 128 * scale) == pytest.approx((130, 150))


def test_simcc_gives_the_peak_and_the_lower_score():
    x, y = np.zeros((1, 2, 384), np.float32), np.zeros((1, 2, 512), np.float32)
    x[0, 0, 100], y[0, 0, 31], x[0, 1, 7], y[0, 1, 500] = 0.9, 0.4, 0.2, 0.8
    places, scores = decode_simcc(x, y)
    assert places[0].tolist() == [[50, 15.5], [3.5, 250]]
    assert scores[0] == pytest.approx([0.4, 0.2])


def test_yolox_boxes_that_are_decoded_already_are_taken_as_they_are():
    rows = np.array([[1, 2, 3, 4, 0.2], [5, 6, 7, 8, 0.6], [1, 1, 9, 9, 0.9]], np.float32)
    boxes, scores = decode_yolox(rows, (64, 64))
    assert boxes.tolist() == [[1, 1, 9, 9], [5, 6, 7, 8]]
    assert scores == pytest.approx([0.9, 0.6])


def test_yolox_takes_people_only():
    rows = np.zeros((84, 7), np.float32)
    rows[:2, 4:] = [[1, 0.9, 0.1], [1, 0.1, 0.9]]
    boxes, _ = decode_yolox(rows, (64, 64))
    assert boxes.tolist() == [[-4, -4, 4, 4]]


def test_yolox_sees_blue_first_at_the_top_left():
    pixels = np.zeros((20, 10, 3), np.uint8)
    pixels[..., 2] = 250
    picture, ratio = yolox_input(pixels, (40, 40))
    assert ratio == 2 and picture.shape == (1, 3, 40, 40)
    assert (picture[0, :, :40, :20] == np.array([250, 0, 0]).reshape(3, 1, 1)).all()
    assert (picture[0, :, :, 20:] == 114).all()


def test_the_channel_order_of_the_pose_net_is_a_setting():
    assert made("rtmpose").identity != made("rtmpose", rgb=False).identity


def test_yolov8_finds_the_five_classes_where_they_are():
    detection, nobody = made("yolov8").detect_people([figure_photo(), empty_photo()])
    assert nobody.reasons == (Reason.NOBODY,) and detection.is_whole_body
    (person,) = detection.people
    assert set(person.parts) == set(BodyPart)
    # The photo of 480 by 720 lies centred in the square frame, two thirds as wide.
    x, y, width, height = BODY_BOXES["whole body"]
    wide = 720 * np.array([x - width / 2, y - height / 2, x + width / 2, y + height / 2])
    shift = [(720 - 480) / 2, 0] * 2
    assert sides(person.box) == pytest.approx(wide - shift, abs=2.5)


def test_a_pose_detector_does_as_well(tmp_path):
    yolo_net(tmp_path / "pose.onnx", ("person",), "pose")
    backend = OnnxYolo(OnnxSession(weights_at(tmp_path / "pose.onnx")), 0.25)
    detection, nobody = backend.detect_people([figure_photo(), empty_photo()])
    assert nobody.reasons == (Reason.NOBODY,) and detection.is_whole_body
    (person,) = detection.people
    ankle = np.array(BODY_BOXES["whole body"][:2]) + (HALPE[15] - 0.5) * (0.25, 0.85)
    foot = person.parts[BodyPart.LEFT_FOOT]
    assert foot.left < 720 * ankle[0] - 120 < foot.right and foot.top <= 720 * ankle[1] + 1


def test_a_detector_of_other_things_is_refused(tmp_path):
    yolo_net(tmp_path / "things.onnx", ("person", "dog", "cat", "cup", "kite"))
    with pytest.raises(ModelError) as caught:
        OnnxYolo(OnnxSession(weights_at(tmp_path / "things.onnx")), 0.25)
    assert caught.value.code == "detector_unfit"


@pytest.mark.parametrize("notes", [{}, {"names": "import os"}, {"names": "[1"}])
def test_a_file_must_say_what_it_finds(notes):
    with pytest.raises(ModelError):
        class_names(notes)


def test_a_photo_of_nothing_but_noise_is_taken_in_any_shape():
    noise = np.random.default_rng(0).integers(0, 255, (30, 300, 3), np.uint8)
    for name in ("rtmpose", "yolov8"):
        made(name).detect_people([photo_of(noise)])
    assert tiny_path("yolov8").is_file()
