"""Pictures are opened by processes that may sleep, crash or starve, and are replaced."""

import gc
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import decoder_fakes as fakes
import pytest
from source_samples import HEIC, encoded, four_corners, one_page_pdf, pdf_image
from worker_fakes import lives

from braind.errors import PhotoError
from braind.sources import iter_entries
from braind.sources.decoding import HERE
from braind.sources.decoding.child import StoppedError
from braind.sources.decoding.pool import DecoderPool

PDF = one_page_pdf(
    b"q 200 0 0 300 0 0 cm /I Do Q", b"/XObject << /I 5 0 R >>", pdf_image(four_corners())
)
SIDE = 1280
proc = pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc")
posix = pytest.mark.skipif(os.name == "nt", reason="signals and limits are those of Unix")


@pytest.fixture(scope="module")
def pool():
    with closing(DecoderPool()) as pool:
        yield pool


@pytest.fixture
def moody():
    with closing(DecoderPool(fakes.COMMAND, seconds=1, list_seconds=1)) as pool:
        yield pool


def code_of(ask):
    with pytest.raises(PhotoError) as caught:
        ask()
    assert caught.value.what and caught.value.hint
    return caught.value.code


def processes_of(pool):
    return [child._running._process.pid for child in pool._children if child._running]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF", "HEIC"])
def test_a_process_gives_what_this_one_would(pool, kind):
    data = HEIC if kind == "HEIC" else encoded(kind=kind)
    there, here = pool.decode(data, 40), HERE.decode(data, 40)
    assert (there.pixels == here.pixels).all() and there.pixels.dtype == here.pixels.dtype
    assert there.pixels.shape == (30, 40, 3) and there.pixels.flags.c_contiguous
    for name in ("size", "near_hash", "taken_at", "is_cut"):
        assert getattr(there, name) == getattr(here, name)


def test_what_it_refuses_is_told_in_the_same_words(pool):
    for data in (b"", b"text", encoded()[:50], encoded(four_corners(20, 20), "PNG")):
        with pytest.raises(PhotoError) as here:
            HERE.decode(data, SIDE)
        with pytest.raises(PhotoError) as there:
            pool.decode(data, SIDE)
        assert vars(there.value) == vars(here.value)
    assert code_of(lambda: pool.check(b"text")) == "photo_unsupported"
    pool.check(encoded())


def test_documents_are_listed_and_drawn_there(pool, tmp_path):
    path = tmp_path / "룩북 \udcff.pdf" if os.name == "posix" else tmp_path / "룩북.pdf"
    path.write_bytes(PDF)
    (entry,) = iter_entries([path], pool)
    (direct,) = iter_entries([path])
    there, here = entry.load(), direct.load()
    assert (there.path, there.page, there.content_hash) == (here.path, 1, here.content_hash)
    assert (there.pixels == here.pixels).all()
    path.write_bytes(b"%PDF-1.4\n")
    (failure,) = iter_entries([path], pool)
    assert failure.code == "document_damaged"


def test_a_large_page_comes_through_the_pipe(pool, tmp_path):
    path = tmp_path / "large.pdf"
    path.write_bytes(encoded(four_corners(2400, 3000), "PDF"))
    (entry,) = iter_entries([path], pool)
    assert len(entry.read()) > 3 * 2400 * 3000 and entry.load().pixels.shape == (1280, 1024, 3)


@pytest.mark.parametrize("word", [b"sleep ", b"spin "])
def test_one_that_never_ends_is_given_up_and_the_next_is_read(moody, word):
    begun = time.monotonic()
    assert code_of(lambda: moody.decode(word, SIDE)) == "photo_too_slow"
    assert time.monotonic() - begun < 8
    assert moody.decode(encoded(), SIDE).size == (64, 48)


def test_a_list_of_pages_that_never_ends_is_given_up(moody, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"sleep ")
    (failure,) = iter_entries([path], moody)
    assert (failure.path, failure.code) == (str(path), "photo_too_slow")


def test_a_crash_is_told_and_the_next_is_read(moody):
    assert code_of(lambda: moody.decode(b"crash ", SIDE)) == "photo_breaks_decoder"
    assert moody.decode(encoded(), SIDE).size == (64, 48)


def test_who_comes_after_one_that_did_the_damage_is_not_blamed(moody):
    assert code_of(lambda: moody.decode(b"poison ", SIDE)) == "photo_unsupported"
    assert moody.decode(encoded(), SIDE).size == (64, 48)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux")
def test_one_that_eats_all_memory_is_told_and_the_next_is_read():
    with closing(DecoderPool(fakes.COMMAND, memory=600 * 2**20)) as pool:
        assert code_of(lambda: pool.decode(b"eat ", SIDE)) == "photo_breaks_decoder"
        assert pool.decode(encoded(), SIDE).size == (64, 48)


def test_a_process_that_died_while_nobody_asked_is_no_photos_fault(moody):
    moody.decode(encoded(), SIDE)
    (process,) = processes_of(moody)
    os.kill(process, signal.SIGTERM)
    assert moody.decode(encoded(), SIDE).size == (64, 48)


def test_what_libraries_print_harms_nothing(moody):
    assert moody.decode(b"print \n" + encoded(), SIDE).size == (64, 48)


def test_a_bug_looks_like_one(moody):
    with pytest.raises(RuntimeError, match="ZeroDivisionError: a bug"):
        moody.decode(b"bug ", SIDE)


@pytest.mark.parametrize("command", [fakes.BABBLING, fakes.SILENT, fakes.ABSENT])
def test_what_is_no_decoder_is_told(command):
    with closing(DecoderPool(command)) as pool:
        assert code_of(lambda: pool.decode(encoded(), SIDE)) == "decoder_not_started"


def test_threads_have_a_process_each_and_closing_ends_them(moody):
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda _: moody.decode(encoded(), SIDE), range(30)))
    processes = processes_of(moody)
    assert 1 <= len(processes) <= 3 and all(map(lives, processes))
    moody.close()
    assert not any(map(lives, processes))
    assert moody.decode(encoded(), SIDE).size == (64, 48)


def test_closing_wakes_who_waits_for_an_answer(moody):
    moody.decode(encoded(), SIDE)
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(moody.decode, b"sleep ", SIDE)
        time.sleep(0.1)
        begun = time.monotonic()
        moody.close()
        with pytest.raises(StoppedError):
            asked.result()
    assert time.monotonic() - begun < 0.8


def test_processes_end_with_their_pool():
    pool = DecoderPool()
    pool.check(encoded())
    processes = processes_of(pool)
    del pool
    gc.collect()
    assert len(processes) == 1 and not any(map(lives, processes))


@proc
def test_it_learns_nothing_of_the_environment(monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "canary")
    with closing(DecoderPool()) as pool:
        pool.check(encoded())
        (process,) = processes_of(pool)
        assert b"canary" not in Path(f"/proc/{process}/environ").read_bytes()


_PARENT = """
import sys, threading
from braind.sources.decoding.pool import DecoderPool
pool = DecoderPool(sys.argv[2:], seconds=2)
try:
    pool.decode(b"text", 9)
except Exception:
    pass
print(pool._children[0]._running._process.pid, flush=True)
pool.decode(sys.argv[1].encode() + b" ", 9)
"""


@posix
@pytest.mark.parametrize("word", ["sleep", "spin"])
def test_no_process_outlives_who_asks_even_when_that_is_killed(word):
    command = [sys.executable, "-c", _PARENT, word, *fakes.COMMAND]
    paths = os.pathsep.join([*map(str, Path(__file__).parents[2:4]), *filter(None, sys.path)])
    environment = os.environ | {"PYTHONPATH": paths}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as parent:
        process = int(parent.stdout.readline())
        assert lives(process)
        time.sleep(0.2)
        parent.kill()
    end = time.monotonic() + 8
    while lives(process) and not _is_zombie(process) and time.monotonic() < end:
        time.sleep(0.05)
    assert not lives(process) or _is_zombie(process)


def _is_zombie(process):
    """Whether it has ended, and only nobody asked how: where the first process collects none."""
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rsplit(")", 1)[1].split()[0] == "Z"
