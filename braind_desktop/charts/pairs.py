"""Pairs of look-alike photos, side by side: the evidence for a likeness."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from braind_desktop.charts.ink import line
from braind_desktop.theme import Theme

PAIR_GAP, INNER_GAP, RADIUS = 12.0, 2.0, 4.0


def pair_rects(rect: QRectF, count: int, picture: QSizeF) -> list[tuple[QRectF, QRectF]]:
    """Where the two pictures of each pair lie, as many pairs as there is room for."""
    step = 2 * picture.width() + INNER_GAP + PAIR_GAP
    room = int((rect.width() + PAIR_GAP) // step)
    lefts = [rect.left() + number * step for number in range(min(count, room))]
    return [
        (
            QRectF(left, rect.top(), picture.width(), picture.height()),
            QRectF(left + picture.width() + INNER_GAP, rect.top(), picture.width(),
                   picture.height()),
        )
        for left in lefts
    ]  # fmt: skip


def paint_pairs(
    painter: QPainter,
    rect: QRectF,
    pairs: Sequence[tuple[QImage, QImage]],
    picture: QSizeF,
    theme: Theme,
    lit: int | None = None,
) -> None:
    """The pairs from left to right; the pair ``lit`` has a ring of the focus colour."""
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    for number, places in enumerate(pair_rects(rect, len(pairs), picture)):
        for place, image in zip(places, pairs[number], strict=True):
            paint_photo(painter, place, image, theme)
        if number == lit:
            painter.setPen(line(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            both = places[0].united(places[1]).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(both, RADIUS, RADIUS)
    painter.restore()


def paint_photo(painter: QPainter, where: QRectF, image: QImage, theme: Theme) -> None:
    """A photo that fills a round-cornered place, whole and centred on the thumbnails' paper."""
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(where, RADIUS, RADIUS)
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.fillRect(where, theme.color("sunken" if image.isNull() else "paper"))
    if not image.isNull():
        size = QSizeF(image.size()).scaled(where.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(
            where.center().x() - size.width() / 2, where.center().y() - size.height() / 2,
            size.width(), size.height(),
        )  # fmt: skip
        painter.drawImage(place, image)
    painter.restore()
