"""A grid of equal tiles that stays fast with tens of thousands of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

SETTLE_MS = 30
BATCH = 500
SCROLL_BAR = 12


class Grid(QListView):
    """Tiles ``least`` wide or wider, so that a row is filled; the height follows the width.

    ``opened``: Enter or a double click; ``peeked``: Space; ``settled``: scrolling has come to rest,
    with the rows in sight and a page around them.
    """

    opened = Signal(QModelIndex)
    peeked = Signal(QModelIndex)
    settled = Signal(int, int)

    def __init__(self, least: int, most: int, gap: int, height: Callable[[int], int]) -> None:
        super().__init__()
        self._least, self._most, self._gap, self._height = least, most, gap, height
        self.tile = QSize(least, height(least))
        self.setObjectName("grid")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._settling = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self._tell_settled)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._settling.start())
        self.doubleClicked.connect(self.opened)

    @property
    def columns(self) -> int:
        """How many tiles lie side by side; each has its gap to the right."""
        return max(1, self._room // (self._least + self._gap))

    @property
    def _room(self) -> int:
        # The same with and without a scroll bar, so that one that comes moves nothing.
        return max(self._least, self.width() - SCROLL_BAR - 1)

    def fit(self) -> None:
        """Fill the row: as many columns as fit, each as wide as there is room for."""
        width = min(self._most, self._room // self.columns - self._gap)
        self.tile = QSize(width, self._height(width))
        step = self.tile + QSize(self._gap, self._gap)
        if step != self.gridSize():
            self.setGridSize(step)
        self._settling.start()

    def resizeEvent(self, resize: QResizeEvent) -> None:
        """Another width, other columns."""
        self.fit()
        super().resizeEvent(resize)

    def changeEvent(self, change: QEvent) -> None:
        """Larger text makes taller tiles."""
        super().changeEvent(change)
        if change.type() is QEvent.Type.FontChange:
            self.fit()

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Enter opens, Space peeks; the rest is the list's."""
        current = self.currentIndex()
        if current.isValid() and key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(current)
        elif current.isValid() and key.key() == Qt.Key.Key_Space and not key.modifiers():
            self.peeked.emit(current)
        else:
            super().keyPressEvent(key)

    def chosen_rows(self) -> list[int]:
        """The selected rows, ascending."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    def rows_in_sight(self) -> tuple[int, int]:
        """The first and the last row in sight, with a page before and after."""
        step = self.gridSize().height() or 1
        top, page = self.verticalOffset(), self.viewport().height()
        first = max(0, (top - page) // step) * self.columns
        last = ((top + 2 * page) // step + 1) * self.columns - 1
        return first, min(last, self.model().rowCount() - 1 if self.model() else -1)

    def menu_place(self, index: QModelIndex) -> QPoint:
        """Where a menu of a tile opens when the keyboard asks for it."""
        return self.viewport().mapToGlobal(self.visualRect(index).center())

    def _tell_settled(self) -> None:
        if self.model():
            self.settled.emit(*self.rows_in_sight())
