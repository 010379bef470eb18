"""The icon in the forms that systems want, from one drawing: PNG, ICO and ICNS."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)


def draw_icons(drawing: Path, folder: Path) -> None:
    """Write ``braind.png`` (256 px), ``braind.ico`` and ``braind.icns``, and every PNG size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: Image.open(BytesIO(_drawn(drawing, size))) for size in SIZES}
    for size, picture in pictures.items():
        picture.save(folder / f"braind-{size}.png")
    pictures[256].save(folder / "braind.png")
    small = [pictures[size] for size in SIZES if size < 256]
    pictures[256].save(
        folder / "braind.ico", sizes=[(s, s) for s in SIZES if s <= 256], append_images=small
    )
    pictures[1024].save(folder / "braind.icns", append_images=list(pictures.values())[:-1])


def _drawn(drawing: Path, size: int) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())
