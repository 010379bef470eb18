"""Decisions by hand through the engine: profiles, search and matches follow them."""

import math
import shutil
import sqlite3
from pathlib import Path

import pytest
from engine_fakes import write_folder

from braind.domain import Edit
from braind.engine import Relinked
from braind.errors import PhotoError, StoreError
from braind.events import ImportFinished
from braind.vocabulary import Question


@pytest.fixture
def stocked(engine, tmp_path):
    for number, name in enumerate(("Alba", "Birch", "Cove")):
        files = write_folder(tmp_path / name, 4, seed=100 * number, group=number)
        list(engine.import_photos(files, name, workers=1))
    return engine


def ids_of(engine, brand):
    return [card.look.id for card in engine.look_cards(brand)]


def shares(engine, question):
    return dict(engine.profile("Alba").answers[question])


def test_the_profile_follows_a_corrected_answer(stocked):
    first = ids_of(stocked, "Alba")[0]
    (before,) = shares(stocked, Question.UPPER_COLOR)
    stocked.edit_looks({first: Edit(answers={Question.UPPER_COLOR: "pink"})})
    assert shares(stocked, Question.UPPER_COLOR) == {before: 0.75, "pink": 0.25}
    assert stocked.find_looks("pink").looks[0].look.id == first


def test_an_excluded_look_leaves_profile_and_matches(stocked):
    first = ids_of(stocked, "Alba")[0]
    stocked.edit_looks({first: Edit(is_excluded=True)})
    assert stocked.profile("Alba").count == 3
    assert stocked.honest_profile("Alba").profile.count == 3
    evidence = stocked.similar("Alba").nearest + stocked.similar("Alba").matches
    assert first not in {pair.query_look for match in evidence for pair in match.evidence}
    assert first in ids_of(stocked, "Alba")  # still to be seen


def test_edits_survive_another_import_and_another_model(stocked, make_engine, tmp_path):
    first = ids_of(stocked, "Alba")[0]
    stocked.edit_looks({first: Edit(is_pinned=True, answers={Question.UPPER_COLOR: "pink"})})
    newer = make_engine("newer-recipe")
    list(newer.import_photos([tmp_path / "Alba"], "Alba", workers=1))
    cards = newer.look_cards("Alba")
    assert len(cards) == 4 and not any(card.is_stale for card in cards)
    (pinned,) = [card for card in cards if card.edit.is_pinned]
    assert pinned.look.id != first  # a new reading of the same photo
    assert "pink" in [answer.word for answer in pinned.look.answers]
    assert newer.profile("Alba").typical[0] == pinned.look.id


def test_pinned_looks_lead_the_typical_ones(stocked):
    least = stocked.profile("Alba").outliers[0]
    stocked.edit_looks({least: Edit(is_pinned=True)})
    profile = stocked.profile("Alba")
    assert profile.typical[0] == least and least not in profile.outliers


def test_edits_are_told_for_all_that_is_asked(stocked):
    first, second, *_ = ids_of(stocked, "Alba")
    stocked.edit_looks({first: Edit(is_excluded=True)})
    assert stocked.edits([first, second]) == {first: Edit(is_excluded=True), second: Edit()}


def test_a_discarded_brand_is_out_of_search_and_back_again(stocked):
    discarded = stocked.discard("Birch")
    assert [brand.name for brand in stocked.brands()] == ["Alba", "Cove"]
    assert "Birch" not in [m.brand.name for m in stocked.similar("Alba").nearest]
    assert (stocked.trash().brands, stocked.trash().looks) == (1, 0)
    assert stocked.restore(discarded.id).looks == 4
    assert len(stocked.brands()) == 3


def test_a_discarded_brand_can_be_imported_anew(stocked, tmp_path):
    stocked.discard("Birch")
    *_, done = stocked.import_photos([tmp_path / "Birch"], "Birch", workers=1)
    assert isinstance(done, ImportFinished) and done.added == 4


def test_the_trash_tells_what_can_be_brought_back(stocked):
    stocked.discard("Birch")
    stocked.edit_looks({ids_of(stocked, "Alba")[0]: Edit(is_removed=True)})
    assert [brand.name for brand in stocked.removed_brands()] == ["Birch"]
    stocked.restore_looks()
    assert (stocked.trash().brands, stocked.trash().looks) == (1, 0)
    assert stocked.library.brand("Alba").looks == 4


def test_emptying_the_trash(stocked):
    stocked.discard("Birch")
    stocked.edit_looks({ids_of(stocked, "Alba")[0]: Edit(is_removed=True)})
    assert stocked.empty_trash().looks == 1
    assert (stocked.trash().brands, stocked.trash().looks) == (0, 0)


def test_cards_tell_what_a_shelf_needs(stocked):
    cards = list(stocked.cards())
    assert [card.brand.name for card in cards] == ["Alba", "Birch", "Cove"]
    assert [card.stale for card in cards] == [0, 0, 0]
    assert cards[0].newest < cards[1].newest < cards[2].newest
    assert cards[0].profile.cohesion == stocked.honest_profile("Alba").profile.cohesion


def test_cards_of_a_newer_model_are_stale(stocked, make_engine):
    card = make_engine("newer-recipe").card("Alba")
    assert (card.profile, card.stale) == (None, 4)
    looks = make_engine("newer-recipe").look_cards("Alba")
    assert all(look.is_stale and not look.counts for look in looks)


def test_a_brand_stands_somewhere_in_its_library(stocked):
    ranks = [stocked.standing(name).rank for name in ("Alba", "Birch", "Cove")]
    assert min(ranks) == 1 and max(ranks) <= 3
    assert stocked.standing("Alba").brands == 3
    assert stocked.standing("Alba").mean.shape == (7,)


def test_excluded_looks_have_no_typicality(stocked):
    first, *others = ids_of(stocked, "Alba")
    stocked.edit_looks({first: Edit(is_excluded=True)})
    cards = {card.look.id: card for card in stocked.look_cards("Alba")}
    assert math.isnan(cards[first].typicality)
    assert all(cards[look].counts for look in others)


def test_moved_photos_are_found_by_their_bytes(stocked, tmp_path):
    shutil.move(tmp_path / "Alba", tmp_path / "elsewhere")
    Path(tmp_path / "elsewhere" / "1.png").rename(tmp_path / "elsewhere" / "다른 이름.png")
    assert len(stocked.missing_photos("Alba")) == 4
    *_, done = stocked.relink(tmp_path / "elsewhere")
    assert done == Relinked(found=4, missing=0)
    assert stocked.missing_photos("Alba") == []
    assert all(Path(card.look.path).exists() for card in stocked.look_cards("Alba"))


def test_what_is_not_there_stays_missing(stocked, tmp_path):
    shutil.move(tmp_path / "Alba", tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "0.png").unlink()
    *_, done = stocked.relink(tmp_path / "elsewhere")
    assert done == Relinked(found=3, missing=1)
    assert stocked.missing_photos("Birch") == []


def test_what_was_removed_long_ago_is_forgotten_when_the_library_opens(
    stocked, make_engine, tmp_path
):
    kept, gone = stocked.discard("Alba"), stocked.discard("Birch")
    stocked.close()
    raw = sqlite3.connect(tmp_path / "library.braind")
    with raw:
        raw.execute(
            "UPDATE brands SET removed_at = datetime('now', '-31 days') WHERE id = ?", [gone.id]
        )
    raw.close()
    reader = make_engine(read_only=True)
    assert reader.trash().brands == 2  # who only reads forgets nothing
    again = make_engine()
    assert again.trash().brands == 1
    assert again.restore(kept.id).name == "Alba"
    with pytest.raises(StoreError):
        again.restore(gone.id)


def test_the_original_photo_of_a_look_is_read_where_it_lies(stocked, tmp_path):
    first = ids_of(stocked, "Alba")[0]
    assert stocked.original(first).pixels.shape == (72, 48, 3)
    shutil.rmtree(tmp_path / "Alba")
    with pytest.raises(PhotoError) as missing:
        stocked.original(first)
    assert missing.value.code == "photo_missing"
    with pytest.raises(StoreError):
        stocked.original(999)


def test_a_photo_in_an_archive_is_read_out_of_it(stocked, tmp_path):
    shutil.make_archive(str(tmp_path / "more"), "zip", tmp_path / "Cove")
    shutil.rmtree(tmp_path / "Cove")
    stocked.discard("Cove")
    list(stocked.import_photos([tmp_path / "more.zip"], "Zipped", workers=1))
    first = ids_of(stocked, "Zipped")[0]
    assert stocked.original(first).pixels.shape == (72, 48, 3)
    assert stocked.missing_photos("Zipped") == []
