"""The new photos that a scan found, each of which can be left out, with small pictures."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
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
from PySide6.QtGui import QImage

from braind_desktop.pictures import image_of
from braind_desktop.texts import plain

if TYPE_CHECKING:
    from braind.engine import FoundPhoto, Previews

SIDE = 88  # of a picture, in device-independent pixels
_LONGEST = 3  # squares that the longer side of a picture is decoded to
THREADS, TAKES_MS, MOST_WAITING = 2, 50, 120
Index = QModelIndex | QPersistentModelIndex
_Ready = deque[tuple[int, int, QImage]]


class FoundPhotos(QAbstractListModel):
    """Rows are photos; pictures are read in a pool when they are first asked for."""

    def __init__(self, ratio: float, owner: QObject | None = None) -> None:
        from braind.engine import Previews

        super().__init__(owner)
        self._side = round(SIDE * ratio)
        self._ratio = ratio
        self._photos: list[FoundPhoto] = []
        self._out: set[int] = set()
        self._pictures: dict[int, QImage] = {}
        self._asked: set[int] = set()
        self._ready: _Ready = deque()
        self._round = 0
        self._previews = Previews()
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
        read = partial(read_square, self._previews, path, self._side)
        self._pool.start(_Reading(read, row, self._round, self._ready), row)
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
            self._previews.close()


class _Reading(QRunnable):
    """Reads one picture small; what cannot be read stays a null image."""

    def __init__(self, read: Callable[[], QImage], row: int, number: int, ready: _Ready) -> None:
        super().__init__()
        self._read, self._row, self._number, self._ready = read, row, number, ready

    def run(self) -> None:
        """In a thread of the pool."""
        self._ready.append((self._number, self._row, self._read()))


def read_square(previews: Previews, path: Path, side: int) -> QImage:
    """The middle of a picture file as a square; a null image when it cannot be opened."""
    pixels = previews.small(path, _LONGEST * side)
    if pixels is None:
        return QImage()
    image = image_of(pixels).scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip
    left, top = (image.width() - side) // 2, (image.height() - side) // 4
    return image.copy(QRect(left, top, side, side))
