"""Photos stay at home: no run opens an internet socket or writes outside its own folders.

Guards inside Python see nothing of native libraries, so runs are watched from outside: cut off
from every network, and by their system calls.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from e2e_home import Home
from e2e_watch import Trace, tracer, without_network

ROOT = Path(__file__).parents[2]
OPENS_A_SOCKET = "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).close()"
WRITES_A_FILE = "import sys; open(sys.argv[1], 'w').close()"


def _main_job(home: Home, brand: Path, under: Sequence[str] = ()) -> None:
    photo = min(brand.iterdir())
    library = home.work / "looks.braind"
    counts = home.ask("--library", library, "import", "--brand", "A", brand, under=under)
    assert counts["found"] == len(list(brand.iterdir()))
    (report,) = home.ask("analyze", photo, "--save", home.work / "cut", under=under)
    assert report["status"] != "failed"


def _listing(*folders: Path) -> set[tuple[str, int, int]]:
    """Every file below the folders, with its size and the time of its last change."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {(str(f), f.stat().st_size, f.stat().st_mtime_ns) for f in files}


def test_the_main_job_needs_no_network_and_touches_nothing_else(
    home: Home, drawn_brand: Path
) -> None:
    cut_off = without_network()
    others = drawn_brand, ROOT / "braind", ROOT / "resources"
    before = _listing(*others)
    _main_job(home, drawn_brand, cut_off or ())
    assert _listing(*others) == before
    assert not list(home.temporary.iterdir())
    assert {path.name for path in home.root.iterdir()} == {"work", "tmp"}
    if cut_off is None:
        pytest.skip("files were checked, but this system cannot cut a process off the network")


def _traced(home: Home, *command: object) -> Trace:
    log = home.root.with_suffix(".strace")
    under = tracer(log)
    if under is None:
        pytest.skip("strace is not installed, or not allowed here")
    done = home.python(*command, under=under)
    assert done.returncode == 0, done.stderr[-2000:]
    return Trace.read(log, home.work)


def test_an_analysis_opens_no_socket_and_writes_nothing(home: Home, drawn_brand: Path) -> None:
    trace = _traced(home, "-m", "braind", "analyze", *sorted(drawn_brand.iterdir()), "--json")
    assert trace.sockets == []
    assert trace.written == []


def test_an_import_opens_no_socket_and_writes_its_library_only(
    home: Home, drawn_brand: Path
) -> None:
    trace = _traced(home, "-m", "braind", "import", "--brand", "A", drawn_brand)
    assert trace.sockets == []
    assert trace.outside(home.data, home.temporary) == []
    assert any(path.name == "library.braind" for path in trace.written)


def test_looking_after_models_opens_no_socket(home: Home) -> None:
    for words in (["list"], ["licences"], ["verify", "garments"]):
        trace = _traced(home, "-m", "braind", "models", *words)
        assert trace.sockets == [] and trace.written == []


def test_the_watch_would_notice_a_socket(home: Home) -> None:
    assert _traced(home, "-c", OPENS_A_SOCKET).sockets


def test_the_watch_would_notice_a_file_elsewhere(home: Home, tmp_path: Path) -> None:
    stray = tmp_path / "stray.txt"
    assert _traced(home, "-c", WRITES_A_FILE, stray).outside(home.work) == [stray]
