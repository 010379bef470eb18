"""A look as a tile in a grid, painted as lean as can be: there may be ten thousand."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from braind_desktop.theme import Theme, shown_theme
from braind_desktop.thumbnails import Thumbnails
from braind_desktop.widgets.grid import Grid
from braind_desktop.widgets.icons import draw_icon

LEAST, MOST, GAP = 116, 152, 10
LARGE = 2
Index = QModelIndex | QPersistentModelIndex
BADGE = 22


class LookGrid(Grid):
    """The looks of a brand; tiles can be made twice as large."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__(LEAST, MOST, GAP, lambda width: width * 4 // 3)
        self.setItemDelegate(LookTile(self, thumbnails))
        self.setDragEnabled(True)
        self.settled.connect(self._forget_far)
        self._thumbnails = thumbnails

    def enlarge(self, is_large: bool) -> None:
        """Show larger pictures, or the usual ones."""
        factor = LARGE if is_large else 1
        self._least, self._most = LEAST * factor, MOST * factor
        self.fit()

    def _forget_far(self, first: int, last: int) -> None:
        if not self.isVisible():  # whoever is in front wishes for other pictures
            return

        def is_far(look_id: int) -> bool:
            row = self.model().row_of(look_id)
            return row >= 0 and not first <= row <= last

        self._thumbnails.drop(is_far)


class LookStrip(LookGrid):
    """As many looks as fit side by side."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__(thumbnails)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """One row is seen, however wide."""
        super().fit()
        self.setFixedHeight(self.tile.height() + 2)

    def _forget_far(self, first: int, last: int) -> None:
        """All of it is in sight, and the page may hold several strips of the same looks."""

    def wheelEvent(self, wheel: QWheelEvent) -> None:
        """The page scrolls, not the strip."""
        wheel.ignore()


class LookTile(QStyledItemDelegate):
    """Paints one pixmap, at most two badges and at most two frames."""

    def __init__(self, grid: Grid, thumbnails: Thumbnails) -> None:
        super().__init__(grid)
        self._grid, self._thumbnails = grid, thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All tiles are of one size; the gap belongs to it, so that tiles lie at the left."""
        return self._grid.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The picture, whether it counts, whether it is chosen."""
        card, theme = index.data(Qt.ItemDataRole.UserRole), shown_theme()
        corner, size = option.rect.topLeft(), self._grid.tile
        ratio = self._grid.devicePixelRatioF()
        pixmap = self._thumbnails.get(card.look.id, size.width(), size.height(), ratio)
        if pixmap is None:
            painter.fillRect(QRect(corner, size), theme.color("sunken"))
        else:
            painter.setOpacity(1.0 if card.counts else 0.38)
            painter.drawPixmap(corner, pixmap)
            painter.setOpacity(1.0)
        edit = card.edit
        if edit.is_excluded or card.is_stale or edit.is_pinned or edit.answers:
            _paint_badges(painter, corner, size, card, theme)
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
            _paint_frame(painter, QRect(corner, size), state, theme)


def _paint_badges(
    painter: QPainter, corner: QPoint, size: QSize, card: object, theme: Theme
) -> None:  # fmt: skip
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edit = card.edit
    signs = [
        (icon, token)
        for icon, token, is_so in (
            ("excluded", "ink2", edit.is_excluded), ("pin", "accent", edit.is_pinned),
            ("pencil", "ink2", bool(edit.answers)), ("stale", "warn", card.is_stale),
        )
        if is_so
    ]  # fmt: skip
    for number, (icon, token) in enumerate(signs):
        left = corner.x() + size.width() - 6 - (number + 1) * (BADGE + 4) + 4
        place = QRectF(left, corner.y() + 6, BADGE, BADGE)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("overlay"))
        painter.drawEllipse(place)
        draw_icon(painter, icon, place.left() + 4, place.top() + 4, BADGE - 8, theme.color(token))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_frame(
    painter: QPainter, place: QRect, state: QStyle.StateFlag, theme: Theme
) -> None:  # fmt: skip
    focused = state & QStyle.StateFlag.State_HasFocus
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state & QStyle.StateFlag.State_Selected:
        painter.setPen(QPen(theme.color("accent"), 3))
        painter.drawRoundedRect(QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
    if focused:
        painter.setPen(QPen(theme.color("focus"), 2))
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
