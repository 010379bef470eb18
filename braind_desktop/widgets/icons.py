"""Line icons on a 24-pixel grid, drawn by us as strokes, sharp at every size and colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

STROKE = 1.75
# Every icon is a list of shapes: ("line", x1, y1, x2, y2, …), ("box", x, y, w, h, radius),
# ("ring", centre x, centre y, radius), ("dot", centre x, centre y, radius).
Shape = tuple[str | float, ...]
ICONS: dict[str, tuple[Shape, ...]] = {
    "library": (("box", 3.5, 4, 7, 16, 1.5), ("box", 13.5, 4, 7, 7, 1.5),
                ("box", 13.5, 14, 7, 6, 1.5)),
    "match": (("ring", 10.5, 10.5, 6.5), ("line", 15.4, 15.4, 20.5, 20.5),
              ("ring", 10.5, 8.6, 1.6), ("line", 7.8, 14, 8.6, 11.9, 12.4, 11.9, 13.2, 14)),
    "map": (("line", 4, 3.5, 4, 20, 20.5, 20), ("dot", 9, 14.5, 1.7), ("dot", 13, 8.5, 1.7),
            ("dot", 17.5, 12.5, 1.7)),
    "compare": (("box", 3.5, 5, 7, 14, 1.5), ("box", 13.5, 5, 7, 14, 1.5)),
    "models": (("line", 12, 3, 20, 7.5, 20, 16.5, 12, 21, 4, 16.5, 4, 7.5, 12, 3),
               ("line", 4, 7.5, 12, 12, 20, 7.5), ("line", 12, 12, 12, 21)),
    "settings": (("line", 4, 7, 20, 7), ("line", 4, 17, 20, 17), ("dot", 9, 7, 2.6),
                 ("dot", 15, 17, 2.6)),
    "tick": (("line", 6, 12.5, 10.5, 17, 18, 7.5),),
    "excluded": (("ring", 12, 12, 8.5), ("line", 6, 6, 18, 18)),
    "pin": (("line", 12, 3, 14.6, 9, 21, 9.6, 16.2, 13.9, 17.7, 20.4, 12, 17, 6.3, 20.4, 7.8, 13.9,
             3, 9.6, 9.4, 9, 12, 3),),
    "pencil": (("line", 4, 20, 5, 15.5, 16, 4.5, 19.5, 8, 8.5, 19, 4, 20),),
    "stale": (("ring", 12, 12, 8.5), ("line", 12, 7, 12, 12.5, 15.5, 14.5)),
}  # fmt: skip


def draw_icon(
    painter: QPainter, name: str, left: float, top: float, size: float, color: QColor
) -> None:
    """Draw an icon into the square at ``left``, ``top``."""
    painter.save()
    painter.translate(left, top)
    painter.scale(size / 24, size / 24)
    pen = QPen(color, STROKE * 24 / 20)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for kind, *numbers in ICONS[name]:
        painter.setPen(Qt.PenStyle.NoPen if kind == "dot" else pen)
        painter.setBrush(color if kind == "dot" else Qt.BrushStyle.NoBrush)
        painter.drawPath(_path(str(kind), [float(number) for number in numbers]))
    painter.restore()


def _path(kind: str, numbers: list[float]) -> QPainterPath:
    path = QPainterPath()
    if kind == "box":
        left, top, width, height, radius = numbers
        path.addRoundedRect(QRectF(left, top, width, height), radius, radius)
    elif kind in ("ring", "dot"):
        path.addEllipse(QPointF(numbers[0], numbers[1]), numbers[2], numbers[2])
    else:
        points = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        path.moveTo(points[0])
        for point in points[1:]:
            path.lineTo(point)
    return path
