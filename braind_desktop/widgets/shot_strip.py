"""Small pictures of photos in a row: those that are ranked together, or those of this session."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QWidget

from braind_desktop.pictures import rounded
from braind_desktop.texts import tr
from braind_desktop.theme import shown_theme
from braind_desktop.widgets.basics import Speaking, clear, row, widgets_in
from braind_desktop.widgets.icons import draw_icon

TILE, TICK = QSize(48, 64), 18


class ShotTile(Speaking, QAbstractButton):
    """One photo: a click looks at it; its tick, or Space, leaves it out of the ranking."""

    looked_at = Signal()
    toggled_off = Signal()

    def __init__(self, number: int, picture: QImage, counts: bool | None, shown: bool) -> None:
        super().__init__()
        self._number, self._picture, self.counts, self._shown = number, picture, counts, shown
        self.setFixedSize(TILE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.speak()

    def show_picture(self, picture: QImage) -> None:
        """The photo is known by now."""
        self._picture = picture
        self.update()

    def mouseReleaseEvent(self, mouse: QMouseEvent) -> None:
        """The corner with the tick switches; the rest looks."""
        if self.counts is not None and self._corner().contains(mouse.position()):
            self.toggled_off.emit()
        else:
            self.looked_at.emit()

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Enter looks, Space switches."""
        if key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.looked_at.emit()
        elif key.key() == Qt.Key.Key_Space and self.counts is not None:
            self.toggled_off.emit()
        else:
            super().keyPressEvent(key)

    def _corner(self) -> QRectF:
        return QRectF(self.width() - TICK - 3, self.height() - TICK - 3, TICK, TICK)

    def speak(self) -> None:
        """Say it in the language of the window."""
        state = {None: "plain", True: "in", False: "out"}[self.counts]
        self.setAccessibleName(tr(f"shot.{state}", number=self._number))
        self.setToolTip(self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, framed when it is looked at, dimmed when it is left out."""
        theme, painter = shown_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.35 if self.counts is False else 1.0)
        ground = theme.color("sunken")
        ratio = self.devicePixelRatioF()
        inner = QSize(self.width() - 6, self.height() - 6)
        shown = rounded(self._picture, inner.width(), inner.height(), ratio, ground)
        painter.drawPixmap(QPointF(3, 3), shown)
        painter.setOpacity(1.0)
        if self._shown or self.hasFocus():
            painter.setPen(QPen(theme.color("focus" if self.hasFocus() else "accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        if self.counts is not None:
            self._paint_tick(painter)

    def _paint_tick(self, painter: QPainter) -> None:
        theme, corner = shown_theme(), self._corner()
        painter.setPen(QPen(theme.color("surface"), 1.5))
        painter.setBrush(theme.color("accent" if self.counts else "line_strong"))
        painter.drawEllipse(corner.adjusted(2, 2, -2, -2))
        if self.counts:
            place, color = corner.topLeft(), theme.color("on_accent")
            draw_icon(painter, "tick", place.x() + 4, place.y() + 4, 10, color)


class ShotStrip(QScrollArea):
    """Tiles in a row, scrolled when there are many."""

    looked_at = Signal(int)
    toggled = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(TILE.height() + 4)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("strip")
        self._tiles = row(gap=4)
        inside.setLayout(self._tiles)
        self.setWidget(inside)

    @property
    def tiles(self) -> list[ShotTile]:
        """The tiles that are shown, in order."""
        return [widget for widget in widgets_in(self._tiles) if isinstance(widget, ShotTile)]

    def show_shots(
        self, pictures: Sequence[QImage], shown: int, counts: Sequence[bool] | None = None
    ) -> None:
        """Show photos; with ``counts`` each can be left out."""
        clear(self._tiles)
        for number, picture in enumerate(pictures):
            counted = counts[number] if counts is not None else None
            tile = ShotTile(number + 1, picture, counted, number == shown)
            tile.looked_at.connect(lambda number=number: self.looked_at.emit(number))
            tile.toggled_off.connect(lambda number=number: self.toggled.emit(number))
            self._tiles.addWidget(tile)
        self._tiles.addStretch(1)
