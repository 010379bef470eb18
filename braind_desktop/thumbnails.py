"""Small pictures of looks for grids: read and decoded away from the window, newest wish first.

A grid asks for what it paints; a miss gives nothing now and a ``ready`` signal later. Wishes that
scrolled out of sight are dropped before they are read. What was decoded is kept up to a number of
bytes, the least recently shown going first.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPixmap

from braind.errors import BraindError
from braind_desktop.desk import Desk
from braind_desktop.jobs import Lane
from braind_desktop.theme import TOKENS

if TYPE_CHECKING:
    from braind.engine import Engine

LIMIT_BYTES = 128 * 2**20
TELL_MS = 50
RADIUS = 4.0
Key = tuple[int, int, int, float]  # look, width, height, device pixel ratio


class Thumbnails(QObject):
    """The pictures of one library's looks; one object for the life of the window."""

    ready = Signal(object)  # set of look ids

    def __init__(self, desk: Desk, limit: int = LIMIT_BYTES) -> None:
        super().__init__(desk)
        self._desk, self._limit = desk, limit
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._bytes = 0
        self._wanted: list[Key] = []
        self._on_the_way: set[Key] = set()
        self._fresh: set[int] = set()
        self._is_reading = False
        self._tell = QTimer(self, interval=TELL_MS, singleShot=True)
        self._tell.timeout.connect(self._announce)
        desk.libraries.changed.connect(self.forget)

    @classmethod
    def of(cls, desk: Desk) -> Thumbnails:
        """The window's pictures."""
        known = desk.findChild(cls)
        return known if isinstance(known, cls) else cls(desk)

    @property
    def waiting(self) -> int:
        """How many pictures are wished for and not read yet."""
        return len(self._wanted)

    @property
    def kept_bytes(self) -> int:
        """How much memory the decoded pictures take."""
        return self._bytes

    def get(self, look_id: int, width: int, height: int, ratio: float) -> QPixmap | None:
        """The picture in this size, with round corners; None until it is ready."""
        key = (look_id, width, height, ratio)
        pixmap = self._kept.get(key)
        if pixmap is not None:
            self._kept.move_to_end(key)
        elif key not in self._on_the_way:
            self._on_the_way.add(key)
            self._wanted.append(key)
            self._read()
        return pixmap

    def drop(self, is_far: Callable[[int], bool]) -> None:
        """Drop the wishes for looks that are not in sight any more."""
        gone = {key for key in self._wanted if is_far(key[0])}
        self._wanted[:] = [key for key in self._wanted if key not in gone]
        self._on_the_way -= gone

    def forget(self) -> None:
        """Drop everything: the ids mean other looks now."""
        self._kept.clear()
        self._wanted.clear()
        self._on_the_way.clear()
        self._bytes = 0

    def _read(self) -> None:
        if self._is_reading:
            return
        self._is_reading = True
        task = self._desk.runner.start(self._pictures, Lane.PICTURES)
        task.reported.connect(self.keep)
        task.finished.connect(self._rest)

    def _pictures(self, engine: Engine) -> Iterator[tuple[Key, QImage]]:
        """Runs in the lane's thread, until no wish is left."""
        while self._wanted:
            try:
                key = self._wanted.pop()
            except IndexError:  # the window dropped the last wish just now
                return
            yield key, _read_one(engine, key[0])

    def keep(self, news: tuple[Key, QImage]) -> None:
        """Remember a picture that was read, and forget the one that was shown longest ago."""
        key, image = news
        self._on_the_way.discard(key)
        self._kept[key] = pixmap = _tile(image, *key[1:])
        self._bytes += _weight(pixmap)
        while self._bytes > self._limit and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._bytes -= _weight(old)
        self._fresh.add(key[0])
        if not self._tell.isActive():
            self._tell.start()

    def _rest(self) -> None:
        self._is_reading = False
        if self._wanted:
            self._read()

    def _announce(self) -> None:
        fresh, self._fresh = self._fresh, set()
        self.ready.emit(fresh)


def _read_one(engine: Engine, look_id: int) -> QImage:
    try:
        return QImage.fromData(engine.thumbnails([look_id])[look_id])
    except BraindError:  # removed in the meantime
        return QImage()


def _weight(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4


def _tile(image: QImage, width: int, height: int, ratio: float) -> QPixmap:
    """The whole picture on paper with round corners baked in.

    Painted in the window's thread: PySide makes its enumerations when they are first named, and
    two threads that do so at once end the process.
    """
    tile = QPixmap(round(width * ratio), round(height * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    whole, clip = QRectF(0, 0, width, height), QPainterPath()
    clip.addRoundedRect(whole, RADIUS, RADIUS)
    painter.setClipPath(clip)
    painter.fillRect(whole, QColor(TOKENS["paper"][0]))
    if not image.isNull():
        room = height * 0.06
        keep = Qt.AspectRatioMode.KeepAspectRatio
        size = image.size().toSizeF().scaled(width - room, height - room, keep)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(whole.center())
        painter.drawImage(place, image)
    painter.end()
    return tile
