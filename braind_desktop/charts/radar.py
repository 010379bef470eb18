"""The styles of a brand as a polygon, with another brand's, or the library's, beneath it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from braind_desktop.charts.ink import CENTRE, line, write
from braind_desktop.theme import Theme

RINGS = (0.25, 0.5, 0.75, 1.0)
LABEL_WIDTH, LABEL_HEIGHT, LABEL_GAP = 68.0, 36.0, 8.0
DOT = 4.0


@dataclass(frozen=True, slots=True)
class RadarSeries:
    """Values of 0..1, one an axis. The ``is_other`` series is dashed and has square dots."""

    name: str
    values: tuple[float, ...]
    is_other: bool = False

    @property
    def token(self) -> str:
        """Its colour."""
        return "compare" if self.is_other else "accent"


def paint_radar(
    painter: QPainter,
    rect: QRectF,
    axes: Sequence[str],
    series: Sequence[RadarSeries],
    theme: Theme,
    lit: int | None = None,
) -> None:
    """Rings, spokes, two-line labels and the polygons; ``lit`` is the axis under the mouse.

    The first series that is not another one gives the numbers below the names.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_web(painter, rect, len(axes), theme, lit)
    own = next((one for one in series if not one.is_other), None)
    for one in sorted(series, key=lambda one: not one.is_other):
        _paint_polygon(painter, rect, one, theme)
    for number, name in enumerate(axes):
        value = f"{own.values[number]:.2f}" if own else ""
        _paint_label(painter, label_rect(rect, len(axes), number), name, value, theme)
    painter.restore()


def radar_point(rect: QRectF, count: int, number: int, value: float) -> QPointF:
    """Where a value lies on an axis; the first axis points up."""
    angle = 2 * math.pi * number / count - math.pi / 2
    reach = _radius(rect) * value
    middle = _middle(rect, count)
    return QPointF(middle.x() + reach * math.cos(angle), middle.y() + reach * math.sin(angle))


def label_rect(rect: QRectF, count: int, number: int) -> QRectF:
    """Where the name and the value of an axis are written."""
    angle = 2 * math.pi * number / count - math.pi / 2
    tip = radar_point(rect, count, number, 1.0)
    x = tip.x() + math.cos(angle) * (LABEL_GAP + LABEL_WIDTH * 0.36)
    y = tip.y() + math.sin(angle) * (LABEL_GAP + LABEL_HEIGHT / 2)
    return QRectF(x - LABEL_WIDTH / 2, y - LABEL_HEIGHT / 2, LABEL_WIDTH, LABEL_HEIGHT)


def _radius(rect: QRectF) -> float:
    across = rect.width() / 2 - LABEL_GAP - LABEL_WIDTH * 0.8
    down = (rect.height() - 2 * (LABEL_HEIGHT + LABEL_GAP)) / 1.95
    return max(24.0, min(across, down))


def _middle(rect: QRectF, count: int) -> QPointF:
    """An odd polygon reaches further up than down, so its middle lies a little lower."""
    drop = _radius(rect) * (1 - math.cos(math.pi / count)) / 2 if count % 2 else 0.0
    return QPointF(rect.center().x(), rect.center().y() + drop)


def _ring(rect: QRectF, count: int, value: float) -> QPolygonF:
    return QPolygonF([radar_point(rect, count, number, value) for number in range(count)])


def _paint_web(
    painter: QPainter, rect: QRectF, count: int, theme: Theme, lit: int | None
) -> None:  # fmt: skip
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(line(theme.color("line")))
    for value in RINGS:
        painter.drawPolygon(_ring(rect, count, value))
    for number in range(count):
        strong = number == lit
        painter.setPen(line(theme.color("line_strong" if strong else "line"), 1 + strong))
        painter.drawLine(_middle(rect, count), radar_point(rect, count, number, 1.0))


def _paint_polygon(painter: QPainter, rect: QRectF, series: RadarSeries, theme: Theme) -> None:
    count, color = len(series.values), theme.color(series.token)
    points = [
        radar_point(rect, count, number, min(1.0, max(0.0, value)))
        for number, value in enumerate(series.values)
    ]
    inside = QColor(color)
    inside.setAlpha(0 if series.is_other else 34)
    painter.setPen(line(color, 2.0, dashed=series.is_other))
    painter.setBrush(inside)
    painter.drawPolygon(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for point in points:
        if series.is_other:
            painter.drawRect(QRectF(point.x() - DOT, point.y() - DOT, 2 * DOT, 2 * DOT))
        else:
            painter.drawEllipse(point, DOT, DOT)


def _paint_label(painter: QPainter, where: QRectF, name: str, value: str, theme: Theme) -> None:
    half = where.height() / 2
    upper = QRectF(where.left(), where.top(), where.width(), half)
    write(painter, upper if value else where, name, theme, "strong", CENTRE)
    write(painter, upper.translated(0, half), value, theme, "body", CENTRE)
