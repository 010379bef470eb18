"""Faces by YuNet (Wu et al. 2023), decoded here: OpenCV, which usually runs it, is not needed.

Input: BGR 0..255. For each of the strides 8, 16 and 32, the net gives for every cell a class and an
object score, whose geometric mean is the face's, and a box: centre relative to the cell, logarithm
of the size, both in strides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from braind.backends.batches import Batches
from braind.backends.context import BackendContext
from braind.backends.onnx_face import face_settings
from braind.backends.onnx_session import Array, OnnxSession, open_session
from braind.boxes import surest_boxes
from braind.domain import Box, Cutout, Floats, Pixels
from braind.letterbox import Size, fitted_size
from braind.sampling import resized
from braind.stages.face import with_parsed_faces

SIDE = 640  # where the file does not fix its input
STRIDES = (8, 16, 32)
MOST_OVERLAP = 0.3


class OnnxYunet:
    """Finds faces in the whole cutout."""

    def __init__(self, session: OnnxSession, threshold: float, mask_scale: float) -> None:
        self._session, self.threshold, self.mask_scale = session, threshold, mask_scale
        self._frame: Size = session.frame(SIDE, SIDE)
        self._batches = Batches(1)

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights, threshold and how much is cropped around a face."""
        return {
            "backend": "yunet",
            "weights": self._session.sha256,
            "threshold": self.threshold,
            "mask_scale": self.mask_scale,
        }

    def find_faces(self, cutouts: Sequence[Cutout]) -> list[tuple[Box, ...]]:
        """The face boxes of each cutout, detected or at least parsed, in pixels of its ``rgba``."""
        return self._batches.run(
            lambda batch: [with_parsed_faces(one, self._find(one.rgba)) for one in batch], cutouts
        )

    def _find(self, rgba: Pixels) -> list[Box]:
        picture, ratio = yunet_input(rgba, self._frame)
        outputs = self._session.run({self._session.inputs[0]: picture})
        boxes, scores = decode_yunet(outputs, self._frame)
        sure = scores >= self.threshold
        boxes, scores = boxes[sure] / ratio, scores[sure]
        kept = surest_boxes(boxes, scores, MOST_OVERLAP)
        return [Box(*map(float, boxes[i])) for i in kept]


def yunet_input(rgba: Pixels, frame: Size) -> tuple[Array, float]:
    """float32 (1, 3, H, W) BGR 0..255 at the top left, black beside it, and the scale."""
    height, width = rgba.shape[:2]
    new = (width, height)
    if width > frame[0] or height > frame[1]:
        new = fitted_size(new, frame)
    canvas = np.zeros((frame[1], frame[0], 3), np.float32)
    canvas[: new[1], : new[0]] = resized(np.ascontiguousarray(rgba[..., 2::-1]), new)
    return np.ascontiguousarray(canvas.transpose(2, 0, 1)[None]), new[1] / height


def decode_yunet(outputs: Mapping[str, Array], frame: Size) -> tuple[Floats, Floats]:
    """Corners (N, 4) in input pixels and scores (N,) of all cells, by outputs like "bbox_8"."""
    boxes, scores = [], []
    for stride in STRIDES:
        score, thing = (outputs[f"{name}_{stride}"].reshape(-1) for name in ("cls", "obj"))
        scores.append(np.sqrt(np.clip(score, 0, 1) * np.clip(thing, 0, 1)))
        cells = np.mgrid[: frame[1] // stride, : frame[0] // stride][::-1].reshape(2, -1).T
        box = outputs[f"bbox_{stride}"].reshape(-1, 4)
        centres, half = (cells + box[:, :2]) * stride, np.exp(box[:, 2:]) * stride / 2
        boxes.append(np.hstack([centres - half, centres + half]))
    return np.concatenate(boxes).astype(np.float32), np.concatenate(scores).astype(np.float32)


def create(context: BackendContext) -> OnnxYunet:
    """Build it from the fetched net."""
    return OnnxYunet(open_session("yunet", context), *face_settings(context))
