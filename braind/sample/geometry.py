"""Curves and ribbons. A knot is (x, y), or (x, y, 1) for a corner; a path is float64 (N, 2)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Knot = tuple[float, ...]
Path = NDArray[np.float64]

_STEPS = 7


@lru_cache(maxsize=64)
def _turned(count: int, by: int = 1) -> NDArray[np.intp]:
    """Indices of the next (or previous) knot, round and round."""
    return (np.arange(count) + by) % count


@lru_cache(maxsize=8)
def _hermite(steps: int) -> Path:
    t = np.arange(steps) / steps
    return np.stack(
        [
            2 * t**3 - 3 * t**2 + 1,
            t**3 - 2 * t**2 + t,
            -2 * t**3 + 3 * t**2,
            t**3 - t**2,
        ],
        axis=1,
    )


def curve(knots: Iterable[Knot], closed: bool = True, steps: int = _STEPS) -> Path:
    """A smooth path through ``knots``, sharp at corners (and at both ends if not ``closed``)."""
    listed = list(knots)
    points = np.array([k[:2] for k in listed], float)
    corner = np.array([[len(k) > 2] for k in listed])
    if not closed:
        corner[[0, -1]] = True
    following = points[_turned(len(listed))]
    after = following - points
    span = np.maximum(np.hypot(after[:, :1], after[:, 1:]), 1e-9)
    back = _turned(len(listed), -1)
    before, span_before = after[back], span[back]
    heading = before / span_before * span + after / span * span_before
    heading /= np.maximum(np.hypot(heading[:, :1], heading[:, 1:]), 1e-9)
    leave = np.where(corner, after, heading * span)
    arrive = np.where(corner, before, heading * span_before)[_turned(len(listed))]
    controls = np.stack([points, leave, following, arrive], axis=1)
    drawn: Path = _hermite(steps) @ controls
    if closed:
        return drawn.reshape(-1, 2)
    return np.concatenate([drawn[:-1].reshape(-1, 2), points[-1:]])


def mirrored(half: Sequence[Knot]) -> list[Knot]:
    """The closed symmetric outline whose right half is ``half``, from top to bottom."""
    left: list[Knot] = [(-k[0], *k[1:]) for k in reversed(half) if abs(k[0]) > 1e-9]
    return [*half, *left]


def ribbon(path: Path, widths: Sequence[float]) -> Path:
    """The outline of a stroke along ``path`` whose half width runs through ``widths``."""
    heading = np.empty_like(path)
    heading[1:-1] = path[2:] - path[:-2]
    heading[0], heading[-1] = path[1] - path[0], path[-1] - path[-2]
    heading /= np.maximum(np.hypot(heading[:, :1], heading[:, 1:]), 1e-9)
    normal = heading[:, ::-1] * (1.0, -1.0)
    places = np.arange(len(path)) * ((len(widths) - 1) / (len(path) - 1))
    reach = normal * np.interp(places, np.arange(len(widths)), widths)[:, None]
    return np.concatenate([path + reach, (path - reach)[::-1]])


def stroke(knots: Sequence[Knot], widths: Sequence[float] = (0.0, 1.0, 0.0)) -> Path:
    """A tapered brush stroke through ``knots``; ``widths`` are half widths along it."""
    return ribbon(curve(knots, closed=False, steps=5), widths)


def ellipse(center: Point, radii: Point, turn: float = 0.0, steps: int = 28) -> Path:
    """An ellipse turned by ``turn`` degrees."""
    angle = np.linspace(0, 2 * math.pi, steps, endpoint=False)
    x, y = np.cos(angle) * radii[0], np.sin(angle) * radii[1]
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return np.stack([center[0] + x * c - y * s, center[1] + x * s + y * c], axis=1)


def mix(a: Knot, b: Knot, share: float) -> Point:
    """The point ``share`` of the way from ``a`` to ``b``."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def smoothstep(x: float) -> float:
    """0 below 0, 1 above 1, smooth between."""
    x = min(1.0, max(0.0, x))
    return x * x * (3 - 2 * x)
