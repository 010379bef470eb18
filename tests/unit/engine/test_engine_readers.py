"""Photos that are read here, and in processes that may die, hang or fail."""

import threading
import time
from functools import partial
from pathlib import Path

import pytest
import reader_fakes as fakes
from engine_fakes import HALF, NOBODY, PAIR, FakePipeline, write_photo

from braind.domain import Reason
from braind.engine.reader_pool import ReaderPool, command_of_reader
from braind.engine.readers import ReadersHere, Unopened
from braind.errors import ModelError
from braind.events import PhotoFailed
from braind.lending import Lender
from braind.sources.decoding.child import StoppedError
from braind.sources.decoding.pool import DecoderPool


@pytest.fixture
def here(calls):
    decoders = DecoderPool()
    yield lambda **options: ReadersHere(
        Lender(partial(FakePipeline, calls)).lend, decoders, **options
    )
    decoders.close()


@pytest.fixture
def make_pool():
    pools = []

    def make(command=fakes.COMMAND, **options):
        pools.append(ReaderPool(("cooked",), command=command, **options))
        return pools[-1]

    yield make
    for pool in pools:
        pool.close()


def unopened(path, seed=0, kind=1, accept_partial=False):
    write_photo(path, seed, kind)
    return Unopened(str(path), None, path.read_bytes(), f"hash {path.stem}", accept_partial)


def a_batch(folder):
    """A look, a broken file, half a body that may stay, one that may not, and a pair."""
    return [
        unopened(folder / "1.png", 1),
        Unopened("2.png", 3, b"no picture", "hash 2"),
        unopened(folder / "3.png", 3, HALF, accept_partial=True),
        unopened(folder / "4.png", 4, HALF),
        unopened(folder / "5.png", 5, PAIR),
    ]


def told_of(found):
    """What became of each photo, in short."""
    return [
        one.code if isinstance(one, PhotoFailed) else (len(one.looks), one.reasons) for one in found
    ]


BATCH_TOLD = [(1, ()), "photo_unsupported", (1, ()), (0, (Reason.HALF_BODY,)), (2, ())]


def test_each_photo_is_read_in_its_place(here, tmp_path):
    found = here().read(a_batch(tmp_path))
    assert told_of(found) == BATCH_TOLD
    assert found[0].looks[0].photo_hash == "hash 1"
    assert found[1].path == "2.png#3"


def test_photos_of_several_can_be_left_out(here, make_pool, tmp_path):
    pair = [unopened(tmp_path / "5.png", 5, PAIR)]
    for readers in (here(one_person=True), make_pool(one_person=True)):
        assert told_of(readers.read(pair)) == [(0, (Reason.SEVERAL_PEOPLE,))]


def test_another_process_gives_the_same_looks(here, make_pool, tmp_path):
    photos = a_batch(tmp_path)
    mine, theirs = here().read(photos), make_pool().read(photos)
    assert told_of(theirs) == BATCH_TOLD and theirs[1] == mine[1]
    for a, b in zip(mine, theirs, strict=True):
        for look, other in zip(getattr(a, "looks", ()), getattr(b, "looks", ()), strict=True):
            assert (look.photo_hash, look.thumbnail) == (other.photo_hash, other.thumbnail)
            assert (look.styles.values == other.styles.values).all()


def test_each_thread_has_a_process_of_its_own(make_pool, tmp_path):
    pool = make_pool()
    sleepy = unopened(tmp_path / "sleep-1.png")
    ended = []
    thread = threading.Thread(target=lambda: ended.append(error_of(pool, sleepy)))
    thread.start()
    wait_for(tmp_path / "sleep-1.asleep")
    assert told_of(pool.read([unopened(tmp_path / "1.png", 1, NOBODY)])) == [(0, (Reason.NOBODY,))]
    pool.hurry()
    thread.join(5)
    assert ended == [StoppedError]


def wait_for(path: Path):
    deadline = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def error_of(pool, photo):
    try:
        pool.read([photo])
    except Exception as error:
        return type(error)
    return None


def test_a_process_that_dies_once_is_replaced(make_pool, tmp_path):
    pool = make_pool()
    assert told_of(pool.read([unopened(tmp_path / "stumble-1.png", 1)])) == [(1, ())]
    assert told_of(pool.read([unopened(tmp_path / "2.png", 2)])) == [(1, ())]


@pytest.mark.parametrize("command", [fakes.COMMAND, fakes.SILENT, fakes.ABSENT])
def test_one_that_dies_again_ends_the_job_with_a_word(make_pool, tmp_path, command):
    with pytest.raises(ModelError) as caught:
        make_pool(command).read([unopened(tmp_path / "die-1.png", 1)])
    assert caught.value.code == "worker_died" and caught.value.hint


def test_what_its_models_say_is_told_here(make_pool, tmp_path):
    with pytest.raises(ModelError) as caught:
        make_pool().read([unopened(tmp_path / "fail-1.png", 1)])
    assert (caught.value.code, caught.value.hint) == ("model_unfit", "Get another.")
    assert caught.value.details == {"model": "fake"}


def test_a_bug_over_there_looks_like_one(make_pool, tmp_path):
    pool = make_pool()
    with pytest.raises(RuntimeError, match="ZeroDivisionError: a bug"):
        pool.read([unopened(tmp_path / "break-1.png", 1)])
    assert told_of(pool.read([unopened(tmp_path / "2.png", 2)])) == [(1, ())]


def test_whoever_hurries_it_waits_for_nobody(make_pool, tmp_path):
    pool = make_pool()
    pool.hurry()
    with pytest.raises(StoppedError):
        pool.read([unopened(tmp_path / "1.png", 1)])


def test_closing_ends_the_processes(make_pool, tmp_path):
    pool = make_pool()
    pool.read([unopened(tmp_path / "1.png", 1)])
    (reader,) = pool._running
    begun = time.monotonic()
    pool.close()
    assert reader._process.poll() == 0 and time.monotonic() - begun < 2


def test_the_installed_program_is_its_own_reader(monkeypatch):
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert command_of_reader()[1:] == ["--read-photos"]
