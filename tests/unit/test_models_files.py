import hashlib
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from braind.errors import ModelError
from braind.models import (
    EMBEDDED,
    ModelFile,
    WeightFile,
    fetch,
    find_model,
    read_weights,
)

CONTENT = bytes(range(256)) * 4000
DIGEST = hashlib.sha256(CONTENT).hexdigest()


class Server(ThreadingHTTPServer):
    """Serves CONTENT; ``plan`` lists what goes wrong with the next requests."""

    def __init__(self, plan, ranges=True):
        super().__init__(("127.0.0.1", 0), Handler)
        self.plan, self.ranges, self.asked = list(plan), ranges, []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/weights.bin"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        wanted = self.headers.get("Range")
        self.server.asked.append(wanted)
        trouble = self.server.plan.pop(0) if self.server.plan else None
        if isinstance(trouble, int):
            self.send_error(trouble)
            return
        start = int(wanted[len("bytes=") : -1]) if wanted and self.server.ranges else 0
        body = b"x" * len(CONTENT) if trouble == "wrong" else CONTENT[start:]
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if trouble == "break" else body)

    def log_message(self, *args):
        pass


@contextmanager
def serving(*plan, ranges=True):
    server = Server(plan, ranges)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def model_at(url):
    return ModelFile("m", (WeightFile("sub/weights.bin", DIGEST, len(CONTENT), url),), "MIT")


def download(server, folder, **options):
    return list(fetch(model_at(server.url), folder, pause=0, **options))


def test_a_download_reports_its_bytes_and_lands_whole(tmp_path):
    with serving() as server:
        steps = download(server, tmp_path)
    assert (tmp_path / "sub/weights.bin").read_bytes() == CONTENT
    assert steps[-1].done == steps[-1].total == len(CONTENT)
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert list((tmp_path / "sub").iterdir()) == [tmp_path / "sub/weights.bin"]


def test_what_is_there_is_not_asked_for(tmp_path):
    with serving() as server:
        download(server, tmp_path)
        assert download(server, tmp_path) == []
    assert server.asked == [None]


def test_a_broken_transfer_goes_on_where_it_stopped(tmp_path):
    with serving("break", "break") as server:
        download(server, tmp_path)
    half = len(CONTENT) // 2
    assert server.asked == [None, f"bytes={half}-", f"bytes={half + half // 2}-"]
    assert (tmp_path / "sub/weights.bin").read_bytes() == CONTENT


def test_a_cancelled_download_is_taken_up_by_the_next(tmp_path):
    with serving() as server:
        job = fetch(model_at(server.url), tmp_path, pause=0)
        first = next(job)
        job.close()
        download(server, tmp_path)
    assert server.asked == [None, f"bytes={first.done}-"]
    assert (tmp_path / "sub/weights.bin").read_bytes() == CONTENT


def test_a_server_without_ranges_is_read_from_the_start(tmp_path):
    with serving("break", ranges=False) as server:
        download(server, tmp_path)
    assert (tmp_path / "sub/weights.bin").read_bytes() == CONTENT


def test_other_bytes_are_thrown_away(tmp_path):
    with serving("wrong") as server:
        with pytest.raises(ModelError) as caught:
            download(server, tmp_path)
        assert caught.value.code == "model_damaged"
        assert list((tmp_path / "sub").iterdir()) == []
        download(server, tmp_path)
    assert (tmp_path / "sub/weights.bin").read_bytes() == CONTENT


def test_too_much_from_before_is_thrown_away(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/weights.bin.part").write_bytes(CONTENT + b"more")
    with serving() as server:
        download(server, tmp_path)
    assert (tmp_path / "sub/weights.bin").read_bytes() == CONTENT


def test_an_overloaded_server_is_asked_again(tmp_path):
    with serving(503, 429) as server:
        download(server, tmp_path)
    assert len(server.asked) == 3


@pytest.mark.parametrize(("plan", "requests"), [((404,), 1), ((500,) * 3, 3)])
def test_refusals_end_in_a_plain_error(tmp_path, plan, requests):
    with serving(*plan) as server, pytest.raises(ModelError) as caught:
        download(server, tmp_path, tries=3)
    assert caught.value.code == "download_failed"
    assert len(server.asked) == requests


def test_shipped_weights_are_checked_against_their_card(tmp_path):
    model = ModelFile("parser", (WeightFile("p.onnx"),), "Apache-2.0")
    (tmp_path / "p.onnx").write_bytes(CONTENT)
    with pytest.raises(ModelError) as caught:
        read_weights(model, tmp_path)
    assert caught.value.code == "model_card_missing"
    (tmp_path / "p.json").write_text(json.dumps({"sha256": DIGEST}))
    assert read_weights(model, tmp_path).sha256 == DIGEST
    (tmp_path / "p.onnx").write_bytes(CONTENT[1:])
    with pytest.raises(ModelError) as caught:
        read_weights(model, tmp_path)
    assert caught.value.code == "model_damaged"


def test_missing_weights_are_named(tmp_path):
    with pytest.raises(ModelError) as caught:
        read_weights(find_model("style"), tmp_path)
    assert caught.value.code == "model_missing" and "style" in caught.value.what


def test_a_package_that_carries_no_model_is_named():
    model = ModelFile("x", (WeightFile("x.onnx", DIGEST),), "MIT", package="no_such_package")
    with pytest.raises(ModelError) as caught:
        read_weights(model)
    assert caught.value.code == "model_missing"


def test_the_face_model_comes_with_its_package():
    model = find_model("centerface")
    assert read_weights(model).sha256 == model.files[0].sha256


def test_ids_are_unique_and_unknown_ones_refused():
    assert len({model.id for model in EMBEDDED}) == len(EMBEDDED)
    with pytest.raises(ModelError):
        find_model("nothing")
