from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from engine_fakes import write_folder

from braind.domain import Edit
from braind.errors import StoreError
from braind.insights.kinds import Doubt


@pytest.fixture
def stocked(engine, tmp_path):
    """Two brands of two folders with five looks each."""
    for group, name in enumerate(["Moss", "오월상점"]):
        for season in range(2):
            seed = 100 * group + 10 * season
            write_folder(tmp_path / name / f"S{season}", 5, seed=seed, group=group)
        list(engine.import_photos([tmp_path / name], name))
    return engine


def test_a_profile_with_its_doubts_runs_no_model(stocked, calls):
    read = len(calls)
    found = stocked.honest_profile("moss")
    assert len(calls) == read
    assert (found.profile.count, found.self_test.brands) == (10, 2)
    assert [neighbour.brand.name for neighbour in found.neighbours] == ["오월상점"]
    assert found.is_reliable
    assert set(found.profile.typical) <= {look.id for look in stocked.library.looks()}


def test_a_brand_has_one_profile_whoever_asks(stocked):
    library = stocked.library
    looks = library.looks(stocked.brand("Moss").id)
    # Five looks of one hour and one folder, and five that stand alone.
    timed = [replace(look, taken_at=1000 if "/S0/" in look.path else 0) for look in looks]
    ids = library.add_looks(library.add_brand("Timed").id, None, timed)
    stocked.refresh()
    change = stocked.what_if("Timed", drop=ids[:1])
    library.edit_looks({ids[0]: Edit(is_excluded=True)})
    stocked.refresh()
    honest = stocked.honest_profile("Timed")
    assert (honest.profile.count, honest.shoots) == (9, 6)
    for profile in (stocked.profile("Timed"), stocked.card("Timed").profile, change.after):
        assert profile.count == 9
        assert profile.mean.tolist() == pytest.approx(honest.profile.mean.tolist())
    every_look = np.mean([look.styles.values for look in looks[1:]], axis=0)
    assert np.abs(honest.profile.mean - every_look).max() > 1e-4


def test_doubts_go_when_looks_and_brands_come(engine, tmp_path):
    write_folder(tmp_path / "a", 3)
    list(engine.import_photos([tmp_path / "a"], "Moss"))
    assert engine.honest_profile("Moss").doubts == (Doubt.FEW_LOOKS, Doubt.NO_OTHER_BRAND)
    write_folder(tmp_path / "b", 9, seed=50)
    list(engine.import_photos([tmp_path / "b"], "Moss"))
    write_folder(tmp_path / "c", 3, seed=90, group=3)
    list(engine.import_photos([tmp_path / "c"], "Nord"))
    assert engine.honest_profile("Moss").doubts == ()


def test_sub_styles_are_those_of_the_looks(engine, tmp_path):
    for group, count in ((0, 9), (4, 7)):
        write_folder(tmp_path / str(group), count, seed=100 * group, group=group)
    list(engine.import_photos([tmp_path], "Moss"))
    wide, narrow = engine.sub_styles("Moss")
    assert (len(wide.look_ids), len(narrow.look_ids)) == (9, 7)
    paths = engine.photo_paths(narrow.look_ids)
    assert all("/4/" in path for path in paths.values())
    assert wide.traits and narrow.traits


def test_an_unknown_brand_and_one_without_looks(stocked):
    for call in (stocked.honest_profile, stocked.sub_styles):
        with pytest.raises(StoreError) as caught:
            call("Nobody's")
        assert caught.value.code == "brand_not_found"
    stocked.library.add_brand("Empty")
    assert stocked.honest_profile("Empty").doubts == (Doubt.FEW_LOOKS,)
    assert stocked.sub_styles("Empty") == ()
