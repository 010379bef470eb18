"""The positioning map on the screen: wheel and keys zoom, dragging moves, Tab walks the brands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from braind_desktop.charts.brandmap import MapBrand, MapScene, View, brand_at, paint_map
from braind_desktop.texts import tr
from braind_desktop.theme import shown_theme

STEP = 40.0  # pixels an arrow key moves the paper
ZOOM = 1.25
_ARROWS = {
    Qt.Key.Key_Left: QPointF(STEP, 0), Qt.Key.Key_Right: QPointF(-STEP, 0),
    Qt.Key.Key_Up: QPointF(0, STEP), Qt.Key.Key_Down: QPointF(0, -STEP),
}  # fmt: skip
_ZOOMS = {
    Qt.Key.Key_Plus: ZOOM, Qt.Key.Key_Equal: ZOOM, Qt.Key.Key_PageUp: ZOOM,
    Qt.Key.Key_Minus: 1 / ZOOM, Qt.Key.Key_PageDown: 1 / ZOOM,
}  # fmt: skip


class MapCanvas(QWidget):
    """``opened`` brings a brand's name when it is double-clicked or entered; ``picked`` when the
    chosen brands change.
    """

    opened = Signal(str)
    picked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scene, self.view = MapScene(()), View()
        self.lit: int | None = None
        self.chosen: frozenset[int] = frozenset()
        self._pressed: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(480, 360)

    def show_scene(self, scene: MapScene) -> None:
        """Show other brands or axes, as a whole."""
        self.scene, self.view, self.lit = scene, View(), None
        known = {brand.id for brand in scene.brands}
        self.chosen = frozenset(self.chosen & known)
        self._speak_of_lit()
        self.update()

    def chosen_names(self) -> list[str]:
        """The chosen brands' names, in the order of the map."""
        return [brand.name for brand in self.scene.brands if brand.id in self.chosen]

    def paint_on(self, painter: QPainter, rect: QRectF) -> None:
        """The map as it is seen, for a file or the clipboard."""
        paint_map(painter, rect, self.scene, shown_theme(), self.view, None, self.chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the map, and a ring while the keyboard is here."""
        painter, rect = QPainter(self), QRectF(self.rect())
        theme = shown_theme()
        paint_map(painter, rect, self.scene, theme, self.view, self.lit, self.chosen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.color("focus" if self.hasFocus() else "line"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def wheelEvent(self, wheel: QWheelEvent) -> None:
        """Zoom towards the mouse."""
        factor = ZOOM ** (wheel.angleDelta().y() / 120)
        self._show(self.view.zoomed(self._rect(), factor, wheel.position()))
        wheel.accept()

    def mousePressEvent(self, press: QMouseEvent) -> None:
        """Begin to drag, or choose a brand."""
        if press.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = press.position()
        brand = self._at(press.position())
        keys = press.modifiers()
        many = bool(
            keys & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        )
        self._choose(brand, many)

    def mouseMoveEvent(self, move: QMouseEvent) -> None:
        """Drag the paper, or light the brand under the mouse."""
        if self._pressed is not None and move.buttons() & Qt.MouseButton.LeftButton:
            self._show(self.view.moved(self._rect(), move.position() - self._pressed))
            self._pressed = move.position()
            return
        brand = self._at(move.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if brand else Qt.CursorShape.ArrowCursor)
        self._light(brand)
        QToolTip.showText(move.globalPosition().toPoint(), _told(brand) if brand else "", self)

    def mouseReleaseEvent(self, release: QMouseEvent) -> None:
        """Let the paper go."""
        self._pressed = None

    def mouseDoubleClickEvent(self, click: QMouseEvent) -> None:
        """Open a brand."""
        if brand := self._at(click.position()):
            self.opened.emit(brand.name)

    def keyPressEvent(self, key: QKeyEvent) -> None:
        """Arrows move, plus and minus zoom, Enter opens and Space chooses the lit brand."""
        pressed = Qt.Key(key.key())
        lit = self._lit_brand()
        if pressed in _ARROWS:
            self._show(self.view.moved(self._rect(), _ARROWS[pressed]))
        elif pressed in _ZOOMS:
            centre = self._rect().center()
            self._show(self.view.zoomed(self._rect(), _ZOOMS[pressed], centre))
        elif pressed is Qt.Key.Key_Home:
            self._show(View())
        elif lit and pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(lit.name)
        elif lit and pressed is Qt.Key.Key_Space:
            self._choose(lit, True)
        else:
            super().keyPressEvent(key)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks from brand to brand before it leaves the map."""
        return self._walk(1 if forward else -1) or super().focusNextPrevChild(forward)

    def focusOutEvent(self, focus: QFocusEvent) -> None:
        """Nothing is lit when the keyboard leaves."""
        self._light(None)
        super().focusOutEvent(focus)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is lit when the mouse leaves."""
        self._light(None)

    def contextMenuEvent(self, menu: QContextMenuEvent) -> None:
        """Nothing of its own: the page's buttons do all."""
        menu.ignore()

    def _rect(self) -> QRectF:
        return QRectF(self.rect())

    def _at(self, point: QPointF) -> MapBrand | None:
        return brand_at(self._rect(), self.scene, self.view, point)

    def _lit_brand(self) -> MapBrand | None:
        return next((brand for brand in self.scene.brands if brand.id == self.lit), None)

    def _show(self, view: View) -> None:
        self.view = view
        self.update()

    def _light(self, brand: MapBrand | None) -> None:
        if self.lit != (brand.id if brand else None):
            self.lit = brand.id if brand else None
            self._speak_of_lit()
            self.update()

    def _choose(self, brand: MapBrand | None, many: bool) -> None:
        before = self.chosen
        if brand and many:
            self.chosen = self.chosen ^ {brand.id}
        elif not many:
            self.chosen = frozenset({brand.id} if brand else ())
        if self.chosen != before:
            self.picked.emit()
            self.update()

    def _walk(self, step: int) -> bool:
        """Light the next brand in reading order; False at either end."""
        order = sorted(self.scene.brands, key=lambda b: (-round(b.y, 1), b.x, b.id))
        ids = [brand.id for brand in order]
        here = ids.index(self.lit) if self.lit in ids else (-1 if step > 0 else len(ids))
        if not 0 <= here + step < len(ids):
            return False
        self._light(order[here + step])
        return True

    def _speak_of_lit(self) -> None:
        lit = self._lit_brand()
        count = len(self.scene.brands)
        self.setAccessibleName(_told(lit) if lit else tr("map.spoken", count=count))


def _told(brand: MapBrand) -> str:
    return tr("map.brand", name=brand.name, looks=brand.looks)
