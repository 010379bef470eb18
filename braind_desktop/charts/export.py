"""Charts as files: the painter code of the screen gives PNG, SVG and PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter

Paint = Callable[[QPainter, QRectF], None]
SCALE = 2  # pixels a point in a PNG
KINDS = {".png": "PNG", ".svg": "SVG", ".pdf": "PDF"}


def image_of_chart(size: QSize, paint: Paint) -> QImage:
    """The chart as a picture with ``SCALE`` pixels a point."""
    image = QImage(size * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def save_chart(path: Path, size: QSize, paint: Paint) -> bool:
    """Write the chart after the file's ending; False when that could not be done."""
    kind = path.suffix.lower()
    if kind == ".svg":
        return _save_svg(path, size, paint)
    if kind == ".pdf":
        return _save_pdf(path, size, paint)
    return image_of_chart(size, paint).save(str(path), "PNG")


def copy_chart(size: QSize, paint: Paint) -> None:
    """Put the chart on the clipboard as a picture."""
    QGuiApplication.clipboard().setImage(image_of_chart(size, paint))


def _save_svg(path: Path, size: QSize, paint: Paint) -> bool:
    from PySide6.QtSvg import QSvgGenerator

    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    painter = QPainter()
    if not painter.begin(generator):
        return False
    paint(painter, QRectF(0, 0, size.width(), size.height()))
    return painter.end()


def _save_pdf(path: Path, size: QSize, paint: Paint) -> bool:
    writer = QPdfWriter(str(path))
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QSizeF(size), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    if not painter.begin(writer):
        return False
    paint(painter, QRectF(0, 0, size.width(), size.height()))
    return painter.end()
