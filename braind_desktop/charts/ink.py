"""Fonts, pens and words that all charts share."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen

from braind_desktop.theme import TYPE, Theme, shown_theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def role_font(role: str, theme: Theme | None = None) -> QFont:
    """The font of a type role at the size of text that the user chose; digits are of one width."""
    font = QFont(QGuiApplication.font())
    size, weight, _ = TYPE[role]
    font.setPixelSize((theme or shown_theme()).pixels(size))
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def text_width(text: str, role: str, theme: Theme) -> float:
    """How wide a line of text is in a type role."""
    return QFontMetricsF(role_font(role, theme)).horizontalAdvance(text)


def write(
    painter: QPainter,
    where: QRectF,
    text: str,
    theme: Theme,
    role: str = "body",
    align: Qt.AlignmentFlag = LEFT,
    token: str = "",
) -> None:
    """One line of text in a type role, shortened with an ellipsis where there is no room."""
    font = role_font(role, theme)
    painter.setFont(font)
    painter.setPen(theme.color(token or TYPE[role][2]))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
    # Large text may be higher than its line was planned.
    painter.drawText(where, align.value | Qt.TextFlag.TextDontClip.value, shown)


def line(color: QColor, width: float = 1.0, dashed: bool = False) -> QPen:
    """A pen with round ends; dashes tell the other series apart without colour."""
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashed else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern([4, 3])
    return pen
