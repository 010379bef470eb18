"""The visual block, from a photo to a ranking and its reasons."""

import pytest
from engine_fakes import VisualPipeline, write_folder, write_photo

from braind.domain import Edit, Level
from braind.engine import Choice, Stage
from braind.recipes import DEFAULT
from braind.vocabulary import BASE_PARTS, PARTS, Part

RECIPE = DEFAULT.with_choice(Stage.VISUAL, Choice("fashion-siglip"))
ONLY_VISUAL = dict.fromkeys(BASE_PARTS, 0.0) | {Part.VISUAL: 1.0}


@pytest.fixture
def stocked(make_engine, tmp_path):
    engine = make_engine(recipe="visual", kitchen=RECIPE, pipeline=VisualPipeline)
    for number, name in enumerate(("Moss", "Nord", "Pine")):
        folder = tmp_path / name
        write_folder(folder, 4, seed=10 * number, group=number)
        list(engine.import_photos([folder], name))
    return engine


def test_a_match_shows_the_share_of_the_picture(stocked, tmp_path):
    result = stocked.match(write_photo(tmp_path / "q.png", 99, group=1))
    best = result.ranking.matches[0]
    assert best.brand.name == "Nord" and set(best.parts) == set(PARTS) == set(result.weights)
    assert best.parts[Part.VISUAL] > 0.1
    alone = stocked.rerank(result, ONLY_VISUAL)
    assert alone.ranking.matches[0].brand.name == "Nord"
    assert alone.ranking.matches[0].level in (Level.SIMILAR, Level.VERY_SIMILAR)
    assert alone.ranking.matches[0].parts[Part.VISUAL] == pytest.approx(1)
    without = stocked.rerank(result, {Part.VISUAL: 0.0}).ranking.matches[0]
    assert without.parts[Part.VISUAL] == 0


def test_without_the_block_there_is_no_such_part(make_engine, tmp_path):
    engine = make_engine()
    list(engine.import_photos([write_folder(tmp_path / "Moss", 3)[0].parent], "Moss"))
    result = engine.match(write_photo(tmp_path / "q.png", 99))
    assert set(result.weights) == set(BASE_PARTS) and Part.VISUAL not in result.weights
    assert set(result.ranking.matches[0].parts) == set(BASE_PARTS)
    with pytest.raises(ValueError, match="above 0"):
        engine.match(write_photo(tmp_path / "q.png", 99), weights=ONLY_VISUAL)


def test_a_stored_look_is_searched_with_its_picture(stocked):
    look = stocked.library.looks(stocked.brand("Pine").id)[0]
    found = stocked.find_looks(like=look.id, weights=ONLY_VISUAL, top=3)
    assert [one.brand.name for one in found.looks] == ["Pine"] * 3
    assert all(one.likeness.parts[Part.VISUAL] == pytest.approx(1) for one in found.looks)


def test_insights_are_about_the_whole_vector(stocked):
    assert stocked.profile("Moss").count == 4
    assert stocked.honest_profile("Moss").profile.cohesion > 0
    assert stocked.look_vectors()[1].shape == (12, stocked._compare().index.block_starts[-1] + 768)
    assert {one.brand.name for one in stocked.position_map().points} == {"Moss", "Nord", "Pine"}
    similar = stocked.similar("Moss")
    assert set((similar.matches + similar.nearest)[0].parts) == set(PARTS)
    drop = stocked.library.looks(stocked.brand("Moss").id)[0].id
    assert stocked.what_if("Moss", drop=[drop]).after.count == 3
    assert stocked.look_alikes("Moss") == ()
    assert stocked.sub_styles("Moss") == ()
    assert stocked.card("Moss").stale == 0 and len(stocked.look_cards("Moss")) == 4


def test_an_edit_or_the_trash_takes_the_picture_along(stocked, tmp_path):
    query = write_photo(tmp_path / "q.png", 99, group=1)

    def nearest():
        ranking = stocked.match(query, weights=ONLY_VISUAL).ranking
        return (ranking.matches + ranking.nearest)[0].brand.name

    stocked.discard("Nord")
    assert nearest() != "Nord"
    stocked.restore(stocked.removed_brands()[0].id)
    assert nearest() == "Nord"
    looks = stocked.library.looks(stocked.brand("Nord").id)
    stocked.edit_looks({look.id: Edit(is_excluded=True) for look in looks})
    assert nearest() != "Nord"
    stocked.edit_looks({look.id: Edit() for look in looks})
    assert nearest() == "Nord"


def test_reading_again_under_the_block_keeps_the_old_looks_until_it_is_done(make_engine, tmp_path):
    write_folder(tmp_path / "Moss", 4)
    plain = make_engine()
    list(plain.import_photos([tmp_path / "Moss"], "Moss"))
    engine = make_engine(recipe="visual", kitchen=RECIPE, pipeline=VisualPipeline)
    assert engine.stale_count() == 4
    job = engine.reanalyze()
    next(job)
    job.close()
    assert plain.profile("Moss").count == 4
    list(engine.reanalyze())
    assert engine.stale_count() == 0
    assert engine.library.vectors("visual").visual.known().all()
    plain.refresh()
    assert plain.library.vectors("fake-recipe").visual is None


def test_packs_carry_the_pictures_vectors(stocked, tmp_path):
    file = tmp_path / "moss.braindpack"
    *_, pack = stocked.make_pack(["Moss", "Nord"], file)
    assert all(look.visual for brand in pack.brands for look in brand.looks)
    query = write_photo(tmp_path / "q.png", 99, group=1)
    before = stocked.match(query, weights=ONLY_VISUAL).ranking
    ranking = stocked.compare_pack(pack, query).ranking
    assert {m.brand.name for m in ranking.matches[:2]} == {"Nord", "Nord (pack)"}
    stocked.discard("Nord")
    stocked.library.empty_trash()
    list(stocked.merge_pack(pack))
    after = stocked.match(query, weights=ONLY_VISUAL).ranking
    assert after.matches[0].brand.name == "Nord"
    assert after.matches[0].score == pytest.approx(before.matches[0].score, abs=1e-3)
