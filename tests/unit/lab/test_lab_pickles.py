"""Weights to start a training from hold tensors, or are refused unread."""

import pytest
from hostile_pickles import write_hostile

from braind.errors import ModelError

torch = pytest.importorskip("torch")
nets = pytest.importorskip("braind.lab.nets")


def test_nothing_in_a_file_of_weights_is_run(tmp_path):
    path = write_hostile(tmp_path / "start.pt", tmp_path / "proof")
    with pytest.raises(ModelError) as caught:
        nets.start_from(torch.nn.Linear(2, 2), path)
    assert caught.value.code == "model_unusable" and not (tmp_path / "proof").exists()
