"""The style radar as a drawing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from braind.insights.kinds import Interval
from braind.report.shapes import (
    Anchor,
    Circle,
    Drawing,
    Label,
    Paint,
    Path,
    Point,
    Shape,
    line,
)

_RADAR = (360.0, 320.0)
_RADIUS = 122.0
_RINGS = (0.25, 0.5, 0.75, 1.0)
_GRID = Paint(stroke="line", width=1)
_TEXT = 12.0


@dataclass(frozen=True, slots=True)
class Spoke:
    """One axis of a radar: a value in 0..1 and its interval."""

    name: str
    value: float
    interval: Interval


def radar(spokes: Sequence[Spoke]) -> Drawing:
    """Values as a polygon, their 95 % intervals as a band and whiskers, on a web of rings."""
    width, height = _RADAR
    center = (width / 2, height / 2 + 4)

    def corners(shares: Iterable[float]) -> tuple[Point, ...]:
        return tuple(_spoke_point(center, n, len(spokes), s) for n, s in enumerate(shares))

    web: list[Shape] = [Path(corners([ring] * len(spokes)), _GRID) for ring in _RINGS]
    web += [line(center, tip, _GRID) for tip in corners([1.0] * len(spokes))]
    low = corners(spoke.interval.low for spoke in spokes)
    high = corners(spoke.interval.high for spoke in spokes)
    # One outline out and back again is a ring under the usual winding rule.
    ring = (*high, high[0], low[0], *reversed(low))
    band = Path(ring, Paint(fill="accent", fill_opacity=0.18))
    values = corners(spoke.value for spoke in spokes)
    shape = Path(values, Paint(fill="accent", stroke="accent", width=2, fill_opacity=0.08))
    whiskers = [line(a, b, Paint(stroke="accent", width=1)) for a, b in zip(low, high, strict=True)]
    dots = [Circle(x, y, 3.2, Paint(fill="accent")) for x, y in values]
    labels = [
        label
        for n, spoke in enumerate(spokes)
        for label in _spoke_labels(center, n, spoke, len(spokes))
    ]
    return Drawing(width, height, (*web, band, shape, *whiskers, *dots, *labels))


def _spoke_point(center: Point, number: int, count: int, share: float) -> Point:
    angle = 2 * math.pi * number / count - math.pi / 2
    reach = _RADIUS * min(1.0, max(0.0, share))
    return center[0] + reach * math.cos(angle), center[1] + reach * math.sin(angle)


def _spoke_labels(center: Point, number: int, spoke: Spoke, count: int) -> list[Shape]:
    x, y = _spoke_point(center, number, count, 1.0)
    dx, dy = (x - center[0]) / _RADIUS, (y - center[1]) / _RADIUS
    anchor: Anchor = "middle" if abs(dx) < 0.3 else "start" if dx > 0 else "end"
    x, y = x + 12 * dx, y + 14 * dy - 4 + 10 * dy
    return [
        Label(x, y, spoke.name, _TEXT, "ink", True, anchor),
        Label(x, y + 15, f"{spoke.value:.2f}", _TEXT, "ink2", False, anchor),
    ]
