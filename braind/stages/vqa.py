"""Ten questions about a look: which garment each is about, and how readings become answers.

Items, materials, patterns and the season come from a backend; colours are measured from pixels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

import numpy as np

from braind.blobs import find_blobs
from braind.colors import answer_color, measure_colors
from braind.domain import Answer, Box, Cutout, Floats, Pixels, Region
from braind.figures import region_mask
from braind.letterbox import letterbox_cutout, letterbox_map
from braind.vocabulary import (
    LOWER_ITEMS,
    MATERIALS,
    PATTERNS,
    SEASONS,
    UNKNOWN,
    UPPER_ITEMS,
    Question,
)

CROP_SIZE = 224
GROUND = 128
MARGIN = 0.08  # of the garment's box, on each side
OUTER_SHARE = 0.15  # of upper and outer: an open coat counts as the upper garment from here on
MIN_SHARE = 0.01  # of the cutout's person: smaller garments cannot be read
COARSE = 4  # boxes are found in every fourth pixel
ASKED = len(Region)  # added to the region numbers of the garment that is asked about
SPECK = 0.1  # of the garment's largest piece
MAX_COLOR_PIXELS = 1500
LOOK_SHARES = {"item": 0.45, "material": 0.45, "pattern": 0.25, "season": 0.65}  # chosen on tune
_TINY = 1e-6

ONE_PIECE = ("dress", "jumpsuit")
PALETTE_REGIONS = (
    Region.UPPER, Region.OUTER, Region.DRESS, Region.TROUSERS, Region.SKIRT, Region.LEGWEAR,
    Region.LEFT_SHOE, Region.RIGHT_SHOE,
)  # fmt: skip


class Side(IntEnum):
    """Which half of the body a garment question is about."""

    UPPER = 0
    LOWER = 1


_QUESTIONS = {
    Side.UPPER: (
        Question.UPPER_ITEM, Question.UPPER_COLOR, Question.UPPER_MATERIAL, Question.UPPER_PATTERN,
    ),
    Side.LOWER: (
        Question.LOWER_ITEM, Question.LOWER_COLOR, Question.LOWER_MATERIAL, Question.LOWER_PATTERN,
    ),
}  # fmt: skip
_ITEMS = {Side.UPPER: UPPER_ITEMS, Side.LOWER: LOWER_ITEMS}
_COLORS = {Side.UPPER: Question.UPPER_COLOR, Side.LOWER: Question.LOWER_COLOR}


class VqaBackend(Protocol):
    """Answers the ten questions."""

    @property
    def identity(self) -> Mapping[str, object]:
        """What decides the answers, as JSON values."""
        ...

    def answer_questions(self, cutouts: Sequence[Cutout]) -> list[tuple[Answer, ...]]:
        """Ten answers for each face-cropped cutout, in the order of ``vocabulary.QUESTIONS``."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """Probabilities read from a garment crop: over the side's items, materials and patterns."""

    items: Floats
    materials: Floats
    patterns: Floats


@dataclass(frozen=True, slots=True)
class GarmentCrop:
    """What the garment net sees: ``pixels``, uint8 RGB (224, 224, 3), and ``marks`` (224, 224).

    A mark is the pixel's ``Region``, plus ``ASKED`` where it belongs to the garment in question.
    """

    pixels: Pixels
    marks: Pixels


def garment_region(cutout: Cutout, side: Side) -> Region | None:
    """Which region the side's questions are about; None when no garment of the side is seen."""
    if cutout.regions is None:
        return None
    area = np.bincount(cutout.regions[::COARSE, ::COARSE].ravel(), minlength=len(Region))
    enough = MIN_SHARE * area[1:].sum()
    if side is Side.UPPER:
        outer = area[Region.OUTER] >= OUTER_SHARE * (area[Region.OUTER] + area[Region.UPPER])
        wanted = [Region.OUTER] * bool(outer) + [Region.UPPER, Region.DRESS, Region.OUTER]
    else:
        pair = sorted((Region.TROUSERS, Region.SKIRT), key=lambda region: -area[region])
        wanted = [*pair, Region.DRESS, Region.LEGWEAR]
    return next((region for region in wanted if area[region] >= max(1, enough)), None)


def garment_crop(cutout: Cutout, side: Side) -> GarmentCrop | None:
    """The garment's box with a margin on grey, or None when no garment of the side is seen."""
    region = garment_region(cutout, side)
    if region is None or cutout.regions is None:
        return None
    box = _garment_box(cutout, region)
    area = slice(int(box.top), int(box.bottom)), slice(int(box.left), int(box.right))
    frame = (CROP_SIZE, CROP_SIZE)
    pixels = letterbox_cutout(np.ascontiguousarray(cutout.rgba[area]), frame, GROUND)
    marks = letterbox_map(np.ascontiguousarray(cutout.regions[area]), frame)
    marks[marks == region] += ASKED
    return GarmentCrop(pixels, marks)


def _garment_box(cutout: Cutout, region: Region) -> Box:
    """Whole pixels around the garment's pieces, specks left out, with the margin."""
    assert cutout.regions is not None
    blobs = find_blobs(cutout.regions[::COARSE, ::COARSE] == region)
    pieces = [blob for blob in blobs if blob.area >= SPECK * blobs[0].area]
    left, right = min(b.left for b in pieces), max(b.right for b in pieces)
    top, bottom = min(b.top for b in pieces), max(b.bottom for b in pieces)
    wide, high = MARGIN * (right - left), MARGIN * (bottom - top)
    height, width = cutout.regions.shape
    return Box(
        max(0, int((left - wide) * COARSE)),
        max(0, int((top - high) * COARSE)),
        min(width, int(np.ceil((right + wide) * COARSE))),
        min(height, int(np.ceil((bottom + high) * COARSE))),
    )


def garment_pixels(cutout: Cutout, regions: Sequence[Region]) -> Pixels:
    """uint8 RGB (N, 3): a regular sample of the pixels well inside the given regions."""
    if cutout.regions is None:
        return np.zeros((0, 3), np.uint8)
    inside = region_mask(cutout.regions[::2, ::2], regions)
    core = inside & (cutout.rgba[::2, ::2, 3] == 255)
    # Region borders are coarse: the two pixels (four of the cutout's) next to one are left out.
    core[2:] &= inside[:-2]
    core[:-2] &= inside[2:]
    core[:, 2:] &= inside[:, :-2]
    core[:, :-2] &= inside[:, 2:]
    chosen = core if core.any() else inside
    rows, columns = np.nonzero(chosen)
    sample = slice(None, None, max(1, -(-len(rows) // MAX_COLOR_PIXELS)))
    return cutout.rgba[2 * rows[sample], 2 * columns[sample], :3]


def pool(look: Floats, crops: Sequence[Floats], share: float) -> Floats:
    """Logarithmic opinion pool (Genest and Zidek 1986) of (words,) distributions.

    ``share`` is the weight of the whole look's opinion; its garment crops have the rest, and count
    alike. Without any it is the look's alone.
    """
    if not crops:
        return look
    near = np.mean([_log(crop) for crop in crops], axis=0)
    logs = share * _log(look) + (1 - share) * near
    pooled = np.exp(logs - logs.max())
    return np.asarray(pooled / pooled.sum(), np.float32)


def _log(probabilities: Floats) -> Floats:
    return np.asarray(np.log(np.maximum(probabilities, _TINY)), np.float32)


def compose_answers(
    cutout: Cutout, upper: Reading | None, lower: Reading | None, season: Floats
) -> tuple[Answer, ...]:
    """The ten answers; ``season`` (4,) are probabilities, a missing reading is "unknown"."""
    above, below = (garment_region(cutout, side) for side in Side)
    tops = _answers(cutout, Side.UPPER, above, upper)
    bottoms = _answers(cutout, Side.LOWER, below, lower)
    separate = below in (Region.TROUSERS, Region.SKIRT)
    if tops[0].word in ONE_PIECE and not separate and (above is Region.DRESS or lower is None):
        bottoms = _same(tops)
    brand = Answer(Question.FAMOUS_BRAND, UNKNOWN, 0.0)
    return (*tops, *bottoms, brand, _best(Question.SEASON, SEASONS, season))


def measured_color(cutout: Cutout, side: Side) -> Answer:
    """The colour of the side's garment, from its pixels; "unknown" where none is seen."""
    return _color_of(cutout, side, garment_region(cutout, side))


def _color_of(cutout: Cutout, side: Side, region: Region | None) -> Answer:
    pixels = garment_pixels(cutout, () if region is None else (region,))
    word, sure = answer_color(measure_colors(pixels))
    return Answer(_COLORS[side], word, sure)


def _answers(
    cutout: Cutout, side: Side, region: Region | None, reading: Reading | None
) -> tuple[Answer, ...]:
    item, _, material, pattern = _QUESTIONS[side]
    if reading is None or region is None:
        return tuple(Answer(question, UNKNOWN, 1.0) for question in _QUESTIONS[side])
    return (
        _best(item, _ITEMS[side], reading.items),
        _color_of(cutout, side, region),
        _best(material, MATERIALS, reading.materials),
        _best(pattern, PATTERNS, reading.patterns),
    )


def _same(tops: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """A one-piece garment is both top and bottom."""
    return tuple(
        Answer(question, top.word, top.confidence)
        for question, top in zip(_QUESTIONS[Side.LOWER], tops, strict=True)
    )


def _best(question: Question, words: Sequence[str], probabilities: Floats) -> Answer:
    best = int(np.argmax(probabilities))
    return Answer(question, words[best], float(probabilities[best]))
