"""A box to choose from, with an arrow that our style sheet would otherwise take away."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QComboBox

from braind_desktop.charts.ink import line
from braind_desktop.theme import shown_theme

ARROW = 4.0


class Combo(QComboBox):
    """Qt's own, with the arrow drawn in the theme's ink."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(line(shown_theme().color("ink2" if self.isEnabled() else "disabled"), 1.5))
        at = QPointF(self.width() - 16, self.height() / 2 - ARROW / 2)
        corners = [at - QPointF(ARROW, 0), at + QPointF(0, ARROW), at + QPointF(ARROW, 0)]
        painter.drawPolyline(QPolygonF(corners))
