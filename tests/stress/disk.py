"""No room left in the middle of every job that writes: told in words, nothing lost, taken up.

The disk is a small one in memory where this process may mount one, which is made larger when the
job has failed. Elsewhere files may not grow beyond a size.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from stress_jobs import TARGETS, faults, finish, library_of
from workshop import Workshop

_ROOM = 256 * 2**20


def attack(shop: Workshop, kind: str, shares: tuple[float, ...], photos: int) -> Iterator[str]:
    """Give a job these shares of the room that it needs; yields what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        home, fresh = Path(folder) / "home", Path(folder) / "fresh"
        TARGETS[kind].prepare(home, photos)
        data = library_of(home).parent
        data.mkdir(exist_ok=True)
        shutil.copytree(home, fresh)
        before = _size(data)
        shop.run(kind, home)
        needed = _size(data) - before
        for share in shares:
            shutil.rmtree(home)
            shutil.copytree(fresh, home)
            with _disk(data, before, int(needed * share)) as (largest, make_room):
                heard = shop.run(kind, home, largest)
                make_room()
                yield from _judge(heard, "library_disk_full" if largest < 0 else "library_io_error")
                told = {look_id for look_id in heard if isinstance(look_id, int)}
                yield from faults(home, kind, told)
                yield from finish(shop, kind, home, told, photos)


def _judge(heard: list[object], code: str) -> Iterator[str]:
    last = heard[-1]
    if not isinstance(last, list):
        yield f"the job ended without a word: {last}"
    elif last[0] != code:
        yield f"the full disk was told as {last}"


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


@contextmanager
def _disk(data: Path, used: int, room: int) -> Iterator[tuple[int, Callable[[], object]]]:
    """How large files may grow (-1: as they like), and what makes more room."""
    kept = shutil.copytree(data, data.with_name("kept"))
    mount = ["mount", "-t", "tmpfs", "-o", f"size={used + room}", "tmpfs", str(data)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        # What a job writes is spread over the library and its log, so that each stays smaller.
        yield (used + room) // 2, lambda: None
    else:
        try:
            shutil.copytree(kept, data, dirs_exist_ok=True)
            remount = ["mount", "-o", f"remount,size={_ROOM}", str(data)]
            yield -1, partial(subprocess.run, remount, check=True)
        finally:
            subprocess.run(["umount", str(data)], check=True)
    shutil.rmtree(kept)
