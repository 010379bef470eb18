"""BLIP in the pipeline, from a photo to a look: shipped nets around a tiny BLIP in its process."""

import pytest
from tiny_nets import find_tiny

from braind.backends.context import BackendContext
from braind.bench.photos import drawn_photos
from braind.engine.reading import read_one
from braind.pipeline import Pipeline
from braind.recipes import Choice, Recipe
from braind.registry import Stage
from braind.vocabulary import QUESTIONS, Question

pytest.importorskip("torch")
pytest.importorskip("transformers")


def pipeline_of(**settings):
    recipe = Recipe("custom", {Stage.VQA: Choice("blip", settings)})
    return Pipeline.of(recipe, BackendContext(find_weights=find_tiny))


def test_a_photo_is_read_with_blip_and_its_recipe_says_so(tmp_path):
    (path,) = drawn_photos(tmp_path, 1)
    pipeline = pipeline_of()
    (analysis,) = pipeline.analyze([read_one(path)])
    words = {answer.question: answer.word for answer in analysis.looks[0].answers}
    assert tuple(words) == QUESTIONS
    assert words[Question.UPPER_ITEM] != "unknown"
    look = pipeline.make_look(analysis)
    assert look.recipe == pipeline.recipe != pipeline_of(colors="blip").recipe
