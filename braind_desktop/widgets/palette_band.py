"""A brand's palette: a band whose colours can be copied, and their names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QGridLayout, QLabel, QToolTip, QWidget

from braind.domain import Swatch
from braind.vocabulary import label
from braind_desktop.charts.palette import paint_palette, swatch_rects
from braind_desktop.texts import capital, spoken_language, tr
from braind_desktop.theme import Theme
from braind_desktop.widgets.basics import Label, clear
from braind_desktop.widgets.chart import Chart

HEIGHT = 56


def swatch_words(swatch: Swatch) -> str:
    """A colour's name and share."""
    return f"{capital(label(swatch.name, spoken_language()))} {swatch.share:.0%}"


class PaletteBand(Chart):
    """``copied`` brings the hex value that a click, or Enter, put on the clipboard."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__(200, HEIGHT)
        self.swatches: tuple[Swatch, ...] = ()
        self.lit: int | None = None
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_palette(self, swatches: Sequence[Swatch]) -> None:
        """Show another palette."""
        self.swatches, self.lit = tuple(swatches), None
        self.show_chart(self._paint_band, self._told)

    def mouseMoveEvent(self, move: QMouseEvent) -> None:
        """Light the colour under the mouse."""
        self._light(self._at(move.position().x()))

    def mousePressEvent(self, press: QMouseEvent) -> None:
        """Copy it."""
        self._light(self._at(press.position().x()))
        self._copy()

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Arrows go from colour to colour, Enter copies."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key.key()))
        if step and self.swatches:
            self._light(((-1 if self.lit is None else self.lit) + step) % len(self.swatches))
        elif key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._copy()
        else:
            super().keyPressEvent(key)

    def leaveEvent(self, leave: object) -> None:
        """Nothing is lit without the mouse."""
        self._light(None)

    def event(self, event: object) -> bool:
        """The tooltip names the colour under the mouse."""
        if isinstance(event, QHelpEvent) and (place := self._at(event.pos().x())) is not None:
            swatch = self.swatches[place]
            name = capital(label(swatch.name, spoken_language()))
            QToolTip.showText(event.globalPos(), tr("palette.tip", name=name, hex=swatch.hex), self)
            return True
        return super().event(event)

    def _at(self, x: float) -> int | None:
        rects = swatch_rects(QRectF(self.rect()), self.swatches)
        return next((n for n, rect in enumerate(rects) if rect.left() <= x < rect.right()), None)

    def _light(self, place: int | None) -> None:
        self.lit = place
        self.update()

    def _copy(self) -> None:
        if self.lit is not None and self.lit < len(self.swatches):
            value = self.swatches[self.lit].hex.upper()
            QGuiApplication.clipboard().setText(value)
            self.copied.emit(value)

    def _paint_band(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        paint_palette(painter, rect, self.swatches, theme, self.lit)

    def _told(self) -> str:
        return tr("palette.spoken", colors=", ".join(map(swatch_words, self.swatches)))


class PaletteNames(QWidget):
    """The names and shares of a palette's colours, each beside a small square of it."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self.setLayout(self._grid)

    def show_palette(self, swatches: Sequence[Swatch]) -> None:
        """Show another palette, two colours a line."""
        clear(self._grid)
        for number, swatch in enumerate(swatches):
            line, side = number // 2, 2 * (number % 2)
            self._grid.addWidget(_square(swatch), line, side)
            name = Label(lambda swatch=swatch: swatch_words(swatch), "small")
            self._grid.addWidget(name, line, side + 1)


def _square(swatch: Swatch) -> QLabel:
    square = QLabel()
    square.setFixedSize(10, 10)
    square.setObjectName("swatch")
    square.setStyleSheet(f"background: {swatch.hex}; border-radius: 2px;")
    return square
