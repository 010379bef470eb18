"""The grid of found photos: a click leaves one out or takes it in again."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from braind_desktop.item_models.found_photos import SIDE, FoundPhotos
from braind_desktop.theme import shown_theme
from braind_desktop.widgets.icons import draw_icon

GAP = 8


class FoundGrid(QListView):
    """Small square pictures; Space does what a click does."""

    def __init__(self, photos: FoundPhotos) -> None:
        super().__init__()
        self.setObjectName("grid")
        self.photos = photos
        self.setModel(photos)
        self.setItemDelegate(_Cell(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(500)
        self.setGridSize(QSize(SIDE + GAP, SIDE + GAP))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(photos.toggle)

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Space switches the photo in focus."""
        if key.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.photos.toggle(self.currentIndex())
        else:
            super().keyPressEvent(key)


class _Cell(QStyledItemDelegate):
    """A picture, dimmed when it is left out, with a tick when it is not."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(SIDE, SIDE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = shown_theme()
        place = QRectF(option.rect.x() + GAP / 2, option.rect.y() + GAP / 2, SIDE, SIDE)  # type: ignore[attr-defined]
        is_in = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if is_in else 0.3)
        outline = QPainterPath()
        outline.addRoundedRect(place, 6, 6)
        painter.fillPath(outline, theme.color("sunken"))
        if isinstance(picture, QImage) and not picture.isNull():
            painter.setClipPath(outline)
            painter.drawImage(place.topLeft(), picture)
            painter.setClipping(False)
        else:
            self._write_kind(painter, place, str(index.data()))
        painter.setOpacity(1.0)
        if option.state & QStyle.StateFlag.State_HasFocus:  # type: ignore[attr-defined]
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawPath(outline)
        if is_in:
            self._tick(painter, place)
        painter.restore()

    def _write_kind(self, painter: QPainter, place: QRectF, name: str) -> None:
        """A page, a zip's photo or a kind that Qt does not read is shown by its ending."""
        painter.setPen(shown_theme().color("ink3"))
        page = name.rsplit("#", 1)[-1] if "#" in name else name.rsplit(".", 1)[-1].upper()
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, page)

    def _tick(self, painter: QPainter, place: QRectF) -> None:
        theme = shown_theme()
        painter.setPen(QPen(theme.color("surface"), 1.5))
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(QRectF(place.right() - 22, place.bottom() - 22, 17, 17))
        color = theme.color("on_accent")
        draw_icon(painter, "tick", place.right() - 20, place.bottom() - 20, 13, color)
