"""A palette as one band; widths are the colours' shares."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from braind.domain import Swatch
from braind_desktop.charts.ink import line
from braind_desktop.theme import Theme


def swatch_rects(rect: QRectF, swatches: Sequence[Swatch]) -> list[QRectF]:
    """Where each swatch of the band lies."""
    total, left, rects = sum(s.share for s in swatches) or 1.0, rect.left(), []
    for swatch in swatches:
        width = rect.width() * swatch.share / total
        rects.append(QRectF(left, rect.top(), width, rect.height()))
        left += width
    return rects


def paint_palette(
    painter: QPainter,
    rect: QRectF,
    swatches: Sequence[Swatch],
    theme: Theme,
    lit: int | None = None,
    radius: float = 4.0,
) -> None:
    """The band, each swatch outlined so that none is lost in the ground; ``lit`` stands out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    band, ring = QPainterPath(), rect.adjusted(0.5, 0.5, -0.5, -0.5)
    band.addRoundedRect(ring, radius, radius)
    painter.setClipPath(band, Qt.ClipOperation.IntersectClip)
    rects = swatch_rects(ring, swatches)
    for place, swatch in zip(rects, swatches, strict=True):
        painter.fillRect(place, QColor(swatch.hex))
    painter.setPen(line(theme.color("line_strong"), 1))
    for place in rects[1:]:
        painter.drawLine(place.topLeft(), place.bottomLeft())
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(band)
    if lit is not None and lit < len(rects):
        painter.setPen(line(theme.color("focus"), 2))
        painter.drawRoundedRect(rects[lit].adjusted(1, 1, -1, -1), 2, 2)
    painter.restore()
