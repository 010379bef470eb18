"""A box to choose from, with an arrow that our style sheet would otherwise take away.

A choice that is too long for the box ends in an ellipsis; Qt cuts it off within a letter.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from braind_desktop.charts.ink import line
from braind_desktop.theme import shown_theme

ARROW = 4.0
GAP = 4  # between the choice and the arrow


class Combo(QComboBox):
    """Qt's own, with the arrow drawn in the theme's ink."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the choice as far as it fits, then the arrow."""
        painter, box = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(box)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, box)
        box.currentText = self.shown_text()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(line(shown_theme().color("ink2" if self.isEnabled() else "disabled"), 1.5))
        at = QPointF(self.width() - 16, self.height() / 2 - ARROW / 2)
        corners = [at - QPointF(ARROW, 0), at + QPointF(0, ARROW), at + QPointF(ARROW, 0)]
        painter.drawPolyline(QPolygonF(corners))

    def shown_text(self) -> str:
        """The choice, or as much of it as there is room for."""
        box = QStyleOptionComboBox()
        self.initStyleOption(box)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, box, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        mode = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.currentText(), mode, field.width() - GAP)
