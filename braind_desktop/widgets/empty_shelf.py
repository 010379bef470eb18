"""The library page when there are no brands: the outline of what will be there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from braind_desktop.theme import shown_theme
from braind_desktop.widgets.basics import Button, Label, card, column, row
from braind_desktop.widgets.brand_tile import GAP, LEAST, tile_height
from braind_desktop.widgets.grid import SCROLL_BAR


class EmptyShelf(QWidget):
    """A sentence and two ways on, over the outlines of cards."""

    chosen = Signal()
    sampled = Signal()

    def __init__(self) -> None:
        super().__init__()
        choose, sample = Button("library.choose", "primary"), Button("library.sample")
        choose.clicked.connect(self.chosen)
        sample.clicked.connect(self.sampled)
        words = card()
        words.setFixedWidth(520)
        words.setLayout(
            column(
                row(None, Label("library.empty", "h2"), None),
                row(None, Label("library.empty.hint", "lead"), None), 16,
                row(None, choose, sample, None), margin=40,
            )
        )  # fmt: skip
        self.setLayout(column(None, row(None, words, None), None))
        self.setContentsMargins(0, 0, SCROLL_BAR + GAP, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint dashed outlines where cards will be."""
        theme, painter = shown_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("line"), 1.4)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        room = self.width() - SCROLL_BAR
        columns = max(1, room // (LEAST + GAP))
        width = room // columns - GAP
        height = tile_height(width)
        for line in range(self.height() // (height + GAP) + 1):
            for place in range(columns):
                left, top = place * (width + GAP), line * (height + GAP)
                painter.drawRoundedRect(QRectF(left + 1, top + 1, width - 2, height - 2), 12, 12)
