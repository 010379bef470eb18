"""Somebody who is small in a wide photo is read as well as in a photo of their own, and nobody is
overlooked beside them.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from e2e_albums import Album

from braind.domain import Answer, Photo, Pixels
from braind.letterbox import scaled
from braind.pipeline import Pipeline
from braind.sources import read_photo

WALL = (214, 210, 204)
HEIGHT = (
    400  # of the small picture, in a scene of 1600 x 1000: the figure has a third of its height
)
EQUAL = 0.7  # of the answers: .96 (drawn) and .88 (real) are; without the nearer look .43 and .41
TOLD_APART, ALL_FOUR = 0.9, 0.7  # of the spreads, and of the sheets


def _scene(photo: Photo) -> Photo:
    """The photo, small and off the middle of a wall."""
    pixels = photo.pixels
    small = scaled(pixels, (round(pixels.shape[1] * HEIGHT / pixels.shape[0]), HEIGHT))
    wall = np.full((1000, 1600, 3), WALL, np.uint8)
    wall[480 : 480 + HEIGHT, 950 : 950 + small.shape[1]] = small
    return Photo("scene", "", wall, (1600, 1000))


def _answers(pipeline: Pipeline, photos: list[Photo]) -> list[tuple[Answer, ...]]:
    analyses = pipeline.analyze(photos, accept_partial=True)
    return [analysis.looks[0].answers if analysis.looks else () for analysis in analyses]


@pytest.mark.parametrize("name", ["drawn_album", "real_album"])
def test_small_figures_get_the_answers_of_large_ones(
    name: str, request: pytest.FixtureRequest
) -> None:
    album: Album = request.getfixturevalue(name)
    paths: list[Path] = [path for paths in album.asked.values() for path in paths]
    photos = [read_photo(path) for path in paths]
    pipeline = Pipeline.embedded()
    large, small = (_answers(pipeline, some) for some in (photos, [_scene(p) for p in photos]))
    assert all(small)
    pairs = [pair for both in zip(large, small, strict=True) for pair in zip(*both, strict=True)]
    equal = float(np.mean([one.word == other.word for one, other in pairs]))
    assert equal >= EQUAL, equal


@pytest.mark.parametrize("name", ["drawn_album", "real_album"])
def test_two_photos_side_by_side_are_two_people(name: str, request: pytest.FixtureRequest) -> None:
    album: Album = request.getfixturevalue(name)
    photos = [read_photo(path) for paths in album.asked.values() for path in paths]
    pairs = [_beside(*pair) for pair in zip(photos, photos[1:] + photos[:1], strict=True)]
    counts = [len(a.detection.people) for a in Pipeline.embedded().analyze(pairs)]
    assert np.mean([count == 2 for count in counts]) >= TOLD_APART, counts


@pytest.mark.parametrize("name", ["drawn_album", "real_album"])
def test_a_sheet_of_four_photos_shows_four_people(
    name: str, request: pytest.FixtureRequest
) -> None:
    album: Album = request.getfixturevalue(name)
    photos = [read_photo(path) for paths in album.asked.values() for path in paths]
    rows = [_beside(*pair).pixels for pair in zip(photos[::2], photos[1::2], strict=True)]
    sheets = [_above(*pair) for pair in zip(rows, rows[1:] + rows[:1], strict=True)]
    counts = [len(a.detection.people) for a in Pipeline.embedded().analyze(sheets)]
    assert np.mean([count == 4 for count in counts]) >= ALL_FOUR, counts


def _above(one: Pixels, other: Pixels) -> Photo:
    width = 1000
    rows = [
        scaled(row, (width, round(width * row.shape[0] / row.shape[1]))) for row in (one, other)
    ]
    sheet = np.concatenate(rows, axis=0)
    return Photo("sheet", "", sheet, (width, sheet.shape[0]))


def _beside(one: Photo, other: Photo) -> Photo:
    height = 800
    pictures = [
        scaled(p.pixels, (round(height * p.size[0] / p.size[1]), height)) for p in (one, other)
    ]
    both = np.concatenate(pictures, axis=1)
    return Photo("spread", "", both, (both.shape[1], height))
