"""Whole pipelines of other models, on tiny nets: no stage stumbles over what another leaves out."""

import numpy as np
import pytest
from stage_fakes import empty_photo, figure_photo
from tiny_nets import find_tiny, tiny_settings

from braind.backends.context import BackendContext
from braind.domain import Reason
from braind.pipeline import Pipeline
from braind.recipes import DEFAULT, ORIGINAL, PERMISSIVE, Choice, known_recipes
from braind.registry import NONE, Stage, all_specs
from braind.vocabulary import QUESTIONS

pytest.importorskip("onnx", reason="tiny nets are made with onnx, of the extra “test”")


def pipeline(recipe):
    for stage in Stage:
        line = recipe.spec(stage).install_line()
        if line:
            pytest.skip(f"needs packages that are not installed: {line}")
    return Pipeline.of(recipe, BackendContext(find_weights=find_tiny))


def with_backend(stage, name):
    return DEFAULT.with_choice(stage, Choice(name, tiny_settings(stage, name)))


def check(line):
    figure, empty = line.analyze([figure_photo(), empty_photo()], accept_partial=True)
    assert empty.detection.reasons == (Reason.NOBODY,) and not empty.looks
    for one in figure.looks:
        assert one.cutout.regions is not None and np.isfinite(one.styles.values).all()
        assert tuple(answer.question for answer in one.answers) == QUESTIONS
        assert one.person.alpha is not None
    return [line.make_look(figure, n) for n in range(len(figure.looks))]


OTHERS = [(spec.stage, spec.name) for spec in all_specs() if spec.name != spec.stage.usual]


@pytest.mark.parametrize(("stage", "name"), OTHERS, ids=["-".join(pair) for pair in OTHERS])
def test_any_stage_can_be_done_by_any_of_its_backends(stage, name):
    line = pipeline(with_backend(stage, name))
    check(line)
    assert line.recipe != Pipeline.embedded().recipe


def test_the_permissive_recipe_reads_a_look():
    (look,) = check(pipeline(PERMISSIVE))
    assert look.thumbnail and look.palette


def test_the_original_recipe_reads_photos():
    recipe = ORIGINAL.with_choice(Stage.WORDS, Choice())  # spaCy's have a test of their own
    for stage in (Stage.STYLE, Stage.VQA):
        choice = ORIGINAL.choice(stage)
        settings = {**choice.settings, **tiny_settings(stage, choice.backend)}
        recipe = recipe.with_choice(stage, Choice(choice.backend, settings))
    check(pipeline(recipe))


def test_a_person_known_by_boxes_is_read_by_the_embedded_stages():
    (look,) = check(pipeline(with_backend(Stage.PERSON, "yolov8")))
    assert not look.reasons and look.palette


def test_a_visual_block_goes_into_the_looks_and_the_recipe():
    plain, recipe = DEFAULT, with_backend(Stage.VISUAL, "fashion-siglip")
    (look,) = check(pipeline(recipe))
    assert look.visual.shape == (768,) and look.visual.dtype == np.float16
    (bare,) = check(pipeline(plain))
    assert bare.visual is None and bare.answers == look.answers
    with_none = plain.with_choice(Stage.VISUAL, Choice(NONE))
    assert pipeline(with_none).recipe == pipeline(plain).recipe


def test_built_in_recipes_have_ids_of_their_own():
    assert len({recipe.name for recipe in known_recipes()}) == 3
    assert pipeline(PERMISSIVE).recipe == pipeline(PERMISSIVE).recipe != pipeline(DEFAULT).recipe
