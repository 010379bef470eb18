"""Brands on a plane: a photo and a name each, and what the directions mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath

from braind.vocabulary import STYLES, Style
from braind_desktop.charts.ink import CENTRE, LEFT, RIGHT, line, role_font, write
from braind_desktop.charts.marks import mark_color, paint_mark
from braind_desktop.theme import Theme

DOT = 22.0  # half of a brand's photo
MARGIN_X, MARGIN_Y = 64.0, 88.0
LABEL_HEIGHT = 18.0
LABEL_GAP = 5.0


@dataclass(frozen=True, slots=True)
class MapBrand:
    """A brand's place (-1..1, up is positive), its typical photo and its strongest style."""

    id: int
    name: str
    x: float
    y: float
    looks: int
    style: Style
    picture: QImage = field(default_factory=QImage)
    is_mine: bool = False


@dataclass(frozen=True, slots=True)
class MapScene:
    """What is on the map. ``ends`` are (left, right, bottom, top), empty without axes."""

    brands: tuple[MapBrand, ...]
    ends: tuple[str, str, str, str] | tuple[()] = ()
    style_names: Mapping[Style, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """What part of the plane is seen: its middle, and how much larger than the whole."""

    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0

    def place(self, rect: QRectF, x: float, y: float) -> QPointF:
        """Where a point of the plane is drawn."""
        reach = self._reach(rect)
        return rect.center() + QPointF((x - self.x) * reach.x(), -(y - self.y) * reach.y())

    def moved(self, rect: QRectF, step: QPointF) -> View:
        """The view after the paper was dragged by ``step`` pixels."""
        reach = self._reach(rect)
        return View(self.x - step.x() / reach.x(), self.y + step.y() / reach.y(), self.zoom)

    def zoomed(self, rect: QRectF, factor: float, at: QPointF) -> View:
        """Nearer or farther, with the point under ``at`` staying where it is."""
        zoom = min(8.0, max(1.0, self.zoom * factor))
        reach, change = self._reach(rect), 1 - self.zoom / zoom
        off = at - rect.center()
        seen = View(
            self.x + off.x() / reach.x() * change, self.y - off.y() / reach.y() * change, zoom
        )
        return seen if zoom > 1 else View()

    def _reach(self, rect: QRectF) -> QPointF:
        wide, high = rect.width() / 2 - MARGIN_X, rect.height() / 2 - MARGIN_Y
        return QPointF(max(1.0, wide) * self.zoom, max(1.0, high) * self.zoom)


def fitted(brands: Sequence[MapBrand]) -> tuple[MapBrand, ...]:
    """The brands spread over the whole plane, in proportion; they keep their order and sides."""
    if len(brands) < 2:
        return tuple(brands)
    xs, ys = [b.x for b in brands], [b.y for b in brands]
    spread = [(min(v), max(max(v) - min(v), 0.1)) for v in (xs, ys)]

    def scaled(value: float, axis: int) -> float:
        low, span = spread[axis]
        return 2 * (value - low) / span - 1

    return tuple(
        MapBrand(
            b.id, b.name, scaled(b.x, 0), scaled(b.y, 1), b.looks, b.style, b.picture, b.is_mine
        )
        for b in brands
    )


def paint_map(
    painter: QPainter,
    rect: QRectF,
    scene: MapScene,
    theme: Theme,
    view: View = View(),
    lit: int | None = None,
    chosen: frozenset[int] = frozenset(),
) -> None:
    """The ground, the axes' ends and the brands; ``lit`` and ``chosen`` are brand ids.

    A name that would lie on another brand or name is moved around its own, with a thin line to
    it, and left out where there is no room; the lit brand's never.
    """
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    _paint_ground(painter, rect, scene, theme, view)
    _paint_legend(painter, rect, scene, theme)
    order = sorted(scene.brands, key=lambda b: (b.id == lit, b.is_mine, b.looks, b.id))
    places = {b.id: view.place(rect, b.x, b.y) for b in order}
    for brand in order:
        _paint_brand(painter, places[brand.id], brand, theme, lit == brand.id, brand.id in chosen)
    for brand, where, far in placed_names(rect, order, places, lit):
        if far:
            painter.setPen(line(theme.color("line_strong")))
            painter.drawLine(places[brand.id], where.center())
        strong = "strong" if brand.is_mine or brand.id == lit else "body"
        _paint_name(painter, where, brand.name, theme, strong)
    painter.restore()


def brand_at(
    rect: QRectF, scene: MapScene, view: View, point: QPointF
) -> MapBrand | None:  # fmt: skip
    """The brand under a point; the one on top where several are."""
    for brand in sorted(scene.brands, key=lambda b: (b.is_mine, b.looks, b.id), reverse=True):
        off = view.place(rect, brand.x, brand.y) - point
        if off.x() ** 2 + off.y() ** 2 <= (DOT + 3) ** 2:
            return brand
    return None


def _paint_ground(
    painter: QPainter, rect: QRectF, scene: MapScene, theme: Theme, view: View
) -> None:  # fmt: skip
    painter.fillRect(rect, theme.color("surface"))
    middle = view.place(rect, 0, 0)
    if not scene.ends:
        return
    painter.setPen(line(theme.color("line")))
    painter.drawLine(QPointF(rect.left(), middle.y()), QPointF(rect.right(), middle.y()))
    painter.drawLine(QPointF(middle.x(), rect.top()), QPointF(middle.x(), rect.bottom()))
    left, right, bottom, top = scene.ends
    side = QRectF(rect.left() + 16, middle.y() - 24, rect.width() - 32, 20)
    write(painter, side, left, theme, "small", LEFT)
    write(painter, side, right, theme, "small", RIGHT)
    for words, y in ((top, rect.top() + 12), (bottom, rect.bottom() - 56)):
        write(painter, QRectF(middle.x() + 8, y, 200, 20), words, theme, "small", LEFT)


def _paint_legend(painter: QPainter, rect: QRectF, scene: MapScene, theme: Theme) -> None:
    """Which mark stands for which style, at the lower left."""
    present = {brand.style for brand in scene.brands}
    at = QPointF(rect.left() + 22, rect.bottom() - 20)
    metrics = QFontMetricsF(role_font("small"))
    for style in (style for style in STYLES if style in present):
        name = scene.style_names.get(style, str(style))
        paint_mark(painter, at, 5, style, theme)
        width = metrics.horizontalAdvance(name) + 4
        write(painter, QRectF(at.x() + 10, at.y() - 10, width, 20), name, theme, "small")
        at += QPointF(width + 32, 0)


def _paint_brand(
    painter: QPainter, at: QPointF, brand: MapBrand, theme: Theme, lit: bool, chosen: bool
) -> None:
    circle = QPainterPath()
    circle.addEllipse(at, DOT, DOT)
    painter.save()
    painter.setClipPath(circle, Qt.ClipOperation.IntersectClip)
    painter.fillPath(circle, theme.color("paper"))
    if not brand.picture.isNull():
        painter.drawImage(_filling(brand.picture, at), brand.picture)
    painter.restore()
    ring = theme.color("focus") if chosen else mark_color(brand.style, theme)
    painter.setPen(line(ring, 4 if lit or chosen else 2.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, DOT, DOT)
    corner = at + QPointF(DOT, -DOT) * 0.72
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(corner, 8, 8)
    paint_mark(painter, corner, 5, brand.style, theme)


def _filling(picture: QImage, at: QPointF) -> QRectF:
    """A standing photo fills the circle from its upper half, where the garments are."""
    width = 2 * DOT
    height = max(width, width * picture.height() / max(1, picture.width()))
    return QRectF(at.x() - DOT, at.y() - DOT - 0.08 * (height - width), width, height)


def _paint_name(painter: QPainter, where: QRectF, name: str, theme: Theme, role: str) -> None:
    halo = theme.color("surface")
    halo.setAlphaF(0.82)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(halo)
    painter.drawRoundedRect(where, 4, 4)
    write(painter, where, name, theme, role, CENTRE, "ink")


def placed_names(
    rect: QRectF, order: Sequence[MapBrand], places: dict[int, QPointF], lit: int | None
) -> Iterator[tuple[MapBrand, QRectF, bool]]:
    """Names from the most to the least important, and whether one lies away from its brand."""
    metrics = QFontMetricsF(role_font("strong"))
    photos = [QRectF(p.x() - DOT, p.y() - DOT, 2 * DOT, 2 * DOT) for p in places.values()]
    taken: list[QRectF] = []
    for brand in reversed(order):
        size = (metrics.horizontalAdvance(brand.name) + 10, LABEL_HEIGHT)
        for number, where in enumerate(_spots(places[brand.id], *size)):
            free = rect.contains(where) and not any(where.intersects(o) for o in (*taken, *photos))
            if free or (brand.id == lit and number == 0):
                taken.append(where)
                yield brand, where, number > 3
                break


def _spots(at: QPointF, width: float, height: float) -> Iterator[QRectF]:
    """Below, above, right, left; then the same farther off."""
    for gap in (LABEL_GAP, LABEL_GAP + 26):
        yield QRectF(at.x() - width / 2, at.y() + DOT + gap, width, height)
        yield QRectF(at.x() - width / 2, at.y() - DOT - gap - height, width, height)
        yield QRectF(at.x() + DOT + gap, at.y() - height / 2, width, height)
        yield QRectF(at.x() - DOT - gap - width, at.y() - height / 2, width, height)
