"""Installed models: their state, checks, removal and a new home."""

from __future__ import annotations

import pytest
from model_samples import CONTENT, get, line_to, model_of, names_in, row
from platformdirs import user_data_path

from braind.errors import ModelError
from braind.models import all_models, find_model, models_folder
from braind.models.loadtest import Limits
from braind.models.places import choose_folder
from braind.models.record import Basis, read_record
from braind.models.status import State, describe_folder, status_of
from braind.models.upkeep import move_models, remove_model, verify_model


@pytest.fixture
def own_folder(tmp_path, monkeypatch):
    """The folder of models as it is where no environment variable names one."""
    monkeypatch.delenv("BRAIND_MODELS", raising=False)
    for name in ("XDG_DATA_HOME", "HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    if not user_data_path("braind").is_relative_to(tmp_path):
        pytest.skip("the user's folder cannot be moved here")
    return models_folder()


@pytest.fixture
def installed(run_hub, folder):
    """An installed model of two files, and the folder of models."""
    files = {"own/net/data.txt": CONTENT, "own/net/sub/more.txt": b"more"}
    model = model_of(row(), row("sub/more.txt", b"more", published=False))
    get(model, folder, line_to(run_hub(files=files)))
    return model, folder


def error_of(call, *arguments):
    with pytest.raises(ModelError) as caught:
        list(call(*arguments) or ())
    return caught.value


def test_nothing_is_there_before_something_is_fetched(folder):
    states = {model.id: status_of(model, folder).state for model in all_models()}
    assert states["style"] is states["centerface"] is State.BUNDLED
    assert states["birefnet"] is states["blip-vqa-base"] is states["yolov8"] is State.ABSENT
    assert not folder.exists()


def test_a_status_tells_sizes_and_reasons(installed):
    model, folder = installed
    found = status_of(model, folder)
    assert (found.state, found.basis) == (State.INSTALLED, Basis.FIRST_USE)
    assert found.present == found.total == len(CONTENT) + 4
    assert found.licence_accepted and found.home == folder / "net" and found.is_usable


def test_a_lost_file_makes_a_model_partial_and_a_cut_one_damaged(installed):
    model, folder = installed
    (folder / "net/sub/more.txt").write_bytes(b"mo")
    assert status_of(model, folder).state is State.DAMAGED
    (folder / "net/sub/more.txt").unlink()
    assert status_of(model, folder).state is State.PARTIAL


def test_an_unreadable_record_is_none(installed):
    model, folder = installed
    for text in ("", "[]", '{"files": {}}', '{"files": {"data.txt": {"size": "x"}}}'):
        (folder / "net/installed.json").write_text(text)
        assert read_record(folder / "net") is None
        assert status_of(model, folder).state is State.PARTIAL


def test_a_check_reads_every_byte(installed):
    model, folder = installed
    steps = list(verify_model(model, folder, Limits()))
    assert steps[-1].done == steps[-1].total == len(CONTENT) + 4
    assert status_of(model, folder).state is State.INSTALLED


def test_a_check_clears_what_an_earlier_one_found(installed):
    model, folder = installed
    path = folder / "net/data.txt"
    path.write_bytes(CONTENT[::-1])
    assert error_of(verify_model, model, folder, Limits()).code == "model_damaged"
    path.write_bytes(CONTENT)
    assert status_of(model, folder).state is State.DAMAGED
    list(verify_model(model, folder, Limits()))
    assert status_of(model, folder).state is State.INSTALLED


def test_shipped_models_can_be_checked_too():
    assert list(verify_model(find_model("garments"), models_folder(), Limits()))
    error = error_of(verify_model, find_model("spacy-en"), models_folder(), Limits())
    assert error.code == "model_missing" and "spacy download" in error.hint


def test_an_absent_model_cannot_be_checked(folder):
    assert error_of(verify_model, find_model("birefnet"), folder, Limits()).code == "model_missing"


def test_a_model_is_removed_with_its_leftovers_and_nothing_else(installed):
    model, folder = installed
    (folder / "net/data.txt.part").write_bytes(b"x")
    (folder / "net/mine.txt").write_text("not the model's")
    remove_model(model, folder)
    assert names_in(folder) == {"licences.json", "net/mine.txt"}
    (folder / "net/mine.txt").unlink()
    remove_model(model, folder)
    assert not (folder / "net").exists() and folder.exists()


@pytest.mark.parametrize("model_id", ["style", "centerface", "spacy-en"])
def test_what_ships_is_never_removed(folder, model_id):
    assert error_of(remove_model, find_model(model_id), folder).code == "model_bundled"


def test_models_move_and_stay_installed(run_hub, own_folder, tmp_path):
    model = model_of(row())
    get(model, own_folder, line_to(run_hub()))
    before = names_in(own_folder)
    new = tmp_path / "외장 디스크" / "models"
    steps = list(move_models(own_folder, new))
    assert steps[-1].done == steps[-1].total
    assert models_folder() == new and not own_folder.exists()
    assert names_in(new) == before
    assert read_record(new / "net").files["data.txt"].looks_untouched(new / "net/data.txt")


def test_a_move_that_is_left_changes_nothing(run_hub, own_folder, tmp_path):
    get(model_of(row()), own_folder, line_to(run_hub()))
    before = names_in(own_folder)
    job = move_models(own_folder, tmp_path / "new")
    next(job)
    job.close()
    assert models_folder() == own_folder and names_in(own_folder) == before
    assert not (tmp_path / "new").exists()


def test_what_others_put_beside_models_is_neither_counted_nor_moved(run_hub, own_folder, tmp_path):
    get(model_of(row()), own_folder, line_to(run_hub()))
    (own_folder / "environment").mkdir()
    (own_folder / "environment/big").write_bytes(CONTENT)
    used = describe_folder(own_folder).used
    assert len(CONTENT) < used < 2 * len(CONTENT)
    list(move_models(own_folder, tmp_path / "new"))
    assert names_in(own_folder) == {"environment/big"}
    assert describe_folder(tmp_path / "new").used == used


def test_a_move_needs_room(run_hub, own_folder, tmp_path):
    get(model_of(row()), own_folder, line_to(run_hub()))
    error = error_of(move_models, own_folder, tmp_path / "new", lambda folder: 10)
    assert error.code == "disk_full" and models_folder() == own_folder


def test_models_never_move_into_a_folder_of_others(own_folder, tmp_path):
    own_folder.mkdir(parents=True)
    (tmp_path / "full").mkdir()
    (tmp_path / "full/file").touch()
    for target in (tmp_path / "full", tmp_path / "full/file", own_folder, own_folder / "inside",
                   own_folder.parent):  # fmt: skip
        assert error_of(move_models, own_folder, target).code == "models_folder_taken"


def test_an_empty_collection_moves_too(own_folder, tmp_path):
    assert list(move_models(own_folder, tmp_path / "new")) == []
    assert models_folder() == tmp_path / "new"


def test_the_environment_decides_before_the_user(folder, tmp_path):
    assert error_of(move_models, folder, tmp_path / "new").code == "models_folder_fixed"
    assert error_of(choose_folder, tmp_path / "new").code == "models_folder_fixed"


def test_a_folder_that_is_gone_is_told_and_not_made(own_folder, tmp_path):
    choose_folder(tmp_path / "unplugged")
    found = describe_folder(models_folder())
    assert (found.path, found.exists, found.used) == (tmp_path / "unplugged", False, 0)
    assert found.free > 0 and not found.path.exists()


def test_the_folder_tells_what_it_takes(installed):
    _, folder = installed
    found = describe_folder(folder)
    assert found.exists and found.used > len(CONTENT)
