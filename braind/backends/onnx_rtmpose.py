"""People by YOLOX, their 26 keypoints by RTMPose: the permissive whole-body check.

YOLOX (Ge et al. 2021): BGR 0..255 in the picture's own proportions at the top left of a grey frame,
not normalised. RTMPose (Jiang et al. 2023): a window of 1.25 times the person's box, ImageNet
mean and deviation, and one distribution over places for each keypoint and axis (SimCC).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from braind.backends.batches import Batches
from braind.backends.context import BackendContext
from braind.backends.onnx_session import Array, OnnxSession, open_session, unfit
from braind.boxes import surest_boxes
from braind.domain import Box, Detection, Floats, Photo, Pixels
from braind.letterbox import Size
from braind.sampling import resized, window
from braind.skeleton import INSIDE, SEEN, person_of
from braind.stages.person import RIVAL, detection_of

FILL = 114
STRIDES = (8, 16, 32)
SURE = {"raw": 0.7, "suppressed": 0.3}  # least score, by whether the net suppresses doubles itself
MOST_OVERLAP = 0.45
PADDING = 1.25
SPLIT = 2.0  # places a pixel in RTMPose's distributions
MEAN = np.array((123.675, 116.28, 103.53), np.float32)
DEVIATION = np.array((58.395, 57.12, 57.375), np.float32)
PEOPLE_AT_ONCE = 8


class OnnxRtmPose:
    """Finds people and judges their keypoints; ``rgb`` is the channel order that RTMPose sees."""

    def __init__(self, detector: OnnxSession, pose: OnnxSession, rgb: bool = True) -> None:
        self._detector, self._pose, self._rgb = detector, pose, rgb
        self._frame, self._window = detector.frame(416, 416), pose.frame(192, 256)
        self._batches = Batches(PEOPLE_AT_ONCE)

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, both nets' weights, and the thresholds of the verdict."""
        return {
            "backend": "rtmpose",
            "weights": [self._detector.sha256, self._pose.sha256],
            "rgb": self._rgb,
            "thresholds": [SURE, MOST_OVERLAP, SEEN, INSIDE, RIVAL],
        }

    def detect_people(self, photos: Sequence[Photo]) -> list[Detection]:
        """One detection a photo, in the given order."""
        return [self._detect(photo.pixels) for photo in photos]

    def _detect(self, pixels: Pixels) -> Detection:
        size = pixels.shape[1], pixels.shape[0]
        boxes, scores = self._find(pixels)
        places = [Box(*map(float, box)) for box in boxes]
        points = self._batches.run(lambda batch: self._points(pixels, batch), places)
        return detection_of(
            [
                person_of(box, float(score), found, size)
                for box, score, found in zip(places, scores, points, strict=True)
            ]
        )

    def _find(self, pixels: Pixels) -> tuple[Floats, Floats]:
        """Boxes (N, 4) in pixels of the photo and scores (N,), surest first."""
        picture, ratio = yolox_input(pixels, self._frame)
        output = next(iter(self._detector.run({self._detector.inputs[0]: picture}).values()))
        if output.ndim != 3 or output.shape[2] < 5:
            raise unfit(f"its output is {output.shape}, and no list of boxes")
        boxes, scores = decode_yolox(output[0], self._frame)
        inside = np.clip(boxes / ratio, 0, (*pixels.shape[1::-1], *pixels.shape[1::-1]))
        filled = ((inside[:, 2:] - inside[:, :2]) >= 1).all(axis=1)
        return inside[filled], scores[filled]

    def _points(self, pixels: Pixels, boxes: Sequence[Box]) -> list[Floats]:
        """Keypoints (26, 3) of each box: x and y in pixels of the photo, and a score."""
        views = [pose_window(box, self._window) for box in boxes]
        crops = np.stack([self._crop(pixels, *view) for view in views])
        outputs = list(self._pose.run({self._pose.inputs[0]: crops}).values())
        if len(outputs) < 2 or any(one.ndim != 3 for one in outputs[:2]):
            raise unfit("its outputs are no places of keypoints along two axes")
        x, y = outputs[:2]
        places, scores = decode_simcc(x, y)
        found = []
        for (left, top, scale), own, sure in zip(views, places, scores, strict=True):
            found.append(np.column_stack([own * scale + (left, top), sure]).astype(np.float32))
        return found

    def _crop(self, pixels: Pixels, left: float, top: float, scale: float) -> Array:
        crop = window(pixels, left, top, scale, self._window)
        ordered = crop if self._rgb else crop[..., ::-1]
        return ((ordered - MEAN) / DEVIATION).transpose(2, 0, 1)


def yolox_input(pixels: Pixels, frame: Size) -> tuple[Array, float]:
    """float32 (1, 3, H, W) BGR 0..255, and the factor by which the photo was scaled."""
    height, width = pixels.shape[:2]
    ratio = min(frame[0] / width, frame[1] / height)
    new = max(1, int(width * ratio)), max(1, int(height * ratio))
    canvas = np.full((frame[1], frame[0], 3), FILL, np.float32)
    canvas[: new[1], : new[0]] = np.floor(resized(pixels, new))[..., ::-1]
    return np.ascontiguousarray(canvas.transpose(2, 0, 1)[None]), ratio


def decode_yolox(rows: Floats, frame: Size) -> tuple[Floats, Floats]:
    """Corners (N, 4) in input pixels and scores (N,) of people, surest first.

    ``rows`` is (N, 5) when the net decodes and suppresses doubles itself, else (N, 5 + classes),
    where people are the first class.
    """
    if rows.shape[1] == 5:
        sure = rows[rows[:, 4] >= SURE["suppressed"]]
        sure = sure[np.argsort(-sure[:, 4])]
        return sure[:, :4], sure[:, 4]
    grids = [np.mgrid[: frame[1] // s, : frame[0] // s][::-1].reshape(2, -1).T for s in STRIDES]
    steps = np.concatenate([np.full((len(g), 1), s) for g, s in zip(grids, STRIDES, strict=True)])
    centres = (rows[:, :2] + np.concatenate(grids)) * steps
    half = np.exp(rows[:, 2:4]) * steps / 2
    corners = np.hstack([centres - half, centres + half]).astype(np.float32)
    scores = rows[:, 4] * rows[:, 5]
    people = (np.argmax(rows[:, 5:], axis=1) == 0) & (scores >= SURE["raw"])
    corners, scores = corners[people], scores[people]
    kept = surest_boxes(corners, scores, MOST_OVERLAP)
    return corners[kept], scores[kept]


def pose_window(box: Box, size: Size) -> tuple[float, float, float]:
    """Left, top and pixels a step of the window around a box, in the proportions of ``size``."""
    width, height = PADDING * box.width, PADDING * box.height
    width = max(width, height * size[0] / size[1])
    scale = width / size[0]
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return x - width / 2, y - scale * size[1] / 2, scale


def decode_simcc(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Places (N, K, 2) in input pixels and scores (N, K) from distributions (N, K, places)."""
    places = np.stack([x.argmax(axis=2), y.argmax(axis=2)], axis=2) / SPLIT
    return places.astype(np.float32), np.minimum(x.max(axis=2), y.max(axis=2))


def create(context: BackendContext) -> OnnxRtmPose:
    """Build it from the nets that the settings name."""
    detector, pose = (str(context.settings[name]) for name in ("detector", "pose"))
    return OnnxRtmPose(
        open_session(detector, context), open_session(pose, context), bool(context.settings["rgb"])
    )
