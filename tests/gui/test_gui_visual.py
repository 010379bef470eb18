"""The part of looks that is their whole picture, where the recipe has it."""

import shutil
from pathlib import Path

import pytest
from engine_fakes import VisualPipeline, fake_words, write_folder, write_photo

from braind.engine import Choice, Engine, Stage
from braind.recipes import DEFAULT
from braind.vocabulary import BASE_PARTS, PARTS, Part
from braind_desktop.widgets.share_rows import ShareRows

RECIPE = DEFAULT.with_choice(Stage.VISUAL, Choice("fashion-siglip"))


def make_pipeline():
    return VisualPipeline([], "visual")


@pytest.fixture(scope="session")
def visual_library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("visual")
    path = folder / "library.braind"
    with Engine(path, make_pipeline=make_pipeline, load_words=fake_words, recipe=RECIPE) as engine:
        for group, brand in enumerate(("Alba", "Birch")):
            files = write_folder(folder / brand, 3, seed=100 * group, group=group)
            list(engine.import_photos(files, brand, workers=1))
    return path


def bars_of(row):
    """What the bars of a result say aloud."""
    return row.findChild(ShareRows).accessibleName()


def matched(desk, photo):
    desk.view.match([photo])
    desk.settle()
    return desk.view.results


def test_a_recipe_with_the_block_offers_the_part_and_tells_its_share(
    open_desk, visual_library, tmp_path
):
    library = Path(shutil.copy(visual_library, tmp_path))
    desk = open_desk(library, make_pipeline, recipe=RECIPE)
    results = matched(desk, write_photo(tmp_path / "q.png", 99, group=1))
    chip = results.chips[Part.VISUAL]
    assert chip.isVisible() and chip.text() == "Overall look"
    assert "Overall look" in bars_of(results.rows[0])
    chip.click()
    desk.settle()
    assert chip.isChecked() and desk.brands()[0] == "Birch"
    assert results.rows[0].ranked.match.parts[Part.VISUAL] == pytest.approx(1)


def test_a_recipe_without_the_block_does_not(desk, tmp_path):
    results = matched(desk, write_photo(tmp_path / "q.png", 99, group=1))
    assert not results.chips[Part.VISUAL].isVisible()
    assert all(results.chips[part].isVisible() for part in PARTS if part is not Part.VISUAL)
    assert "Overall look" not in bars_of(results.rows[0])


def test_a_part_that_the_recipe_has_no_more_is_passed_over(desk, tmp_path):
    results = matched(desk, write_photo(tmp_path / "q.png", 99, group=1))
    desk.view.matching.weigh(Part.VISUAL)
    desk.settle()
    assert desk.page() is desk.view.sheet.matching and desk.brands()[0] == "Birch"
    assert set(results.rows[0].ranked.match.parts) == set(BASE_PARTS)
