from dataclasses import replace

import numpy as np
import pytest
from stage_fakes import cutout_of, draw_figure, empty_map
from tiny_nets import YUNET_CELL, find_tiny

from braind.backends.context import BackendContext
from braind.backends.onnx_yunet import decode_yunet, yunet_input
from braind.domain import Box
from braind.registry import Stage, create, find_backend

pytest.importorskip("onnx", reason="tiny nets are made with onnx, of the extra “test”")


def yunet(**settings):
    return create(
        find_backend(Stage.FACE, "yunet"), BackendContext(find_weights=find_tiny), settings
    )


def boxes_of(backend, cutout):
    return backend.find_faces([cutout])[0]


def test_a_face_is_found_where_the_cell_says():
    row, column, size = YUNET_CELL
    x, y = 8 * (column + 0.5), 8 * (row + 0.5)
    cutout = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    face, *parsed = boxes_of(yunet(), cutout)
    assert face == Box(x - size / 2, y - size / 2, x + size / 2, y + size / 2)
    assert len(parsed) <= 1


def test_the_threshold_is_a_setting_and_enters_the_identity():
    cutout = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    unparsed = replace(cutout, regions=None)
    assert len(boxes_of(yunet(), unparsed)) == 1
    assert boxes_of(yunet(threshold=0.95), unparsed) == ()
    assert yunet(threshold=0.95).identity != yunet().identity
    assert yunet(mask_scale=2.0).mask_scale == 2.0


def test_scores_are_the_geometric_mean_of_class_and_object():
    outputs = {}
    for stride in (8, 16, 32):
        cells = (64 // stride) ** 2
        outputs |= {
            f"cls_{stride}": np.zeros((1, cells, 1), np.float32),
            f"obj_{stride}": np.ones((1, cells, 1), np.float32),
            f"bbox_{stride}": np.zeros((1, cells, 4), np.float32),
        }
    outputs["cls_16"][0, 5] = 0.25
    boxes, scores = decode_yunet(outputs, (64, 64))
    best = int(scores.argmax())
    assert scores[best] == pytest.approx(0.5) and best == 64 + 5
    assert boxes[best].tolist() == [16 - 8, 16 - 8, 16 + 8, 16 + 8]


def test_large_pictures_are_made_to_fit():
    picture, ratio = yunet_input(np.full((1280, 400, 4), 50, np.uint8), (640, 640))
    assert ratio == 0.5 and (picture[0, :, :640, :200] == 50).all()
    assert not picture[0, :, :, 200:].any()
