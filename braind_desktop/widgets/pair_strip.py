"""Evidence pairs to look at and to open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter

from braind.domain import EvidencePair
from braind_desktop.charts.pairs import paint_pairs, pair_rects
from braind_desktop.texts import tr
from braind_desktop.theme import Theme
from braind_desktop.widgets.chart import Chart

SMALL = QSizeF(52, 70)


class PairStrip(Chart):
    """``opened`` brings the pair that was clicked, or entered."""

    opened = Signal(object)  # EvidencePair

    def __init__(self, picture: QSizeF = SMALL) -> None:
        super().__init__(int(2 * picture.width()) + 2, int(picture.height()))
        self._picture = picture
        self.pairs: tuple[EvidencePair, ...] = ()
        self._images: list[tuple[QImage, QImage]] = []
        self.lit: int | None = None
        self.setFixedHeight(int(picture.height()))
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_pairs(
        self, pairs: Sequence[EvidencePair], images: Sequence[tuple[QImage, QImage]]
    ) -> None:
        """Show pairs with their pictures, ours and theirs."""
        self.pairs, self._images, self.lit = tuple(pairs), list(images), None
        self.show_chart(self._paint_strip, lambda: tr("pairs.spoken", count=len(self.pairs)))

    @property
    def fitting(self) -> int:
        """How many pairs there is room for."""
        return len(pair_rects(QRectF(self.rect()), len(self.pairs), self._picture))

    def mouseMoveEvent(self, move: QMouseEvent) -> None:
        """Light the pair under the mouse."""
        self._light(self._at(move.position().toPoint()))

    def mousePressEvent(self, press: QMouseEvent) -> None:
        """Open it."""
        self._light(self._at(press.position().toPoint()))
        self._open()

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Arrows go from pair to pair, Enter and Space open."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key.key()))
        if step and self.pairs:
            self._light(((-1 if self.lit is None else self.lit) + step) % len(self.pairs))
        elif key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        else:
            super().keyPressEvent(key)

    def focusInEvent(self, focus: QFocusEvent) -> None:
        """The keyboard begins at the first pair."""
        super().focusInEvent(focus)
        if self.lit is None and self.pairs:
            self._light(0)

    def leaveEvent(self, leave: object) -> None:
        """Nothing is lit without the mouse."""
        if not self.hasFocus():
            self._light(None)

    def _at(self, point: object) -> int | None:
        places = pair_rects(QRectF(self.rect()), len(self.pairs), self._picture)
        inside = (n for n, (a, b) in enumerate(places) if a.united(b).contains(point))
        return next(inside, None)

    def _light(self, place: int | None) -> None:
        if place != self.lit:
            self.lit = place
            self.update()

    def _open(self) -> None:
        if self.lit is not None:
            self.opened.emit(self.pairs[self.lit])

    def _paint_strip(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        paint_pairs(painter, rect, self._images, self._picture, theme, self.lit)
