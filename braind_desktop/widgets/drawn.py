"""Everything that is painted by hand: marks, bars, swatches, pictures and pictograms."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from braind.domain import Swatch
from braind.vocabulary import label
from braind_desktop.pictures import rounded
from braind_desktop.texts import capital, spoken_language, tr
from braind_desktop.theme import shown_theme
from braind_desktop.widgets.basics import Speaking


class State(StrEnum):
    """How far a step is."""

    WAITING = "waiting"
    ACTIVE = "active"
    OK = "ok"
    CAUTION = "caution"
    STOP = "stop"


Stroke = tuple[tuple[float, float], ...]

# Signs on a grid of 24, pictograms on one of 48.
_STROKES: dict[State, list[Stroke]] = {
    State.OK: [((7, 12.5), (10.5, 16), (17, 8.5))],
    State.CAUTION: [((12, 6.5), (12, 13)), ((12, 16.8), (12, 16.9))],
    State.STOP: [((8, 8), (16, 16)), ((16, 8), (8, 16))],
    State.ACTIVE: [((7.5, 12), (7.6, 12)), ((12, 12), (12.1, 12)), ((16.4, 12), (16.5, 12))],
}
_COLORS = {
    State.OK: ("ok", "ok_soft"), State.CAUTION: ("warn", "warn_soft"),
    State.STOP: ("err", "err_soft"), State.ACTIVE: ("accent", "accent_soft"),
    State.WAITING: ("line_strong", "sunken"),
}  # fmt: skip
_BODY: list[Stroke] = [
    ((17, 22), (31, 22), (31, 32), (28, 32), (28, 44), (20, 44), (20, 32), (17, 32), (17, 22))
]
_LINES: dict[str, list[Stroke]] = {
    "whole": [*_BODY, ((7, 5), (7, 44)), ((4, 5), (10, 5)), ((4, 44), (10, 44))],
    "one": _BODY,
    "light": [*_BODY, ((41, 1), (41, 3)), ((41, 13), (41, 15)), ((34, 8), (36, 8)),
              ((46, 8), (48, 8))],
    "brands": [((4, 8), (21, 8), (21, 40), (4, 40), (4, 8)), ((8, 34), (17, 34)),
               ((27, 8), (44, 8), (44, 40), (27, 40), (27, 8)), ((31, 34), (40, 34))],
    "drop": [((27, 7), (10, 7), (7, 10), (7, 38), (10, 41), (38, 41), (41, 38), (41, 23)),
             ((8, 35), (18, 25), (26, 33), (31, 28), (40, 37)),
             ((38, 5), (38, 17)), ((32, 11), (44, 11))],
}  # fmt: skip
_CIRCLES: dict[str, list[tuple[float, float, float]]] = {
    "whole": [(24, 13, 6)], "one": [(24, 13, 6)], "light": [(24, 13, 6), (41, 8, 2.6)],
    "drop": [(19, 17, 3)], "brands": [(12.5, 20, 4), (35.5, 20, 4)],
}  # fmt: skip


def _brush(widget: QWidget) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    return painter


def _pen(color: QColor, width: float) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(color, width, Qt.PenStyle.SolidLine, cap, join)


class Mark(QWidget):
    """A step's state in a circle: told by its shape as well as by its colour."""

    def __init__(self, state: State = State.WAITING, size: int = 24) -> None:
        super().__init__()
        self.state = state
        self.setFixedSize(size, size)

    def show_state(self, state: State) -> None:
        """Paint another state."""
        self.state = state
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle and the sign in it."""
        theme, (ink, ground) = shown_theme(), _COLORS[self.state]
        painter = _brush(self)
        painter.scale(self.width() / 24, self.height() / 24)
        painter.setBrush(theme.color(ground))
        if self.state is State.WAITING:
            painter.setPen(QPen(theme.color("line"), 1.5))
        painter.drawEllipse(QRectF(1, 1, 22, 22))
        painter.setPen(_pen(theme.color(ink), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in _STROKES.get(self.state, ()):
            painter.drawPolyline(QPolygonF([QPointF(*point) for point in stroke]))


class Bar(QWidget):
    """A share in 0..1, with a tick where something noteworthy lies."""

    def __init__(self, share: float, tick: float | None = None, token: str = "accent") -> None:
        super().__init__()
        self.share = min(1.0, max(0.0, share))
        self._tick, self._token = tick, token
        self.setFixedHeight(14 if tick is not None else 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the share and the tick."""
        theme, painter = shown_theme(), _brush(self)
        top, width = self.height() / 2 - 3, self.width()
        for token, length in (("line", 1.0), (self._token, self.share)):
            painter.setBrush(theme.color(token))
            painter.drawRoundedRect(
                QRectF(0, top, max(6.0 * bool(length), width * length), 6), 3, 3
            )
        if self._tick is not None:
            painter.setBrush(theme.color("surface"))
            painter.drawRect(QRectF(width * self._tick - 2, 0, 4, self.height()))
            painter.setBrush(theme.color("ink2"))
            painter.drawRect(QRectF(width * self._tick - 1, 0, 2, self.height()))


class Picture(QWidget):
    """An image on a quiet, round-cornered ground, shown whole."""

    def __init__(self, size: QSize, image: QImage | None = None) -> None:
        super().__init__()
        self.setMinimumSize(size)
        self._image = image or QImage()

    @property
    def image(self) -> QImage:
        """What is shown."""
        return self._image

    def show_image(self, image: QImage) -> None:
        """Show another image; a null image shows the ground."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the image at the sharpness of the screen."""
        ground = shown_theme().color("sunken" if self._image.isNull() else "paper")
        size, ratio = self.size(), self.devicePixelRatioF()
        picture = rounded(self._image, size.width(), size.height(), ratio, ground)
        _brush(self).drawPixmap(0, 0, picture)


class Swatches(Speaking, QWidget):
    """A palette as a band; widths are the colours' shares."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(16)
        self._swatches: Sequence[Swatch] = ()

    def show_swatches(self, swatches: Sequence[Swatch]) -> None:
        """Show another palette."""
        self._swatches = swatches
        self.speak()
        self.update()

    def speak(self) -> None:
        """Name the colours in the language of the window."""
        names = [label(swatch.name, spoken_language()) for swatch in self._swatches]
        colors = ", ".join(dict.fromkeys(names))
        self.setAccessibleName(tr("palette.spoken", colors=colors) if names else "")
        pairs = zip(names, self._swatches, strict=True)
        lines = [f"{capital(name)} {swatch.share:.0%}  {swatch.hex}" for name, swatch in pairs]
        self.setToolTip("\n".join([*lines, tr("palette.light")]) if lines else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the band, outlined so that no colour is lost in the ground."""
        painter = _brush(self)
        total, left = sum(s.share for s in self._swatches) or 1.0, 0.5
        room = self.width() - 1 - 4 * max(0, len(self._swatches) - 1)
        painter.setPen(QPen(shown_theme().color("line_strong"), 1))
        for swatch in self._swatches:
            width = room * swatch.share / total
            painter.setBrush(QColor(swatch.hex))
            painter.drawRoundedRect(QRectF(left, 0.5, width, self.height() - 1), 3, 3)
            left += width + 4


class Pictogram(QWidget):
    """A line drawing on a grid of 48: "drop", "brands", "whole", "one" or "light"."""

    def __init__(self, name: str, size: int = 48, token: str = "ink3") -> None:
        super().__init__()
        self._name, self._token = name, token
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = _brush(self)
        painter.scale(self.width() / 50, self.height() / 50)
        painter.translate(1, 1)
        painter.setPen(_pen(shown_theme().color(self._token), 1.8))
        for line in _LINES[self._name]:
            painter.drawPolyline(QPolygonF([QPointF(*point) for point in line]))
        for x, y, radius in _CIRCLES[self._name]:
            painter.drawEllipse(QPointF(x, y), radius, radius)
