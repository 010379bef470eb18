"""The new photos that a scan found, each of which can be left out, with small pictures."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRunnable,
    QSize,
    Qt,
    QThreadPool,
    QTimer,
)
from PySide6.QtGui import QImage, QImageReader

from braind_desktop.texts import plain

if TYPE_CHECKING:
    from braind.engine import FoundPhoto

SIDE = 88  # of a picture, in device-independent pixels
THREADS, TAKES_MS, MOST_WAITING = 2, 50, 120
Index = QModelIndex | QPersistentModelIndex


class FoundPhotos(QAbstractListModel):
    """Rows are photos; pictures are read in a pool when they are first asked for."""

    def __init__(self, ratio: float, owner: QObject | None = None) -> None:
        super().__init__(owner)
        self._side = round(SIDE * ratio)
        self._ratio = ratio
        self._photos: list[FoundPhoto] = []
        self._out: set[int] = set()
        self._pictures: dict[int, QImage] = {}
        self._asked: set[int] = set()
        self._ready: deque[tuple[int, int, QImage]] = deque()
        self._round = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._timer = QTimer(self, interval=TAKES_MS)
        self._timer.timeout.connect(self._take)

    @property
    def left_out(self) -> list[str]:
        """The paths of the photos that are switched off."""
        return [self._photos[row].label for row in sorted(self._out)]

    @property
    def wanted(self) -> int:
        """How many photos are switched on."""
        return len(self._photos) - len(self._out)

    def clear(self) -> None:
        """Begin anew."""
        self.beginResetModel()
        self._round += 1
        self._pool.clear()
        self._photos, self._out, self._pictures, self._asked = [], set(), {}, set()
        self.endResetModel()

    def add(self, photos: Sequence[FoundPhoto]) -> None:
        """Some more photos."""
        if photos:
            first = len(self._photos)
            self.beginInsertRows(QModelIndex(), first, first + len(photos) - 1)
            self._photos += photos
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many photos there are."""
        return 0 if parent.isValid() else len(self._photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The name, the picture if it was read, and whether the photo is switched on."""
        row = index.row()
        name = self._photos[row].label.rsplit("/", 1)[-1]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(self._photos[row].label)
        if role == Qt.ItemDataRole.CheckStateRole:
            state = Qt.CheckState.Unchecked if row in self._out else Qt.CheckState.Checked
            return state.value
        if role == Qt.ItemDataRole.DecorationRole:
            self._ask(row)
            return self._pictures.get(row)
        return QSize(SIDE, SIDE) if role == Qt.ItemDataRole.SizeHintRole else None

    def toggle(self, index: Index) -> None:
        """Leave a photo out, or take it in again."""
        self._out ^= {index.row()}
        self.dataChanged.emit(index, index)

    def _ask(self, row: int) -> None:
        if row in self._asked or len(self._asked) - len(self._pictures) > MOST_WAITING:
            return
        self._asked.add(row)
        path = Path(self._photos[row].label)
        self._pool.start(_Reading(path, self._side, row, self._round, self._ready), row)
        self._timer.start()

    def _take(self) -> None:
        while self._ready:
            number, row, picture = self._ready.popleft()
            if number == self._round:
                picture.setDevicePixelRatio(self._ratio)
                self._pictures[row] = picture
                self.dataChanged.emit(self.index(row), self.index(row))
        if len(self._pictures) == len(self._asked):
            self._timer.stop()


class _Reading(QRunnable):
    """Reads one picture small; what Qt cannot read stays a null image."""

    def __init__(
        self, path: Path, side: int, row: int, number: int, ready: deque[tuple[int, int, QImage]]
    ) -> None:
        super().__init__()
        self._path, self._side, self._row, self._number = path, side, row, number
        self._ready = ready

    def run(self) -> None:
        """In a thread of the pool."""
        self._ready.append((self._number, self._row, read_square(self._path, self._side)))


def read_square(path: Path, side: int) -> QImage:
    """The middle of a picture file as a square, decoded no larger than needed."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid():
        return QImage()
    reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    left, top = (image.width() - side) // 2, (image.height() - side) // 4
    return image.copy(QRect(left, top, side, side)) if not image.isNull() else image
