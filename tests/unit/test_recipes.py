import pytest

from braind.errors import ModelError
from braind.recipes import DEFAULT, Choice, Recipe, find_recipe, known_recipes
from braind.registry import EMBEDDED, NONE, Stage
from braind.vocabulary import BASE_PARTS, Part


@pytest.mark.parametrize("recipe", known_recipes(), ids=lambda recipe: recipe.name)
def test_a_built_in_recipe_names_backends_that_there_are(recipe):
    for stage in Stage:
        spec = recipe.spec(stage)
        assert spec.stage is stage
        assert spec.checked(recipe.choice(stage).settings) == recipe.choice(stage).settings


def test_a_stage_that_is_not_named_has_its_usual_backend():
    chosen = {stage: DEFAULT.choice(stage).backend for stage in Stage}
    assert chosen.pop(Stage.VISUAL) == NONE
    assert set(chosen.values()) == {EMBEDDED}


def test_a_visual_block_is_a_part_of_its_own_and_of_a_large_recipe():
    assert DEFAULT.parts == BASE_PARTS and DEFAULT.is_small
    recipe = DEFAULT.with_choice(Stage.VISUAL, Choice("fashion-siglip"))
    assert set(recipe.parts) - set(BASE_PARTS) == {Part.VISUAL} and not recipe.is_small
    assert recipe.models(Stage.VISUAL) == ("fashion-siglip",)
    again = recipe.with_choice(Stage.VISUAL, Choice(NONE))
    assert again.parts == BASE_PARTS and again.is_small


def test_a_changed_recipe_is_the_users_own():
    changed = DEFAULT.with_choice(Stage.FACE, Choice(EMBEDDED, {"threshold": 0.5}))
    assert changed.name == "custom" and DEFAULT.choice(Stage.FACE).settings == {}
    assert changed.choice(Stage.FACE).settings == {"threshold": 0.5}


@pytest.mark.parametrize("settings", [{"threshold": "high"}, {"nonsense": 1.0}])
def test_a_setting_that_makes_no_sense_is_refused(settings):
    with pytest.raises(ModelError) as caught:
        DEFAULT.with_choice(Stage.FACE, Choice(EMBEDDED, settings))
    assert caught.value.code == "setting_wrong" and "threshold (float)" in caught.value.hint


def test_an_unknown_recipe_is_refused_with_the_known_ones():
    own = Recipe("custom")
    assert find_recipe("custom", own) is own
    with pytest.raises(ModelError) as caught:
        find_recipe("custom")
    assert caught.value.code == "recipe_unknown" and "default" in caught.value.hint
