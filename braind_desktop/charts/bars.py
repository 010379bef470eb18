"""Shares as bars, lying and standing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from braind_desktop.charts.ink import CENTRE, RIGHT, write
from braind_desktop.theme import Theme

THICK = 6.0


@dataclass(frozen=True, slots=True)
class Share:
    """A named share in 0..1 and the words for it; ``token`` is its colour."""

    name: str
    share: float
    told: str = ""
    token: str = "accent"


def paint_bar(
    painter: QPainter,
    rect: QRectF,
    share: float,
    theme: Theme,
    token: str = "accent",
    tick: float | None = None,
) -> None:
    """One lying bar, vertically centred, with a tick where something noteworthy lies."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    top, share = rect.center().y() - THICK / 2, min(1.0, max(0.0, share))
    for color, length in (("line", 1.0), (token, share)):
        width = max(THICK, rect.width() * length) if length else 0.0
        painter.setBrush(theme.color(color))
        painter.drawRoundedRect(QRectF(rect.left(), top, width, THICK), THICK / 2, THICK / 2)
    if tick is not None:
        at = rect.left() + rect.width() * tick
        for color, half in (("surface", 2.0), ("ink2", 1.0)):
            painter.fillRect(QRectF(at - half, top - 4, 2 * half, THICK + 8), theme.color(color))
    painter.restore()


def paint_share_row(
    painter: QPainter, rect: QRectF, share: Share, theme: Theme, names: float, numbers: float
) -> None:
    """Name, bar and number in a line; ``names`` and ``numbers`` are the outer columns' widths."""
    write(painter, QRectF(rect.left(), rect.top(), names, rect.height()), share.name, theme)
    bar = rect.adjusted(names + 8, 0, -numbers - 8, 0)
    paint_bar(painter, bar, share.share, theme, share.token)
    last = QRectF(rect.right() - numbers, rect.top(), numbers, rect.height())
    write(painter, last, share.told or f"{share.share:.0%}", theme, "body", RIGHT)


def paint_columns(
    painter: QPainter, rect: QRectF, shares: Sequence[Share], theme: Theme
) -> None:  # fmt: skip
    """Standing bars with their numbers above and their names below; the tallest is as high as
    there is room.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if shares:
        step = rect.width() / len(shares)
        most = max(share.share for share in shares) or 1.0
        for number, share in enumerate(shares):
            cell = QRectF(rect.left() + step * number, rect.top(), step, rect.height())
            _paint_column(painter, cell, share, share.share / most, theme)
    painter.restore()


def _paint_column(
    painter: QPainter, cell: QRectF, share: Share, height: float, theme: Theme
) -> None:  # fmt: skip
    line = 20 * theme.scale
    names = QRectF(cell.left(), cell.bottom() - line, cell.width(), line)
    room = cell.height() - 2 * line - 6
    tall, wide = max(2.0, room * height), min(50.0, cell.width() * 0.6)
    left, top = cell.center().x() - wide / 2, names.top() - 6 - tall
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(share.token))
    painter.drawRoundedRect(QRectF(left, top, wide, tall), 3, 3)
    numbers = QRectF(cell.left(), top - line, cell.width(), line)
    write(painter, numbers, share.told or f"{share.share:.0%}", theme, "small", CENTRE)
    write(painter, names, share.name, theme, "body", CENTRE)
