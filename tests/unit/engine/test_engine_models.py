"""Models through the engine, as a window uses it."""

from __future__ import annotations

import pytest
from model_hub import Hub, serving

from braind.errors import ModelError
from braind.events import Progress
from braind.models.route import Line, Route
from braind.models.status import State
from braind.recipes import DEFAULT, PERMISSIVE

YUNET = "opencv/opencv_zoo"
TOKENS = "Marqo/marqo-fashionSigLIP/tokenizer.json"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("BRAIND_MODELS", str(tmp_path / "models"))
    monkeypatch.delenv("HF_ENDPOINT", raising=False)
    return tmp_path / "models"


def line_to(hub):
    return Line(Route(hub.url, ""), 5.0, (0.0,))


def test_models_are_listed_with_their_state(engine, folder):
    found = {status.model.id: status for status in engine.models()}
    assert found["parser"].state is State.BUNDLED and found["parser"].present > 1_000_000
    assert found["birefnet"].state is State.ABSENT
    assert engine.model("birefnet") == found["birefnet"]
    described = engine.models_folder()
    assert (described.path, described.exists, described.used) == (folder, False, 0)
    assert [server.id for server in engine.model_servers()] == ["official", "mirror"]


def test_a_recipe_tells_which_models_it_needs(engine, folder):
    needed = engine.models_for(DEFAULT)
    assert {status.model.id for status in needed} == {"parser", "centerface", "style", "garments"}
    assert all(status.is_usable for status in needed)
    needed = [status.model.id for status in engine.models_for(PERMISSIVE)]
    assert {"yolox-m", "rtmpose-m", "isnet-general"} <= set(needed)
    assert len(set(needed)) == len(needed) and "yolox-tiny" not in needed


def test_a_job_ends_with_the_models_new_state(engine, folder):
    *steps, status = engine.verify_model("garments")
    assert steps and all(isinstance(step, Progress) for step in steps)
    assert status.state is State.BUNDLED


def test_a_cancelled_fetch_keeps_what_arrived(engine, folder):
    content = bytes(3_000_000)
    path = "Salesforce/blip-vqa-base/model.safetensors"
    with serving(Hub({path: content}, "slow")) as hub:
        job = engine.get_model("blip-vqa-base", line=line_to(hub), accept_licence=True)
        first = next(job)
        job.close()
    status = engine.model("blip-vqa-base")
    assert status.state is State.PARTIAL and status.present == first.done > 0
    assert status.licence_accepted
    assert engine.remove_model("blip-vqa-base").state is State.ABSENT


def test_a_licence_is_accepted_by_itself(engine, folder):
    with serving(Hub({})) as hub:
        with pytest.raises(ModelError) as caught:
            list(engine.get_model("birefnet-lite", line=line_to(hub)))
        assert caught.value.code == "licence_not_accepted"
        engine.accept_licence("blip-vqa-base")
        with pytest.raises(ModelError) as caught:
            list(engine.get_model("blip-vqa-base", line=line_to(hub)))
        assert caught.value.code == "download_refused"


def test_a_server_is_tried(engine, folder):
    with serving(Hub({})) as hub:
        engine.reach_server(Route(hub.url, ""))
    with pytest.raises(ModelError) as caught:
        engine.reach_server(Route("http://127.0.0.1:9", ""))
    assert caught.value.code == "download_unreachable"


def test_adding_tells_how_far_it_is(engine, folder, tmp_path):
    (tmp_path / "tokenizer.json").write_text("{}")
    *steps, status = engine.add_model([tmp_path / "tokenizer.json"], "fashion-siglip-text",
                                      trust=True)  # fmt: skip
    assert steps and status.state is State.PARTIAL


def test_nothing_of_the_network_is_loaded_before_a_fetch():
    import subprocess
    import sys

    code = (
        "import sys; from braind.engine import Engine; engine = Engine();"
        "engine.models(); engine.models_folder(); engine.model_servers();"
        "print([m for m in ('ssl', 'urllib.request', 'http.client') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
