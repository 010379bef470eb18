"""The map with named axes: measures of a brand's own looks, on scales that never move.

A brand's place depends on nothing but its own looks, so it stays where it is when other brands
come or go. That is why cohesion is the mean cosine itself here, without the library's background
that a profile takes off.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from braind.colors import hex_to_lab
from braind.domain import Brand, Floats
from braind.insights.kinds import Axis, MapAxis, MapPoint, PositionMap
from braind.search import SearchIndex
from braind.vocabulary import ANSWERS, COLORS, QUESTIONS, STYLES, Question, Style, label

# Where a garment of that colour lies as a rule: "multicolor" is nowhere, and left out.
_SHADES = {
    "black": "#1f1e22", "white": "#ececee", "gray": "#77767b", "beige": "#c9b79f",
    "brown": "#684834", "navy": "#252a4a", "blue": "#3f5fb0", "skyblue": "#92b6d6",
    "green": "#3f8a58", "khaki": "#6d674e", "yellow": "#e9d454", "orange": "#dc7430",
    "red": "#c62a2a", "pink": "#e58fae", "purple": "#7c4a98", "burgundy": "#5a2029",
    "gold": "#c49a3a", "silver": "#b8b9c4",
}  # fmt: skip
# Chroma that counts as fully saturated, and how much of it leans to warm or cool at the most.
_VIVID, _WARM = 60.0, 40.0
_WARMEST_HUE = np.deg2rad(60)  # orange, in CIELAB; blue lies opposite
_COLOR_AXES = (Axis.LIGHTNESS, Axis.SATURATION, Axis.WARMTH)
_COLOR_QUESTIONS = (Question.UPPER_COLOR, Question.LOWER_COLOR)
_PATTERN_QUESTIONS = (Question.UPPER_PATTERN, Question.LOWER_PATTERN)
_ENDS = {
    Axis.LIGHTNESS: (("dark", "light"), ("어두움", "밝음")),
    Axis.SATURATION: (("muted", "vivid"), ("차분한 색", "선명한 색")),
    Axis.WARMTH: (("cool", "warm"), ("차가운 색", "따뜻한 색")),
    Axis.PATTERN: (("plain", "patterned"), ("무지", "무늬")),
    Axis.COHESION: (("varied", "uniform"), ("다양함", "한결같음")),
}


def axis_ends(axis: MapAxis, language: str) -> tuple[str, str]:
    """What the lower and the upper end of an axis mean to people: "casual", "chic"."""
    spoken = int(language == "ko")
    if axis.low is not None:
        return label(axis.low, language), label(axis.high, language)
    if isinstance(axis.high, Axis):
        return _ENDS[axis.high][spoken]
    style = label(axis.high, language)
    return (f"{style} 적음", f"{style} 많음") if spoken else (f"little {style}", f"much {style}")


def named_map(
    index: SearchIndex, brands: Iterable[Brand], axes: tuple[MapAxis, MapAxis]
) -> PositionMap:
    """The brands on two named axes; a brand of which an axis knows nothing is left out."""
    places = np.stack([axis_places(index, axis) for axis in axes], axis=1)
    return PositionMap(map_points(index, brands, places), axes, None)


def map_points(index: SearchIndex, brands: Iterable[Brand], places: Floats) -> tuple[MapPoint, ...]:
    """Places (B, 2) of the index's brands as points, in the index's order.

    Brands that are not among ``brands`` or whose place is not finite are left out.
    """
    known = {brand.id: brand for brand in brands}
    counts = np.diff(index.starts)
    return tuple(
        MapPoint(known[brand_id], float(x), float(y), int(count))
        for brand_id, (x, y), count in zip(index.brand_ids.tolist(), places, counts, strict=True)
        if brand_id in known and np.isfinite((x, y)).all()
    )


def axis_places(index: SearchIndex, axis: MapAxis) -> Floats:
    """Each brand's place on an axis: float32 (B,), -1..1; NaN where its looks say nothing.

    A style lies at its mean score, a pair of styles at the difference of their means; lightness,
    saturation and warmth at the mean over the garments whose colour is known; pattern at the
    share of garments that are not plain; cohesion at the mean cosine between the brand's looks.
    """
    high = _measure(index, axis.high)
    if axis.low is None:
        return high
    return np.asarray((high - _measure(index, axis.low)) / 2, np.float32)


def mean_looks(index: SearchIndex) -> Floats:
    """The mean of each brand's look vectors of length 1: float32 (B, D)."""
    means = [
        index.row_vectors(np.arange(start, stop)).mean(axis=0)
        for start, stop in pairwise(index.starts)
    ]
    return np.stack(means) if means else np.zeros((0, 0), np.float32)


def _measure(index: SearchIndex, measure: Style | Axis) -> Floats:
    if measure is Axis.COHESION:
        return _cohesion(index)
    return _brand_means(_look_values(index, measure), index.starts)


def _look_values(index: SearchIndex, measure: Style | Axis) -> Floats:
    """The measure of each look (N, 1), or of its two garments (N, 2); NaN where not known."""
    if isinstance(measure, Style):
        column = STYLES.index(measure)
        return 2 * index.table.styles[:, column : column + 1] - 1
    if measure is Axis.PATTERN:
        return _answer_values(index, _pattern_values(), _PATTERN_QUESTIONS)
    return _answer_values(index, _color_values()[:, _COLOR_AXES.index(measure)], _COLOR_QUESTIONS)


def _answer_values(
    index: SearchIndex, values: Floats, questions: tuple[Question, Question]
) -> Floats:
    """What the answers to two questions of one answer list are worth: (N, 2)."""
    answers = index.table.answers[:, [QUESTIONS.index(question) for question in questions]]
    return values[np.minimum(answers, len(values) - 1)]


def _pattern_values() -> Floats:
    """1 for a pattern, -1 for none, NaN for "unknown", in the order of the answer list."""
    words = ANSWERS[Question.UPPER_PATTERN]
    return np.array([*(-1 if word == "solid" else 1 for word in words[:-1]), np.nan], np.float32)


def _color_values() -> Floats:
    """Lightness, saturation and warmth of each colour answer: (len(COLORS) + 1, 3), -1..1."""
    values = np.full((len(COLORS) + 1, len(_COLOR_AXES)), np.nan, np.float32)
    for word, shade in _SHADES.items():
        lightness, a, b = hex_to_lab(shade)
        leaning = a * np.cos(_WARMEST_HUE) + b * np.sin(_WARMEST_HUE)
        place = (lightness / 50 - 1, 2 * np.hypot(a, b) / _VIVID - 1, leaning / _WARM)
        values[COLORS.index(word)] = np.clip(place, -1, 1)
    return values


def _brand_means(values: Floats, starts: NDArray[np.intp]) -> Floats:
    """Means of known values (N, K) over each brand's looks: float32 (B,); NaN without any."""
    known = np.isfinite(values)
    sums = np.append(0, np.where(known, values, 0).sum(axis=1, dtype=np.float64).cumsum())
    counts = np.append(0, known.sum(axis=1).cumsum())
    return _ratios(np.diff(sums[starts]), np.diff(counts[starts]))


def _cohesion(index: SearchIndex) -> Floats:
    """Mean cosine between a brand's looks, from -1 for none on; NaN for a single look."""
    counts = np.diff(index.starts)
    # The sum over all pairs is the square of the sum's length; every look is there with itself.
    squares = np.square(mean_looks(index), dtype=np.float64).sum(axis=1) * counts**2
    return 2 * np.clip(_ratios(squares - counts, counts * (counts - 1)), 0, 1) - 1


def _ratios(sums: NDArray[np.float64], counts: NDArray[np.intp]) -> Floats:
    """``sums / counts`` as float32; NaN where there is nothing to divide by."""
    nothing = np.full(len(sums), np.nan)
    return np.asarray(np.divide(sums, counts, out=nothing, where=counts > 0), np.float32)
