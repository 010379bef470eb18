"""The seven styles on the screen: the axis under the mouse is lit, and a table says the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from braind.vocabulary import STYLES, label
from braind_desktop.charts.radar import RadarSeries, label_rect, paint_radar
from braind_desktop.texts import capital, spoken_language, tr
from braind_desktop.theme import Theme
from braind_desktop.widgets.chart import Chart
from braind_desktop.widgets.table_copy import TableCopy


def style_names() -> list[str]:
    """The seven styles in the language of the window."""
    return [capital(label(style, spoken_language())) for style in STYLES]


def spoken_series(series: RadarSeries) -> str:
    """The seven values in words."""
    pairs = zip(style_names(), series.values, strict=True)
    values = ", ".join(f"{name} {value:.2f}" for name, value in pairs)
    return tr("style.spoken", name=series.name, values=values)


class Radar(Chart):
    """A heptagon with one series or several."""

    def __init__(self) -> None:
        super().__init__(300, 316)
        self.series: tuple[RadarSeries, ...] = ()
        self.lit: int | None = None
        self.setMouseTracking(True)

    def show_series(self, series: Sequence[RadarSeries]) -> None:
        """Show these; the first that is not another one gives the numbers."""
        self.series = tuple(series)
        self.show_chart(self._paint_series, lambda: ". ".join(map(spoken_series, self.series)))

    def mouseMoveEvent(self, move: QMouseEvent) -> None:
        """Light the axis whose label or spoke is nearest."""
        rect, count = QRectF(self.rect()), len(STYLES)
        far = {
            number: (label_rect(rect, count, number).center() - move.position()).manhattanLength()
            for number in range(count)
        }
        nearest = min(far, key=lambda number: far[number])
        lit = nearest if far[nearest] < 90 else None
        if lit != self.lit:
            self.lit = lit
            self.update()

    def leaveEvent(self, leave: object) -> None:
        """Nothing is lit without the mouse."""
        self.lit = None
        self.update()

    def _paint_series(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        paint_radar(painter, rect, style_names(), self.series, theme, self.lit)


class StyleTable(QTableWidget):
    """The same values as rows and columns."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        TableCopy(self)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_series(self, series: Sequence[RadarSeries]) -> None:
        """A column a series."""
        self.setColumnCount(1 + len(series))
        self.setRowCount(len(STYLES))
        self.setHorizontalHeaderLabels([tr("style.title"), *(one.name for one in series)])
        for row, name in enumerate(style_names()):
            cells = [name, *(f"{one.values[row]:.2f}" for one in series)]
            for column, text in enumerate(cells):
                self.setItem(row, column, QTableWidgetItem(text))
