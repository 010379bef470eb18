"""Between numpy's pixels, Qt's images and what is dropped or pasted."""

from __future__ import annotations

from hashlib import sha256

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from braind.domain import Box, Photo

MAX_SIDE = 1280
LOOK_MIME = "application/x-braind-look"  # ids of looks, as text, with commas between


def image_of(pixels: NDArray[np.uint8]) -> QImage:
    """An image of its own from uint8 (H, W, 3) RGB or (H, W, 4) RGBA with straight alpha."""
    height, width, channels = pixels.shape
    kind = QImage.Format.Format_RGB888 if channels == 3 else QImage.Format.Format_RGBA8888
    packed = np.ascontiguousarray(pixels)
    return QImage(packed.data, width, height, channels * width, kind).copy()


def opaque_part(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Without the empty rows and columns around what is to be seen."""
    seen = rgba[..., 3] > 0
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    return rgba[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] if len(rows) else rgba


def photo_of(image: QImage, name: str) -> Photo:
    """A photo that never was a file; what is transparent becomes white."""
    size = (image.width(), image.height())
    if max(size) > MAX_SIDE:
        image = image.scaled(
            MAX_SIDE,
            MAX_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    flat = QImage(image.size(), QImage.Format.Format_RGB888)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    rows = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), flat.bytesPerLine())
    pixels = rows[:, : 3 * flat.width()].reshape(flat.height(), flat.width(), 3).copy()
    return Photo(name, sha256(pixels.tobytes()).hexdigest(), pixels, size)


def spotlight(image: QImage, box: Box) -> QImage:
    """The picture with everything but ``box`` dimmed, and a white frame around it."""
    lit = image.convertToFormat(QImage.Format.Format_RGB888)
    frame = QRectF(box.left, box.top, box.width, box.height)
    around = QPainterPath()
    around.addRect(QRectF(lit.rect()))
    inside = QPainterPath()
    inside.addRect(frame)
    painter = QPainter(lit)
    painter.fillPath(around - inside, QColor(20, 19, 18, 130))
    painter.setPen(QPen(Qt.GlobalColor.white, max(2.0, lit.height() / 200)))
    painter.drawRect(frame)
    painter.end()
    return lit


def rounded(image: QImage, width: int, height: int, ratio: float, ground: QColor) -> QPixmap:
    """The whole image, centred on a round-cornered ground, sharp at this device pixel ratio."""
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing)
    clip = QPainterPath()
    clip.addRoundedRect(QRectF(0, 0, width, height), 6, 6)
    painter.setClipPath(clip)
    painter.fillRect(0, 0, width, height, ground)
    if not image.isNull():
        size = pixmap.size()
        fitted = image.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fitted.setDevicePixelRatio(ratio)
        place = fitted.deviceIndependentSize()
        painter.drawImage(
            QRectF(
                (width - place.width()) / 2,
                (height - place.height()) / 2,
                place.width(),
                place.height(),
            ),
            fitted,
        )
    painter.end()
    return pixmap


def carries_something(mime: QMimeData) -> bool:
    """True for anything that the table of drops has an answer to; looks at types only."""
    kinds = (mime.hasUrls(), mime.hasImage(), mime.hasText(), mime.hasHtml())
    return any(kinds) or mime.hasFormat(LOOK_MIME)
