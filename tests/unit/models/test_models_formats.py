"""Files are data or refused; trying to load one harms nobody."""

from __future__ import annotations

import json
import os
import pickle
import sys
import time

import numpy as np
import pytest

from braind.errors import ModelError
from braind.models import all_models, resources_folder
from braind.models.formats import DATA_SUFFIXES, PROGRAM_SUFFIXES, check_data
from braind.models.kinds import Origin
from braind.models.loadtest import Limits, try_loading

NET = resources_folder() / "models/garments.onnx"


def safetensors(tensors, header=None, tail=b""):
    """Bytes in the layout of safetensors: name -> (dtype, shape, bytes)."""
    entries, body = {"__metadata__": {"format": "pt"}}, b""
    for name, (dtype, shape, content) in tensors.items():
        offsets = [len(body), len(body) + len(content)]
        entries[name] = {"dtype": dtype, "shape": shape, "data_offsets": offsets}
        body += content
    text = json.dumps(entries).encode() if header is None else header
    return len(text).to_bytes(8, "little") + text + body + tail


GOOD = {"a": ("F32", [2, 3], bytes(24)), "b": ("I64", [], bytes(8)), "c": ("BF16", [0], b"")}


def unusable(path, job=check_data, *arguments):
    with pytest.raises(ModelError) as caught:
        list(job(path, *arguments) or ())
    assert caught.value.code == "model_unusable"
    return caught.value


def test_models_consist_of_data_but_for_the_users_own_program():
    for model in all_models():
        for file in model.files:
            suffix = os.path.splitext(file.path)[1]  # noqa: PTH122
            own = PROGRAM_SUFFIXES if model.origin is Origin.USER else frozenset()
            assert suffix in DATA_SUFFIXES | own


def test_sound_safetensors_pass(tmp_path):
    (tmp_path / "a.safetensors").write_bytes(safetensors(GOOD))
    check_data(tmp_path / "a.safetensors")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"short",
        (10**12).to_bytes(8, "little") + b"{}",
        safetensors(GOOD, header=b"{not json"),
        safetensors(GOOD, header=b"[]"),
        safetensors(GOOD, header=b'{"a": {"dtype": "F32"}}'),
        safetensors(GOOD)[:-1],
        safetensors(GOOD, tail=b"x"),
        safetensors({"a": ("F32", [2, 4], bytes(24))}),
        safetensors({"a": ("PICKLE", [2], bytes(8))}),
        safetensors({}, header=json.dumps({
            "a": {"dtype": "U8", "shape": [4], "data_offsets": [0, 4]},
            "b": {"dtype": "U8", "shape": [4], "data_offsets": [2, 6]},
        }).encode(), tail=bytes(6)),
    ],
)  # fmt: skip
def test_unsound_safetensors_are_refused(tmp_path, content):
    (tmp_path / "a.safetensors").write_bytes(content)
    unusable(tmp_path / "a.safetensors")


def test_arrays_pass_and_pickled_objects_do_not(tmp_path):
    np.savez(tmp_path / "good.npz", a=np.arange(3))
    check_data(tmp_path / "good.npz")
    np.savez(tmp_path / "bad.npz", a=np.array([{"a": 1}], dtype=object))
    unusable(tmp_path / "bad.npz")
    (tmp_path / "worse.npz").write_bytes(pickle.dumps({"a": 1}))
    unusable(tmp_path / "worse.npz")


def test_json_has_to_be_json(tmp_path):
    (tmp_path / "a.json").write_text('{"a": "가"}', encoding="utf-8")
    check_data(tmp_path / "a.json")
    (tmp_path / "a.json").write_text("<html>")
    unusable(tmp_path / "a.json")


def test_a_file_of_torch_has_to_look_like_one(tmp_path):
    (tmp_path / "a.pt").write_bytes(pickle.dumps([1]))
    unusable(tmp_path / "a.pt")


def test_a_net_that_loads_passes_and_can_be_waited_for():
    assert all(step is None for step in try_loading(NET))


def test_a_net_lies_anywhere(tmp_path):
    path = tmp_path / "홍길동 모델" / "net.onnx"
    path.parent.mkdir()
    path.write_bytes(NET.read_bytes())
    list(try_loading(path))


def test_bytes_that_are_no_net_are_told(tmp_path):
    (tmp_path / "a.onnx").write_bytes(b"no net")
    assert "a.onnx" in unusable(tmp_path / "a.onnx", try_loading).what


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_a_net_that_needs_too_much_memory_is_told():
    unusable(NET, try_loading, Limits(memory=120_000_000))


def test_a_net_that_takes_too_long_is_told():
    begun = time.monotonic()
    assert "too long" in unusable(NET, try_loading, Limits(seconds=0.0)).what
    assert time.monotonic() - begun < 60


def test_a_test_that_is_left_leaves_no_process_behind():
    import multiprocessing

    job = try_loading(NET)
    next(job)
    job.close()
    assert multiprocessing.active_children() == []
