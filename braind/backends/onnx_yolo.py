"""The five-class body detector, or a person and pose detector, as an ONNX file of YOLOv8's layout.

Input: RGB / 255, fitted and centred in a square on grey 114, without mean. Output: (1, 4 + classes
[+ 51], boxes): centre and size in input pixels, class scores between 0 and 1, COCO keypoints.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

import numpy as np

from braind.backends.batches import Batches
from braind.backends.body_boxes import Found, check_classes, people_in
from braind.backends.context import BackendContext
from braind.backends.onnx_session import Array, OnnxSession, open_session
from braind.boxes import surest_boxes
from braind.domain import Box, Detection, Floats, Photo
from braind.errors import ModelError
from braind.letterbox import Placement, Size, fitted_size, place
from braind.sampling import resized
from braind.stages.person import RIVAL, detection_of

SIDE = 640  # where the file does not fix its input
FILL = 114
MOST_OVERLAP = 0.7
POINTS = 17


class OnnxYolo:
    """Finds people with a YOLOv8 detector; ``confidence`` is the least score of a box."""

    def __init__(self, session: OnnxSession, confidence: float) -> None:
        self._session, self._confidence = session, confidence
        self._frame: Size = session.frame(SIDE, SIDE)
        self._labels = class_names(session.notes)
        self._has_points = session.notes.get("task") == "pose"
        check_classes(self._labels, self._has_points)
        self._batches = Batches(1)

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights, frame and thresholds."""
        return {
            "backend": "yolov8",
            "weights": self._session.sha256,
            "frame": self._frame,
            "thresholds": [self._confidence, MOST_OVERLAP, RIVAL],
        }

    def detect_people(self, photos: Sequence[Photo]) -> list[Detection]:
        """One detection a photo, in the given order."""
        return self._batches.run(lambda batch: [self._detect(photo) for photo in batch], photos)

    def _detect(self, photo: Photo) -> Detection:
        height, width = photo.pixels.shape[:2]
        frame = framed(photo, self._frame)
        (output,) = self._session.run({self._session.inputs[0]: frame}).values()
        placement = place((width, height), self._frame)
        found = self._decoded(output[0].T, placement)
        return detection_of(people_in(found, (width, height)))

    def _decoded(self, rows: Floats, placement: Placement) -> list[Found]:
        """Boxes from rows (N, 4 + classes + keypoints), the surest of each class and place."""
        scores = rows[:, 4 : 4 + len(self._labels)]
        rows = rows[scores.max(axis=1) >= self._confidence]
        scores = rows[:, 4 : 4 + len(self._labels)]
        classes, best = scores.argmax(axis=1), scores.max(axis=1, initial=0)
        half = rows[:, 2:4] / 2
        corners = np.hstack([rows[:, :2] - half, rows[:, :2] + half])
        # Boxes of different classes are moved apart, so that they never compete.
        apart = corners + (classes * 4 * max(self._frame))[:, None]
        kept = surest_boxes(apart, best, MOST_OVERLAP)
        return [
            Found(
                self._labels[classes[i]],
                placement.to_picture(Box(*map(float, corners[i]))),
                float(best[i]),
                self._points(rows[i], placement),
            )
            for i in kept
        ]

    def _points(self, row: Floats, placement: Placement) -> Floats | None:
        if not self._has_points:
            return None
        points = row[4 + len(self._labels) :].reshape(POINTS, 3).copy()
        points[:, 0] = (points[:, 0] - placement.left) / placement.scale_x
        points[:, 1] = (points[:, 1] - placement.top) / placement.scale_y
        return points


def framed(photo: Photo, frame: Size) -> Array:
    """float32 (1, 3, H, W), RGB 0..1."""
    new = fitted_size((photo.pixels.shape[1], photo.pixels.shape[0]), frame)
    left, top = (frame[0] - new[0]) // 2, (frame[1] - new[1]) // 2
    canvas = np.full((frame[1], frame[0], 3), FILL, np.float32)
    canvas[top : top + new[1], left : left + new[0]] = resized(photo.pixels, new)
    return np.ascontiguousarray(canvas.transpose(2, 0, 1)[None] / np.float32(255))


def class_names(notes: Mapping[str, str]) -> list[str]:
    """The classes in the order of their numbers, from a file's notes. Raises ``ModelError``."""
    try:
        names = ast.literal_eval(notes["names"])
        return [str(names[number]) for number in sorted(names)]
    except (KeyError, ValueError, SyntaxError, TypeError) as error:
        raise ModelError(
            "detector_unfit",
            "The detector's file does not say which classes it finds.",
            "Export it with ultralytics, which writes them into the file.",
        ) from error


def create(context: BackendContext) -> OnnxYolo:
    """Build it from the user's own detector."""
    return OnnxYolo(open_session("yolov8", context), float(context.settings["confidence"]))
