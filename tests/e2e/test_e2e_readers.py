"""Imports of many photos, which processes of their own read: the same looks, and as private."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from e2e_albums import Album
from e2e_home import Home
from e2e_watch import Trace, tracer

from braind.engine import Engine
from braind.events import ImportFinished, LookIndexed

MANY = 1_000_000
IMPORTS = """
import sys
from pathlib import Path
from braind.engine import Engine
with Engine(Path(sys.argv[2]), many=1) as engine:
    *_, end = engine.import_photos([Path(sys.argv[1])], "A")
    assert end.looks and not end.failed, end
"""


def _imported(library: Path, album: Album, many: int) -> Engine:
    engine = Engine(library, many=many)
    *_, end = engine.import_photos([album.folder], None)
    assert isinstance(end, ImportFinished) and end.found == album.photos and not end.failed
    return engine


def test_processes_read_what_this_one_reads(drawn_album: Album, tmp_path: Path) -> None:
    with (
        _imported(tmp_path / "here.braind", drawn_album, MANY) as here,
        _imported(tmp_path / "apart.braind", drawn_album, 1) as apart,
    ):
        mine, theirs = (list(e.library.looks(recipe=e.recipe)) for e in (here, apart))
        assert [look.path for look in mine] == [look.path for look in theirs]
        for look, other in zip(mine, theirs, strict=True):
            assert np.array_equal(look.styles.values, other.styles.values)
            assert look.answers == other.answers
            assert here.library.thumbnail(look.id) == apart.library.thumbnail(other.id)


def test_a_closed_import_ends_its_processes_and_keeps_its_looks(
    drawn_album: Album, tmp_path: Path
) -> None:
    with Engine(tmp_path / "looks.braind", many=1) as engine:
        job = engine.import_photos([drawn_album.folder], None)
        next(event for event in job if isinstance(event, LookIndexed))
        begun = time.monotonic()
        job.close()
        assert time.monotonic() - begun < 2
        kept = sum(brand.looks for brand in engine.brands())
        assert 0 < kept <= drawn_album.photos
        *_, end = engine.import_photos([drawn_album.folder], None)
        assert isinstance(end, ImportFinished)
        assert (end.found, end.duplicate) == (drawn_album.photos, kept)


def test_they_open_no_socket_and_write_nothing_but_the_library(
    home: Home, drawn_brand: Path
) -> None:
    log = home.root.with_suffix(".strace")
    under = tracer(log)
    if under is None:
        pytest.skip("strace is not installed, or not allowed here")
    library = home.work / "looks.braind"
    done = home.python("-c", IMPORTS, drawn_brand, library, under=under)
    assert done.returncode == 0, done.stderr[-2000:]
    trace = Trace.read(log, home.work)
    assert trace.sockets == []
    assert trace.outside(library.parent) == []
