"""A colour and a shape for every style, so that a style is never told by colour alone."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from braind.vocabulary import Style
from braind_desktop.theme import Theme

# Style: (light, dark, shape). Chosen together: at least 3 : 1 on cards, and apart from each other
# also for people who see few colours. Do not change one by hand.
MARKS = {
    Style.CASUAL: ("#6296D4", "#0393FA", "disc"),
    Style.AMEKAJI: ("#7F4F08", "#F0C14F", "diamond"),
    Style.GIRLISH: ("#D872A0", "#E54F82", "triangle"),
    Style.DANDY: ("#565297", "#9F9DD6", "square"),
    Style.SPORTS: ("#044820", "#AAFCA3", "cross"),
    Style.CHIC: ("#76695B", "#EEE7E0", "hexagon"),
    Style.STREET: ("#B58859", "#C5774B", "wedge"),
}
# Shape: corners, and where the first one lies (degrees; 0 is to the right, down is 90).
_CORNERS = {
    "diamond": (4, 0.0), "triangle": (3, -90.0), "square": (4, 45.0), "hexagon": (6, 0.0),
    "wedge": (3, 90.0),
}  # fmt: skip


def mark_color(style: Style, theme: Theme) -> QColor:
    """The style's colour in a theme."""
    return QColor(MARKS[style][theme.dark])


def paint_mark(painter: QPainter, at: QPointF, radius: float, style: Style, theme: Theme) -> None:
    """The style's shape in its colour, around a point."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mark_color(style, theme))
    shape = MARKS[style][2]
    if shape == "disc":
        painter.drawEllipse(at, radius, radius)
    elif shape == "cross":
        painter.drawPolygon(_cross(at, radius))
    else:
        corners, first = _CORNERS[shape]
        painter.drawPolygon(_regular(at, radius * 1.15, corners, math.radians(first)))
    painter.restore()


def _regular(at: QPointF, radius: float, corners: int, first: float) -> QPolygonF:
    angles = [first + 2 * math.pi * corner / corners for corner in range(corners)]
    return QPolygonF([at + QPointF(math.cos(a), math.sin(a)) * radius for a in angles])


def _cross(at: QPointF, radius: float) -> QPolygonF:
    near, far = radius / 3, radius
    corners = (
        (-near, -far), (near, -far), (near, -near), (far, -near), (far, near), (near, near),
        (near, far), (-near, far), (-near, near), (-far, near), (-far, -near), (-near, -near),
    )  # fmt: skip
    return QPolygonF([at + QPointF(x, y) for x, y in corners])
