"""Named shares below each other, read aloud as one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter

from braind.vocabulary import Part, label
from braind_desktop.charts.bars import Share, paint_share_row
from braind_desktop.charts.ink import text_width
from braind_desktop.texts import capital, spoken_language
from braind_desktop.theme import Theme, shown_theme
from braind_desktop.widgets.chart import Chart

ROW, NAMES, NUMBERS = 22, 56, 40
Shares = Callable[[], Sequence[Share]]


def part_shares(parts: Mapping[Part, float], token: str = "accent") -> list[Share]:
    """What each part of looks adds to how alike they are, named in the language of the window."""
    language = spoken_language()
    return [Share(capital(label(p, language)), share, token=token) for p, share in parts.items()]


class ShareRows(Chart):
    """One bar a line; the names have as much room as the longest needs."""

    def __init__(self) -> None:
        self._shares: Shares = tuple
        super().__init__(160, 0)

    def show_shares(self, shares: Shares) -> None:
        """Show these; they are asked for again when the language changes."""
        self._shares = shares
        self.show_chart(self._paint_rows, self._told)
        self._fit()

    def sizeHint(self) -> QSize:
        """As many lines as there are shares."""
        return QSize(160, round(ROW * shown_theme().scale) * len(self._shares()))

    def changeEvent(self, change: QEvent) -> None:
        """Larger text makes higher lines."""
        super().changeEvent(change)
        if change.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def _paint_rows(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        high = ROW * theme.scale
        shares, numbers = self._shares(), NUMBERS * theme.scale
        longest = max((text_width(share.name, "body", theme) for share in shares), default=0.0)
        names = min(max(NAMES * theme.scale, longest), rect.width() / 2)
        for number, share in enumerate(shares):
            place = QRectF(rect.left(), rect.top() + number * high, rect.width(), high)
            paint_share_row(painter, place, share, theme, names, numbers)

    def _told(self) -> str:
        return ", ".join(f"{one.name} {one.told or f'{one.share:.0%}'}" for one in self._shares())
