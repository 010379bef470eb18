"""A photo in which one of several people can be chosen by a numbered box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen

from braind.domain import Box
from braind_desktop.theme import shown_theme
from braind_desktop.widgets.drawn import Picture

BADGE = 22


class PeoplePicture(Picture):
    """``picked`` brings the number of the box that was clicked, from 0."""

    picked = Signal(int)

    def __init__(self, size: QSize) -> None:
        super().__init__(size)
        self._boxes: Sequence[Box] = ()
        self._chosen = 0

    def show_boxes(self, boxes: Sequence[Box], chosen: int) -> None:
        """Draw these boxes, in pixels of the image; with fewer than two, none."""
        self._boxes = boxes if len(boxes) > 1 else ()
        self._chosen = chosen
        self.setMouseTracking(bool(self._boxes))
        self.update()

    def places(self) -> list[QRectF]:
        """Where the boxes are in this widget."""
        image = self.image.size()
        if image.isEmpty():
            return []
        scale = min(self.width() / image.width(), self.height() / image.height())
        left = (self.width() - scale * image.width()) / 2
        top = (self.height() - scale * image.height()) / 2
        return [
            QRectF(left + scale * box.left, top + scale * box.top,
                   scale * box.width, scale * box.height)
            for box in self._boxes
        ]  # fmt: skip

    def _at(self, point: QPointF) -> int | None:
        """The smallest box there: one in front of another is the smaller as a rule."""
        places = enumerate(self.places())
        inside = [(p.width() * p.height(), number) for number, p in places if p.contains(point)]
        return min(inside)[1] if inside else None

    def mouseMoveEvent(self, mouse: QMouseEvent) -> None:
        """A hand over a box."""
        over = self._at(mouse.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, mouse: QMouseEvent) -> None:
        """Choose a person."""
        number = self._at(mouse.position())
        if number is not None:
            self.picked.emit(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the photo and the numbered boxes."""
        super().paintEvent(event)
        if not self._boxes:
            return
        theme, painter = shown_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, place in enumerate(self.places()):
            chosen = number == self._chosen
            color = theme.color("accent") if chosen else QColor("white")
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color, 3 if chosen else 1.5))
            painter.drawRoundedRect(place, 4, 4)
            badge = QRectF(place.left() + 4, place.top() + 4, BADGE, BADGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(badge)
            painter.setPen(theme.color("on_accent") if chosen else QColor("#1B1A18"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number + 1))
