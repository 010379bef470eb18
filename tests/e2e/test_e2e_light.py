"""Looks keep their colours' names where the white balance of the photo is wrong."""

from __future__ import annotations

import numpy as np
import pytest
from e2e_albums import Album

from braind.domain import Light, Photo
from braind.pipeline import Pipeline
from braind.sources import read_photo
from braind.training.lights import LIGHTS, in_light
from braind.vocabulary import Question

COLORS = (Question.UPPER_COLOR, Question.LOWER_COLOR)
KEPT = 0.6


def _colors(pipeline: Pipeline, photos: list[Photo]) -> list[str]:
    analyses = pipeline.analyze(photos, accept_partial=True)
    return [
        answer.word
        for analysis in analyses
        for answer in analysis.looks[0].answers
        if answer.question in COLORS
    ]


@pytest.mark.parametrize("name", ["drawn_album", "real_album"])
@pytest.mark.parametrize("light", [LIGHTS["warm"], LIGHTS["cold"]])
def test_tinted_photos_get_the_color_names_of_good_ones(
    name: str, light: Light, request: pytest.FixtureRequest
) -> None:
    album: Album = request.getfixturevalue(name)
    photos = [read_photo(path) for paths in album.asked.values() for path in paths]
    pipeline = Pipeline.embedded()
    good, tinted = (
        _colors(pipeline, some) for some in (photos, [in_light(p, light) for p in photos])
    )
    kept = float(np.mean([one == other for one, other in zip(good, tinted, strict=True)]))
    print(name, light, kept)
    assert kept >= KEPT, kept
