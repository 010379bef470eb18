"""What a fetched model has to pass, and what is kept when something goes wrong."""

from __future__ import annotations

import hashlib
import io
import json
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from model_samples import CONTENT, SHA256, get, line_to, model_of, names_in, row

from braind.errors import ModelError, StoreError
from braind.models import find_model, resources_folder
from braind.models.licences import accepted_on
from braind.models.loadtest import Limits
from braind.models.record import Basis, read_record
from braind.models.route import MIRROR, OFFICIAL, Route, known_servers
from braind.models.status import State, status_of
from braind.models.upkeep import verify_model

NET = (resources_folder() / "models/garments.onnx").read_bytes()


def zipped(**members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_onnx", ".onnx"), content)
    return buffer.getvalue()


def refused(hub, folder, *files, **options):
    with pytest.raises(ModelError) as caught:
        get(model_of(*files), folder, line_to(hub), **options)
    return caught.value


def test_no_byte_is_asked_for_before_the_licence_is_accepted(run_hub, folder):
    hub = run_hub()
    error = refused(hub, folder, row(), accept_licence=False)
    assert error.code == "licence_not_accepted" and error.details["spdx"] == "MIT"
    assert hub.asked == [] and not folder.exists()


def test_an_accepted_licence_is_written_down_and_not_asked_for_again(run_hub, folder):
    hub = run_hub(404)
    refused(hub, folder, row())
    assert accepted_on(folder, model_of(row())).startswith("20")
    get(model_of(row()), folder, line_to(hub), accept_licence=False)


def test_published_hashes_are_told_from_first_uses(run_hub, folder):
    get(model_of(row()), folder, line_to(run_hub()))
    assert read_record(folder / "net").basis is Basis.PUBLISHED
    files = {"own/net/data.txt": CONTENT, "own/net/more.txt": CONTENT}
    model = model_of(row(), row("more.txt", published=False), model_id="two")
    get(model, folder, line_to(run_hub(files=files)))
    record = read_record(folder / "two")
    assert record.basis is Basis.FIRST_USE
    assert {entry.sha256 for entry in record.files.values()} == {SHA256}


def test_an_md5_is_a_published_hash_too(run_hub, folder):
    md5 = hashlib.md5(CONTENT, usedforsecurity=False).hexdigest()
    get(model_of(row(published=False, md5=md5)), folder, line_to(run_hub()))
    assert read_record(folder / "net").basis is Basis.PUBLISHED
    error = refused(run_hub(), folder / "b", row(published=False, md5="0" * 32))
    assert error.code == "model_damaged"


def test_files_lie_in_their_folders_and_count_together(run_hub, folder):
    files = {"own/net/data.txt": CONTENT, "own/net/1_Pooling/config.json": b"{}"}
    model = model_of(row(), row("1_Pooling/config.json", b"{}"))
    steps = get(model, folder, line_to(run_hub(files=files)))
    assert (folder / "net/1_Pooling/config.json").read_bytes() == b"{}"
    done = [step.done for step in steps]
    assert done == sorted(done) and done[-1] == len(CONTENT) + 2
    assert all(step.done <= step.total for step in steps)


def test_a_model_is_partial_until_its_last_file_is_there(run_hub, folder):
    hub = run_hub()
    model = model_of(row(), row("gone.txt"))
    assert refused(hub, folder, *model.files).code == "download_refused"
    found = status_of(model, folder)
    assert (found.state, found.present) == (State.PARTIAL, len(CONTENT))
    hub.files["own/net/gone.txt"] = CONTENT
    get(model, folder, line_to(hub))
    assert len(hub.asked) == 3  # what had arrived was not fetched again
    assert status_of(model, folder).state is State.INSTALLED


def test_the_only_net_of_a_zip_is_taken_out_whatever_its_name(run_hub, folder):
    for name in ("2023__end2end_onnx", "..__..__outside_onnx"):
        content = zipped(**{name: NET, "deploy.json": b"{}"})
        hub = run_hub(files={"own/net/net.onnx": content})
        model = model_of(row("net.onnx", published=False, unzip=True), model_id=f"net-{len(name)}")
        get(model, folder, line_to(hub))
        assert (folder / model.id / "net.onnx").read_bytes() == NET
        assert names_in(folder / model.id) == {"net.onnx", "installed.json"}
    assert not list(folder.parent.glob("*.onnx"))


@pytest.mark.parametrize(
    "content",
    [b"no zip", zipped(readme=b"text"), zipped(a_onnx=NET, b_onnx=NET), zipped(a_onnx=NET)[:-60]],
    ids=["no zip", "no net", "two nets", "cut off"],
)
def test_a_zip_without_its_net_is_refused(run_hub, folder, content):
    hub = run_hub(files={"own/net/net.onnx": content})
    error = refused(hub, folder, row("net.onnx", published=False, unzip=True))
    assert error.code == "model_unusable"
    assert names_in(folder / "net") == set()


def test_a_file_that_does_not_load_is_no_model(run_hub, folder):
    hub = run_hub(files={"own/net/net.onnx": b"<html>Please log in</html>"})
    error = refused(hub, folder, row("net.onnx", published=False))
    assert error.code == "model_unusable"
    assert names_in(folder / "net") == set()


def test_published_bytes_that_do_not_load_yet_are_kept_but_not_installed(run_hub, folder):
    hub = run_hub(files={"own/net/net.onnx": b"of the future"})
    file = row("net.onnx", b"of the future")
    assert refused(hub, folder, file).code == "model_unusable"
    assert refused(hub, folder, file).code == "model_unusable"
    assert len(hub.asked) == 1
    assert status_of(model_of(file), folder).state is State.PARTIAL


def test_a_damaged_model_is_found_and_fetched_again(run_hub, folder):
    hub = run_hub()
    model = model_of(row())
    get(model, folder, line_to(hub))
    path = folder / "net/data.txt"
    path.write_bytes(CONTENT[::-1])
    with pytest.raises(ModelError) as caught:
        list(verify_model(model, folder, Limits()))
    assert caught.value.code == "model_damaged"
    assert status_of(model, folder).state is State.DAMAGED
    get(model, folder, line_to(hub))
    assert path.read_bytes() == CONTENT and len(hub.asked) == 2
    assert status_of(model, folder).state is State.INSTALLED


FETCHES = """
import sys
sys.path[:0] = sys.argv[2:4]
from pathlib import Path
from model_samples import Line, Route, get, model_of, row
if __name__ == "__main__":
    line = Line(Route(sys.argv[1], ""), 5.0, ())
    get(model_of(row()), Path(sys.argv[4]), line)
"""


def fetching_process(hub, folder, prelude=""):
    here = Path(__file__).parent
    paths = [str(path) for path in (here, here.parents[1], folder)]
    command = [sys.executable, "-c", prelude + FETCHES, hub.url, *paths]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def test_a_killed_download_is_taken_up_by_the_next(run_hub, folder):
    hub = run_hub("slow")
    part = folder / "net/data.txt.part"
    with fetching_process(hub, folder) as process:
        deadline = time.monotonic() + 60
        while not (part.exists() and part.stat().st_size > 100_000):
            assert process.poll() is None and time.monotonic() < deadline
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
    left = part.stat().st_size
    assert 0 < left < len(CONTENT)
    get(model_of(row()), folder, line_to(hub))
    assert hub.ranges() == [None, f"bytes={left}-"]
    assert (folder / "net/data.txt").read_bytes() == CONTENT


SMALL_DISK = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_disk_that_fills_up_on_the_way_is_told_and_nothing_is_lost(run_hub, folder):
    hub = run_hub()
    with fetching_process(hub, folder, SMALL_DISK) as process:
        trouble = process.communicate()[1]
    assert "There is not enough disk space left" in trouble
    part = folder / "net/data.txt.part"
    assert 0 < part.stat().st_size <= 400_000
    get(model_of(row()), folder, line_to(hub))
    assert hub.ranges()[1] and (folder / "net/data.txt").read_bytes() == CONTENT


def test_a_folder_that_cannot_be_written_is_told(run_hub, folder):
    folder.parent.joinpath("models").write_text("a file is in the way")
    with pytest.raises(StoreError) as caught:
        get(model_of(row()), folder, line_to(run_hub()))
    assert caught.value.code == "file_not_written"
    folder.unlink()
    folder.mkdir()
    (folder / "net").write_text("and here too")
    assert refused(run_hub(), folder, row()).code == "models_folder_unwritable"


@pytest.mark.parametrize("model_id", ["style", "centerface", "spacy-en", "yolov8"])
def test_what_is_not_on_a_server_is_not_fetched(run_hub, folder, model_id):
    hub = run_hub()
    with pytest.raises(ModelError) as caught:
        get(find_model(model_id), folder, line_to(hub))
    assert caught.value.code in ("model_bundled", "model_missing")
    assert not folder.exists()


def test_the_server_is_the_environments_unless_one_is_chosen(monkeypatch):
    assert known_servers() == (OFFICIAL, MIRROR)
    file = find_model("fashion-siglip").files[0]
    assert Route().addresses(file)[0].startswith("https://huggingface.co/Marqo/")
    monkeypatch.setenv("HF_ENDPOINT", "https://hub.example/")
    assert known_servers()[0].url == "https://hub.example/"
    assert Route().addresses(file)[0].startswith("https://hub.example/Marqo/")
    assert Route("official").base == OFFICIAL.url
    assert Route("https://own.example").base == "https://own.example"


def test_the_record_is_plain_json(run_hub, folder):
    get(model_of(row()), folder, line_to(run_hub()))
    record = json.loads((folder / "net/installed.json").read_text(encoding="utf-8"))
    assert record["files"]["data.txt"]["sha256"] == SHA256
