"""A large library in the window: what a match needs is there before anybody asks."""

from dataclasses import replace
from random import Random

import pytest
from engine_fakes import FakePipeline, fake_words, write_photo

from braind.engine import Engine
from braind.engine.calibration import levels_sidecar
from braind.store.scan import MANY_LOOKS, search_sidecar


@pytest.fixture
def crowded(library):
    """A library of so many looks that search keeps files beside it."""
    with Engine(library, make_pipeline=lambda: FakePipeline([]), load_words=fake_words) as engine:
        seeds = engine.library.looks()
        hashes = Random(1)
        for start in range(0, MANY_LOOKS, 200):
            copies = [
                replace(
                    seeds[n % len(seeds)],
                    photo_hash=f"{n:064x}",
                    near_hash=hashes.getrandbits(64),
                    thumbnail=b"RIFF",
                )
                for n in range(start, start + 200)
            ]
            engine.library.add_looks(engine.library.add_brand(f"B{start}").id, None, copies)
    return library


def kept(library):
    return [sidecar(library).path.exists() for sidecar in (search_sidecar, levels_sidecar)]


def put_in(desk, photo):
    desk.desk.import_asked.emit([photo], "Moss")
    desk.settle()
    desk.window.work.dialog.start.click()
    desk.settle()


def test_after_an_import_search_is_ready(open_desk, crowded, tmp_path):
    desk = open_desk(crowded)
    put_in(desk, write_photo(tmp_path / "Moss" / "1.png", seed=901))
    assert kept(crowded) == [True, True]
    with Engine(crowded, make_pipeline=lambda: FakePipeline([]), load_words=fake_words) as engine:
        statements = []
        engine.library._connection.set_trace_callback(statements.append)
        index = engine._compare().index
    assert not any("looks_for_search" in sql for sql in statements)
    assert levels_sidecar(crowded).read(index.fingerprint(), 1)


def test_a_small_library_keeps_nothing_beside_it(open_desk, library, tmp_path):
    desk = open_desk(library)
    put_in(desk, write_photo(tmp_path / "Moss" / "1.png", seed=901))
    assert kept(library) == [False, False]
