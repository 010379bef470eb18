"""Face boxes for the derived labels, by the CenterFace that the face stage runs."""

from __future__ import annotations

import numpy as np
from PIL import Image

from braind.backends.context import BackendContext
from braind.backends.onnx_face import decode_faces, open_centerface

FaceBox = tuple[float, float, float, float]


class FaceFinder:
    """The most confident face of a picture, on a copy 320 pixels wide."""

    def __init__(self, threshold: float = 0.35) -> None:
        self._session = open_centerface(BackendContext("cpu", 1))
        self._threshold = threshold

    def largest(self, rgb: np.ndarray) -> FaceBox | None:
        """Left, top, right, bottom in pixels of ``rgb`` (H, W, 3 uint8), or None."""
        height, width = rgb.shape[:2]
        new = (320, max(32, round(320 * height / width / 32) * 32))
        small = np.asarray(Image.fromarray(rgb).resize(new), np.float32).transpose(2, 0, 1)[None]
        heat, scale, offset, _ = self._session.run({self._session.inputs[0]: small}).values()
        if heat.max() < self._threshold:
            return None
        face = decode_faces(heat[0, 0], scale[0], offset[0])[0]
        x, y = width / new[0], height / new[1]
        return face.left * x, face.top * y, face.right * x, face.bottom * y
