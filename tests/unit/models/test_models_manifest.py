from __future__ import annotations

import pytest

from braind.errors import ModelError
from braind.models import Origin, all_models, embedded_models, find_model
from braind.models.places import inside
from braind.registry import Stage

STAGES = {*Stage, "words", "look"}


def test_ids_are_unique_and_unknown_ones_refused():
    ids = [model.id for model in all_models()]
    assert len(set(ids)) == len(ids)
    with pytest.raises(ModelError) as caught:
        find_model("nothing")
    assert caught.value.code == "model_unknown"


def test_the_embedded_models_ship():
    assert [model.id for model in embedded_models()] == [
        "parser",
        "style",
        "garments",
        "centerface",
    ]


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.id)
def test_every_row_tells_everything(model):
    for text in (model.name, model.purpose):
        assert text.keys() == {"en", "ko"} and all(text.values())
    assert model.licence.spdx and model.licence.link.startswith("https://")
    assert model.licence.commercial_ok or model.licence.note.keys() == {"en", "ko"}
    assert model.ram_mb and model.takes and model.gives
    assert {place.split("/")[0] for place in model.serves} <= STAGES and model.serves


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.id)
def test_every_file_can_be_known_and_got(model, tmp_path):
    for file in model.files:
        assert inside(tmp_path, file.path).is_relative_to(tmp_path)
        assert bool(file.urls) == (model.origin is Origin.DOWNLOAD)
        assert all(url.startswith(("https://", "{hub}/")) for url in file.urls)
        assert len(file.sha256) in (0, 64) and len(file.md5) in (0, 32)
        assert file.expected_bytes or model.origin is Origin.EMBEDDED


@pytest.mark.parametrize(
    "path",
    ["../x", "a/../../x", "/etc/x", "", "..", "a\\..\\x", "C:/x", "C:x", "//server/share/x"],
)
def test_paths_that_lead_out_of_the_folder_are_refused(path, tmp_path):
    with pytest.raises(ModelError) as caught:
        inside(tmp_path, path)
    assert caught.value.code == "model_path_unsafe"
