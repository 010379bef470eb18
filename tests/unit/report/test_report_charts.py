from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braind.domain import Brand
from braind.insights.kinds import Interval, MapPoint
from braind.report.charts_svg import svg
from braind.report.map_chart import MapWords, _bounds, _overlap, brand_map
from braind.report.radar_chart import Spoke, radar
from braind.report.shapes import Circle, Label, Paint, Path, light_colors, placed

unit = st.floats(-1, 1, allow_nan=False)
WORDS = MapWords(ours="ours", near="near", others="others")


def spokes(value=0.5):
    return [Spoke(f"axis {n}", value, Interval(value - 0.1, value + 0.1)) for n in range(7)]


def test_a_radar_has_a_label_with_value_for_every_spoke_and_a_band():
    drawing = radar(spokes())
    texts = [shape.text for shape in drawing.shapes if isinstance(shape, Label)]
    assert texts == [text for n in range(7) for text in (f"axis {n}", "0.50")]
    band = next(s for s in drawing.shapes if isinstance(s, Path) and len(s.points) == 16)
    center = (drawing.width / 2, drawing.height / 2 + 4)
    reaches = [math.dist(center, point) for point in band.points]
    assert min(reaches) / max(reaches) == pytest.approx(0.4 / 0.6)


def test_a_radar_stays_inside_its_drawing():
    for shape in radar(spokes(5.0)).shapes:
        for x, y in shape.points if isinstance(shape, Path) else [(shape.x, shape.y)]:
            assert 0 <= x <= 360 and 0 <= y <= 320


@given(st.lists(st.tuples(unit, unit), min_size=2, max_size=60), st.booleans())
def test_names_on_a_map_never_cover_each_other(places, is_named):
    points = [MapPoint(Brand(n, f"Brand {n}"), x, y, 5) for n, (x, y) in enumerate(places, 1)]
    words = MapWords("casual", "chic", "light", "dark", "ours") if is_named else WORDS
    drawing = brand_map(points, 1, {2}, words)
    marks = sum(isinstance(shape, Circle) for shape in drawing.shapes)
    assert marks == len(points) - 1 + 2  # the near brand has a square, the key two circles
    labels = [s for s in drawing.shapes if isinstance(s, Label) and s.text.startswith("Brand ")]
    boxes = [_bounds(label) for label in labels]
    assert not any(_overlap(a, b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert all(box[0] >= 0 and box[2] <= drawing.width for box in boxes)


def test_the_own_brand_is_named_first_and_stands_out():
    points = [MapPoint(Brand(n, f"B{n}"), 0.0, 0.0, 5) for n in range(1, 40)]
    drawing = brand_map(points, 20, {3}, WORDS)
    named = [s for s in drawing.shapes if isinstance(s, Label) and s.text.startswith("B")]
    assert named[0].text == "B20" and named[0].is_bold and named[0].color == "accent"
    assert named[1].text == "B3"
    assert len(named) < 39


def test_named_axes_zoom_in_and_carry_their_ends():
    points = [MapPoint(Brand(1, "a"), 0.1, 0.1, 5), MapPoint(Brand(2, "b"), 0.5, 0.5, 5)]
    words = MapWords("dark", "light", "chic", "casual", "a", "b", "c")
    drawing = brand_map(points, 1, set(), words)
    ends = {s.text: (s.x, s.y) for s in drawing.shapes if isinstance(s, Label)}
    assert ends["dark"][0] < ends["light"][0] and ends["chic"][1] < ends["casual"][1]
    marks = [s for s in drawing.shapes if isinstance(s, Circle)]
    assert abs(marks[0].x - marks[1].x) > drawing.width / 2


def test_shapes_are_scaled_and_moved():
    (circle,) = placed([Circle(1, 2, 3, Paint(stroke="ink", width=2))], 10, 20, 2)
    assert circle == Circle(12, 24, 6, Paint(stroke="ink", width=4))


def test_svg_escapes_names():
    points = [MapPoint(Brand(1, "<b>"), 0, 0, 5), MapPoint(Brand(2, "c"), 1, 1, 5)]
    element = svg(brand_map(points, 1, set(), WORDS), '"')
    assert "<b>" not in element and "&lt;b&gt;" in element and 'aria-label="&quot;"' in element


def test_print_has_the_light_colours_of_the_pages():
    assert light_colors()["accent"] == "#7a2e3a"
    assert light_colors()["bg"] == "#faf8f5"


def test_a_crowd_leaves_no_room_for_names_but_for_our_own():
    places = [(x / 20, y / 20) for x in range(-20, 21, 2) for y in range(-20, 21, 2)]
    points = [MapPoint(Brand(n, f"Brand {n}"), x, y, 5) for n, (x, y) in enumerate(places, 1)]
    drawing = brand_map(points, 221, {100}, WORDS)
    named = [s.text for s in drawing.shapes if isinstance(s, Label) and s.text.startswith("Brand")]
    assert named[:2] == ["Brand 221", "Brand 100"] and len(named) < len(points)


def test_names_that_stand_out_leave_other_marks_free_where_they_can():
    points = [MapPoint(Brand(1, "ours"), 0.0, 0.0, 5), MapPoint(Brand(2, "b"), 0.15, 0.0, 5)]
    drawing = brand_map(points, 1, set(), MapWords())
    ours = next(s for s in drawing.shapes if isinstance(s, Label) and s.text == "ours")
    assert ours.anchor == "end"
