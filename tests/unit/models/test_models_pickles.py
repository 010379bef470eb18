"""Nothing that a PyTorch file brings along is ever run: not when added, verified or tried."""

import pytest
from hostile_pickles import runs, write_hostile

from braind.errors import ModelError
from braind.models import find_model
from braind.models.adding import add_model
from braind.models.formats import check_data, check_program
from braind.models.loadtest import Limits, try_loading
from braind.models.recognising import find_sources
from braind.models.upkeep import verify_model


@pytest.fixture
def proof(tmp_path):
    return tmp_path / "proof"


@pytest.fixture
def hostile(tmp_path, proof):
    path = write_hostile(tmp_path / "yolov8.pt", proof)
    runs(path)
    proof.rmdir()  # it is as hostile as it should be
    return path


def test_it_is_looked_at_without_being_run(hostile, proof):
    check_data(hostile)
    list(try_loading(hostile))
    with pytest.raises(ModelError) as caught:
        check_program(hostile)
    assert caught.value.code == "model_program_refused" and not proof.exists()


@pytest.mark.parametrize("trust", [False, True])
def test_adding_and_verifying_run_nothing(hostile, proof, folder, trust):
    model = find_model("yolov8-torch")
    list(find_sources([hostile], model.id))
    try:
        list(add_model(model, folder, {"yolov8.pt": hostile}, Limits(), trust=trust))
        list(verify_model(model, folder, Limits()))
    except ModelError as error:
        assert not trust and error.code == "model_program_refused"
    assert not proof.exists()
