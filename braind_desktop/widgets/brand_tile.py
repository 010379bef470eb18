"""A brand as a card in a grid: its most representative looks, its name, its styles, its colours."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from braind.vocabulary import label
from braind_desktop.charts.bars import Share, paint_bar, paint_share_row
from braind_desktop.charts.ink import CENTRE, text_width, write
from braind_desktop.charts.palette import paint_palette
from braind_desktop.item_models.brands import Tile
from braind_desktop.texts import capital, spoken_language, tr
from braind_desktop.theme import Theme, shown_theme
from braind_desktop.thumbnails import Thumbnails
from braind_desktop.widgets.grid import Grid

LEAST, MOST, GAP, PAD = 240, 330, 20, 12
INNER_GAP = 4
MORE = 28
LOOKS = 5
Index = QModelIndex | QPersistentModelIndex


def tile_height(width: int) -> int:
    """How high a card of this width is, at the size of text that the user chose."""
    pictures = _pictures(QRectF(0, 0, width, 0))
    return round(pictures[0].height() + 2 * PAD + 12 + 124 * shown_theme().scale)


class BrandGrid(Grid):
    """The cards of a library; ``menu_asked`` comes from the dots that show under the mouse."""

    menu_asked = Signal(QModelIndex)

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__(LEAST, MOST, GAP, tile_height)
        self.setItemDelegate(BrandTile(self, thumbnails))
        self.clicked.connect(self._open)
        self._pressed_more = False

    def mouseReleaseEvent(self, release: QMouseEvent) -> None:
        """The dots open a menu; everywhere else a click is a click."""
        index = self.indexAt(release.position().toPoint())
        more = more_place(QRectF(self.visualRect(index)).toRect(), self.tile)
        self._pressed_more = index.isValid() and more.contains(release.position().toPoint())
        super().mouseReleaseEvent(release)
        if self._pressed_more and release.button() == Qt.MouseButton.LeftButton:
            self.menu_asked.emit(index)

    def _open(self, index: QModelIndex) -> None:
        if len(self.chosen_rows()) == 1 and not self._pressed_more:
            self.opened.emit(index)


class BrandTile(QStyledItemDelegate):
    """Paints a card."""

    def __init__(self, grid: Grid, thumbnails: Thumbnails) -> None:
        super().__init__(grid)
        self._grid, self._thumbnails = grid, thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All cards are of one size; the gap belongs to it, so that cards lie at the left."""
        return self._grid.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The card, its pictures, its words."""
        tile: Tile = index.data(Qt.ItemDataRole.UserRole)
        theme, card = shown_theme(), QRectF(option.rect.topLeft(), self._grid.tile)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, card, option.state, theme)
        self._paint_pictures(painter, card, tile, theme)
        if tile.card.brand.is_mine:
            _paint_badge(painter, card, theme)
        if tile.note:
            _paint_note(painter, card, tile, theme)
        _paint_words(painter, card, tile, theme)
        if option.state & QStyle.StateFlag.State_MouseOver:
            _paint_more(painter, more_place(option.rect, self._grid.tile), theme)
        painter.restore()

    def _paint_pictures(
        self, painter: QPainter, card: QRectF, tile: Tile, theme: Theme
    ) -> None:  # fmt: skip
        looks = tile.card.profile.typical[:LOOKS] if tile.card.profile else ()
        painter.setPen(Qt.PenStyle.NoPen)
        for number, place in enumerate(_pictures(card)):
            pixmap = None
            if number < len(looks):
                width, height = int(place.width()), int(place.height())
                ratio = self._grid.devicePixelRatioF()
                pixmap = self._thumbnails.get(looks[number], width, height, ratio)
            if pixmap:
                painter.drawPixmap(place.topLeft(), pixmap)
            else:
                painter.setBrush(theme.color("sunken"))
                painter.drawRoundedRect(place, 4, 4)


def more_place(cell: QRect, tile: QSize) -> QRect:
    """Where the dots of a card are."""
    pictures = _pictures(QRectF(cell.topLeft(), tile))
    top = round(pictures[0].bottom()) + 8
    return QRect(cell.left() + tile.width() - PAD - MORE, top, MORE, MORE)


def _pictures(card: QRectF) -> list[QRectF]:
    """One large picture, and four small ones in a square beside it; whole pixels."""
    inner = card.width() - 2 * PAD
    small = int((inner - 2 * INNER_GAP) / 4)
    large = inner - 2 * (small + INNER_GAP)
    tall = int(large * 4 / 3)
    half = int((tall - INNER_GAP) / 2)
    left, top = card.left() + PAD, card.top() + PAD
    column = [left + large + INNER_GAP, left + large + 2 * INNER_GAP + small]
    return [QRectF(left, top, large, tall)] + [
        QRectF(x, y, small, half) for y in (top, top + tall - half) for x in column
    ]


def _paint_ground(
    painter: QPainter, card: QRectF, state: QStyle.StateFlag, theme: Theme
) -> None:  # fmt: skip
    chosen, over = state & QStyle.StateFlag.State_Selected, state & QStyle.StateFlag.State_MouseOver
    token, width = ("accent", 2) if chosen else ("line_strong" if over else "line", 1)
    if state & QStyle.StateFlag.State_HasFocus:
        token, width = "focus", 2
    painter.setPen(QPen(theme.color(token), width))
    painter.setBrush(theme.color("surface"))
    inset = width / 2
    painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), 12, 12)


def _paint_badge(painter: QPainter, card: QRectF, theme: Theme) -> None:
    text = tr("tile.mine")
    width = 20 + text_width(text, "small", theme)
    pill = QRectF(card.left() + PAD + 6, card.top() + PAD + 6, width, 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawRoundedRect(pill, 11, 11)
    write(painter, pill, text, theme, "small", CENTRE, "on_accent")


def _paint_note(painter: QPainter, card: QRectF, tile: Tile, theme: Theme) -> None:
    """A strip over the foot of the pictures: what is going on, or what is to be done."""
    pictures = _pictures(card)
    foot, height = pictures[0].bottom(), (34 if tile.progress else 24) * theme.scale
    strip = QRectF(pictures[0].left(), foot - height, card.width() - 2 * PAD, height)
    ground, ink = ("overlay", "ink") if tile.progress else ("warn_soft", "warn")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(strip, 4, 4)
    words = strip.adjusted(8, 0, -8, -10 if tile.progress else 0)
    write(painter, words, tile.note, theme, "small", token=ink)
    if tile.progress:
        done, total = tile.progress
        bar = QRectF(strip.left() + 8, strip.bottom() - 11, strip.width() - 16, 6)
        paint_bar(painter, bar, done / max(1, total), theme)


def _paint_words(painter: QPainter, card: QRectF, tile: Tile, theme: Theme) -> None:
    brand, profile, step = tile.card.brand, tile.card.profile, theme.scale
    left, width = card.left() + PAD + 4, card.width() - 2 * PAD - 8
    top = _pictures(card)[0].bottom() + 10
    write(painter, QRectF(left, top, width - MORE, 24 * step), brand.name, theme, "h3")
    told = tr("tile.looks", count=brand.looks)
    if profile and brand.looks > 1:  # one photo is alike to nothing
        told = tr("tile.told", looks=told, cohesion=f"{profile.cohesion:.2f}")
    top += 24 * step
    write(painter, QRectF(left, top, width, 20 * step), told, theme, "small")
    top += 26 * step
    for number, (style, value) in enumerate(tile.styles):
        name = capital(label(style, spoken_language()))
        row = QRectF(left, top, width, 22 * step)
        share = Share(name, value, f"{value:.2f}", "line_strong" if number else "accent")
        paint_share_row(painter, row, share, theme, 62 * step, 32 * step)
        top += 22 * step
    if profile and profile.palette:
        band = QRectF(left, card.bottom() - PAD - 16, min(width, 132), 14)
        paint_palette(painter, band, profile.palette, theme, radius=3)


def _paint_more(painter: QPainter, place: QRect, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("sunken"))
    painter.drawRoundedRect(place, 6, 6)
    painter.setBrush(theme.color("ink2"))
    middle = place.center()
    for step in (-6, 0, 6):
        painter.drawEllipse(QRectF(middle.x() - 1 + step, middle.y() - 1, 3, 3))
