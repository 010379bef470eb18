"""The program as people run it, on the shipped models."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
from PIL import Image

from braind.vocabulary import QUESTIONS, STYLES


def braind(*words, check=True):
    result = subprocess.run(
        [sys.executable, "-m", "braind", "--lang", "en", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not check or result.returncode == 0, result.stderr
    return result


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The demo's folder and its JSON."""
    folder = tmp_path_factory.mktemp("demo")
    return folder, json.loads(braind("demo", "--folder", folder, "--json").stdout)


def test_the_demo_reads_every_drawn_look(demo):
    _, shape = demo
    counts = shape["import"]
    assert counts["failed"] == 0
    assert counts["added"] >= 0.95 * counts["found"]


def test_the_demo_ranks_brands_and_writes_a_page(demo):
    folder, shape = demo
    brands = shape["match"]["brands"] or shape["match"]["nearest"]
    assert [brand["rank"] for brand in brands] == list(range(1, len(brands) + 1))
    page = (folder / "match.html").read_text(encoding="utf-8")
    assert brands[0]["brand"] in page and "data:image/webp" in page


def test_the_demos_library_answers_questions(demo):
    folder, _ = demo
    library = ["--library", folder / "library.braind", "--json"]
    brands = json.loads(braind("brands", *library).stdout)
    assert len(brands) == 12
    name = brands[0]["brand"]
    profile = json.loads(braind("profile", name, *library).stdout)
    assert profile["count"] == brands[0]["looks"]
    similar = json.loads(braind("similar", name, *library).stdout)
    assert name not in [brand["brand"] for brand in similar["brands"] + similar["nearest"]]


def test_a_second_demo_reads_nothing_again(demo):
    folder, shape = demo
    again = json.loads(braind("demo", "--folder", folder, "--json").stdout)
    assert again["import"]["added"] == 0
    assert again["match"]["brands"] == shape["match"]["brands"]


def test_a_drawn_look_is_one_whole_body(demo, tmp_path):
    folder, _ = demo
    result = braind("analyze", folder / "photo.png", "--save", tmp_path, "--json")
    (shape,) = json.loads(result.stdout)
    assert (shape["status"], shape["reason"], shape["people"]) == ("ok", None, 1)
    assert list(shape["styles"]) == list(STYLES)
    assert list(shape["answers"]) == list(QUESTIONS)
    with Image.open(folder / "photo.png") as photo:
        width, height = photo.size
    left, top, right, bottom = shape["whole_body"]["box"]
    assert 0 <= left < right <= width and 0 <= top < bottom <= height
    assert bottom - top > 0.7 * height
    with Image.open(tmp_path / "photo.cutout.png") as picture:
        cutout = np.asarray(picture)
    assert cutout.shape == (height, width, 4)
    assert 0.05 < (cutout[..., 3] > 127).mean() < 0.6


def test_a_picture_of_nobody_is_rejected(tmp_path):
    Image.new("RGB", (400, 600), "#c9c0b2").save(tmp_path / "wall.png")
    (shape,) = json.loads(braind("analyze", tmp_path / "wall.png", "--json").stdout)
    assert (shape["status"], shape["reason"], shape["people"]) == ("rejected", "nobody", 0)


def test_the_doctor_finds_everything(tmp_path):
    checks = json.loads(braind("doctor", "--json", "--library", tmp_path / "x.braind").stdout)
    assert [check["name"] for check in checks if not check["ok"]] == []


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
def test_a_stopped_import_keeps_its_work_and_goes_on(demo, tmp_path):
    folder, shape = demo
    library = tmp_path / "library.braind"
    words = ["import", "--brand-per-folder", str(folder / "photos"), "--library", str(library)]
    command = [sys.executable, "-m", "braind", *words, "--json"]
    # A shell starts background jobs with SIGINT ignored, and children inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    for line in process.stderr:
        if json.loads(line)["event"] == "look":
            process.send_signal(signal.SIGINT)
            break
    start = time.monotonic()
    _, rest = process.communicate(timeout=60)
    assert process.returncode == 130, rest
    assert time.monotonic() - start < 30
    assert json.loads(rest.splitlines()[-1])["event"] == "cancelled"
    kept = sum(b["looks"] for b in json.loads(braind("brands", *words[-2:], "--json").stdout))
    counts = json.loads(braind(*words, "--json").stdout)
    assert 0 < kept < shape["import"]["looks"]
    assert counts["looks"] + kept == shape["import"]["looks"]
