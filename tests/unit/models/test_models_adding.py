"""Models that come from the user's own files."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import pytest
from model_samples import CONTENT, SHA256, model_of, names_in, row

from braind.errors import ModelError
from braind.models import find_model, model_folder, resources_folder
from braind.models.adding import add_model
from braind.models.formats import check_program
from braind.models.loadtest import Limits
from braind.models.recognising import find_sources
from braind.models.record import Basis, read_record, write_record
from braind.models.status import State, status_of
from braind.models.upkeep import verify_model

NET = (resources_folder() / "models/garments.onnx").read_bytes()


def run(job):
    """A job's steps, and what it returns."""
    steps = []
    while True:
        try:
            steps.append(next(job))
        except StopIteration as end:
            return steps, end.value


def sources_of(*paths, model_id=""):
    return run(find_sources(paths, model_id))[1]


def add(model, folder, sources, **options):
    return list(add_model(model, folder, sources, Limits(), **options))


def error_of(call, *arguments, **options):
    with pytest.raises(ModelError) as caught:
        call(*arguments, **options)
    return caught.value


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "받은 파일.txt"
    path.write_bytes(CONTENT)
    return path


def test_published_bytes_are_taken_without_a_question(folder, file):
    model = model_of(row())
    steps = add(model, folder, {"data.txt": file})
    assert steps[-1].done == steps[-1].total == len(CONTENT)
    assert status_of(model, folder).state is State.INSTALLED
    assert read_record(folder / "net").files["data.txt"].sha256 == SHA256
    assert file.exists()


@pytest.mark.parametrize("published", [True, False])
def test_other_bytes_are_taken_after_a_warning_only(folder, file, published):
    model = model_of(row(content=b"else", published=published))
    error = error_of(add, model, folder, {"data.txt": file})
    assert error.code == "model_unconfirmed"
    assert not folder.exists() or names_in(folder) == set()
    add(model, folder, {"data.txt": file}, trust=True)
    assert status_of(model, folder).state is State.UNVERIFIED
    assert read_record(folder / "net").basis is Basis.OWN


def test_a_model_is_whole_when_all_its_files_were_added(folder, file):
    model = model_of(row(), row("more.txt"))
    add(model, folder, {"data.txt": file})
    assert status_of(model, folder).state is State.PARTIAL
    add(model, folder, {"more.txt": file})
    assert status_of(model, folder).state is State.INSTALLED


def test_a_full_disk_is_told_first(folder, file):
    error = error_of(add, model_of(row()), folder, {"data.txt": file}, free=lambda folder: 10)
    assert error.code == "disk_full" and not folder.exists()


def test_a_closed_job_installs_nothing(folder, file):
    job = add_model(model_of(row()), folder, {"data.txt": file}, Limits())
    next(job)
    job.close()
    assert read_record(folder / "net") is None


def test_a_file_is_recognised_by_its_published_hash(tmp_path):
    carried = model_folder("centerface") / "centerface.onnx"
    error = error_of(sources_of, carried)  # known, though never added: its package carries it
    assert error.code == "model_bundled"
    (tmp_path / "x.onnx").write_bytes(b"unknown")
    error = error_of(sources_of, tmp_path / "x.onnx")
    assert error.code == "model_unrecognised" and "--as ID" in error.hint


@pytest.mark.parametrize(
    ("names", "model_id"),
    [
        (["isnet-general-use.onnx"], "isnet-general"),
        (["yolox_tiny_8xb8-300e_humanart-6f3252f9.zip"], "yolox-tiny"),
        (["rtmpose-m.onnx"], "rtmpose-m"),
        (["body check.pt"], "yolov8-torch"),
    ],
)
def test_a_model_is_recognised_by_names_that_only_it_has(tmp_path, names, model_id):
    home = tmp_path / "in"
    for name in names:
        made(home / name)
    assert sources_of(home)[0].id == model_id


def test_several_files_are_recognised_together(tmp_path):
    model = find_model("blip-vqa-base")
    for file in model.files:
        made(tmp_path / "in" / file.path)
    found, sources = sources_of(tmp_path / "in")
    assert found == model and len(sources) == len(model.files)


@pytest.mark.parametrize("name", ["model.onnx", "model.safetensors", "config.json", "body.onnx"])
def test_a_common_name_tells_nothing(tmp_path, name):
    assert error_of(sources_of, made(tmp_path / name)).code == "model_unrecognised"


def test_a_single_file_may_have_any_name_but_not_any_kind(tmp_path):
    own = tmp_path / "my body check.onnx"
    own.write_bytes(NET)
    model, found = sources_of(own, model_id="yolov8")
    assert (model.id, found) == ("yolov8", {"yolov8.onnx": own})
    other = tmp_path / "pickle.pkl"
    other.write_bytes(b"x")
    assert error_of(sources_of, other, model_id="yolov8").code == "model_unrecognised"


def test_a_folder_is_searched_for_the_models_files(tmp_path):
    home = tmp_path / "download"
    (home / "1_Pooling").mkdir(parents=True)
    for name in ("model.safetensors", "vocab.txt", "1_Pooling/config.json", "config.json"):
        (home / name).write_text(name)
    _, found = sources_of(home, model_id="minilm")
    assert {path: source.read_text() for path, source in found.items()} == {
        name: name for name in ("model.safetensors", "vocab.txt", "config.json",
                                "1_Pooling/config.json")
    }  # fmt: skip
    assert error_of(sources_of, home, model_id="yolov8").code == "model_unrecognised"


def test_a_file_is_not_taken_for_another_of_its_name(tmp_path):
    _, found = sources_of(made(tmp_path / "config.json"), model_id="minilm")
    assert found.keys() == {"config.json"}
    made(tmp_path / "in/1_Pooling/config.json")
    _, found = sources_of(tmp_path / "in", model_id="minilm")
    assert found.keys() == {"1_Pooling/config.json"}
    made(tmp_path / "other/onnx/model_quantized.onnx")
    _, found = sources_of(tmp_path / "other", model_id="rmbg-1.4-quantized")
    assert found.keys() == {"model_quantized.onnx"}


def made(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{}")
    return path


def test_what_is_gone_or_damaged_does_not_come_back_with_another_file(folder, file):
    model = model_of(row(), row("more.txt"), row("third.txt"))
    add(model, folder, {"data.txt": file, "more.txt": file})
    (folder / "net/data.txt").unlink()
    record = read_record(folder / "net")
    write_record(folder / "net", replace(record, damaged=("more.txt",)))
    add(model, folder, {"third.txt": file})
    assert read_record(folder / "net").files.keys() == {"third.txt"}
    assert status_of(model, folder).state is State.PARTIAL


def test_a_missing_file_is_told(tmp_path, folder):
    gone = tmp_path / "gone.onnx"
    assert error_of(sources_of, gone).code == "model_unusable"
    model, found = sources_of(gone, model_id="yolov8")
    assert error_of(add, model, folder, found, trust=True).code == "model_unusable"


def test_a_makers_zip_is_taken_as_it_is(tmp_path, folder):
    archive = tmp_path / "yolox_tiny.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("deep/end2end.onnx", NET)
    model, found = sources_of(archive, model_id="yolox-tiny")
    add(model, folder, found, trust=True)
    assert (folder / "yolox-tiny/yolox-tiny.onnx").read_bytes() == NET
    assert model_folder("yolox-tiny") == folder / "yolox-tiny"


def test_a_net_that_does_not_load_is_not_installed(tmp_path, folder):
    own = tmp_path / "own.onnx"
    own.write_bytes(b"no net")
    error = error_of(add, find_model("yolov8"), folder, {"yolov8.onnx": own}, trust=True)
    assert error.code == "model_unusable"
    assert status_of(find_model("yolov8"), folder).state is State.ABSENT


def test_a_program_is_taken_from_those_who_were_warned_only(tmp_path, folder):
    own = tmp_path / "body.pt"
    with zipfile.ZipFile(own, "w") as archive:
        archive.writestr("archive/data.pkl", b"N.")
    model, found = sources_of(own, model_id="yolov8-torch")
    error = error_of(add, model, folder, found)
    assert error.code == "model_program_refused" and names_in(folder) == set()
    add(model, folder, found, trust=True)
    assert list(verify_model(model, folder, Limits()))
    pinned = [read_record(folder / model.id).files["yolov8.pt"].sha256]
    installed = folder / model.id / "yolov8.pt"
    assert check_program(installed, pinned) == pinned[0]
    installed.write_bytes(own.read_bytes() + b"\0")
    assert error_of(check_program, installed, pinned).code == "model_program_refused"


@pytest.mark.parametrize("model_id", ["style", "spacy-en"])
def test_shipped_models_are_not_replaced(tmp_path, model_id):
    assert error_of(sources_of, tmp_path, model_id=model_id).code == "model_bundled"
