"""Charts: what is painted lies where it is said to lie."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from braind.domain import Swatch
from braind_desktop.charts.bars import Share, paint_bar, paint_columns
from braind_desktop.charts.pairs import paint_pairs, pair_rects
from braind_desktop.charts.palette import paint_palette, swatch_rects
from braind_desktop.charts.radar import RadarSeries, label_rect, paint_radar, radar_point
from braind_desktop.theme import Theme

AXES = ["casual", "amekaji", "girlish", "dandy", "sports", "chic", "street"]
WHOLE = QRectF(0, 0, 400, 320)


def painted(qapp, paint, dark=False):
    image = QImage(400, 320, QImage.Format.Format_RGB32)
    image.fill(Theme(dark).color("surface"))
    painter = QPainter(image)
    paint(painter, Theme(dark))
    painter.end()
    return image


def color_at(image, point):
    return image.pixelColor(point.toPoint())


@pytest.mark.parametrize("dark", [False, True])
def test_the_radar_has_a_dot_at_every_value(qapp, dark):
    values = (0.9, 0.3, 0.5, 0.7, 0.2, 0.4, 0.6)
    series = RadarSeries("Alba", values)
    image = painted(qapp, lambda p, t: paint_radar(p, WHOLE, AXES, [series], t), dark)
    for number, value in enumerate(values):
        at = radar_point(WHOLE, 7, number, value)
        assert color_at(image, at) == Theme(dark).color("accent"), AXES[number]


def test_the_other_series_is_of_another_colour_and_shape(qapp):
    other = RadarSeries("Birch", (0.8,) * 7, is_other=True)
    image = painted(qapp, lambda p, t: paint_radar(p, WHOLE, AXES, [other], t))
    corner = radar_point(WHOLE, 7, 0, 0.8) + QPointF(3, 2)  # a circle would not reach it
    assert color_at(image, corner) == Theme(False).color("compare")


def test_labels_of_the_radar_lie_inside_and_apart(qapp):
    rects = [label_rect(WHOLE, 7, number) for number in range(7)]
    assert all(WHOLE.contains(rect.center()) for rect in rects)
    assert not any(a.intersects(b) for n, a in enumerate(rects) for b in rects[:n])


def test_a_bar_is_as_long_as_its_share(qapp):
    image = painted(qapp, lambda p, t: paint_bar(p, QRectF(0, 0, 400, 20), 0.5, t))
    assert color_at(image, QPointF(190, 10)) == Theme(False).color("accent")
    assert color_at(image, QPointF(210, 10)) == Theme(False).color("line")


def test_the_tallest_column_reaches_the_top(qapp):
    shares = [Share("spring", 0.2), Share("autumn", 0.6)]
    image = painted(qapp, lambda p, t: paint_columns(p, WHOLE, shares, t))
    assert color_at(image, QPointF(300, 30)) == Theme(False).color("accent")
    assert color_at(image, QPointF(100, 30)) == Theme(False).color("surface")
    assert color_at(image, QPointF(100, 280)) == Theme(False).color("accent")


def test_the_palette_shows_each_colour_over_its_share(qapp):
    swatches = [Swatch("#102030", "navy", 0.3), Swatch("#d0c0b0", "beige", 0.1)]
    rects = swatch_rects(WHOLE, swatches)
    assert [round(rect.width()) for rect in rects] == [300, 100]
    image = painted(qapp, lambda p, t: paint_palette(p, WHOLE, swatches, t))
    for rect, swatch in zip(rects, swatches, strict=True):
        assert color_at(image, rect.center()) == QColor(swatch.hex)


def test_pairs_are_shown_whole_or_not_at_all(qapp):
    red, blue = (
        QImage(52, 70, QImage.Format.Format_RGB32),
        QImage(52, 70, QImage.Format.Format_RGB32),
    )
    red.fill(QColor("#ff0000"))
    blue.fill(QColor("#0000ff"))
    strip = QRectF(0, 0, 240, 70)
    assert len(pair_rects(strip, 5, QSizeF(52, 70))) == 2
    image = painted(qapp, lambda p, t: paint_pairs(p, strip, [(red, blue)] * 5, QSizeF(52, 70), t))
    for ours, theirs in pair_rects(strip, 5, QSizeF(52, 70)):
        assert color_at(image, ours.center()) == QColor("#ff0000")
        assert color_at(image, theirs.center()) == QColor("#0000ff")
    assert color_at(image, QPointF(300, 30)) == Theme(False).color("surface")
